#include "forms/electronic_register_form.h"

#include <fmt/format.h>

#include "base/messages.h"
#include "forms/counted.h"
#include "forms/form_head.h"
#include "forms/form_table.h"

namespace fonds {
namespace {

void draw_head(FormFlow& flow, const ElectronicRegisterForm& facts) {
  draw_institution(flow, facts.institution);
  flow.paragraph(facts.caption.title_or(tr("REGISTER")), kFormTitle);
  flow.paragraph(say(tr("of the documents of electronic case No. {}"), name_of(facts.volume)),
                 kFormCentred);
  if (!facts.title.empty()) flow.paragraph(facts.title, kFormCentred);
  flow.skip(kFormGap);
}

void draw_files(FormFlow& flow, const ElectronicRegisterForm& facts, double below) {
  const std::vector<FormColumn> columns{{tr("Row"), 14, TextAlign::centre},
                                        {tr("Reg. index"), 24},
                                        {tr("Date"), 22, TextAlign::centre},
                                        {tr("Heading"), 65},
                                        {tr("Name of the container/file"), 52},
                                        {tr("Size, format, digest"), 62},
                                        {tr("Note"), 28}};
  std::vector<TableRow> rows;
  for (const ElectronicRegisterRow& row : facts.rows) {
    rows.push_back({fmt::format("{}", rows.size() + 1), row.number, row.day, row.title, row.file,
                    row.extent, row.note});
  }
  draw_table(flow, columns, rows, {kFormCell, 0, false, below});
}

}  // namespace

PrintedForm printed_electronic_register(const ElectronicRegisterForm& facts) {
  const std::string title =
      say(tr("Register of documents of electronic case No. {}"), name_of(facts.volume));
  FormPdf form(title, SheetTurn::landscape);
  FormFlow flow(form, kFormTurnedMargins, title, facts.caption);
  draw_head(flow, facts);
  const auto documents = static_cast<std::int64_t>(facts.rows.size());
  FormBlock foot(flow);
  foot.gap(kFormGap);
  foot.paragraph(say(tr("In all {}."), counted(CountedNoun::document, documents)), kFormText);
  foot.gap(kFormGap);
  foot.signature("", facts.signer);
  draw_files(flow, facts, foot.height());
  foot.draw();
  return form.finish();
}

}  // namespace fonds

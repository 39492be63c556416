#include "forms/inventory_form.h"

#include <fmt/format.h>

#include "base/messages.h"
#include "forms/counted.h"
#include "forms/form_head.h"
#include "forms/form_table.h"

namespace fonds {
namespace {

void draw_head(FormFlow& flow, const InventoryForm& facts) {
  draw_institution(flow, facts.institution);
  flow.paragraph(facts.caption.title_or(tr("INNER INVENTORY")), kFormTitle);
  flow.paragraph(say(tr("of the documents of case No. {}"), name_of(facts.volume)), kFormCentred);
  if (!facts.title.empty()) {
    flow.skip(kFormLineGap);
    flow.paragraph(facts.title, kFormCentred);
  }
  flow.skip(kFormGap);
}

void draw_documents(FormFlow& flow, const InventoryForm& facts, double below) {
  const std::vector<FormColumn> columns{{tr("Row"), 14, TextAlign::centre},
                                        {tr("Registration index of the document"), 33},
                                        {tr("Date of the document"), 24, TextAlign::centre},
                                        {tr("Title of the document"), 60},
                                        {tr("Sheets of the case"), 20, TextAlign::centre},
                                        {tr("Note"), 29}};
  std::vector<TableRow> rows;
  for (const InventoryFormRow& row : facts.rows) {
    rows.push_back(
        {fmt::format("{}", rows.size() + 1), row.number, row.day, row.title, row.sheets, row.note});
  }
  draw_table(flow, columns, rows, {kFormCell, 0, false, below});
}

FormBlock total_of(FormFlow& flow, const InventoryForm& facts) {
  const auto documents = static_cast<std::int64_t>(facts.rows.size());
  FormBlock total(flow);
  total.gap(kFormGap);
  total.paragraph(say(tr("In all {}."), counted(CountedNoun::document, documents)), kFormText);
  total.gap(kFormLineGap);
  total.paragraph(
      say(tr("Sheets of the inner inventory: {}."), in_figures_and_words(facts.own_sheets)),
      kFormText);
  total.gap(kFormGap);
  total.signature("", facts.signer);
  return total;
}

}  // namespace

PrintedForm printed_inventory(const InventoryForm& facts) {
  const std::string title = say(tr("Inner inventory of case No. {}"), name_of(facts.volume));
  FormPdf form(title);
  FormFlow flow(form, kFormMargins, title, facts.caption);
  draw_head(flow, facts);
  FormBlock total = total_of(flow, facts);
  draw_documents(flow, facts, total.height());
  total.draw();
  return form.finish();
}

}  // namespace fonds

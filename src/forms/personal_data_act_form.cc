#include "forms/personal_data_act_form.h"

#include <fmt/format.h>

#include "base/messages.h"
#include "forms/form_head.h"
#include "forms/form_table.h"

namespace fonds {
namespace {

void write(FormFlow& flow, const std::string& text) {
  flow.paragraph(text, kFormText);
  flow.skip(kFormLineGap);
}

void draw_act_head(FormFlow& flow, const PersonalDataActForm& facts) {
  FormBlock head(flow);
  head.side_by_side({{tr("ACT"), kFormStrong},
                     {facts.caption.title_or(tr("of destruction of personal data")), kFormStrong},
                     {day_and_number(facts.act), kFormText}},
                    approval_lines(facts.approval));
  head.gap(kFormGap);
  head.draw();
  write(flow, say(tr("Operator (name, address): {}, {}"), or_long_blank(facts.holder),
                  or_long_blank(facts.holder_address)));
  if (!facts.processor.empty()) {
    write(flow, say(tr("Who processed the data on behalf of the operator (name, address): {}, {}"),
                    facts.processor, or_long_blank(facts.processor_address)));
  }
  flow.skip(kFormGap);
}

void draw_destroyed(FormFlow& flow, const PersonalDataActForm& facts, double below) {
  const std::vector<FormColumn> columns{
      {tr("Row"), 13, TextAlign::centre},
      {tr("Full name of the subject or other information about the person"), 36},
      {tr("Categories of personal data destroyed"), 40},
      {tr("Name of the material carrier destroyed"), 32},
      {tr("Quantity of sheets"), 22, TextAlign::centre},
      {tr("Name of the information system"), 26},
      {tr("Way of destruction"), 51},
      {tr("Reason of destruction"), 29},
      {tr("Day of destruction"), 24, TextAlign::centre}};
  std::vector<TableRow> rows;
  rows.reserve(facts.rows.size());
  for (const PersonalDataActRow& row : facts.rows) {
    rows.push_back({fmt::format("{}", rows.size() + 1), row.subject, row.categories, row.carrier,
                    row.sheets, row.system, row.method, row.reason, row.day});
  }
  draw_table(flow, columns, rows, {kFormSmallCell, 0, false, below});
}

FormBlock signatures_of(FormFlow& flow, const std::vector<FormSigner>& destroyers) {
  FormBlock block(flow);
  block.gap(kFormGap);
  block.paragraph(tr("The personal data were destroyed by:"), kFormText);
  if (destroyers.empty()) block.signature("", {});
  for (const FormSigner& destroyer : destroyers) block.signature("", destroyer);
  return block;
}

void draw_log_head(FormFlow& flow, const PersonalDataLogForm& facts) {
  draw_institution(flow, facts.holder);
  flow.paragraph(facts.caption.title_or(tr("EXTRACT OF THE LOG")), kFormTitle);
  flow.paragraph(tr("of events in the information system of personal data"), kFormCentred);
  flow.paragraph(say(tr("to the act of destruction of personal data {}"), of_paper(facts.act)),
                 kFormCentred);
  flow.skip(kFormGap);
}

void draw_log(FormFlow& flow, const PersonalDataLogForm& facts, double below) {
  const std::vector<FormColumn> columns{
      {tr("Row"), 14, TextAlign::centre},
      {tr("Full name of the subject or other information about the person"), 42},
      {tr("Categories of personal data destroyed"), 42},
      {tr("Name of the information system"), 32},
      {tr("Reason of destruction"), 26},
      {tr("Day of destruction"), 26, TextAlign::centre}};
  std::vector<TableRow> rows;
  rows.reserve(facts.rows.size());
  for (const PersonalDataLogRow& row : facts.rows) {
    rows.push_back({fmt::format("{}", rows.size() + 1), row.subject, row.categories, row.system,
                    row.reason, row.day});
  }
  draw_table(flow, columns, rows, {kFormCell, 0, false, below});
}

}  // namespace

PrintedForm printed_personal_data_act(const PersonalDataActForm& facts) {
  const std::string title = say(tr("Act of destruction of personal data {}"), of_paper(facts.act));
  FormPdf form(title, SheetTurn::landscape);
  FormFlow flow(form, kFormTurnedMargins, title, facts.caption);
  draw_act_head(flow, facts);
  FormBlock signatures = signatures_of(flow, facts.destroyers);
  draw_destroyed(flow, facts, signatures.height());
  signatures.draw();
  return form.finish();
}

PrintedForm printed_personal_data_log(const PersonalDataLogForm& facts) {
  const std::string title = say(
      tr("Extract of the log to the act of destruction of personal data {}"), of_paper(facts.act));
  FormPdf form(title);
  FormFlow flow(form, kFormMargins, title, facts.caption);
  draw_log_head(flow, facts);
  FormBlock signature(flow);
  signature.gap(kFormGap);
  signature.signature(tr("The extract was made by"), facts.signer);
  draw_log(flow, facts, signature.height());
  signature.draw();
  return form.finish();
}

}  // namespace fonds

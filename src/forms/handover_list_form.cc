#include "forms/handover_list_form.h"

#include "base/messages.h"
#include "forms/case_list_parts.h"
#include "forms/counted.h"
#include "forms/form_head.h"
#include "forms/form_table.h"

namespace fonds {
namespace {

void draw_head(FormFlow& flow, const HandoverListForm& facts) {
  FormSigner head = facts.approval;
  if (head.position.empty()) head.position = tr("Head of the department");
  FormBlock block(flow);
  block.side_by_side(
      {{institution_or_blank(facts.institution), kFormText},
       {facts.department.empty() ? tr("Department __________") : facts.department, kFormText}},
      approval_lines(head));
  block.gap(kFormGap);
  block.paragraph(
      facts.caption.title_or(say(tr("HANDOVER INVENTORY No. {}"), or_blank(facts.number))),
      kFormTitle);
  block.paragraph(say(tr("of cases for the year {}"), year_or_blank(facts.year)), kFormCentred);
  block.gap(kFormGap);
  block.draw();
}

void draw_cases(FormFlow& flow, const HandoverListForm& facts, double below) {
  const std::vector<FormColumn> columns{{tr("Row"), 14, TextAlign::centre},
                                        {tr("Case index"), 19, TextAlign::centre},
                                        {tr("Heading"), 57},
                                        {tr("Extreme dates"), 25, TextAlign::centre},
                                        {tr("Number of sheets"), 17, TextAlign::centre},
                                        {tr("Period of retention"), 24},
                                        {tr("Note"), 27}};
  std::vector<TableRow> rows;
  for (const CaseListRow& row : facts.rows) {
    if (row.number.empty()) {
      rows.push_back({row.title});
    } else {
      rows.push_back(
          {row.number, row.index, row.title, row.dates, row.extent, row.period, row.note});
    }
  }
  draw_table(flow, columns, rows, {kFormCell, 0, true, below});
}

FormBlock foot_of(FormFlow& flow, const HandoverListForm& facts) {
  FormBlock foot(flow);
  foot.gap(kFormGap);
  foot.paragraph(
      total_of_list(tr("Entered in this inventory: {} from No. {} to No. {}"), facts.rows),
      kFormText);
  foot.gap(kFormGap);
  foot.signature(say(tr("Handed over {}"), counted(CountedNoun::case_file, cases_in(facts.rows))),
                 facts.giver);
  foot.signature(say(tr("Received {}"), counted(CountedNoun::case_file, facts.received)),
                 facts.receiver);
  return foot;
}

}  // namespace

PrintedForm printed_handover_list(const HandoverListForm& facts) {
  const std::string title = say(tr("Handover inventory No. {}"), or_blank(facts.number));
  FormPdf form(title);
  FormFlow flow(form, kFormMargins, title, facts.caption);
  draw_head(flow, facts);
  FormBlock foot = foot_of(flow, facts);
  draw_cases(flow, facts, foot.height());
  foot.draw();
  return form.finish();
}

}  // namespace fonds

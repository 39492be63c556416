#include "forms/case_list_form.h"

#include <utility>

#include "base/messages.h"
#include "forms/case_list_parts.h"
#include "forms/form_head.h"
#include "forms/form_table.h"

namespace fonds {
namespace {

/// What cases are listed.
const char* subject_of(const CaseListForm& facts) {
  const bool paper = facts.carrier == ListedCarrier::paper;
  switch (facts.kind) {
    case CaseListKind::permanent:
      return paper ? tr("of cases kept permanently") : tr("of electronic cases kept permanently");
    case CaseListKind::long_term:
      return paper ? tr("of cases kept for a time (above 10 years)")
                   : tr("of electronic cases kept for a time (above 10 years)");
    case CaseListKind::personnel:
      return paper ? tr("of cases on personnel") : tr("of electronic cases on personnel");
  }
  return "";
}

std::string list_title(const CaseListForm& facts) {
  return facts.caption.title_or(say(tr("INVENTORY No. {}"), or_blank(facts.number)));
}

std::string subject_and_year(const CaseListForm& facts) {
  return say(tr("{} for the year {}"), subject_of(facts), year_or_blank(facts.year));
}

std::vector<FormColumn> columns_of(const CaseListForm& facts) {
  std::vector<FormColumn> columns{{tr("Row"), 14, TextAlign::centre},
                                  {tr("Case index"), 19, TextAlign::centre},
                                  {tr("Heading of the case"), 57},
                                  {tr("Extreme dates"), 25, TextAlign::centre}};
  if (facts.kind != CaseListKind::permanent) columns.push_back({tr("Period of retention"), 24});
  const bool paper = facts.carrier == ListedCarrier::paper;
  columns.push_back({paper ? tr("Number of sheets") : tr("Extent (MB)"), 17, TextAlign::centre});
  columns.push_back({tr("Note"), 27});
  return columns;
}

std::vector<TableRow> rows_of(const CaseListForm& facts) {
  std::vector<TableRow> rows;
  for (const CaseListRow& row : facts.rows) {
    if (row.number.empty()) {
      rows.push_back({row.title});
    } else if (facts.kind == CaseListKind::permanent) {
      rows.push_back({row.number, row.index, row.title, row.dates, row.extent, row.note});
    } else {
      rows.push_back(
          {row.number, row.index, row.title, row.dates, row.period, row.extent, row.note});
    }
  }
  return rows;
}

void draw_title_page(FormFlow& flow, const CaseListForm& facts) {
  constexpr double kDown = 60;  // mm
  draw_institution(flow, facts.institution);
  flow.skip(kDown);
  flow.paragraph(say(tr("FONDS No. {}"), or_blank(facts.fonds)), kFormTitle);
  flow.skip(kFormGap);
  flow.paragraph(list_title(facts), kFormTitle);
  flow.paragraph(subject_and_year(facts), kFormTitle);
}

void draw_history(FormFlow& flow, const char* title, const std::string& text) {
  flow.need(3 * kFormGap);
  flow.paragraph(title, kFormStrong);
  flow.skip(kFormLineGap);
  flow.paragraph(or_long_blank(text), kFormText);
  flow.skip(kFormGap);
}

void draw_front(FormFlow& flow, const CaseListForm& facts) {
  draw_title_page(flow, facts);
  flow.next_page();
  flow.paragraph(tr("PREFACE"), kFormTitle);
  flow.skip(kFormGap);
  draw_history(flow, tr("History of who left the fonds"), facts.front->founder_history);
  draw_history(flow, tr("History of the fonds"), facts.front->fonds_history);
  FormBlock signature(flow);
  signature.signature(tr("Drawn up by"), facts.composer);
  signature.draw();
  flow.next_page();
  flow.paragraph(tr("ABBREVIATIONS"), kFormTitle);
  flow.skip(kFormGap);
  for (const std::string& line : facts.front->abbreviations) {
    flow.paragraph(line, kFormText);
    flow.skip(kFormLineGap);
  }
  flow.next_page();
}

void draw_head(FormFlow& flow, const CaseListForm& facts) {
  FormBlock head(flow);
  head.side_by_side({{institution_or_blank(facts.institution), kFormText},
                     {"", kFormText},
                     {say(tr("Fonds number {}"), or_blank(facts.fonds)), kFormText}},
                    approval_lines(facts.approval));
  head.gap(kFormGap);
  head.paragraph(list_title(facts), kFormTitle);
  head.paragraph(subject_and_year(facts), kFormCentred);
  head.gap(kFormGap);
  head.draw();
}

FormBlock foot_of(FormFlow& flow, const CaseListForm& facts) {
  FormBlock foot(flow);
  foot.gap(kFormGap);
  foot.paragraph(total_of_list(tr("Entered in this section of the inventory: {} from No. {} to "
                                  "No. {}, of these:"),
                               facts.rows),
                 kFormText);
  foot.paragraph(say(tr("lettered numbers: {};"), or_blank(facts.lettered)), kFormText);
  foot.paragraph(say(tr("missing numbers: {}"), or_blank(facts.missing)), kFormText);
  foot.gap(kFormGap);
  foot.signature(tr("Drawn up by"), facts.composer);
  foot.signature(tr("Keeper of the archive"), facts.keeper);
  foot.gap(kFormGap);
  std::vector<FormLine> authority;
  if (facts.authority && facts.kind != CaseListKind::long_term) {
    const bool permanent = facts.kind == CaseListKind::permanent;
    authority = authority_lines(permanent ? tr("CONFIRMED") : tr("AGREED"), *facts.authority);
  }
  foot.side_by_side(agreement_lines(facts.agreed), std::move(authority));
  return foot;
}

}  // namespace

PrintedForm printed_case_list(const CaseListForm& facts) {
  const std::string title =
      say(tr("Inventory No. {} {}"), or_blank(facts.number), subject_and_year(facts));
  FormPdf form(title);
  FormFlow flow(form, kFormMargins,
                say(tr("Inventory No. {} for the year {}"), or_blank(facts.number),
                    year_or_blank(facts.year)),
                facts.caption);
  if (facts.front) draw_front(flow, facts);
  draw_head(flow, facts);
  FormBlock foot = foot_of(flow, facts);
  draw_table(flow, columns_of(facts), rows_of(facts), {kFormCell, 0, true, foot.height()});
  foot.draw();
  return form.finish();
}

}  // namespace fonds

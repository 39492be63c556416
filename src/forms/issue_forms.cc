#include "forms/issue_forms.h"

#include <fmt/format.h>

#include "base/messages.h"
#include "forms/form_head.h"
#include "forms/form_table.h"

namespace fonds {
namespace {

/// The heading and whose card or sheet it is.
void draw_unit_head(FormFlow& flow, const std::string& heading, const FormPlace& place,
                    const std::string& title) {
  flow.paragraph(heading, kFormTitle);
  flow.skip(kFormGap);
  flow.paragraph(say(tr("Case No. {} / Inventory No. {} / Fonds No. {}"), or_blank(place.unit),
                     or_blank(place.inventory), or_blank(place.fonds)),
                 kFormText);
  flow.skip(kFormLineGap);
  flow.paragraph(say(tr("Heading: {}"), or_long_blank(title)), kFormText);
  flow.skip(kFormGap);
}

std::string number_of_next(const std::vector<TableRow>& rows) {
  return fmt::format("{}", rows.size() + 1);
}

std::vector<FormColumn> columns_of_book() {
  return {{tr("Row"), 14, TextAlign::centre},
          {tr("Date of issue"), 21, TextAlign::centre},
          {tr("Fonds No."), 16, TextAlign::centre},
          {tr("Inv. No."), 14, TextAlign::centre},
          {tr("Unit No. (index)"), 20, TextAlign::centre},
          {tr("Heading"), 45},
          {tr("Given to"), 31},
          {tr("Receipt of the user"), 22},
          {tr("Due"), 21, TextAlign::centre},
          {tr("Returned on"), 25, TextAlign::centre},
          {tr("Receipt of the archive"), 20},
          {tr("Note"), 26}};
}

}  // namespace

PrintedForm printed_issue_book(const IssueBook& facts) {
  FormPdf form(tr("Book of issue"), SheetTurn::landscape);
  FormFlow flow(form, kFormTurnedMargins, tr("Book of issue"), facts.caption);
  draw_institution(flow, facts.institution);
  flow.paragraph(facts.caption.title_or(tr("BOOK OF ISSUE OF CASES")), kFormTitle);
  if (!facts.period.empty()) {
    flow.paragraph(say(tr("Period: {}"), facts.period), kFormCentred);
  }
  flow.skip(kFormGap);
  std::vector<TableRow> rows;
  for (const IssueBookRow& row : facts.rows) {
    rows.push_back({number_of_next(rows), row.day, row.place.fonds, row.place.inventory,
                    row.place.unit, row.title, row.issued_to, "", row.due, row.returned, "",
                    row.note});
  }
  rows.resize(rows.size() + facts.empty_rows);
  draw_table(flow, columns_of_book(), rows, {kFormSmallCell, kFormHandRow});
  return form.finish();
}

PrintedForm printed_substitute_card(const SubstituteCard& facts) {
  FormPdf form(tr("Substitute card"));
  FormFlow flow(form, kFormMargins, tr("Substitute card"), facts.caption);
  draw_unit_head(flow, facts.caption.title_or(tr("SUBSTITUTE CARD")), facts.place, facts.title);
  flow.paragraph(tr("Given out for a time"), kFormStrong);
  flow.skip(kFormGap);
  const std::vector<FormColumn> columns{
      {tr("Row"), 14, TextAlign::centre},           {tr("Full name of the user"), 62},
      {tr("Date of issue"), 24, TextAlign::centre}, {tr("Date of return"), 24, TextAlign::centre},
      {tr("Signature of who gave it out"), 28},     {tr("Signature of who received it"), 28}};
  std::vector<TableRow> rows;
  for (const SubstituteCardRow& row : facts.rows) {
    rows.push_back({number_of_next(rows), row.user, row.issued, row.returned});
  }
  rows.resize(rows.size() + facts.empty_rows);
  draw_table(flow, columns, rows, {kFormCell, kFormHandRow});
  return form.finish();
}

PrintedForm printed_use_sheet(const UseSheet& facts) {
  FormPdf form(tr("Sheet of use"));
  FormFlow flow(form, kFormMargins, tr("Sheet of use"), facts.caption);
  draw_unit_head(flow, facts.caption.title_or(tr("SHEET OF USE")), facts.place, facts.title);
  const std::vector<FormColumn> columns{{tr("Date"), 24, TextAlign::centre},
                                        {tr("Given to (surname, initials)"), 52},
                                        {tr("Kind of use (looked at, extracted, copied)"), 48},
                                        {tr("Numbers of the sheets used"), 32, TextAlign::centre},
                                        {tr("Signature"), 24}};
  std::vector<TableRow> rows;
  for (const UseSheetRow& row : facts.rows) {
    rows.push_back({row.day, row.user, row.use, row.sheets});
  }
  rows.resize(rows.size() + facts.empty_rows);
  draw_table(flow, columns, rows, {kFormCell, kFormHandRow});
  return form.finish();
}

}  // namespace fonds

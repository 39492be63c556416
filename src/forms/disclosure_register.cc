#include "forms/disclosure_register.h"

#include <algorithm>

#include "base/messages.h"
#include "forms/form_flow.h"
#include "forms/form_table.h"

namespace fonds {
namespace {

constexpr FormMargins kMargins{15, 20, 15, 12};
constexpr double kGap = 4;  // mm
/// A signature written by hand finds room in it.
constexpr double kLeastRow = 11;

constexpr TextStyle kInstitution{11, TextWeight::ordinary, TextAlign::centre};
constexpr TextStyle kTitle{14, TextWeight::bold, TextAlign::centre};
constexpr TextStyle kText{10};
constexpr TextStyle kCentred{10, TextWeight::ordinary, TextAlign::centre};

/// The headings of both; widths in millimetres of a sheet.
std::vector<FormColumn> columns_of_register() {
  return {{tr("No."), 12, TextAlign::centre},
          {tr("Date"), 22, TextAlign::centre},
          {tr("Applicant, status, document"), 53},
          {tr("Student"), 40},
          {tr("Form of the application (oral/written)"), 27, TextAlign::centre},
          {tr("What was given"), 52},
          {tr("By whom"), 36},
          {tr("Signature"), 25}};
}

/// As many as there are columns; that of signatures is empty.
TableRow cells_of(const DisclosureRow& row) {
  return {row.number, row.day, row.applicant, row.student, row.form, row.given, row.by, ""};
}

/// A cell of a Table is one line.
std::string on_one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return text;
}

}  // namespace

PrintedForm printed_disclosure_register(const DisclosureRegister& facts) {
  const char* title = tr("Register of disclosures");
  FormPdf form(title, SheetTurn::landscape);
  FormFlow flow(form, kMargins, title, facts.caption);
  if (!facts.institution.empty()) {
    flow.paragraph(facts.institution, kInstitution);
    flow.skip(kGap);
  }
  flow.paragraph(facts.caption.title_or(title), kTitle);
  if (!facts.period.empty()) flow.paragraph(say(tr("Period: {}"), facts.period), kCentred);
  flow.skip(kGap);
  std::vector<TableRow> rows;
  for (const DisclosureRow& row : facts.rows) rows.push_back(cells_of(row));
  draw_table(flow, columns_of_register(), rows, {9, kLeastRow});
  flow.skip(kGap);
  flow.paragraph(say(tr("Records in all: {}"), facts.rows.size()), kText);
  return form.finish();
}

Table disclosure_register_table(const DisclosureRegister& facts) {
  Table table{tr("Register of disclosures"), {{}}};
  for (const FormColumn& column : columns_of_register()) {
    table.rows.front().push_back(column.title);
  }
  for (const DisclosureRow& row : facts.rows) {
    table.rows.push_back(cells_of(row));
    for (std::string& cell : table.rows.back()) cell = on_one_line(std::move(cell));
  }
  return table;
}

}  // namespace fonds

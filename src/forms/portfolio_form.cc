#include "forms/portfolio_form.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/messages.h"
#include "forms/form_flow.h"
#include "forms/form_table.h"
#include "model/spoken_date.h"

namespace fonds {
namespace {

constexpr double kGap = 5;          // mm between the parts of the sheet
constexpr double kLineGap = 1.5;    // between what belongs together
constexpr double kLabelWidth = 36;  // before the values of the head

constexpr TextStyle kInstitution{12, TextWeight::ordinary, TextAlign::centre};
constexpr TextStyle kTitle{16, TextWeight::bold, TextAlign::centre};
constexpr TextStyle kText{11};
constexpr TextStyle kStrong{11, TextWeight::bold};

void write_field(FormFlow& flow, const char* label, std::string_view value,
                 const TextStyle& style) {
  const TextLines name = flow.form().break_lines(kLabelWidth, label, kText);
  flow.need(name.height());
  flow.form().draw(flow.left(), flow.top(), name);
  flow.paragraph(value, style, kLabelWidth);
  flow.skip(kLineGap);
}

void write_head(FormFlow& flow, const PortfolioFacts& facts) {
  if (!facts.institution.empty()) {
    flow.paragraph(facts.institution, kInstitution);
    flow.skip(kGap);
  }
  flow.paragraph(tr("PORTFOLIO"), kTitle);
  flow.skip(kGap);
  write_field(flow, tr("Student:"), facts.student, kStrong);
  if (facts.birth_date) {
    write_field(flow, tr("Date of birth:"), spoken(*facts.birth_date), kText);
  }
  if (!facts.period.empty()) write_field(flow, tr("Period:"), facts.period, kText);
  write_field(flow, tr("Put together:"), spoken(facts.day), kText);
  flow.skip(kGap - kLineGap);
}

/// `first`: the page on which the first paper begins.
std::vector<TableRow> rows_of(const PortfolioFacts& facts, int first) {
  std::vector<TableRow> rows;
  for (const PortfolioRow& row : facts.rows) {
    const std::string page = row.pages > 0 ? std::to_string(first) : std::string(tr("file"));
    first += row.pages;
    rows.push_back({fmt::format("{}", rows.size() + 1), row.date, row.event, row.level, row.result,
                    row.collective, row.document, page});
  }
  return rows;
}

void write_rows(FormFlow& flow, const PortfolioFacts& facts, int first) {
  if (facts.rows.empty()) {
    flow.paragraph(tr("The archive holds no record of results of this student."), kText);
    return;
  }
  const std::array<FormColumn, 8> columns{FormColumn{tr("Row"), 13, TextAlign::centre},
                                          FormColumn{tr("Date"), 26, TextAlign::centre},
                                          FormColumn{tr("Event"), 72},
                                          FormColumn{tr("Level"), 34},
                                          FormColumn{tr("Result"), 36},
                                          FormColumn{tr("Collective"), 38},
                                          FormColumn{tr("Paper"), 54},
                                          FormColumn{tr("Page"), 23, TextAlign::centre}};
  draw_table(flow, columns, rows_of(facts, first));
  flow.skip(kLineGap * 2);
  flow.paragraph(say(tr("Records in all: {}"), facts.rows.size()), kText);
  if (std::any_of(facts.rows.begin(), facts.rows.end(),
                  [](const PortfolioRow& row) { return row.pages == 0; })) {
    flow.skip(kLineGap);
    flow.paragraph(tr("Papers marked “file” are electronic and have no pages here; they are kept "
                      "as files."),
                   kText);
  }
}

}  // namespace

std::string title_of_portfolio(std::int64_t student) {
  return say(tr("Portfolio of student No. {}"), student);
}

PrintedForm printed_portfolio(const PortfolioFacts& facts) {
  // The pages of the papers are counted from behind the list, which holds these numbers. Drawn
  // again it is as long as before but where a number has grown by a digit: the second time, as a
  // rule, is the last.
  constexpr int kMostRounds = 4;
  int pages = 1;
  for (int round = 1;; ++round) {
    FormPdf form(title_of_portfolio(facts.number), SheetTurn::landscape);
    FormFlow flow(form, {}, say(tr("Portfolio: {}"), facts.student));
    write_head(flow, facts);
    write_rows(flow, facts, pages + 1);
    if (form.page() == pages || round == kMostRounds) return form.finish();
    pages = form.page();
  }
}

}  // namespace fonds

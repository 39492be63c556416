#include "forms/extract_form.h"

#include <fmt/format.h>

#include <array>

#include "base/messages.h"
#include "forms/form_block.h"
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
constexpr TextStyle kSubtitle{11, TextWeight::ordinary, TextAlign::centre};
constexpr TextStyle kText{11};
constexpr TextStyle kStrong{11, TextWeight::bold};
constexpr TextStyle kCaption{7, TextWeight::ordinary, TextAlign::centre, 1};

std::string name_of_extract(const ExtractFacts& facts) {
  return say(tr("Extract No. {} of {}"), facts.number, spoken(facts.day));
}

void paragraph(FormFlow& flow, std::string_view text, const TextStyle& style) {
  flow.paragraph(text, style);
  flow.skip(kLineGap);
}

void write_title(FormFlow& flow, const ExtractFacts& facts) {
  if (!facts.institution.empty()) {
    flow.paragraph(facts.institution, kInstitution);
    flow.skip(kGap * 2);
  }
  paragraph(flow, facts.caption.title_or(tr("EXTRACT")), kTitle);
  flow.paragraph(tr("from the records of a student's results"), kSubtitle);
  flow.paragraph(say(tr("No. {} of {}"), facts.number, spoken(facts.day)), kSubtitle);
  flow.skip(kGap);
}

void write_field(FormFlow& flow, const char* label, std::string_view value,
                 const TextStyle& style) {
  const TextLines name = flow.form().break_lines(kLabelWidth, label, kText);
  flow.need(name.height());
  flow.form().draw(flow.left(), flow.top(), name);
  flow.paragraph(value, style, kLabelWidth);
  flow.skip(kLineGap);
}

void write_head(FormFlow& flow, const ExtractFacts& facts) {
  write_field(flow, tr("Student:"), facts.student, kStrong);
  if (facts.birth_date) {
    write_field(flow, tr("Date of birth:"), spoken(*facts.birth_date), kText);
  }
  write_field(flow, tr("Given to:"), facts.applicant, kText);
  write_field(flow, tr("Grounds:"), facts.application, kText);
  if (!facts.period.empty()) write_field(flow, tr("Period:"), facts.period, kText);
  flow.skip(kGap - kLineGap);
}

std::string joined(const std::string& one, const std::string& other) {
  return one.empty() || other.empty() ? one + other : one + ",\n" + other;
}

void write_rows(FormFlow& flow, const ExtractFacts& facts) {
  if (facts.rows.empty()) {
    paragraph(flow,
              facts.period.empty() ? tr("The archive holds no record of results of this student.")
                                   : tr("The archive holds no record of results of this student "
                                        "for this period."),
              kText);
    return;
  }
  const std::array<FormColumn, 5> columns{
      FormColumn{tr("Row"), 13, TextAlign::centre}, FormColumn{tr("Paper"), 51},
      FormColumn{tr("Case index"), 23, TextAlign::centre}, FormColumn{tr("Collective, event"), 57},
      FormColumn{tr("Result"), 36}};
  std::vector<TableRow> rows;
  for (const ExtractRow& row : facts.rows) {
    rows.push_back({fmt::format("{}", rows.size() + 1), row.document, row.case_index,
                    joined(row.collective, row.event), row.result});
  }
  draw_table(flow, columns, rows);
  flow.skip(kLineGap * 2);
  paragraph(flow, say(tr("Records in all: {}"), facts.rows.size()), kText);
}

void write_papers(FormFlow& flow, const ExtractFacts& facts) {
  if (!facts.copies.empty()) {
    flow.skip(kLineGap);
    flow.need(3 * kGap);  // with the first of them
    paragraph(flow, tr("Copies that go with the extract:"), kText);
    for (std::size_t i = 0; i < facts.copies.size(); ++i) {
      paragraph(flow, fmt::format("{}. {}", i + 1, facts.copies[i]), kText);
    }
  }
  if (facts.left_out == 0) return;
  flow.skip(kLineGap);
  paragraph(flow,
            say(tr("Papers from which nothing is given before a person has decided about them: {}"),
                facts.left_out),
            kText);
}

/// A line to write on, `end` being where the letters beside it stand, and what belongs there.
void write_blank(FormPdf& form, double left, double end, double width, const char* caption) {
  form.line_across(left, end, width);
  form.write(left, end + 0.5, width, caption, kCaption);
}

void write_receipt(FormFlow& flow) {
  constexpr double kBlankLeft = 30;
  constexpr double kBlank = 64;
  constexpr double kDateLeft = kBlankLeft + kBlank + 5;
  constexpr double kDayLeft = kDateLeft + 12;
  FormPdf& form = flow.form();
  const double left = flow.left();
  const double end = form.write(left, flow.top(), kBlankLeft, tr("Received:"), kText);
  write_blank(form, left + kBlankLeft, end, kBlank, tr("signature, name in full"));
  form.write(left + kDateLeft, flow.top(), kDayLeft - kDateLeft, tr("date"), kText);
  write_blank(form, left + kDayLeft, end, flow.width() - kDayLeft, "");
  flow.skip(end - flow.top());
}

/// On one sheet, and not the signatures alone.
void write_foot(FormFlow& flow, const ExtractFacts& facts) {
  FormBlock foot(flow);
  foot.gap(kLineGap);
  foot.paragraph(tr("Data of other students are not given."), kText);
  foot.gap(kGap + kLineGap);
  foot.paragraph(tr("The extract is correct."), kText);
  foot.gap(kGap);
  foot.signature("", {facts.office, facts.issued_by, facts.day});
  foot.gap(2 * kGap);
  constexpr double kReceipt = 12;
  flow.need(foot.height() + kReceipt);
  foot.draw();
  write_receipt(flow);
}

}  // namespace

PrintedForm printed_extract(const ExtractFacts& facts) {
  FormPdf form(name_of_extract(facts));
  FormFlow flow(form, {}, name_of_extract(facts), facts.caption);
  write_title(flow, facts);
  write_head(flow, facts);
  write_rows(flow, facts);
  write_papers(flow, facts);
  write_foot(flow, facts);
  return form.finish();
}

}  // namespace fonds

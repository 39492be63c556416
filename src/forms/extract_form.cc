#include "forms/extract_form.h"

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
constexpr TextStyle kSubtitle{11, TextWeight::ordinary, TextAlign::centre};
constexpr TextStyle kText{11};
constexpr TextStyle kStrong{11, TextWeight::bold};
/// Names and titles beside a signature: a few lines say who it was.
constexpr TextStyle kSigner{11, TextWeight::ordinary, TextAlign::left, 5};
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
  paragraph(flow, tr("EXTRACT"), kTitle);
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

/// Office, signature, name and date stand on one line: the feet of long texts are level.
class Signature {
 public:
  Signature(const FormFlow& flow, const ExtractFacts& facts)
      : office_(flow.form().break_lines(kOffice, facts.office, kSigner)),
        name_(flow.form().break_lines(kName, facts.issued_by, kSigner)),
        day_(flow.form().break_lines(flow.width() - kDayLeft, spoken(facts.day), kSigner)) {}

  [[nodiscard]] double height() const {
    return std::max({office_.height(), name_.height(), day_.height()});
  }
  void draw(FormFlow& flow) const {
    FormPdf& form = flow.form();
    const double end = flow.top() + height();
    const double left = flow.left();
    form.draw(left, end - office_.height(), office_);
    write_blank(form, left + kBlankLeft, end, kBlank, tr("signature"));
    form.draw(left + kNameLeft, end - name_.height(), name_);
    form.draw(left + kDayLeft, end - day_.height(), day_);
    flow.skip(height());
  }

 private:
  static constexpr double kOffice = 58;  // mm
  static constexpr double kBlank = 36;
  static constexpr double kName = 52;
  static constexpr double kBetween = 3;
  static constexpr double kBlankLeft = kOffice + kBetween;
  static constexpr double kNameLeft = kBlankLeft + kBlank + kBetween;
  static constexpr double kDayLeft = kNameLeft + kName + kBetween;

  TextLines office_;
  TextLines name_;
  TextLines day_;
};

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
  const Signature signature(flow, facts);
  constexpr double kOfTheRest = 2 * 6 + 2 * kGap + 3 * kGap + 10;  // sentences, gaps, receipt
  flow.need(kOfTheRest + signature.height());
  flow.skip(kLineGap);
  paragraph(flow, tr("Data of other students are not given."), kText);
  flow.skip(kGap);
  paragraph(flow, tr("The extract is correct."), kText);
  flow.skip(kGap);
  signature.draw(flow);
  flow.skip(3 * kGap);
  write_receipt(flow);
}

}  // namespace

std::string extract_pdf(const ExtractFacts& facts) {
  FormPdf form(name_of_extract(facts));
  FormFlow flow(form, {}, name_of_extract(facts));
  write_title(flow, facts);
  write_head(flow, facts);
  write_rows(flow, facts);
  write_papers(flow, facts);
  write_foot(flow, facts);
  return form.finish();
}

}  // namespace fonds

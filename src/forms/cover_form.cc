#include "forms/cover_form.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/messages.h"
#include "forms/form_codes.h"
#include "forms/form_pdf.h"

namespace fonds {
namespace {

constexpr double kLeft = 25;  // mm; the binding takes a little of it
constexpr double kWidth = kSheetWidth - kLeft - 15;
constexpr double kAnnexTop = 6;
constexpr double kTop = 18;
constexpr double kGap = 6;
constexpr double kCaseTop = 92;  ///< of "ДЕЛО №"
constexpr double kTitleTop = 120;
constexpr double kTitleHeight = 62;
constexpr double kDatesTop = 190;
constexpr double kSheetsTop = 212;
constexpr double kRightHalf = 105;
constexpr double kPlaceTop = 262;
constexpr double kQrSide = 26;
constexpr double kHandLine = 9;  ///< between lines to write on

constexpr TextStyle kName{14, TextWeight::ordinary, TextAlign::centre, 4};
constexpr TextStyle kCase{28, TextWeight::bold, TextAlign::centre, 2};
constexpr TextStyle kDates{16, TextWeight::ordinary, TextAlign::centre, 1};
constexpr TextStyle kFact{14, TextWeight::ordinary, TextAlign::left, 4};
constexpr TextStyle kAnnex{8, TextWeight::ordinary, TextAlign::right, 3};
constexpr TextStyle kCaption{8, TextWeight::ordinary, TextAlign::centre, 1};

/// A text in the middle, or a line to write it on; below it what it is. Returns where it ends.
double write_named(FormPdf& form, double top, const std::string& text, const TextStyle& style,
                   const char* caption) {
  double end = top + kHandLine;
  if (text.empty()) {
    form.line_across(kLeft, end, kWidth);
  } else {
    end = form.write(kLeft, top, kWidth, text, style);
  }
  return form.write(kLeft, end + 0.5, kWidth, caption, kCaption);
}

void write_owners(FormPdf& form, const CoverForm& facts) {
  double at = write_named(form, kTop, facts.archive, kName, tr("name of the archive"));
  at = write_named(form, at + kGap, facts.institution, kName, tr("name of the institution"));
  write_named(form, at + kGap, facts.department, kName, tr("name of the department"));
}

/// In the largest letters that find room.
void write_title(FormPdf& form, const std::string& title) {
  if (title.empty()) {
    for (int i = 1; i <= 4; ++i) form.line_across(kLeft, kTitleTop + i * kHandLine, kWidth);
    form.write(kLeft, kTitleTop + 4 * kHandLine + 0.5, kWidth, tr("heading of the case"), kCaption);
    return;
  }
  constexpr double kSmallest = 8;
  for (double size = 20;; size = std::max(size - 2, kSmallest)) {
    TextStyle style{size, TextWeight::ordinary, TextAlign::centre};
    if (size == kSmallest) style.lines = 17;  // the room for the title has so many of them
    const TextLines lines = form.break_lines(kWidth, title, style);
    if (lines.height() > kTitleHeight && size > kSmallest) continue;
    form.draw(kLeft, kTitleTop, lines);
    return;
  }
}

/// In letters so large that a usual blank would not find room beside the other.
std::string or_short_blank(const std::string& text) { return text.empty() ? "_____" : text; }

void write_case(FormPdf& form, const CoverForm& facts) {
  const std::string volume = facts.volume == 0 ? "" : fmt::format("{}", facts.volume);
  form.write(
      kLeft, kCaseTop, kWidth,
      say(tr("CASE No. {} VOLUME No. {}"), or_short_blank(facts.index), or_short_blank(volume)),
      kCase);
}

std::string sheets_of(const std::optional<std::int64_t>& sheets) {
  const auto count = static_cast<unsigned long>(sheets.value_or(0));
  return say(trn("On {} sheet", "On {} sheets", count),
             or_blank(sheets ? fmt::format("{}", *sheets) : ""));
}

void write_facts(FormPdf& form, const CoverForm& facts) {
  write_named(form, kDatesTop, extreme_dates(facts.first_day, facts.last_day), kDates,
              tr("extreme dates"));
  const double width = kSheetWidth - kRightHalf - 15;
  const double end = form.write(kRightHalf, kSheetsTop, width, sheets_of(facts.sheets), kFact);
  form.write(kRightHalf, end + kGap, width, say(tr("To be kept {}"), or_blank(facts.period)),
             kFact);
}

void write_place(FormPdf& form, const FormPlace& place) {
  constexpr double kPlaceWidth = 70;
  double at = kPlaceTop;
  for (const auto& [format, value] :
       {std::pair{tr("Fonds No. {}"), &place.fonds}, std::pair{tr("Inv. No. {}"), &place.inventory},
        std::pair{tr("Unit No. {}"), &place.unit}}) {
    at = form.write(kLeft, at, kPlaceWidth, say(format, or_blank(*value)), kFact) + 1.5;
  }
}

}  // namespace

PrintedForm printed_cover(const CoverForm& facts) {
  FormPdf form(say(tr("Cover of case No. {}"), or_blank(facts.index)));
  constexpr double kHalf = kSheetWidth / 2;
  form.write(kHalf, kAnnexTop, kLeft + kWidth - kHalf, facts.caption.annex, kAnnex);
  write_owners(form, facts);
  write_case(form, facts);
  write_title(form, facts.title);
  write_facts(form, facts);
  write_place(form, facts.place);
  if (!facts.code.empty()) {
    const double left = kSheetWidth - 15 - kQrSide;
    draw_qr(form, left, kSheetHeight - 15 - kQrSide, kQrSide, facts.code);
  }
  return form.finish();
}

}  // namespace fonds

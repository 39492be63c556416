#include "forms/batch_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "base/messages.h"
#include "forms/form_codes.h"
#include "forms/form_pdf.h"
#include "forms/symbols.h"

namespace fonds {
namespace {

constexpr double kLeft = 20;  // mm
constexpr double kTextWidth = kSheetWidth - 2 * kLeft;
constexpr double kFactsTop = 14;
/// Room for the quiet zone of four modules on every side.
constexpr double kQrTop = 114;
constexpr double kQrSide = 84;
constexpr double kBarsTop = 208;
constexpr double kBarsHeight = 18;
/// A module of three pixels at 200 dpi; narrower only where the text would not fit.
constexpr double kBarModule = 0.36;
constexpr double kInstructionTop = 238;
/// The foot of the sheet: what the codes say, for whoever has to type it.
constexpr double kCodeTop = 276;

constexpr TextStyle kTitle{40, TextWeight::bold, TextAlign::centre};
constexpr TextStyle kIndex{88, TextWeight::bold, TextAlign::centre};
constexpr TextStyle kFact{24, TextWeight::ordinary, TextAlign::centre, 2};
constexpr TextStyle kNote{17.3, TextWeight::ordinary, TextAlign::centre};
constexpr TextStyle kSmall{10.7, TextWeight::ordinary, TextAlign::centre};

std::string title_of(SheetKind kind) {
  switch (kind) {
    case SheetKind::separator:
      return tr("SEPARATOR SHEET");
    case SheetKind::cover:
      return tr("COVER SHEET");
    case SheetKind::case_sheet:
      return tr("CASE");
  }
  return {};
}

std::string instruction_of(const SheetCode& sheet) {
  if (sheet.is_bare()) return tr("Lay this sheet between two papers. It is no paper itself.");
  return tr(
      "Lay this sheet before its papers. What it says holds until the next such sheet; it is "
      "no paper itself.");
}

void write_facts(FormPdf& form, const SheetCode& sheet) {
  double at = form.write(kLeft, kFactsTop, kTextWidth, title_of(sheet.kind), kTitle);
  if (!sheet.case_index.empty()) {
    at = form.write(kLeft, at, kTextWidth, sheet.case_index, kIndex);
  }
  if (sheet.year) at = form.write(kLeft, at, kTextWidth, say(tr("year {}"), *sheet.year), kFact);
  if (!sheet.collective.empty()) {
    at = form.write(kLeft, at, kTextWidth, sheet.collective, kFact);
  }
  if (sheet.count) {
    form.write(kLeft, at, kTextWidth, say(tr("papers behind it: {}"), *sheet.count), kFact);
  }
}

void draw_bars(FormPdf& form, const std::string& text) {
  const std::vector<int> widths = code128_widths(text);
  const int modules = std::accumulate(widths.begin(), widths.end(), 0);
  const double module = std::min(kBarModule, kTextWidth / modules);
  double at = (kSheetWidth - modules * module) / 2;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const double width = widths[i] * module;
    if (i % 2 == 0) form.fill(at, kBarsTop, width, kBarsHeight);
    at += width;
  }
}

}  // namespace

PrintedForm printed_batch_sheet(const SheetCode& sheet) {
  const std::string code = to_text(sheet);
  // In bars only what fits and what filing needs most.
  SheetCode brief = sheet;
  brief.collective.clear();
  FormPdf form(title_of(sheet.kind) + (sheet.case_index.empty() ? "" : " " + sheet.case_index));
  write_facts(form, sheet);
  draw_qr(form, (kSheetWidth - kQrSide) / 2, kQrTop, kQrSide, code);
  draw_bars(form, to_text(brief));
  form.write(kLeft, kInstructionTop, kTextWidth, instruction_of(sheet), kNote);
  form.write(kLeft, kCodeTop, kTextWidth, code, kSmall);
  return form.finish();
}

}  // namespace fonds

#include "ingest/desk_check.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace fonds {
namespace {

constexpr double kMmPerInch = 25.4;
/// What lies within this of the edge may be a shadow, a hole or the lid of the scanner.
constexpr double kEdgeMm = 8;
/// Marks smaller than this are dust; a sheet with no more than a few larger ones is empty.
constexpr double kMarkMm = 2;
constexpr int kFewMarks = 2;
/// Writing that comes nearer to the edge than any printer prints goes on beyond it.
constexpr double kCutMm = 1.0;
constexpr int kCutLines = 2;
/// Grey level of the darkest ink where paper is at 245: weak toner, pencil.
constexpr int kFaintInk = 138;
/// Faint ink that reads well needs no other scan.
constexpr double kReadsWell = 0.9;
constexpr double kSureWord = 0.5;

int pixels(double millimetres, double dpi) {
  return static_cast<int>(std::lround(millimetres / kMmPerInch * dpi));
}

bool is_blank(const RecognisedPage& page, const Ink& ink, const DeskView& view) {
  if (!page.lines.empty()) return false;
  const int edge = pixels(kEdgeMm, view.dpi);
  const int mark = pixels(kMarkMm, view.dpi);
  const auto inside = [&](const Box& box) {
    return box.left > edge && box.top > edge && box.left + box.width < view.width - edge &&
           box.top + box.height < view.height - edge;
  };
  const auto is_mark = [&](const Box& box) {
    return std::max(box.width, box.height) >= mark && inside(box);
  };
  const auto marks = std::count_if(ink.parts.begin(), ink.parts.end(), is_mark) +
                     std::count_if(ink.horizontals.begin(), ink.horizontals.end(), inside) +
                     std::count_if(ink.verticals.begin(), ink.verticals.end(), inside);
  return marks <= kFewMarks && std::none_of(ink.pictures.begin(), ink.pictures.end(), inside);
}

/// Lines that reach the same edge of the picture or of the photographed sheet.
bool is_cut_off(const RecognisedPage& page) {
  const Box& sheet = page.geometry.content;
  const int near = std::max(1, pixels(kCutMm, page.geometry.dpi));
  std::array<int, 4> lines{};
  for (const Line& line : page.lines) {
    const bool sure = std::any_of(line.words.begin(), line.words.end(),
                                  [](const Word& word) { return word.confidence > kSureWord; });
    if (!sure) continue;
    const Box& box = line.box;
    lines[0] += box.left < sheet.left + near ? 1 : 0;
    lines[1] += box.left + box.width > sheet.left + sheet.width - near ? 1 : 0;
    lines[2] += box.top < sheet.top + near ? 1 : 0;
    lines[3] += box.top + box.height > sheet.top + sheet.height - near ? 1 : 0;
  }
  // Of lines that lie along an edge only one can reach it.
  const bool sideways = page.geometry.rotation % 180 != 0;
  const auto needed = [&](bool at_side) { return at_side != sideways ? kCutLines : 1; };
  return lines[0] >= needed(true) || lines[1] >= needed(true) || lines[2] >= needed(false) ||
         lines[3] >= needed(false);
}

}  // namespace

std::vector<PageWarning> check_page(const RecognisedPage& page, const Ink& ink,
                                    const DeskView& view) {
  if (is_blank(page, ink, view)) return {PageWarning::blank};
  std::vector<PageWarning> warnings;
  const int turn = (page.geometry.rotation - view.turn_hint + 360) % 360;
  if (turn == 180 && !page.lines.empty()) warnings.push_back(PageWarning::upside_down);
  if (is_cut_off(page)) warnings.push_back(PageWarning::cut_off);
  if (view.levels.solid >= kFaintInk && page.confidence < kReadsWell) {
    warnings.push_back(PageWarning::faint);
  }
  return warnings;
}

}  // namespace fonds

#include "ingest/rows_layout.h"

#include <algorithm>

namespace fonds {
namespace {

/// dy / dx; a page is never so askew after it was turned upright.
constexpr double kSteepest = 0.1;
/// Nearer than this, in heights of a line, lines overlap: cells of one row, set at mid-height.
constexpr double kOverlap = 0.8;

}  // namespace

RowLayout::RowLayout(const PaperText& paper, const std::vector<NameWord>& words)
    : paper_(paper), words_(words), lines_(paper.lines().size(), {0, 0}) {
  level();
  for (std::size_t i = 0; i < words.size(); ++i) {
    auto& [from, end] = lines_[words[i].line];
    if (end == 0) from = i;
    end = i + 1;
  }
}

double RowLayout::height_at(std::size_t line) const {
  return std::max(1, paper_.pages()[page_of(line)].line_height);
}

double RowLayout::middle_of(std::size_t line) const { return places_[lines_[line].first].middle; }

bool RowLayout::overlaps_next(std::size_t line, std::size_t next) const {
  const auto has_words = [&](std::size_t at) { return lines_[at].first != lines_[at].second; };
  return has_words(line) && has_words(next) &&
         middle_of(next) - middle_of(line) < kOverlap * height_at(next);
}

std::size_t RowLayout::begin_of_row(std::size_t upper, std::size_t lower) const {
  if (upper + 1 == lower || !overlaps_next(lower - 1, lower)) return lower;
  std::size_t widest = upper + 1;
  double widest_gap = 0;
  double above = middle_of(upper);
  for (std::size_t line = upper + 1; line < lower; ++line) {
    if (lines_[line].first == lines_[line].second) continue;
    const double gap = middle_of(line) - above;
    above = middle_of(line);
    if (gap <= widest_gap) continue;
    widest = line;
    widest_gap = gap;
  }
  return widest;
}

std::size_t RowLayout::begin_of_first_row(std::size_t line) const {
  const bool first = line == paper_.pages()[page_of(line)].first_line;
  return !first && overlaps_next(line - 1, line) ? line - 1 : line;
}

void RowLayout::level() {
  std::vector<double> slopes(paper_.pages().size(), 0);
  for (std::size_t page = 0; page < slopes.size(); ++page) slopes[page] = slope_of(page);
  places_.reserve(words_.size());
  for (const NameWord& word : words_) {
    const PaperWord& whole = paper_.words()[word.paper_word];
    const double slope = slopes[page_of(word.line)];
    const double bytes = static_cast<double>(std::max<std::size_t>(1, whole.span.size()));
    const auto along = [&](std::size_t at) {
      const double share =
          (static_cast<double>(at) - static_cast<double>(whole.span.begin)) / bytes;
      return whole.box.left + std::clamp(share, 0.0, 1.0) * whole.box.width;
    };
    const double y = whole.box.top + whole.box.height / 2.0;
    Place place;
    place.left = along(word.span.begin) + slope * y;
    place.right =
        (word.span.end > whole.span.end ? whole.box.left + whole.box.width : along(word.span.end)) +
        slope * y;
    place.middle = y - slope * place.left;
    places_.push_back(place);
  }
}

/// How much the lines of a page fall to the right: dy / dx, the median of its long lines.
double RowLayout::slope_of(std::size_t page) const {
  std::vector<double> slopes;
  const PaperPage& of = paper_.pages()[page];
  for (std::size_t i = of.first_line; i < of.end_line; ++i) {
    const PaperLine& line = paper_.lines()[i];
    if (line.end_word - line.first_word < 3 || line.box.width * 3 < of.width) continue;
    const Box& a = paper_.words()[line.first_word].box;
    const Box& b = paper_.words()[line.end_word - 1].box;
    const double dx = b.left + b.width / 2.0 - a.left - a.width / 2.0;
    if (dx <= 0) continue;
    slopes.push_back((b.top + b.height / 2.0 - a.top - a.height / 2.0) / dx);
  }
  if (slopes.empty()) return 0;
  const auto middle = slopes.begin() + static_cast<std::ptrdiff_t>(slopes.size() / 2);
  std::nth_element(slopes.begin(), middle, slopes.end());
  return std::clamp(*middle, -kSteepest, kSteepest);
}

}  // namespace fonds

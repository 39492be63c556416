#include "ingest/strokes.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <vector>

namespace fonds {
namespace {

struct Run {
  int from = 0;
  int end = 0;
  [[nodiscard]] int width() const { return end - from; }
  [[nodiscard]] double middle() const { return (from + end) / 2.0; }
};

std::vector<Run> runs_of_row(const PixPtr& flat, const Box& box, int y, int ink_level) {
  const l_uint32* row =
      pixGetData(flat.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(flat.get());
  std::vector<Run> runs;
  bool inside = false;
  for (int x = box.left; x < box.left + box.width; ++x) {
    const bool ink = GET_DATA_BYTE(row, x) < ink_level;
    if (ink && !inside) runs.push_back({x, x});
    if (ink) runs.back().end = x + 1;
    inside = ink;
  }
  return runs;
}

/// The rows of `box` from the first to the last with ink.
Box inked_rows(const PixPtr& flat, Box box, int ink_level) {
  const auto empty = [&](int y) { return runs_of_row(flat, box, y, ink_level).empty(); };
  while (box.height > 0 && empty(box.top)) {
    ++box.top;
    --box.height;
  }
  while (box.height > 0 && empty(box.top + box.height - 1)) --box.height;
  return box;
}

/// Whether the middles of one stroke, row by row, lie on a straight line; how it leans in `lean`.
bool is_straight(const std::vector<double>& middles, double width, double& lean) {
  const auto count = static_cast<double>(middles.size());
  double mean = 0;
  for (const double middle : middles) mean += middle / count;
  double along = 0;
  double across = 0;
  for (std::size_t i = 0; i < middles.size(); ++i) {
    const double at = static_cast<double>(i) - (count - 1) / 2;
    along += at * at;
    across += at * (middles[i] - mean);
  }
  lean = along > 0 ? across / along : 0;
  const double allowed = std::max(1.0, width / 3);
  for (std::size_t i = 0; i < middles.size(); ++i) {
    const double at = static_cast<double>(i) - (count - 1) / 2;
    if (std::abs(middles[i] - mean - lean * at) > allowed) return false;
  }
  return true;
}

/// Whether `rows`, each of as many runs, are strokes side by side.
bool are_strokes(const std::vector<std::vector<Run>>& rows, int height) {
  constexpr double kMostLean = 0.4;
  constexpr double kSameLean = 0.09;
  constexpr double kThickest = 0.35;  // heights; thicker is a bar or a blot
  constexpr double kAlike = 1.8;
  double first_lean = 0;
  double first_width = 0;
  for (std::size_t stroke = 0; stroke < rows[0].size(); ++stroke) {
    std::vector<double> middles;
    double width = 0;
    for (const auto& row : rows) {
      middles.push_back(row[stroke].middle());
      width += static_cast<double>(row[stroke].width()) / static_cast<double>(rows.size());
    }
    double lean = 0;
    if (width > kThickest * height || !is_straight(middles, width, lean)) return false;
    if (std::abs(lean) > kMostLean) return false;
    if (stroke == 0) {
      first_lean = lean;
      first_width = width;
    }
    if (std::abs(lean - first_lean) > kSameLean) return false;
    if (width > kAlike * first_width + 1 || first_width > kAlike * width + 1) return false;
  }
  return true;
}

}  // namespace

std::size_t straight_strokes(const Box& box, int letters, const PixPtr& flat, int ink_level) {
  constexpr std::size_t kMost = 3;
  constexpr int kFewestRows = 6;
  Box inside = intersection(box, {0, 0, pixGetWidth(flat.get()), pixGetHeight(flat.get())});
  if (inside.width == 0 || inside.height == 0) return 0;
  inside = inked_rows(flat, inside, ink_level);
  if (10 * inside.height < 7 * letters || 10 * inside.height > 16 * letters) return 0;
  // Serifs stand in the upper and the lower fifth.
  std::vector<std::vector<Run>> rows;
  const int margin = inside.height / 4;
  for (int y = inside.top + margin; y < inside.top + inside.height - margin; ++y) {
    rows.push_back(runs_of_row(flat, inside, y, ink_level));
  }
  if (rows.size() < kFewestRows) return 0;
  const std::size_t strokes = rows[rows.size() / 2].size();
  if (strokes == 0 || strokes > kMost) return 0;
  // A speck beside one row or a break in another counts for nothing.
  const std::size_t all = rows.size();
  std::erase_if(rows, [&](const auto& row) { return row.size() != strokes; });
  if (10 * rows.size() < 9 * all) return 0;
  return are_strokes(rows, inside.height) ? strokes : 0;
}

}  // namespace fonds

#include "ingest/rows_columns.h"

#include <algorithm>
#include <cmath>

namespace fonds {
namespace {

// In heights of a line.
constexpr double kHeadingReach = 9;
constexpr double kGutterOfMany = 0.45;  ///< when many rows agree
constexpr double kGutterOfFew = 0.8;
/// Fewer rows may agree on a gap inside a name by chance.
constexpr std::size_t kManyRows = 5;
/// One row in so many may have a word in a gutter.
constexpr std::size_t kRowsAStray = 12;
constexpr std::size_t kMostHeadingLines = 4;
constexpr double kStepsALine = 8;
constexpr double kMostSteps = 4000;

std::vector<TableColumn> between_gutters(const std::vector<unsigned>& covered, unsigned stray,
                                         std::size_t gutter, double left, double width) {
  std::vector<TableColumn> columns;
  const auto add = [&](std::size_t from, std::size_t end) {
    TableColumn column;
    column.left = static_cast<int>(left + static_cast<double>(from) * width);
    column.right = static_cast<int>(left + static_cast<double>(end) * width);
    columns.push_back(column);
  };
  std::size_t from = 0;
  std::size_t last = 0;  // the last covered bin
  for (std::size_t bin = 0; bin < covered.size(); ++bin) {
    if (covered[bin] <= stray) continue;
    if (bin - last > gutter && last >= from && bin > 0 && (last > 0 || covered[0] > stray)) {
      add(from, last + 1);
      from = bin;
    }
    last = bin;
  }
  add(from, last + 1);
  return columns;
}

}  // namespace

std::vector<ColumnHeading> headings_above(const RowLayout& layout, const PersonWording& wording,
                                          std::size_t first) {
  std::vector<ColumnHeading> headings;
  const auto& words = layout.words();
  const std::size_t own = words[first].line;
  const double height = layout.height_at(own);
  const std::size_t top = layout.paper().pages()[layout.page_of(own)].first_line;
  std::size_t looked = 0;
  for (std::size_t line = own; line-- > top && looked < kMostHeadingLines;) {
    const auto [from, end] = layout.line(line);
    if (from == end) continue;
    if (layout.place(first).middle - layout.place(from).middle > kHeadingReach * height) break;
    ++looked;
    for (std::size_t at = from; at < end; ++at) {
      const auto hit = wording.column_at(words, at, layout.paper().folded());
      if (!hit || words[hit->last].line != line) continue;
      headings.push_back(
          {wording.columns()[hit->meaning], line, layout.place(hit->first).left,
           layout.place(hit->last).right,
           layout.paper().printed({words[hit->first].span.begin, words[hit->last].span.end})});
      at = hit->last;
    }
  }
  return headings;
}

bool is_heading_line(const RowLayout& layout, const PersonWording& wording, std::size_t line) {
  const auto& words = layout.words();
  const auto [from, end] = layout.line(line);
  std::size_t cells = 0;
  bool names = false;
  for (std::size_t at = from; at < end; ++at) {
    const auto hit = wording.column_at(words, at, layout.paper().folded());
    if (!hit || words[hit->last].line != line) continue;
    ++cells;
    names = names || wording.columns()[hit->meaning].holds == ColumnHolds::name;
    at = hit->last;
  }
  return names && cells >= 2;
}

bool has_names(const std::vector<ColumnHeading>& headings) {
  return headings.size() >= 2 &&
         std::any_of(headings.begin(), headings.end(), [](const ColumnHeading& each) {
           return each.meaning.holds == ColumnHolds::name;
         });
}

std::vector<TableColumn> find_columns(const RowLayout& layout,
                                      const std::vector<std::vector<std::size_t>>& rows,
                                      std::size_t line) {
  const double height = layout.height_at(line);
  const double step = std::max(1.0, height / kStepsALine);
  double left = 1e9;
  double right = -1e9;
  for (const auto& row : rows) {
    for (const std::size_t at : row) {
      left = std::min(left, layout.place(at).left);
      right = std::max(right, layout.place(at).right);
    }
  }
  if (right <= left) return {TableColumn{}};
  const auto bins = static_cast<std::size_t>(std::min(kMostSteps, (right - left) / step)) + 1;
  const double width = (right - left) / static_cast<double>(bins) + 1e-9;
  std::vector<unsigned> covered(bins + 1, 0);
  for (const auto& row : rows) {
    std::vector<bool> has(bins + 1, false);
    for (const std::size_t at : row) {
      const auto a = static_cast<std::size_t>((layout.place(at).left - left) / width);
      const auto b =
          static_cast<std::size_t>(std::max(0.0, (layout.place(at).right - left) / width));
      for (std::size_t bin = a; bin <= std::min(b, bins); ++bin) has[bin] = true;
    }
    for (std::size_t bin = 0; bin <= bins; ++bin) covered[bin] += has[bin] ? 1 : 0;
  }
  const unsigned stray = static_cast<unsigned>(rows.size() / kRowsAStray);
  const double gutter = (rows.size() >= kManyRows ? kGutterOfMany : kGutterOfFew) * height;
  return between_gutters(covered, stray, static_cast<std::size_t>(std::ceil(gutter / width)), left,
                         width);
}

void name_columns(const std::vector<ColumnHeading>& headings, double height,
                  std::vector<TableColumn>& columns) {
  for (const ColumnHeading& heading : headings) {
    if (heading.meaning.holds == ColumnHolds::number) continue;
    if (heading.right < columns.front().left) continue;  // over the number of the row
    const double x = (heading.left + heading.right) / 2;
    TableColumn& column = columns[nearest_column(columns, x)];
    const bool apart = heading.right < column.left - height || heading.left > column.right + height;
    if (apart) continue;
    column.has_births |= heading.meaning.holds == ColumnHolds::birth_date;
    const bool known = column.holds != ColumnHolds::unknown;
    column.merged = column.merged || (known && column.holds != heading.meaning.holds);
    if (!known || heading.right > column.last_heading) {
      column.last_heading = heading.right;
      column.ends_in_result = heading.meaning.holds == ColumnHolds::result;
    }
    const bool person = heading.meaning.holds == ColumnHolds::teacher ||
                        heading.meaning.holds == ColumnHolds::parents;
    if (known && !(person && column.holds == ColumnHolds::name)) continue;
    column.holds = heading.meaning.holds;
    column.weight = heading.meaning.weight;
    column.heading = heading.text;
  }
}

void copy_meanings(const std::vector<TableColumn>& from, std::vector<TableColumn>& to) {
  if (from.size() != to.size()) return;
  for (std::size_t i = 0; i < to.size(); ++i) {
    to[i].holds = from[i].holds;
    to[i].weight = from[i].weight;
    to[i].heading = from[i].heading;
    to[i].merged = from[i].merged;
    to[i].ends_in_result = from[i].ends_in_result;
    to[i].has_births = from[i].has_births;
  }
}

std::size_t nearest_column(const std::vector<TableColumn>& columns, double x) {
  std::size_t best = 0;
  double least = 1e12;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const double off = std::max({columns[i].left - x, x - columns[i].right, 0.0});
    if (off >= least) continue;
    least = off;
    best = i;
  }
  return best;
}

}  // namespace fonds

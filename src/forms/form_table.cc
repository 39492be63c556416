#include "forms/form_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

#include "base/error.h"

namespace fonds {
namespace {

constexpr double kAside = 1.2;  // mm between the rule and the letters
constexpr double kAbove = 0.7;
constexpr int kTitleLines = 8;
constexpr double kBelowSection = 12;  // mm; room for a row below the title of a section

/// A cell and how far it is drawn.
struct Cell {
  TextLines lines;
  std::size_t drawn = 0;

  [[nodiscard]] bool done() const { return drawn == lines.count(); }
};
using Cells = std::vector<Cell>;

double height_of(const Cells& cells) {
  double height = 0;
  for (const Cell& cell : cells) height = std::max(height, cell.lines.height());
  return height + 2 * kAbove;
}

class TableDrawing {
 public:
  TableDrawing(FormFlow& flow, std::span<const FormColumn> columns, const FormTableStyle& style);
  /// Heading and numbers, on the page where the first of `rows` has room, too.
  void begin(std::span<const TableRow> rows);
  /// The row leaves `below` free on the page where it begins, if any page has so much.
  void row(const TableRow& row, double below);
  [[nodiscard]] bool is_section(const TableRow& row) const {
    return style_.sections && row.size() == 1 && columns_.size() > 1;
  }
  void section(const std::string& title);
  void end() { rule_columns(); }

 private:
  /// `align`: of all cells, instead of what their columns say. `most`: as TextStyle::lines.
  [[nodiscard]] Cells lay_out(const TableRow& row, std::optional<TextAlign> align = {},
                              int most = 0) const;
  [[nodiscard]] double heading_height() const { return height_of(titles_) + height_of(numbers_); }
  /// What the row needs on the page where it begins.
  [[nodiscard]] double needed(const Cells& cells) const;
  void draw_heading();
  void draw_centred(const Cells& cells);
  /// As many lines as the page has room for.
  void draw_part(Cells& cells);
  void rule_columns() const;

  FormFlow& flow_;
  std::span<const FormColumn> columns_;
  FormTableStyle style_;
  std::vector<double> edges_;  ///< of the columns, from the left one of the first
  Cells titles_;
  Cells numbers_;
  double part_top_ = 0;  ///< of the table on the open page
};

TableDrawing::TableDrawing(FormFlow& flow, std::span<const FormColumn> columns,
                           const FormTableStyle& style)
    : flow_(flow), columns_(columns), style_(style) {
  double all = 0;
  for (const FormColumn& column : columns) all += column.width;
  double at = flow.left();
  TableRow titles;
  TableRow numbers;
  for (const FormColumn& column : columns) {
    edges_.push_back(at);
    at += flow.width() * column.width / all;
    titles.push_back(column.title);
    numbers.push_back(fmt::format("{}", numbers.size() + 1));
  }
  edges_.push_back(at);
  titles_ = lay_out(titles, TextAlign::centre, kTitleLines);
  numbers_ = lay_out(numbers, TextAlign::centre, 1);
}

void TableDrawing::begin(std::span<const TableRow> rows) {
  double height = heading_height();
  if (!rows.empty() && !is_section(rows.front())) height += needed(lay_out(rows.front()));
  if (rows.size() < 2) height = std::min(height + style_.below, flow_.room_of_a_page());
  flow_.need(height);
  draw_heading();
}

void TableDrawing::row(const TableRow& row, double below) {
  Cells cells = lay_out(row);
  double height = needed(cells) + below;
  for (;;) {
    if (height > flow_.room()) {
      rule_columns();
      flow_.next_page();
      draw_heading();
    }
    draw_part(cells);
    if (std::all_of(cells.begin(), cells.end(), [](const Cell& cell) { return cell.done(); })) {
      return;
    }
    height = flow_.room_of_a_page();  // what is left begins on the next
  }
}

/// The rules between columns end above it and begin anew below.
void TableDrawing::section(const std::string& title) {
  const TextLines lines =
      flow_.form().break_lines(flow_.width() - 2 * kAside, title,
                               {style_.size, TextWeight::bold, TextAlign::centre, kTitleLines});
  const double height = lines.height() + 2 * kAbove;
  if (height + kBelowSection > flow_.room()) {
    rule_columns();
    flow_.next_page();
    draw_heading();
  }
  rule_columns();
  flow_.form().draw(flow_.left() + kAside, flow_.top() + kAbove, lines);
  for (const double edge : {edges_.front(), edges_.back()}) {
    flow_.form().line_down(edge, flow_.top(), height);
  }
  flow_.skip(height);
  flow_.form().line_across(flow_.left(), flow_.top(), flow_.width());
  part_top_ = flow_.top();
}

Cells TableDrawing::lay_out(const TableRow& row, std::optional<TextAlign> align, int most) const {
  if (row.size() > columns_.size()) {
    throw Error(Fault::bug, "a row of a form's table has more cells than the table has columns");
  }
  Cells cells;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const double width = std::max(edges_[i + 1] - edges_[i] - 2 * kAside, 1.0);
    const TextStyle style{style_.size, TextWeight::ordinary, align.value_or(columns_[i].align),
                          most};
    const std::string_view text = i < row.size() ? row[i] : std::string_view();
    cells.push_back({flow_.form().break_lines(width, text, style)});
  }
  return cells;
}

double TableDrawing::needed(const Cells& cells) const {
  const double height = std::max(height_of(cells), style_.least_row);
  const double most = flow_.room_of_a_page() - heading_height();
  if (height <= most) return height;
  double line = 0;  // it will be divided: a line of every cell is enough to begin with
  for (const Cell& cell : cells) line = std::max(line, cell.lines.height(0, 1));
  return std::min(line + 2 * kAbove, most);
}

void TableDrawing::draw_heading() {
  part_top_ = flow_.top();
  flow_.form().line_across(flow_.left(), part_top_, flow_.width());
  draw_centred(titles_);
  draw_centred(numbers_);
}

void TableDrawing::draw_centred(const Cells& cells) {
  const double height = height_of(cells);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const TextLines& lines = cells[i].lines;
    flow_.form().draw(edges_[i] + kAside, flow_.top() + (height - lines.height()) / 2, lines);
  }
  flow_.skip(height);
  flow_.form().line_across(flow_.left(), flow_.top(), flow_.width());
}

void TableDrawing::draw_part(Cells& cells) {
  const double room = flow_.room() - 2 * kAbove;
  std::vector<std::size_t> counts;
  for (const Cell& cell : cells) counts.push_back(cell.lines.fitting(cell.drawn, room));
  // The page is as empty as one can be and yet no line fits: it is drawn all the same, for
  // nothing may be lost and the table must end.
  if (std::all_of(counts.begin(), counts.end(), [](std::size_t count) { return count == 0; })) {
    for (std::size_t i = 0; i < cells.size(); ++i) counts[i] = cells[i].done() ? 0 : 1;
  }
  double height = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    Cell& cell = cells[i];
    flow_.form().draw(edges_[i] + kAside, flow_.top() + kAbove, cell.lines, cell.drawn, counts[i]);
    height = std::max(height, cell.lines.height(cell.drawn, counts[i]));
    cell.drawn += counts[i];
  }
  height += 2 * kAbove;
  flow_.skip(std::max(height, std::min(style_.least_row, flow_.room())));
  flow_.form().line_across(flow_.left(), flow_.top(), flow_.width());
}

void TableDrawing::rule_columns() const {
  for (const double edge : edges_) {
    flow_.form().line_down(edge, part_top_, flow_.top() - part_top_);
  }
}

}  // namespace

double draw_table(FormFlow& flow, std::span<const FormColumn> columns,
                  std::span<const TableRow> rows, const FormTableStyle& style) {
  if (columns.empty()) throw Error(Fault::bug, "a form's table without columns");
  TableDrawing table(flow, columns, style);
  table.begin(rows);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (table.is_section(rows[i])) {
      table.section(rows[i].front());
    } else {
      table.row(rows[i], i + 1 == rows.size() ? style.below : 0);
    }
  }
  table.end();
  return flow.top();
}

}  // namespace fonds

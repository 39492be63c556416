#include "forms/form_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "base/error.h"

namespace fonds {
namespace {

constexpr double kAside = 1.2;  // mm between the rule and the letters
constexpr double kAbove = 0.7;
constexpr int kTitleLines = 8;

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
  TableDrawing(FormFlow& flow, std::span<const FormColumn> columns, std::span<const TableRow> rows,
               const FormTableStyle& style);
  void draw();

 private:
  [[nodiscard]] bool is_section(const TableRow& row) const {
    return style_.sections && row.size() == 1 && columns_.size() > 1;
  }
  void draw_section(std::size_t index);
  void draw_row(std::size_t index);
  /// `align`: of all cells, instead of what their columns say. `most`: as TextStyle::lines.
  [[nodiscard]] Cells lay_out(const TableRow& row, std::optional<TextAlign> align = {},
                              int most = 0) const;
  [[nodiscard]] double heading_height() const { return height_of(titles_) + height_of(numbers_); }
  [[nodiscard]] TextLines section_lines(const std::string& title) const;
  /// What the row needs on the page where it begins.
  [[nodiscard]] double needed(const Cells& cells) const;
  /// What must stand on one page from this row on: titles of sections with the row they are above,
  /// the last row with what stays free below it.
  [[nodiscard]] double kept_together(std::size_t index) const;
  /// The same of `height` and of what stands below it, `next` being the row after it; never more
  /// than a page has room for.
  [[nodiscard]] double kept_together(double height, std::size_t next) const;
  /// Begins the next page, with the heading, unless the open one has so much room.
  void need(double height);
  void draw_heading();
  void draw_centred(const Cells& cells);
  /// As many lines as the page has room for.
  void draw_part(Cells& cells);
  void rule_columns() const;

  FormFlow& flow_;
  std::span<const FormColumn> columns_;
  std::span<const TableRow> rows_;
  FormTableStyle style_;
  std::vector<double> edges_;  ///< of the columns, from the left one of the first
  Cells titles_;
  Cells numbers_;
  double part_top_ = 0;  ///< of the table on the open page
};

TableDrawing::TableDrawing(FormFlow& flow, std::span<const FormColumn> columns,
                           std::span<const TableRow> rows, const FormTableStyle& style)
    : flow_(flow), columns_(columns), rows_(rows), style_(style) {
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

void TableDrawing::draw() {
  flow_.need(heading_height() + kept_together(0));
  draw_heading();
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (is_section(rows_[i])) {
      draw_section(i);
    } else {
      draw_row(i);
    }
  }
  rule_columns();
}

void TableDrawing::draw_row(std::size_t index) {
  Cells cells = lay_out(rows_[index]);
  double height = kept_together(needed(cells), index + 1);
  for (;;) {
    need(height);
    draw_part(cells);
    if (std::all_of(cells.begin(), cells.end(), [](const Cell& cell) { return cell.done(); })) {
      return;
    }
    height = flow_.room_of_a_page();  // what is left begins on the next
  }
}

/// The rules between columns end above it and begin anew below.
void TableDrawing::draw_section(std::size_t index) {
  const TextLines lines = section_lines(rows_[index].front());
  const double height = lines.height() + 2 * kAbove;
  need(kept_together(index));
  rule_columns();
  flow_.form().draw(flow_.left() + kAside, flow_.top() + kAbove, lines);
  for (const double edge : {edges_.front(), edges_.back()}) {
    flow_.form().line_down(edge, flow_.top(), height);
  }
  flow_.skip(height);
  flow_.form().line_across(flow_.left(), flow_.top(), flow_.width());
  part_top_ = flow_.top();
}

void TableDrawing::need(double height) {
  if (height <= flow_.room()) return;
  rule_columns();
  flow_.next_page();
  draw_heading();
}

TextLines TableDrawing::section_lines(const std::string& title) const {
  return flow_.form().break_lines(flow_.width() - 2 * kAside, title,
                                  {style_.size, TextWeight::bold, TextAlign::centre, kTitleLines});
}

double TableDrawing::kept_together(std::size_t index) const {
  double height = 0;
  bool is_row = false;
  for (; index < rows_.size() && !is_row; ++index) {
    is_row = !is_section(rows_[index]);
    height += is_row ? needed(lay_out(rows_[index]))
                     : section_lines(rows_[index].front()).height() + 2 * kAbove;
  }
  return kept_together(height, index);
}

double TableDrawing::kept_together(double height, std::size_t next) const {
  const double below = next == rows_.size() ? style_.below : 0;
  return std::min(height + below, flow_.room_of_a_page() - heading_height());
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

void keep(FormPdf& form, std::span<const FormColumn> columns, std::span<const TableRow> rows) {
  Table table;
  table.rows.emplace_back();
  for (const FormColumn& column : columns) table.rows.front().push_back(column.title);
  table.rows.insert(table.rows.end(), rows.begin(), rows.end());
  form.keep(std::move(table));
}

}  // namespace

double draw_table(FormFlow& flow, std::span<const FormColumn> columns,
                  std::span<const TableRow> rows, const FormTableStyle& style) {
  if (columns.empty()) throw Error(Fault::bug, "a form's table without columns");
  TableDrawing(flow, columns, rows, style).draw();
  keep(flow.form(), columns, rows);
  return flow.top();
}

}  // namespace fonds

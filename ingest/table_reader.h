/// read_tables: the sheets of a table in a file as rows of text, whatever the file's name is.
///
/// Hostile input: sheets, rows, columns and bytes are limited (TableBuilder).
/// Threads: pure. Runs in the sandboxed worker.
/// Faults:  corrupt (damaged), usage (no table, an older format, over a limit): both say what to
/// do.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "model/table.h"

namespace fonds {

/// A register of 100 000 students has about 1 000 000 cells in 20 MB.
struct TableLimits {
  std::size_t sheets = 100;
  std::size_t rows = 1'000'000;  ///< of one sheet
  std::size_t columns = 500;
  std::size_t cells = 5'000'000;  ///< of all sheets, with the empty ones between
  std::size_t cell_bytes = 16U << 10;
  std::size_t total_bytes = 256U << 20;  ///< of all cells, and of a ZIP's members unpacked
};

/// Receives sheets and their rows in order.
class TableSink {
 public:
  virtual ~TableSink() = default;
  virtual void sheet(std::string name) = 0;
  virtual void row(TableRow row) = 0;
};

void read_tables(std::string_view bytes, const TableLimits& limits, TableSink& sink);

/// What a reader of one format fills: tidies cells (one line, NFC, no spaces at the ends), leaves
/// out empty ends of rows and sheets, holds the limits.
class TableBuilder {
 public:
  /// Both must outlive the builder.
  TableBuilder(const TableLimits& limits, TableSink& sink) : limits_(limits), sink_(sink) {}

  void sheet(std::string_view name);
  /// The next row; an empty one counts too.
  void row(TableRow row);
  /// Empty rows, `count` of them.
  void skip(std::size_t count);
  [[nodiscard]] const TableLimits& limits() const { return limits_; }

 private:
  void count_row(const TableRow& row);

  const TableLimits& limits_;
  TableSink& sink_;
  std::size_t sheets_ = 0;
  std::size_t rows_ = 0;     ///< of this sheet
  std::size_t waiting_ = 0;  ///< empty rows not given yet
  std::size_t cells_ = 0;
  std::size_t bytes_ = 0;
};

}  // namespace fonds

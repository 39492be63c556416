/// Careful: a sink of tables that checks what every reader of tables promises.
///
/// Threads: one.
#pragma once

#include <string>

#include "base/text.h"
#include "fuzz_input.h"
#include "ingest/table_reader.h"

namespace fonds {

inline TableLimits small_limits() {
  TableLimits limits;
  limits.rows = 200;
  limits.columns = 20;
  limits.cells = 1000;
  limits.cell_bytes = 1024;
  limits.total_bytes = 1U << 14;
  return limits;
}

class Careful : public TableSink {
 public:
  void sheet(std::string name) override {
    require(name == printable(name));
    rows_ = 0;
  }
  void row(TableRow row) override {
    const TableLimits limits = small_limits();
    require(++rows_ <= limits.rows && row.size() <= limits.columns);
    if (!row.empty()) require(!row.back().empty());
    for (const std::string& cell : row) {
      require(is_valid_utf8(cell) && cell.find('\n') == std::string::npos);
      require(!cell.starts_with(' ') && !cell.ends_with(' '));
    }
  }

 private:
  std::size_t rows_ = 0;
};

}  // namespace fonds

#include "ingest/table_reader.h"

#include <algorithm>
#include <utility>

#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "ingest/csv.h"

namespace fonds {
namespace {

Error too_large(const std::string& what) {
  return {Fault::usage, what, tr("divide the table into several files")};
}

bool is_plain(std::string_view cell) {
  return std::all_of(cell.begin(), cell.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

/// One line, NFC, without spaces at its ends.
void tidy(std::string& cell) {
  if (!is_plain(cell)) {
    for (char& c : cell) {
      if (c == '\n' || c == '\r' || c == '\t') c = ' ';
    }
    cell = normalise(printable(cell));
  }
  const std::size_t begin = cell.find_first_not_of(' ');
  if (begin == std::string::npos) {
    cell.clear();
    return;
  }
  cell.erase(cell.find_last_not_of(' ') + 1);
  cell.erase(0, begin);
}

}  // namespace

void TableBuilder::sheet(std::string_view name) {
  if (++sheets_ > limits_.sheets) {
    throw too_large(say(tr("the table has more than {} sheets"), limits_.sheets));
  }
  rows_ = 0;
  waiting_ = 0;
  sink_.sheet(printable(name));
}

void TableBuilder::row(TableRow row) {
  for (std::string& cell : row) {
    if (cell.size() > limits_.cell_bytes) {
      throw too_large(say(tr("row {}: a cell is longer than {} KB"), rows_ + waiting_ + 1,
                          limits_.cell_bytes >> 10));
    }
    tidy(cell);
  }
  while (!row.empty() && row.back().empty()) row.pop_back();
  if (row.empty()) return skip(1);
  // Only now: empty rows at the end of a sheet do not count.
  for (; waiting_ > 0; --waiting_) {
    count_row({});
    sink_.row({});
  }
  count_row(row);
  sink_.row(std::move(row));
}

void TableBuilder::skip(std::size_t count) {
  waiting_ = std::min(waiting_ + count, limits_.rows + 1);
}

void TableBuilder::count_row(const TableRow& row) {
  if (++rows_ > limits_.rows) {
    throw too_large(say(tr("the table has more than {} rows"), limits_.rows));
  }
  if (row.size() > limits_.columns) {
    throw too_large(say(tr("row {}: more than {} columns"), rows_, limits_.columns));
  }
  cells_ += row.size();
  for (const std::string& cell : row) bytes_ += cell.size();
  if (cells_ > limits_.cells || bytes_ > limits_.total_bytes) {
    throw too_large(say(tr("the table is larger than {} cells or {} MB"), limits_.cells,
                        limits_.total_bytes >> 20));
  }
}

void read_tables(std::string_view bytes, const TableLimits& limits, TableSink& sink) {
  using namespace std::string_view_literals;
  TableBuilder builder(limits, sink);
  if (bytes.empty()) {
    throw Error(Fault::usage, tr("the file is empty"), tr("export the list once more"));
  }
  if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) {
    throw Error(Fault::usage, tr("this is a table of an older format (XLS)"),
                tr("open it and save it as CSV in UTF-8"));
  }
  read_csv(bytes, builder);
}

}  // namespace fonds

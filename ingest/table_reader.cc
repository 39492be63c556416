#include "ingest/table_reader.h"

#include <algorithm>
#include <utility>

#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "ingest/csv.h"
#include "ingest/ods.h"
#include "ingest/office_package.h"
#include "ingest/xlsx.h"

namespace fonds {
namespace {

/// Excel allows 31 letters; a name is for people to find the sheet by.
constexpr std::size_t kLongestSheetName = 400;  // bytes

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

/// The compound file of the old formats also holds new ones that a password protects.
[[noreturn]] void refuse_compound_file(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.find("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv) != std::string_view::npos) {
    throw Error(Fault::usage, tr("the document is protected by a password"),
                tr("save it without the password and add it again"));
  }
  throw Error(Fault::usage, tr("this is a table of an older format (XLS)"),
              tr("open it and save it as XLSX or as CSV in UTF-8"));
}

void read_package(std::string_view bytes, TableBuilder& builder) {
  const PackageLimits limits{.total_bytes = builder.limits().total_bytes};
  const OfficePackage package(bytes, limits);
  const auto kind = package.kind();
  if (kind == FileKind::xlsx) return read_xlsx(package, builder);
  if (kind == FileKind::ods) return read_ods(package, builder);
  throw Error(Fault::usage, tr("there is no table in this file"),
              tr("save the table as XLSX, ODS or CSV"));
}

}  // namespace

void TableBuilder::sheet(std::string_view name) {
  if (++sheets_ > limits_.sheets) {
    throw too_large(say(tr("the table has more than {} sheets"), limits_.sheets));
  }
  rows_ = 0;
  waiting_ = 0;
  sink_.sheet(printable(name.substr(0, kLongestSheetName)));
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
    refuse_compound_file(bytes);
  }
  if (bytes.starts_with("PK\x03\x04"sv)) return read_package(bytes, builder);
  read_csv(bytes, builder);
}

}  // namespace fonds

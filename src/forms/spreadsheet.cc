#include "forms/spreadsheet.h"

#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <vector>

#include "base/disk.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "base/unique_fd.h"

namespace fonds {
namespace {

constexpr std::size_t kLongestCell = 32767;  // characters; what the format allows
constexpr std::size_t kLongestName = 31;
constexpr double kWidest = 60;  // of a column, in characters

void expect(lxw_error result) {
  if (result == LXW_NO_ERROR) return;
  throw Error(Fault::io, say(tr("the spreadsheet cannot be written: {}"), lxw_strerror(result)),
              tr("see that the folder of temporary files has room"));
}

/// A name a sheet may have.
std::string sheet_name(const Table& table, std::size_t number) {
  std::string name = table.name;
  std::replace_if(
      name.begin(), name.end(),
      [](char c) { return std::string_view("[]:*?/\\'").find(c) != std::string_view::npos; }, ' ');
  name = first_characters(name, kLongestName);
  return name.empty() ? fmt::format("{}", number) : name;
}

std::size_t columns_of(const Table& table) {
  std::size_t columns = 0;
  for (const TableRow& row : table.rows) columns = std::max(columns, row.size());
  return columns;
}

void set_widths(lxw_worksheet* sheet, const Table& table) {
  constexpr double kMargin = 3;
  for (std::size_t column = 0; column < columns_of(table); ++column) {
    std::size_t longest = 0;
    for (const TableRow& row : table.rows) {
      if (column < row.size()) longest = std::max(longest, count_characters(row[column]));
    }
    const double width = std::min(kWidest, static_cast<double>(longest) + kMargin);
    const auto at = static_cast<lxw_col_t>(column);
    expect(worksheet_set_column(sheet, at, at, width, nullptr));
  }
}

void write_sheet(lxw_worksheet* sheet, const Table& table, lxw_format* heading) {
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    for (std::size_t column = 0; column < table.rows[row].size(); ++column) {
      const std::string cell = first_characters(table.rows[row][column], kLongestCell);
      if (cell.empty()) continue;
      expect(worksheet_write_string(sheet, static_cast<lxw_row_t>(row),
                                    static_cast<lxw_col_t>(column), cell.c_str(),
                                    row == 0 ? heading : nullptr));
    }
  }
  set_widths(sheet, table);
  const std::size_t columns = columns_of(table);
  if (table.rows.size() < 2 || columns == 0) return;
  worksheet_freeze_panes(sheet, 1, 0);
  expect(worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(table.rows.size() - 1),
                              static_cast<lxw_col_t>(columns - 1)));
}

/// A workbook that is closed, and so freed, whatever happens.
class Workbook {
 public:
  explicit Workbook(const std::string& path) : book_(workbook_new(path.c_str())) {
    if (book_ == nullptr) expect(LXW_ERROR_MEMORY_MALLOC_FAILED);
  }
  ~Workbook() {
    if (book_ != nullptr) workbook_close(book_);
  }
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  [[nodiscard]] lxw_workbook* get() const { return book_; }
  void close() {
    lxw_workbook* book = book_;
    book_ = nullptr;
    expect(workbook_close(book));
  }

 private:
  lxw_workbook* book_;
};

std::string all_of(int fd) {
  std::string bytes;
  std::vector<char> buffer(65536);
  ::lseek(fd, 0, SEEK_SET);
  while (const std::size_t got =
             read_some(fd, buffer.data(), buffer.size(), tr("the spreadsheet"))) {
    bytes.append(buffer.data(), got);
  }
  return bytes;
}

}  // namespace

std::string xlsx_of(std::span<const Table> sheets, Moment made) {
  for (const Table& table : sheets) {
    if (table.rows.size() > LXW_ROW_MAX || columns_of(table) > LXW_COL_MAX) {
      throw Error(Fault::usage, tr("the table is too long for a spreadsheet"),
                  tr("take a part of it, or take it as CSV"));
    }
  }
  // The library writes to a path: one of a file that lives in memory alone.
  const UniqueFd file(::memfd_create("spreadsheet", MFD_CLOEXEC));
  if (file.get() < 0) throw system_error(errno, tr("cannot make the spreadsheet"));
  Workbook book(fmt::format("/proc/self/fd/{}", file.get()));
  lxw_doc_properties properties{};
  std::string author = "Fonds";
  properties.author = author.data();
  properties.created = std::chrono::system_clock::to_time_t(
      std::chrono::time_point_cast<std::chrono::system_clock::duration>(made));
  expect(workbook_set_properties(book.get(), &properties));
  lxw_format* heading = workbook_add_format(book.get());
  format_set_bold(heading);
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const std::string name = sheet_name(sheets[i], i + 1);
    lxw_worksheet* sheet = workbook_add_worksheet(book.get(), name.c_str());
    if (sheet == nullptr) expect(LXW_ERROR_SHEETNAME_ALREADY_USED);
    write_sheet(sheet, sheets[i], heading);
  }
  book.close();
  return all_of(file.get());
}

}  // namespace fonds

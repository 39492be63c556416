#include "ingest/office_pages.h"

#include <algorithm>
#include <utility>

#include "base/error.h"
#include "base/messages.h"
#include "ingest/office_package.h"
#include "ingest/office_text.h"
#include "ingest/table_reader.h"
#include "registry/roster_profiles.h"

namespace fonds {
namespace {

/// "Лист1", "Sheet 2": names nobody gave.
bool is_given(std::string_view name) {
  for (const std::string_view usual : {"Лист", "Sheet", "Table", "Таблица"}) {
    if (name.starts_with(usual) &&
        name.find_first_not_of(" 0123456789", usual.size()) == std::string_view::npos) {
      return false;
    }
  }
  return !name.empty();
}

/// Puts names whose parts stand in columns of their own into one: whoever finds the rows of a list
/// looks for whole names. The headings are those of lists of students
/// (config/roster_profiles.toml).
void join_names(Table& table, const RosterProfiles& profiles) {
  const RosterLayout layout = profiles.recognise(table);
  std::vector<std::size_t> parts;
  for (const char* part : {"last", "first", "middle"}) {
    const auto found = layout.columns.find(part);
    if (found != layout.columns.end()) parts.push_back(found->second.front());
  }
  if (parts.size() < 2) return;
  for (std::size_t row = layout.heading_row; row < table.rows.size(); ++row) {
    TableRow& cells = table.rows[row];
    std::string name;
    for (const std::size_t part : parts) {
      if (part >= cells.size() || cells[part].empty()) continue;
      if (!name.empty()) name += ' ';
      name += std::exchange(cells[part], {});
    }
    if (parts.front() < cells.size()) cells[parts.front()] = std::move(name);
  }
}

/// Each sheet on pages of its own, its name over it.
class SheetPages : public TableSink {
 public:
  explicit SheetPages(TextPages& pages) : pages_(pages) {}

  void sheet(std::string name) override {
    finish();
    table_.name = std::move(name);
  }
  void row(TableRow row) override { table_.rows.push_back(std::move(row)); }
  void finish() {
    if (table_.rows.empty()) return;
    join_names(table_, profiles_);
    pages_.new_page();
    if (is_given(table_.name)) pages_.paragraph(table_.name);
    pages_.table(table_.rows);
    table_.rows = {};
  }

 private:
  TextPages& pages_;
  RosterProfiles profiles_ = RosterProfiles::shipped();
  Table table_;
};

}  // namespace

void read_office_pages(const SourceFile& file, const ReadLimits& limits,
                       const TextPages::Give& give) {
  TextPages pages(limits.pages, give);
  if (file.kind == FileKind::csv || file.kind == FileKind::xlsx || file.kind == FileKind::ods) {
    SheetPages sheets(pages);
    read_tables(file.bytes, TableLimits{}, sheets);
    sheets.finish();
  } else {
    read_office_text(OfficePackage(file.bytes), file.kind, pages);
  }
  pages.finish();
}

FileKind tell_package(std::string_view bytes) {
  const OfficePackage package(bytes);
  if (const auto kind = package.kind()) return *kind;
  const bool office = package.has("[Content_Types].xml") || package.has("mimetype");
  return office ? FileKind::other : FileKind::zip;
}

}  // namespace fonds

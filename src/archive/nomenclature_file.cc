#include "archive/nomenclature_file.h"

#include "base/data_file.h"
#include "base/disk.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "ingest/table_reader.h"

namespace fonds {
namespace {

/// The first sheet.
class OneTable : public TableSink {
 public:
  void sheet(std::string name) override { table_.name = std::move(name); }
  void row(TableRow row) override { table_.rows.push_back(std::move(row)); }
  [[nodiscard]] const Table& table() const { return table_; }

 private:
  Table table_;
};

}  // namespace

ReadNomenclature read_nomenclature_file(const WorkerOptions& options,
                                        const boost::filesystem::path& file) {
  const UniqueFd opened = open_for_reading(file);
  return read_nomenclature_file(options, opened.get(), file.filename().string());
}

ReadNomenclature read_nomenclature_file(const WorkerOptions& options, int file,
                                        std::string_view name) {
  const auto tables =
      while_doing(printable(name), [&] { return WorkerHandle(options).tables(file); });
  return nomenclature_from(tables, PeriodWords::shipped());
}

const RetentionList& shipped_retention_list() {
  static const RetentionList list = [] {
    OneTable sink;
    read_tables(shipped_data("retention_list.csv"), {}, sink);
    return RetentionList(sink.table(), PeriodWords::shipped());
  }();
  return list;
}

std::string line_of(const NomenclatureProblem& problem) {
  return problem.row == 0 ? problem.what : say(tr("row {}: {}"), problem.row, problem.what);
}

}  // namespace fonds

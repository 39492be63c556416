#include "support/temp_archive.h"

#include "archive/index.h"
#include "archive/workers.h"

namespace fonds {

TempArchive::TempArchive() {
  Archive::create(ground(), folder(), "");
  archive_ = std::make_unique<Archive>(ground(), folder());
}

Archive::Ground TempArchive::ground() {
  return {disk_, clock_, boost::filesystem::path(FONDS_BINARY_DIR) / "src" / "cli" / "fonds"};
}

std::vector<IntakeReport> TempArchive::add(const boost::filesystem::path& path) {
  std::vector<IntakeReport> reports;
  ArchiveIntake intake(*archive_, local_archivist(), {"file", {}},
                       [&](const IntakeReport& report) { reports.push_back(report); });
  intake.add(path);
  return reports;
}

void TempArchive::work() {
  RecognitionWorkers workers(*archive_, recognition_actor(), 1,
                             RecognitionWorkers::Until::queue_is_empty, {});
  workers.join();
  ArchiveIndex(*archive_).wait_until_level({});
}

boost::filesystem::path sample(const std::string& name) {
  return boost::filesystem::path(FONDS_SOURCE_DIR) / "tests" / "data" / "scans" / name;
}

}  // namespace fonds

#include "support/temp_archive.h"

#include <boost/filesystem/operations.hpp>
#include <map>

#include "archive/documents.h"
#include "archive/index.h"
#include "archive/workers.h"

namespace fonds {
namespace {

boost::filesystem::path program() {
  return boost::filesystem::path(FONDS_BINARY_DIR) / "src" / "cli" / "fonds";
}

void read_into(const boost::filesystem::path& folder, const boost::filesystem::path& paper) {
  LocalDisk disk;
  const SystemClock clock;
  const Archive::Ground ground{disk, clock, program()};
  Archive::create(ground, folder, "");
  if (paper.empty()) return;
  Archive archive(ground, folder);
  ArchiveIntake(archive, local_archivist(), {"file", {}}, [](const IntakeReport&) {}).add(paper);
  RecognitionWorkers(archive, recognition_actor(), 1, RecognitionWorkers::Until::queue_is_empty, {})
      .join();
  ArchiveIndex(archive).wait_until_level({});
}

/// The archive with `paper` in it that copies are made of; empty: with none.
boost::filesystem::path made_once(const boost::filesystem::path& paper) {
  static std::map<boost::filesystem::path, TempFolder> made;
  const auto found = made.find(paper);
  if (found != made.end()) return found->second / "archive";
  const auto folder = made[paper] / "archive";
  read_into(folder, paper);
  return folder;
}

}  // namespace

TempArchive::TempArchive() : TempArchive(boost::filesystem::path()) {}

TempArchive::TempArchive(const boost::filesystem::path& paper) {
  boost::filesystem::copy(made_once(paper), folder(), boost::filesystem::copy_options::recursive);
  archive_ = std::make_unique<Archive>(ground(), folder());
}

Document TempArchive::paper() { return ArchiveDocuments(*archive_).find("1"); }

Archive::Ground TempArchive::ground() { return {disk_, clock_, program()}; }

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

/// TempArchive: an archive of a test's own on SQLite, with the real worker program. It is a copy of
/// one that is made once a process: reading a paper takes seconds.
///
/// Threads: of the test that made it.
#pragma once

#include <boost/filesystem/path.hpp>
#include <string>
#include <vector>

#include "archive/archive.h"
#include "archive/intake.h"
#include "support/fixed_clock.h"
#include "support/temp_folder.h"

namespace fonds {

class TempArchive {
 public:
  TempArchive();
  /// `paper` (a sample) was taken in and read.
  explicit TempArchive(const boost::filesystem::path& paper);
  /// The paper it was made with.
  [[nodiscard]] Document paper();
  [[nodiscard]] Archive& archive() { return *archive_; }
  [[nodiscard]] boost::filesystem::path folder() const { return folder_ / "archive"; }
  [[nodiscard]] const TempFolder& beside() const { return folder_; }
  [[nodiscard]] Archive::Ground ground();
  /// Takes in a path as the local archivist; what was reported.
  std::vector<IntakeReport> add(const boost::filesystem::path& path);
  /// Recognises everything that waits and levels the index.
  void work();

 private:
  TempFolder folder_;
  LocalDisk disk_;
  SystemClock clock_;
  std::unique_ptr<Archive> archive_;
};

/// A sample paper of tests/data/scans.
boost::filesystem::path sample(const std::string& name);
/// A born-digital sample: recognised without Tesseract, in a moment.
inline boost::filesystem::path quick_sample() { return sample("doc-0066.pdf"); }

}  // namespace fonds

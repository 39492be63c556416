/// ArchiveSamples: invented papers to try an empty archive with, and the students who stand on
/// them.
///
/// They come in as everybody's papers do, as a delivery of their own, and stay as long: nothing
/// takes them out but what takes out any paper. So they are for an archive without papers, and
/// their students for a register without students.
/// Threads: one per Archive. Faults: denied, usage (the archive has papers), not_found (no samples
/// are installed), and those of ArchiveIntake and ArchiveStudents.
#pragma once

#include <boost/filesystem/path.hpp>
#include <cstddef>
#include <stop_token>

#include "archive/archive.h"
#include "archive/intake.h"
#include "model/actor.h"

namespace fonds {

/// Where the samples stand that belong to the program: installed PREFIX/bin/fonds and
/// PREFIX/share/fonds/samples; in a build folder …/src/cli/fonds and …/samples.
boost::filesystem::path samples_folder(const boost::filesystem::path& program);

class ArchiveSamples {
 public:
  explicit ArchiveSamples(Archive& archive);
  /// Of a folder with scans/ and students.csv.
  ArchiveSamples(Archive& archive, boost::filesystem::path folder);

  /// What would come in now.
  struct Offer {
    std::size_t papers = 0;  ///< 0: the archive has papers, or there are no samples
    bool students = false;   ///< the register is empty, and the actor may change it
  };
  [[nodiscard]] Offer offer(const Actor& actor);

  enum class WithStudents { yes, no };
  struct Taken {
    IntakeId delivery{};
    std::size_t papers = 0;
    std::size_t students = 0;
  };
  /// `yes`: the students too, where they are offered. They come first: papers are linked to whom
  /// the register knows while they are read.
  Taken take_in(const Actor& actor, WithStudents students, const ArchiveIntake::Report& report = {},
                const std::stop_token& stop = {});

 private:
  Archive& archive_;
  boost::filesystem::path folder_;
};

}  // namespace fonds

/// An archive of invented papers as `fonds` would have made it: students, teacher, papers, cards,
/// links, journal, texts. Without originals, ALTO and pictures, which no search reads.
///
/// Threads: one. Faults: those of the archive.
#pragma once

#include <boost/filesystem/path.hpp>
#include <cstdint>

#include "archive/archive.h"
#include "bench/invented_papers.h"

namespace fonds {

/// Has kCollectivesOfTeacher of the register's collectives, neither the largest nor the smallest.
inline const Actor kTeacher{"teacher", Role::teacher};
inline constexpr std::size_t kCollectivesOfTeacher = 50;

/// A register fit for so many papers: ten papers a student.
InventedPapers papers_for(std::int64_t documents);

/// Fills the archive, which is empty or was left by the same call before it ended, up to so many
/// papers. Prints how far it has come.
void fill_archive(Archive& archive, const InventedPapers& papers, std::int64_t documents);

}  // namespace fonds

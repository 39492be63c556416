/// Timed searches: what people look for in an archive of invented papers, by who sees all and by
/// a teacher of 50 collectives, with everything in memory and with nothing.
///
/// Threads: one. Faults: those of the archive.
#pragma once

#include <string>

#include "archive/archive.h"
#include "bench/invented_papers.h"

namespace fonds {

/// Runs so many queries of each kind twice through ArchiveSearch, times the second round, prints
/// p50, p95, p99 and the slowest in ms; then some of each after the files were dropped from memory.
/// `only`: part of the names of the kinds wanted, for a profile of them; empty: all of it.
void time_searches(Archive& archive, const InventedPapers& papers, std::size_t queries,
                   const std::string& only);

}  // namespace fonds

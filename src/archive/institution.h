/// ArchiveInstitution: the institution's archive at a glance: what came in day by day, how much is
/// kept. Figures of all papers, so for those alone who see the papers of all collectives.
///
/// Threads: one per Archive. Faults: denied, and those of the catalogue.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "archive/archive.h"
#include "model/actor.h"
#include "model/calendar_date.h"

namespace fonds {

struct InstitutionFigures {
  /// The last days, today the last, each with the papers that came in on it.
  std::vector<std::pair<CalendarDate, std::int64_t>> days;
  std::int64_t papers = 0;          ///< in the archive
  std::int64_t original_bytes = 0;  ///< of their files, each counted once
};

class ArchiveInstitution {
 public:
  explicit ArchiveInstitution(Archive& archive) : archive_(archive) {}

  /// `days`: how many, from 1. Journalled as a look at the list of papers.
  InstitutionFigures look(const Actor& actor, int days);

 private:
  Archive& archive_;
};

}  // namespace fonds

/// Transfer (передача): volumes handed over to another archive in a package, from the package to
/// the receiver's act of acceptance, after which they are that archive's.
///
/// It holds keys and no titles: it is kept for ever and names nobody. Threads: value types.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/case_file.h"

namespace fonds {

struct Transfer {
  std::int64_t number = 0;        ///< from 1, without gaps
  std::string package;            ///< its id, "fonds-2032-02-01-17"
  CalendarDate made_on;           ///< the package
  std::string made_by;            ///< login
  EntryNumber journal_entry = 0;  ///< head of the journal when the package was begun
  std::string tag_manifest;       ///< hash that stands for the whole package
  std::string receiver;           ///< may be empty
  std::string act;                ///< of acceptance: number and day; empty: it is not accepted
  std::optional<CalendarDate> accepted_on;
  std::string recorded_by;  ///< login
  std::size_t unit_count = 0;
  std::vector<VolumeId> units;  ///< in the order of the package; lists of transfers leave them out
};

}  // namespace fonds

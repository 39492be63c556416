/// ArchiveAchievementExport: the bank of achievements as tables to be taken out.
///
/// Beside the records goes a table that says when, by whom and what was taken, with the number and
/// hash of the journal's entry about it: whoever holds the file can show later that the journal was
/// not rewritten since. Threads: one per Archive. Faults: denied, not_found, corrupt (a snapshot).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "archive/achievement_view.h"
#include "archive/archive.h"
#include "model/actor.h"
#include "model/table.h"

namespace fonds {

struct AchievementExport {
  Table records;
  Table about;
  Moment made{};
  EntryNumber entry = 0;  ///< of the journal, about this export
  std::string hash;       ///< of that entry
};

class ArchiveAchievementExport {
 public:
  explicit ArchiveAchievementExport(Archive& archive) : archive_(archive) {}
  /// `snapshot`: nothing: the bank as it is now. `form`: "csv", "xlsx", for the journal.
  AchievementExport take_out(const Actor& actor, const AchievementFilter& filter,
                             std::optional<std::int64_t> snapshot, std::string_view form);

 private:
  Archive& archive_;
};

}  // namespace fonds

/// ArchiveSnapshots: the bank of achievements frozen twice a year: taken, listed, looked into,
/// compared.
///
/// Invariant: a snapshot is never changed; what is read of it has been verified against the hash
/// in the journal. Threads: one per Archive. Faults: denied, not_found, corrupt (a snapshot is not
/// what was frozen), and those of the catalogue.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "archive/achievement_view.h"
#include "archive/archive.h"
#include "catalogue/frozen_banks.h"
#include "model/actor.h"

namespace fonds {

struct SnapshotComparison {
  FrozenBank before;
  std::optional<FrozenBank> after;  ///< nothing: the bank as it is now
  AchievementDifference difference;
};

class ArchiveSnapshots {
 public:
  explicit ArchiveSnapshots(Archive& archive) : archive_(archive) {}

  FrozenBank freeze(const Actor& actor);
  /// Oldest first.
  std::vector<FrozenBank> list(const Actor& actor);
  /// The day the bank should have been frozen on (config/achievements.toml) and was not since.
  std::optional<CalendarDate> due(const Actor& actor);
  /// What a snapshot holds. Journalled as a read.
  AchievementBank bank(const Actor& actor, std::int64_t number, const AchievementFilter& filter);
  /// From snapshot `before` (nothing: the last) to `after` (nothing: now). Journalled as a read.
  SnapshotComparison compare(const Actor& actor, std::optional<std::int64_t> before,
                             std::optional<std::int64_t> after);

  /// The same as bank(), for the use cases beside this one, which ask and journal themselves.
  AchievementBank frozen(std::int64_t number, const AchievementFilter& filter);

 private:
  FrozenBank existing(std::int64_t number);
  void journal(const Actor& actor, std::string_view event, const std::string& details);
  Archive& archive_;
};

}  // namespace fonds

/// FrozenBanks: the bank of achievements as it was at a moment, numbered and never changed.
///
/// A snapshot holds copies of the facts, so cards may change afterwards. Each record has a hash of
/// its facts and a random salt, the snapshot the hash of those in order, and the journal holds that
/// one: reading a snapshot compares them all. Where a person has to be forgotten their facts and
/// salt are emptied (lists to []); the hash stays and the rest is still verified.
/// Threads: as Database. Faults: as Database; corrupt (a snapshot is not what was frozen).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "catalogue/database.h"
#include "model/achievement.h"
#include "model/actor.h"

namespace fonds {

struct FrozenBank {
  std::int64_t number = 0;  ///< from 1
  std::string taken_at;     ///< RFC 3339
  std::string taken_by;     ///< login
  std::int64_t records = 0;
  std::string hash;
};

class FrozenBanks {
 public:
  explicit FrozenBanks(Database& database) : database_(database) {}

  /// Freezes `records` in their order, under the next number, with its journal entry.
  FrozenBank freeze(Transaction& transaction, const Actor& actor,
                    const std::vector<Achievement>& records);

  /// Oldest first.
  std::vector<FrozenBank> list();
  std::optional<FrozenBank> find(std::int64_t number);
  /// Its records in order, verified; those of people who were forgotten have no facts.
  std::vector<Achievement> records(const FrozenBank& bank);

 private:
  Database& database_;
};

}  // namespace fonds

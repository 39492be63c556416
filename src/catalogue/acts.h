/// Acts: acts of selection for destruction (model/act.h).
///
/// Threads: as Database. Faults: as Database; absent is a value.
#pragma once

#include <optional>
#include <vector>

#include "catalogue/database.h"
#include "model/act.h"
#include "model/actor.h"

namespace fonds {

class Acts {
 public:
  explicit Acts(Database& database) : database_(database) {}

  /// A draft; of `act` count day, basis, subject and units. Returns its number.
  std::int64_t add(Transaction& transaction, const Actor& actor, const DestructionAct& act);
  /// Replaces what became of it: all but number, author, the day it was drawn up on and its units;
  /// raises its revision.
  void update(Transaction& transaction, const Actor& actor, const DestructionAct& act);
  std::optional<DestructionAct> find(std::int64_t number);
  /// In order of numbers, without their units.
  std::vector<DestructionAct> list();
  /// The living act the volume is in.
  std::optional<std::int64_t> living_with(VolumeId volume);

 private:
  Database& database_;
};

}  // namespace fonds

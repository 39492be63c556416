/// Transfers: volumes handed over to other archives (model/transfer.h).
///
/// Threads: as Database. Faults: as Database; absent is a value.
#pragma once

#include <optional>
#include <vector>

#include "catalogue/database.h"
#include "model/actor.h"
#include "model/transfer.h"

namespace fonds {

class Transfers {
 public:
  explicit Transfers(Database& database) : database_(database) {}

  /// Of `transfer` count package, day, journal entry, hash, receiver and units. Returns its number.
  std::int64_t add(Transaction& transaction, const Actor& actor, const Transfer& transfer);
  /// Records the act of acceptance.
  void accept(Transaction& transaction, const Actor& actor, const Transfer& transfer);
  std::optional<Transfer> find(std::int64_t number);
  /// In order of numbers, without their units.
  std::vector<Transfer> list();

 private:
  Database& database_;
};

}  // namespace fonds

/// Holds: what must not be destroyed (model/hold.h).
///
/// Threads: as Database. Faults: as Database; absent is a value.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "catalogue/database.h"
#include "model/actor.h"
#include "model/hold.h"

namespace fonds {

class Holds {
 public:
  explicit Holds(Database& database) : database_(database) {}

  /// Of `hold` count subject, target, index, reason and until. Returns its number, from 1.
  std::int64_t set(Transaction& transaction, const Actor& actor, const Hold& hold);
  /// False when there is none that stands.
  bool lift(Transaction& transaction, const Actor& actor, std::int64_t id,
            std::string_view because);
  std::optional<Hold> find(std::int64_t id);
  /// In order of numbers: all, or those nobody has lifted.
  std::vector<Hold> list(bool only_standing);

 private:
  Database& database_;
};

}  // namespace fonds

/// IntakeFigures: how many papers came in when, and how much they are. Nobody's data.
///
/// Threads: as Database. Faults: as Database.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "catalogue/database.h"

namespace fonds {

class IntakeFigures {
 public:
  explicit IntakeFigures(Database& database) : database_(database) {}

  /// Papers taken in from `from` on, by the hour (of UTC) that began then, in order; hours without
  /// any are left out. Destroyed ones are counted: they came in.
  std::vector<std::pair<Moment, std::int64_t>> by_hour(Moment from);
  /// Bytes of all originals, each file counted once.
  std::int64_t original_bytes();

 private:
  Database& database_;
};

}  // namespace fonds

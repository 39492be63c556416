/// Leases: exclusive rights with an end, such as that of the one index writer.
///
/// Invariant: at any moment at most one owner holds a name, as long as the clocks of the machines
/// agree to much less than the durations asked for.
/// Threads: as Database. Faults: as Database.
#pragma once

#include <chrono>
#include <string_view>

#include "catalogue/database.h"

namespace fonds {

/// Whoever asks for a right: no two threads, processes or machines are one.
std::string new_lease_owner();

class Leases {
 public:
  explicit Leases(Database& database) : database_(database) {}
  /// Takes or extends the named right. False when somebody else holds it.
  bool acquire(std::string_view name, std::string_view owner, std::chrono::seconds duration);
  /// Gives the right back; nothing happens when `owner` no longer holds it.
  void release(std::string_view name, std::string_view owner);

 private:
  Database& database_;
};

}  // namespace fonds

/// Loans: which volumes were handed out to whom, and came back.
///
/// Threads: as Database. Faults: as Database; absent is a value.
#pragma once

#include <optional>
#include <vector>

#include "catalogue/database.h"
#include "model/actor.h"
#include "model/case_file.h"

namespace fonds {

class Loans {
 public:
  explicit Loans(Database& database) : database_(database) {}

  /// Of `loan` count volume, taker, purpose and its days; that the volume is in its place must be
  /// known. Returns its number, from 1.
  std::int64_t issue(Transaction& transaction, const Actor& actor, const Loan& loan);
  /// False when the volume is not out.
  bool take_back(Transaction& transaction, const Actor& actor, VolumeId volume,
                 const CalendarDate& day);
  /// The one under which the volume is out.
  std::optional<Loan> out(VolumeId volume);
  /// In order of numbers: all, or those that are out.
  std::vector<Loan> list(bool only_out);

 private:
  Database& database_;
};

}  // namespace fonds

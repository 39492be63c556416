/// PlannedSteps: the last plan of what is to be done with volumes.
///
/// Threads: as Database. Faults: as Database.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/database.h"
#include "model/case_file.h"

namespace fonds {

/// What is to be done with a volume; `step` is a name of kPlannedSteps (retention/plan.h).
struct StoredStep {
  VolumeId volume;
  std::string step;
  std::optional<CalendarDate> term;  ///< the first day it may stand in an act
  CalendarDate planned_on;           ///< since when the plan says so
};

class PlannedSteps {
 public:
  explicit PlannedSteps(Database& database) : database_(database) {}

  /// Of volumes from `from` to `to`, both of them.
  std::map<VolumeId, StoredStep> between(VolumeId from, VolumeId to);
  /// In order of volumes, above `after`, at most `limit`.
  std::vector<StoredStep> page(VolumeId after, int limit);
  /// In place of the one before.
  void set(Transaction& transaction, const StoredStep& step);
  void remove(Transaction& transaction, VolumeId volume);

 private:
  Database& database_;
};

}  // namespace fonds

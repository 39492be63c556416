/// Intakes: the deliveries papers came in: when each began, what the clerk called it, how far its
/// papers are. They are made with their first paper (Documents::add_intake).
///
/// Threads: as Database. Faults: as Database; absent is a value.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "catalogue/database.h"
#include "model/ids.h"

namespace fonds {

struct Intake {
  IntakeId id;
  std::string source;  ///< "file", "scanner", "folder", "stack"
  std::string label;   ///< may be empty, may hold personal data
  Moment started_at{};
};

/// Papers by their state; what an act has withdrawn is not counted.
struct IntakeCounts {
  int waiting = 0;  ///< for recognition
  int recognised = 0;
  int quarantined = 0;
  [[nodiscard]] int all() const { return waiting + recognised + quarantined; }
};

class Intakes {
 public:
  explicit Intakes(Database& database) : database_(database) {}

  std::optional<Intake> find(IntakeId id);
  /// Below `before`, the newest first, at most `limit`; not those that papers of a parted stack
  /// are.
  std::vector<Intake> list(std::optional<IntakeId> before, int limit);
  IntakeCounts counts(IntakeId id);
  /// In order of id.
  std::vector<DocumentId> documents_of(IntakeId id);

 private:
  Database& database_;
};

}  // namespace fonds

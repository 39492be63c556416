/// ArchiveHolds: what must not be destroyed, whatever its term, until somebody lifts that.
///
/// Threads: one per Archive. Faults: denied, not_found, usage, and those of the catalogue.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/archive.h"
#include "model/actor.h"
#include "model/hold.h"

namespace fonds {

/// A hold with what it is about, as it is typed: "2026-000012", "02-05/2024/1", "02-05", "15".
struct ShownHold {
  Hold hold;
  std::string target;
  bool over = false;  ///< its last day is past
};

struct NewHold {
  HoldSubject subject = HoldSubject::volume;
  std::string target;
  std::string reason;
  std::optional<CalendarDate> until;
};

class ArchiveHolds {
 public:
  explicit ArchiveHolds(Archive& archive) : archive_(archive) {}

  ShownHold set(const Actor& actor, const NewHold& words);
  ShownHold lift(const Actor& actor, std::int64_t id, std::string_view because);
  /// In order of numbers: all, or those nobody has lifted. Journalled as a read.
  std::vector<ShownHold> list(const Actor& actor, bool only_standing);

 private:
  void aim(const Actor& actor, const NewHold& words, Hold& hold);
  ShownHold shown(const Hold& hold);
  Archive& archive_;
};

}  // namespace fonds

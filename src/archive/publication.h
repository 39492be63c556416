/// ArchivePublication: the achievements that may be made public today.
///
/// Deny by default: a student's record is listed only while a consent to publication is on record
/// and holds, and no withdrawal waits for a person. A collective's award names the collective only.
/// What is given of a person is surname and first name. Threads: one per Archive. Faults: denied,
/// and those of the parts.
#pragma once

#include <string>
#include <vector>

#include "archive/achievement_view.h"
#include "archive/archive.h"
#include "model/actor.h"

namespace fonds {

struct PublicationList {
  AchievementBank records;    ///< `holder` as it may be published; no members, nothing attended
  std::int64_t left_out = 0;  ///< records of students without consent
  std::int64_t left_students = 0;  ///< whose they are
};

class ArchivePublication {
 public:
  explicit ArchivePublication(Archive& archive) : archive_(archive) {}
  /// Journalled, with numbers only.
  PublicationList list(const Actor& actor, const AchievementFilter& filter);

 private:
  Archive& archive_;
};

}  // namespace fonds

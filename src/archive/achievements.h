/// ArchiveAchievements: the bank of achievements: of a student, a collective, the institution.
///
/// Records are derived from cards every time (achievement_rules.h); what a person states is kept
/// beside the card and wins for ever. Every look at the bank is journalled, with numbers and ids
/// only. Threads: one per Archive. Faults: denied, not_found, usage (what is allowed is said), and
/// those of the catalogue.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "archive/achievement_view.h"
#include "archive/archive.h"
#include "model/actor.h"

namespace fonds {

class ArchiveAchievements {
 public:
  explicit ArchiveAchievements(Archive& archive) : archive_(archive) {}

  /// In order (put_in_order).
  AchievementBank list(const Actor& actor, const AchievementFilter& filter);

  /// What a person states: field of kStatableFacts → a person's words ("итоговый", "II место");
  /// "auto" takes a statement back. Returns the record as it is now; nothing when it no longer
  /// counts. `reference`: id_of() of a record, the document by number too.
  using Statements = std::map<std::string, std::string>;
  std::optional<Achievement> set(const Actor& actor, std::string_view reference,
                                 const Statements& statements);

  /// The bank as it is now; for the use cases beside this one, which journal themselves.
  AchievementBank bank(const AchievementFilter& filter);

 private:
  Archive& archive_;
};

/// A level in a person's words as name_of(Level). Fault usage.
std::string level_meant(const ValueWords& words, std::string_view typed);

}  // namespace fonds

/// Disclosures: the register of applications for learners' results, and restricted guardians.
///
/// What belongs to a merged student belongs to the one it was merged into. Threads: as Database.
/// Faults: as Database; absent is a value.
#pragma once

#include <optional>
#include <vector>

#include "catalogue/database.h"
#include "model/actor.h"
#include "model/disclosure.h"

namespace fonds {

/// Which of the register; the days are those of the applications.
struct DisclosureFilter {
  std::optional<StudentId> student;
  std::optional<DisclosureState> state;
  std::optional<CalendarDate> from;
  std::optional<CalendarDate> to;
};

class Disclosures {
 public:
  explicit Disclosures(Database& database) : database_(database) {}

  /// Records an application just opened under the next number, which is returned. Of `disclosure`
  /// count student, applicant, form, asked, from, to, application and applied_on.
  std::int64_t open(Transaction& transaction, const Actor& actor, const Disclosure& disclosure);
  /// Replaces what open() counts but the student. That nobody has decided on it must be known.
  void correct(Transaction& transaction, const Disclosure& disclosure);
  /// Replaces what became of application `disclosure.number`: state and all that follows it.
  void set_outcome(Transaction& transaction, const Disclosure& disclosure);
  std::optional<Disclosure> find(std::int64_t number);
  /// In order of numbers.
  std::vector<Disclosure> list(const DisclosureFilter& filter);

  /// Records it with a new id, which is returned. Of `restriction` count student, name, reason.
  std::int64_t restrict(Transaction& transaction, const Actor& actor,
                        const GuardianRestriction& restriction);
  /// False when there is none that stands.
  bool lift(Transaction& transaction, const Actor& actor, std::int64_t id);
  /// Of one person, those that stand, oldest first.
  std::vector<GuardianRestriction> restrictions(StudentId student);
  std::optional<GuardianRestriction> restriction(std::int64_t id);

 private:
  Database& database_;
};

}  // namespace fonds

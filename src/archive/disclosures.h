/// ArchiveDisclosures: applications for a learner's results: put on record, checked, approved, then
/// issued or refused; the register of them.
///
/// Everybody's application is put on record, also one that will be refused. Handing out takes an
/// application without obstacles (disclosure_rules.h) and an approval: a methodist's or director's
/// own, or their resolution on paper. What is handed out is the extract and copies of
/// disclosure_content.h; the register and the journal say so before a byte leaves. Two people at
/// once: an application is decided once.
/// Threads: one per Archive. Faults: denied, not_found, usage (what is missing is said), and those
/// of catalogue and store.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/archive.h"
#include "archive/disclosure_content.h"
#include "archive/disclosure_rules.h"
#include "archive/documents.h"
#include "catalogue/disclosures.h"
#include "model/actor.h"

namespace fonds {

struct ListedDisclosure {
  Disclosure disclosure;
  std::string student_name;
  std::vector<Obstacle> obstacles;  ///< today; none of what is decided
  CalendarDate due;                 ///< the last day for an answer
  bool late = false;                ///< it has passed without one
};

struct CheckedDisclosure : ListedDisclosure {
  DisclosureContent content;  ///< what would be given; empty when there are obstacles
};

struct IssuedDisclosure : ListedDisclosure {
  DisclosureContent content;
  std::string extract;                             ///< PDF
  std::vector<ArchiveDocuments::Exported> copies;  ///< access copies, PDF/A
};

class ArchiveDisclosures {
 public:
  explicit ArchiveDisclosures(Archive& archive) : archive_(archive) {}

  /// `paper`: reference of the scanned application; may be empty. An applicant without a name who
  /// asks as the student is called as the register has it.
  ListedDisclosure open(const Actor& actor, Disclosure disclosure, std::string_view paper);
  /// Changes what the application says, until it is approved or answered. `paper`: as for open();
  /// empty: as it is.
  ListedDisclosure correct(const Actor& actor, std::int64_t number,
                           const std::function<void(Disclosure&)>& change, std::string_view paper);
  CheckedDisclosure check(const Actor& actor, std::int64_t number);
  ListedDisclosure approve(const Actor& actor, std::int64_t number);
  /// `resolution`: an approval on paper, whose and of when; not needed where one is on record.
  /// What was issued is given again only when that is said; the register keeps what was given last.
  enum class Repeat { refuse, again };
  IssuedDisclosure issue(const Actor& actor, std::int64_t number, std::string_view resolution,
                         Repeat repeat = Repeat::refuse);
  ListedDisclosure refuse(const Actor& actor, std::int64_t number, std::string_view reason);
  /// In order of numbers. Journalled as a read, as check().
  std::vector<ListedDisclosure> list(const Actor& actor, const DisclosureFilter& filter);

  /// A parent or guardian whom the student's data must not reach; `reason`: the decision.
  GuardianRestriction restrict(const Actor& actor, GuardianRestriction restriction);
  /// False when it does not stand.
  bool lift(const Actor& actor, std::int64_t restriction);
  /// Those that stand.
  std::vector<GuardianRestriction> restrictions(const Actor& actor, StudentId student);

 private:
  Disclosure found(const Actor& actor, std::int64_t number);
  /// Cleans the texts and refuses what makes no sense.
  void prepare(const Actor& actor, Disclosure& disclosure, std::string_view paper);
  ListedDisclosure listed(Disclosure disclosure);
  /// Decides under the lock: `expected` must still be so.
  void settle(const Actor& actor, std::string_view event, const std::string& details,
              const Disclosure& expected, const Disclosure& settled);
  Archive& archive_;
};

}  // namespace fonds

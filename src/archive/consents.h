/// ArchiveConsents: consents on record, and papers that seem to give or withdraw one.
///
/// Only a person puts a consent on record; what the machine reads on a paper is an offer
/// (consent_offers.h). Two people at once: an offer is taken once. Threads: one per Archive.
/// Faults: denied, not_found, usage, and those of catalogue and store.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/archive.h"
#include "archive/consent_offers.h"
#include "model/actor.h"
#include "model/consent.h"

namespace fonds {

struct ListedConsent {
  Consent consent;
  std::string name;  ///< of the student
  std::optional<CalendarDate> withdrawn_on;
  bool holds = false;  ///< today
};

class ArchiveConsents {
 public:
  explicit ArchiveConsents(Archive& archive) : archive_(archive) {}

  /// A consent as a person states it: its day may not be in the future. `paper`: reference of the
  /// document that proves it; may be empty.
  ListedConsent add(const Actor& actor, Consent consent, std::string_view paper);
  /// Ends what the student consented to until that day. Returns what is on record then.
  std::vector<ListedConsent> withdraw(const Actor& actor, Withdrawal withdrawal,
                                      std::string_view paper);
  /// Takes an offered paper as right: records the consent or the withdrawal it gives. `given_on`
  /// and `until` where the paper's own were not read.
  std::vector<ListedConsent> accept(const Actor& actor, std::string_view paper, StudentId student,
                                    std::optional<CalendarDate> given_on,
                                    std::optional<CalendarDate> until);
  /// The paper says neither.
  void dismiss(const Actor& actor, std::string_view paper, StudentId student);

  /// On record, of one student or of all, in order of names. Journalled as a read.
  std::vector<ListedConsent> list(const Actor& actor, std::optional<StudentId> student);
  /// What waits for a person. Journalled as a read.
  std::vector<ConsentOffer> offers(const Actor& actor);

 private:
  void expect_past(const CalendarDate& day) const;
  DocumentId paper_or_none(const Actor& actor, std::string_view reference);
  Consent record(Transaction& transaction, const Actor& actor, Consent consent);
  void record(Transaction& transaction, const Actor& actor, const Withdrawal& withdrawal);
  void journal(Transaction& transaction, const Actor& actor, std::string_view event,
               StudentId student, ConsentScope scope, DocumentId document);
  ListedConsent listed(const Consent& consent, const ConsentRecords& records);
  std::vector<ListedConsent> of(StudentId student);
  Archive& archive_;
};

}  // namespace fonds

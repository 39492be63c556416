#include "archive/consents.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "access/policy.h"
#include "archive/documents.h"
#include "archive/field_input.h"
#include "archive/read_log.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "catalogue/blocks.h"
#include "catalogue/consents.h"
#include "catalogue/journal.h"
#include "catalogue/students.h"
#include "model/spoken_date.h"

namespace fonds {
namespace {

using Json = nlohmann::ordered_json;

}  // namespace

void ArchiveConsents::expect_past(const CalendarDate& day) const {
  if (day <= day_here(archive_.clock().now())) return;
  throw Error(Fault::usage, say(tr("{} is in the future"), spoken(day)),
              tr("write the day that stands on the paper"));
}

DocumentId ArchiveConsents::paper_or_none(const Actor& actor, std::string_view reference) {
  if (reference.empty()) return {};
  return ArchiveDocuments(archive_).find(Viewer(archive_, actor), reference).id;
}

ListedConsent ArchiveConsents::listed(const Consent& consent, const ConsentRecords& records) {
  ListedConsent found{consent, "", withdrawn_on(records, consent), false};
  if (const auto student = Students(archive_.catalogue()).find(consent.student)) {
    found.name = full_text(student->name);
  }
  const ConsentRecords alone{{consent}, records.withdrawals};
  found.holds = consented(alone, consent.scope, day_here(archive_.clock().now()));
  return found;
}

std::vector<ListedConsent> ArchiveConsents::of(StudentId student) {
  const ConsentRecords records = Consents(archive_.catalogue()).of(student);
  std::vector<ListedConsent> found;
  for (const Consent& each : records.consents) found.push_back(listed(each, records));
  return found;
}

void ArchiveConsents::journal(Transaction& transaction, const Actor& actor, std::string_view event,
                              StudentId student, ConsentScope scope, DocumentId document) {
  Json details{{"scope", name_of(scope)}};
  if (document.value != 0) details["document"] = document.value;
  Journal(archive_.catalogue())
      .append(transaction, actor, event, subject_of(student), details.dump());
}

Consent ArchiveConsents::record(Transaction& transaction, const Actor& actor, Consent consent) {
  expect_past(consent.given_on);
  if (consent.until && *consent.until < consent.given_on) {
    throw Error(Fault::usage, tr("the consent would end before it was given"),
                tr("correct one of the two days"));
  }
  consent.given_by = line_typed(consent.given_by);
  journal(transaction, actor, "consent.recorded", consent.student, consent.scope, consent.document);
  consent.id = Consents(archive_.catalogue()).add(transaction, actor, consent);
  consent.recorded_by = actor.login;
  return consent;
}

void ArchiveConsents::record(Transaction& transaction, const Actor& actor,
                             const Withdrawal& withdrawal) {
  expect_past(withdrawal.withdrawn_on);
  journal(transaction, actor, "consent.withdrawn", withdrawal.student, withdrawal.scope,
          withdrawal.document);
  Consents(archive_.catalogue()).add(transaction, actor, withdrawal);
  if (withdrawal.scope != ConsentScope::processing) return;
  // What a period keeps is closed to use until its end, what is optional until it is destroyed.
  Journal(archive_.catalogue())
      .append(transaction, actor, "student.blocked", subject_of(withdrawal.student));
  Blocks(archive_.catalogue())
      .set(transaction, actor, BlockSubject::student, withdrawal.student.value,
           say(tr("consent to processing withdrawn on {}"), to_text(withdrawal.withdrawn_on)));
}

ListedConsent ArchiveConsents::add(const Actor& actor, Consent consent, std::string_view paper) {
  archive_.policy().require(actor, Operation::record_consents);
  (void)Viewer(archive_, actor).require_student(consent.student);
  consent.document = paper_or_none(actor, paper);
  Transaction transaction(archive_.catalogue());
  consent = record(transaction, actor, std::move(consent));
  transaction.commit();
  return listed(consent, Consents(archive_.catalogue()).of(consent.student));
}

std::vector<ListedConsent> ArchiveConsents::withdraw(const Actor& actor, Withdrawal withdrawal,
                                                     std::string_view paper) {
  archive_.policy().require(actor, Operation::record_consents);
  (void)Viewer(archive_, actor).require_student(withdrawal.student);
  withdrawal.document = paper_or_none(actor, paper);
  Transaction transaction(archive_.catalogue());
  record(transaction, actor, withdrawal);
  transaction.commit();
  return of(withdrawal.student);
}

std::vector<ListedConsent> ArchiveConsents::accept(const Actor& actor, std::string_view paper,
                                                   StudentId student,
                                                   std::optional<CalendarDate> given_on,
                                                   std::optional<CalendarDate> until) {
  archive_.policy().require(actor, Operation::record_consents);
  const Document document = ArchiveDocuments(archive_).find(Viewer(archive_, actor), paper);
  Transaction transaction(archive_.catalogue());
  Journal(archive_.catalogue()).lock(transaction);  // of two people only one takes the offer
  const std::vector<ConsentOffer> offers = consent_offers(archive_, document.id);
  const auto offer = std::find_if(offers.begin(), offers.end(), [&](const ConsentOffer& each) {
    return each.student == student;
  });
  if (offer == offers.end()) {
    throw Error(
        Fault::not_found,
        say(tr("document {} offers no consent of student {}"), document.accession, student.value),
        tr("`fonds consent list --offered` shows what waits; `fonds consent add` records "
           "one by hand"));
  }
  const auto day = given_on ? given_on : offer->date;
  if (!day) {
    throw Error(Fault::usage, tr("the day of the paper is not known"), tr("say it with --on DAY"));
  }
  if (offer->reading.says == ConsentSays::withdrawal) {
    Withdrawal withdrawal;
    withdrawal.student = student;
    withdrawal.withdrawn_on = *day;
    withdrawal.document = document.id;
    record(transaction, actor, withdrawal);
  } else {
    Consent consent;
    consent.student = student;
    consent.given_on = *day;
    consent.until = until ? until : offer->reading.until;
    consent.document = document.id;
    record(transaction, actor, std::move(consent));
  }
  transaction.commit();
  return of(student);
}

void ArchiveConsents::dismiss(const Actor& actor, std::string_view paper, StudentId student) {
  archive_.policy().require(actor, Operation::record_consents);
  const Document document = ArchiveDocuments(archive_).find(Viewer(archive_, actor), paper);
  Database& database = archive_.catalogue();
  Transaction transaction(database);
  Journal(database).append(transaction, actor, "consent.dismissed", subject_of(student),
                           Json{{"document", document.id.value}}.dump());
  Consents(database).dismiss(transaction, actor, document.id, student);
  transaction.commit();
}

std::vector<ListedConsent> ArchiveConsents::list(const Actor& actor,
                                                 std::optional<StudentId> student) {
  archive_.policy().require(actor, Operation::read_consents);
  Database& database = archive_.catalogue();
  std::vector<ListedConsent> found;
  if (student) {
    found = of(*student);
  } else {
    const auto all = Consents(database).all();
    for (const auto& [id, records] : all) {
      for (const Consent& each : records.consents) found.push_back(listed(each, records));
    }
  }
  const Viewer viewer(archive_, actor);
  std::erase_if(
      found, [&](const ListedConsent& each) { return !viewer.sees_student(each.consent.student); });
  std::stable_sort(found.begin(), found.end(), [](const ListedConsent& a, const ListedConsent& b) {
    return fold(a.name) < fold(b.name);
  });
  Json details{{"records", found.size()}};
  if (student) details["student"] = student->value;
  Transaction transaction(database);
  Journal(database).append(transaction, actor, "consent.listed", "consents", details.dump());
  transaction.commit();
  return found;
}

std::vector<ConsentOffer> ArchiveConsents::offers(const Actor& actor) {
  archive_.policy().require(actor, Operation::read_consents);
  std::vector<ConsentOffer> found = consent_offers(archive_);
  const Viewer viewer(archive_, actor);
  std::erase_if(found, [&](const ConsentOffer& each) {
    return !viewer.sees(each.document) || !viewer.sees_student(each.student);
  });
  Transaction transaction(archive_.catalogue());
  Journal(archive_.catalogue())
      .append(transaction, actor, "consent.listed", "consents",
              Json{{"offered", found.size()}}.dump());
  transaction.commit();
  return found;
}

}  // namespace fonds

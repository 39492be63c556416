#include "archive/consents.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "access/policy.h"
#include "archive/documents.h"
#include "archive/review_rules.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "catalogue/cards.h"
#include "catalogue/consents.h"
#include "catalogue/documents.h"
#include "catalogue/journal.h"
#include "catalogue/proofs.h"
#include "catalogue/students.h"
#include "model/text_correction.h"

namespace fonds {
namespace {

using Json = nlohmann::ordered_json;

std::string subject_of(StudentId student) { return fmt::format("student/{}", student.value); }

/// Students a paper is linked to, by the machine or a person; with `perhaps` also those it is only
/// offered to.
std::vector<StudentId> linked(const ProofPaper& paper, bool perhaps) {
  std::vector<StudentId> students;
  for (const auto& [student, who] : paper.students) {
    bool yes = false;
    bool no = false;
    for (const ProofLink& link : paper.links) {
      if (link.student != student) continue;
      yes = yes || link.state == LinkState::linked || (perhaps && link.state == LinkState::offered);
      no = no || link.state == LinkState::refused;
    }
    if (yes && !no) students.push_back(student);
  }
  return students;
}

std::optional<CalendarDate> day_of(const std::string& value) {
  const auto span = date_span_from(value);
  if (!span || span->from != span->to) return std::nullopt;
  return span->from;
}

}  // namespace

CalendarDate ArchiveConsents::today() const {
  return calendar_date_from(to_text(archive_.clock().now()).substr(0, 10)).value();
}

void ArchiveConsents::expect_past(const CalendarDate& day) const {
  if (day <= today()) return;
  throw Error(Fault::usage, say(tr("{} is in the future"), to_text(day)),
              tr("write the day that stands on the paper"));
}

Document ArchiveConsents::paper_or_none(std::string_view reference) {
  return reference.empty() ? Document() : ArchiveDocuments(archive_).find(reference);
}

ListedConsent ArchiveConsents::listed(const Consent& consent, const ConsentRecords& records) {
  ListedConsent found{consent, "", withdrawn_on(records, consent), false};
  if (const auto student = Students(archive_.catalogue()).find(consent.student)) {
    found.name = full_text(student->name);
  }
  const ConsentRecords alone{{consent}, records.withdrawals};
  found.holds = consented(alone, consent.scope, today());
  return found;
}

std::vector<ListedConsent> ArchiveConsents::of(StudentId student) {
  const ConsentRecords records = Consents(archive_.catalogue()).of(student);
  std::vector<ListedConsent> found;
  for (const Consent& each : records.consents) found.push_back(listed(each, records));
  return found;
}

ListedConsent ArchiveConsents::add(const Actor& actor, Consent consent, std::string_view paper) {
  require(actor, Operation::record_consents);
  expect_past(consent.given_on);
  if (consent.until && *consent.until < consent.given_on) {
    throw Error(Fault::usage, tr("the consent would end before it was given"),
                tr("correct one of the two days"));
  }
  consent.document = paper_or_none(paper).id;
  consent.given_by = normalise(to_valid_utf8(consent.given_by));
  Database& database = archive_.catalogue();
  Transaction transaction(database);
  Json details{{"scope", name_of(consent.scope)}};
  if (consent.document.value != 0) details["document"] = consent.document.value;
  Journal(database).append(transaction, actor, "consent.recorded", subject_of(consent.student),
                           details.dump());
  consent.id = Consents(database).add(transaction, actor, consent);
  consent.recorded_by = actor.login;
  transaction.commit();
  return listed(consent, Consents(database).of(consent.student));
}

std::vector<ListedConsent> ArchiveConsents::withdraw(const Actor& actor, Withdrawal withdrawal,
                                                     std::string_view paper) {
  require(actor, Operation::record_consents);
  expect_past(withdrawal.withdrawn_on);
  withdrawal.document = paper_or_none(paper).id;
  Database& database = archive_.catalogue();
  Transaction transaction(database);
  Json details{{"scope", name_of(withdrawal.scope)}};
  if (withdrawal.document.value != 0) details["document"] = withdrawal.document.value;
  Journal(database).append(transaction, actor, "consent.withdrawn", subject_of(withdrawal.student),
                           details.dump());
  Consents(database).add(transaction, actor, withdrawal);
  transaction.commit();
  return of(withdrawal.student);
}

std::vector<ListedConsent> ArchiveConsents::accept(const Actor& actor, std::string_view paper,
                                                   StudentId student,
                                                   std::optional<CalendarDate> given_on,
                                                   std::optional<CalendarDate> until) {
  require(actor, Operation::record_consents);
  const Document document = ArchiveDocuments(archive_).find(paper);
  const std::vector<ConsentOffer> offers = waiting();
  const auto offer = std::find_if(offers.begin(), offers.end(), [&](const ConsentOffer& each) {
    return each.document == document.id && each.student == student;
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
    return withdraw(actor, withdrawal, document.accession);
  }
  Consent consent;
  consent.student = student;
  consent.given_on = *day;
  consent.until = until ? until : offer->reading.until;
  add(actor, consent, document.accession);
  return of(student);
}

void ArchiveConsents::dismiss(const Actor& actor, std::string_view paper, StudentId student) {
  require(actor, Operation::record_consents);
  const Document document = ArchiveDocuments(archive_).find(paper);
  Database& database = archive_.catalogue();
  Transaction transaction(database);
  Journal(database).append(transaction, actor, "consent.dismissed", subject_of(student),
                           Json{{"document", document.id.value}}.dump());
  Consents(database).dismiss(transaction, actor, document.id, student);
  transaction.commit();
}

std::vector<ListedConsent> ArchiveConsents::list(const Actor& actor,
                                                 std::optional<StudentId> student) {
  require(actor, Operation::read_consents);
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

std::vector<ConsentOffer> ArchiveConsents::waiting() {
  const ConsentReader& reader = ConsentReader::shipped();
  const ReviewRules& rules = ReviewRules::shipped();
  Database& database = archive_.catalogue();
  const auto decided = Consents(database).decided();
  Documents documents(database);
  Cards cards(database);
  std::vector<ConsentOffer> offers;
  Proofs(database).each([&](const ProofPaper& paper) {
    // What the machine is not sure of gives nobody consent, and may still be a withdrawal.
    const std::string kind = text_of(paper.card, "kind");
    if (!reader.reads(kind)) return;
    std::vector<StudentId> students = linked(paper, true);
    std::erase_if(students, [&](StudentId each) {
      return decided.count({paper.document, each}) > 0;
    });
    const auto document = documents.find(paper.document);
    if (students.empty() || !document || document->run == 0) return;
    const std::string text =
        corrected(archive_.derived().read(paper.document, document->run, kTextFile),
                  cards.load(paper.document).corrections);
    const ConsentReading reading = reader.read(kind, text);
    if (reading.says == ConsentSays::nothing) return;
    const bool is_withdrawal = reading.says == ConsentSays::withdrawal;
    if (!is_withdrawal && rules.fact(paper.card, "kind").empty()) return;
    const std::vector<StudentId> sure = linked(paper, false);
    for (const StudentId student : students) {
      const bool certain = std::find(sure.begin(), sure.end(), student) != sure.end();
      if (!certain && !is_withdrawal) continue;
      offers.push_back({paper.document, paper.accession, student, paper.students.at(student).name,
                        certain, reading, day_of(rules.fact(paper.card, "date"))});
    }
  });
  return offers;
}

std::vector<ConsentOffer> ArchiveConsents::offers(const Actor& actor) {
  require(actor, Operation::read_consents);
  std::vector<ConsentOffer> found = waiting();
  Transaction transaction(archive_.catalogue());
  Journal(archive_.catalogue())
      .append(transaction, actor, "consent.listed", "consents",
              Json{{"offered", found.size()}}.dump());
  transaction.commit();
  return found;
}

}  // namespace fonds

// Consents on record, papers that seem to give or withdraw one; records closed to use.
#include "archive/consents.h"

#include "archive/blocks.h"
#include "archive/student_choice.h"
#include "base/error.h"
#include "base/messages.h"
#include "web/api/api_routes.h"
#include "web/api/block_records.h"
#include "web/api/chosen.h"
#include "web/api/consent_records.h"
#include "web/api/items.h"

namespace fonds {
namespace {

StudentId student_said(Visit& visit, const Asked& asked, Operation operation) {
  return student_meant(visit.archive(), visit.actor(), operation,
                       std::to_string(asked.needed_whole("student")));
}

StudentId student_to_record(Visit& visit, const Asked& asked) {
  return student_said(visit, asked, Operation::record_consents);
}

ConsentScope scope_said(const Asked& asked) {
  return chosen_if_said<ConsentScope>(asked, "scope", kConsentScopeNames)
      .value_or(ConsentScope::publication);
}

/// What is on record of the student then.
Response told(const std::vector<ListedConsent>& consents, int status) {
  Json items = Json::array();
  for (const ListedConsent& each : consents) items.push_back(record_of(each));
  return json_answer({{"items", std::move(items)}, {"next", nullptr}}, status);
}

Response list_consents(Visit& visit) {
  const Asked asked(visit.request, {"student", "offset", "limit"});
  std::optional<StudentId> student;
  if (asked.has("student")) student = student_said(visit, asked, Operation::read_consents);
  return Items(asked).all(ArchiveConsents(visit.archive()).list(visit.actor(), student)).answer();
}

Response add_consent(Visit& visit) {
  const Asked asked(visit.request, {"student", "scope", "on", "until", "given_by", "document"});
  Consent consent;
  consent.student = student_to_record(visit, asked);
  consent.scope = scope_said(asked);
  consent.given_by = asked.text("given_by");
  consent.given_on = asked.needed_day("on");
  consent.until = asked.day_if_said("until");
  return json_answer(
      record_of(
          ArchiveConsents(visit.archive()).add(visit.actor(), consent, asked.text("document"))),
      201);
}

Response withdraw(Visit& visit) {
  const Asked asked(visit.request, {"student", "scope", "on", "document"});
  Withdrawal withdrawal;
  withdrawal.student = student_to_record(visit, asked);
  withdrawal.scope = scope_said(asked);
  withdrawal.withdrawn_on = asked.needed_day("on");
  return told(
      ArchiveConsents(visit.archive()).withdraw(visit.actor(), withdrawal, asked.text("document")),
      201);
}

Response list_offers(Visit& visit) {
  const Asked asked(visit.request, {"offset", "limit"});
  return Items(asked).all(ArchiveConsents(visit.archive()).offers(visit.actor())).answer();
}

Response accept_offer(Visit& visit) {
  const Asked asked(visit.request, {"student", "on", "until"});
  const StudentId student = student_to_record(visit, asked);
  return told(ArchiveConsents(visit.archive())
                  .accept(visit.actor(), visit.captured("document"), student,
                          asked.day_if_said("on"), asked.day_if_said("until")),
              200);
}

Response dismiss_offer(Visit& visit) {
  const Asked asked(visit.request, {"student"});
  ArchiveConsents(visit.archive())
      .dismiss(visit.actor(), visit.captured("document"), student_to_record(visit, asked));
  return json_answer({{"done", true}});
}

Response list_blocks(Visit& visit) {
  const Asked asked(visit.request, {"offset", "limit"});
  return Items(asked).all(ArchiveBlocks(visit.archive()).list(visit.actor())).answer();
}

Response block(Visit& visit) {
  const Asked asked(visit.request, {"student", "document", "reason"});
  if (asked.has("student") == asked.has("document")) {
    throw Error(Fault::usage, tr("it is not said what is meant"),
                tr("the API's description names all"));
  }
  const bool is_student = asked.has("student");
  const std::string reference =
      is_student ? std::to_string(asked.needed_whole("student")) : asked.needed_text("document");
  return json_answer(
      record_of(ArchiveBlocks(visit.archive())
                    .block(visit.actor(),
                           is_student ? BlockSubject::student : BlockSubject::document, reference,
                           asked.text("reason"))),
      201);
}

Response lift(Visit& visit, BlockSubject subject, const std::string& reference) {
  if (!ArchiveBlocks(visit.archive()).lift(visit.actor(), subject, reference)) {
    throw Error(Fault::not_found, tr("It was not closed."));
  }
  return json_answer({{"done", true}});
}

Response lift_of_student(Visit& visit) {
  const Asked nothing(visit.request, {});
  return lift(visit, BlockSubject::student,
              std::to_string(number_in_path(visit.captured("student"))));
}

Response lift_of_document(Visit& visit) {
  const Asked nothing(visit.request, {});
  return lift(visit, BlockSubject::document, visit.captured("document"));
}

}  // namespace

std::vector<Route> api_consent_routes() {
  constexpr auto kIn = Door::signed_in;
  constexpr auto kRead = Operation::read_consents;
  constexpr auto kRecord = Operation::record_consents;
  constexpr auto kBlock = Operation::block_records;
  return {
      {Method::get, "/api/v1/consents", kIn, kRead, &list_consents},
      {Method::post, "/api/v1/consents", kIn, kRecord, &add_consent},
      {Method::post, "/api/v1/consents/withdrawals", kIn, kRecord, &withdraw},
      {Method::get, "/api/v1/consents/offers", kIn, kRead, &list_offers},
      {Method::post, "/api/v1/consents/offers/{document}/accept", kIn, kRecord, &accept_offer},
      {Method::post, "/api/v1/consents/offers/{document}/dismiss", kIn, kRecord, &dismiss_offer},
      {Method::get, "/api/v1/blocks", kIn, kBlock, &list_blocks},
      {Method::post, "/api/v1/blocks", kIn, kBlock, &block},
      {Method::del, "/api/v1/blocks/students/{student}", kIn, kBlock, &lift_of_student},
      {Method::del, "/api/v1/blocks/documents/{document}", kIn, kBlock, &lift_of_document},
  };
}

}  // namespace fonds

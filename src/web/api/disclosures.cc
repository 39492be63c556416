// Applications for learners' results, their decisions, what is handed out; guardians who may not be
// told.
#include "archive/disclosures.h"

#include "archive/student_choice.h"
#include "base/error.h"
#include "base/messages.h"
#include "web/api/api_routes.h"
#include "web/api/chosen.h"
#include "web/api/disclosure_records.h"
#include "web/api/items.h"
#include "web/disclosure_files.h"
#include "web/printed_download.h"

namespace fonds {
namespace {

std::int64_t number_of(const Visit& visit) { return number_in_path(visit.captured("disclosure")); }

DisclosureFilter filter_of(const Visit& visit, const Asked& asked) {
  DisclosureFilter filter;
  if (asked.has("student")) {
    filter.student = student_meant(visit.archive(), visit.actor(), Operation::read_disclosures,
                                   asked.text("student"));
  }
  filter.state = chosen_if_said<DisclosureState>(asked, "state", kDisclosureStates);
  filter.from = asked.day_if_said("from");
  filter.to = asked.day_if_said("to");
  return filter;
}

/// What is said of an application laid over `disclosure`; what is not stays as it is.
void lay_over(const Asked& asked, Disclosure& disclosure) {
  const auto text = [&](std::string_view field, std::string& value) {
    if (const auto said = asked.text_if_said(field)) value = *said;
  };
  // An empty text says that there is no such day.
  const auto day = [&](std::string_view field, std::optional<CalendarDate>& value) {
    const auto said = asked.text_if_said(field);
    if (said) value = said->empty() ? std::nullopt : asked.day_if_said(field);
  };
  Applicant& applicant = disclosure.applicant;
  applicant.kind =
      chosen_if_said<ApplicantKind>(asked, "applicant", kApplicantKinds).value_or(applicant.kind);
  text("name", applicant.name);
  text("relation", applicant.relation);
  text("identity", applicant.identity);
  text("authority", applicant.authority);
  day("authority_until", applicant.authority_until);
  disclosure.form =
      chosen_if_said<ApplicationForm>(asked, "form", kApplicationForms).value_or(disclosure.form);
  text("asked", disclosure.asked);
  day("from", disclosure.from);
  day("to", disclosure.to);
  disclosure.applied_on = asked.day_if_said("on").value_or(disclosure.applied_on);
}

Response list(Visit& visit) {
  const Asked asked(visit.request, {"student", "state", "from", "to", "offset", "limit"});
  Items items(asked);
  return items.all(ArchiveDisclosures(visit.archive()).list(visit.actor(), filter_of(visit, asked)))
      .answer();
}

Response print_register(Visit& visit) {
  const Asked asked(visit.request, {"student", "state", "from", "to", "format"});
  return printed_as(asked.text("format"), visit, "disclosures",
                    [&] { return register_form(visit, filter_of(visit, asked)); });
}

Response open(Visit& visit) {
  const Asked asked(visit.request,
                    {"student", "applicant", "name", "relation", "identity", "authority",
                     "authority_until", "form", "asked", "from", "to", "on", "document"});
  Disclosure disclosure;
  disclosure.student = student_meant(visit.archive(), visit.actor(), Operation::open_disclosure,
                                     asked.needed_text("student"));
  disclosure.applied_on = day_here(visit.archive().clock().now());
  lay_over(asked, disclosure);
  return json_answer(
      record_of(ArchiveDisclosures(visit.archive())
                    .open(visit.actor(), std::move(disclosure), asked.text("document"))),
      201);
}

Response show(Visit& visit) {
  const Asked nothing(visit.request, {});
  return json_answer(
      record_of(ArchiveDisclosures(visit.archive()).check(visit.actor(), number_of(visit))));
}

Response correct(Visit& visit) {
  const Asked asked(visit.request,
                    {"applicant", "name", "relation", "identity", "authority", "authority_until",
                     "form", "asked", "from", "to", "on", "document"});
  return json_answer(
      record_of(ArchiveDisclosures(visit.archive())
                    .correct(
                        visit.actor(), number_of(visit),
                        [&](Disclosure& each) { lay_over(asked, each); }, asked.text("document"))));
}

Response approve(Visit& visit) {
  const Asked nothing(visit.request, {});
  return json_answer(
      record_of(ArchiveDisclosures(visit.archive()).approve(visit.actor(), number_of(visit))));
}

Response refuse(Visit& visit) {
  const Asked asked(visit.request, {"reason"});
  return json_answer(
      record_of(ArchiveDisclosures(visit.archive())
                    .refuse(visit.actor(), number_of(visit), asked.needed_text("reason"))));
}

Response issue(Visit& visit) {
  using Repeat = ArchiveDisclosures::Repeat;
  const Asked asked(visit.request, {"resolution", "again"});
  return extract_download(visit, number_of(visit), asked.text("resolution"),
                          asked.flag("again") ? Repeat::again : Repeat::refuse);
}

Response give_copy(Visit& visit) {
  const Asked nothing(visit.request, {});
  return copy_download(visit, number_of(visit), visit.captured("document"));
}

Response list_restrictions(Visit& visit) {
  const Asked asked(visit.request, {"student", "offset", "limit"});
  Items items(asked);
  const StudentId student = student_meant(
      visit.archive(), visit.actor(), Operation::read_disclosures, asked.needed_text("student"));
  return items.all(ArchiveDisclosures(visit.archive()).restrictions(visit.actor(), student))
      .answer();
}

Response restrict_guardian(Visit& visit) {
  const Asked asked(visit.request, {"student", "name", "reason"});
  GuardianRestriction restriction;
  restriction.student = student_meant(visit.archive(), visit.actor(), Operation::issue_disclosure,
                                      asked.needed_text("student"));
  restriction.name = asked.needed_text("name");
  restriction.reason = asked.needed_text("reason");
  return json_answer(
      record_of(ArchiveDisclosures(visit.archive()).restrict(visit.actor(), restriction)), 201);
}

Response lift_restriction(Visit& visit) {
  const Asked nothing(visit.request, {});
  const std::int64_t id = number_in_path(visit.captured("restriction"));
  if (!ArchiveDisclosures(visit.archive()).lift(visit.actor(), id)) {
    throw Error(Fault::not_found, tr("No such restriction stands."), tr("look at it anew"));
  }
  return json_answer({{"done", true}});
}

}  // namespace

std::vector<Route> api_disclosure_routes() {
  constexpr auto kIn = Door::signed_in;
  constexpr auto kRead = Operation::read_disclosures;
  constexpr auto kOpen = Operation::open_disclosure;
  constexpr auto kIssue = Operation::issue_disclosure;
  return {
      {Method::get, "/api/v1/disclosures", kIn, kRead, &list},
      {Method::post, "/api/v1/disclosures", kIn, kOpen, &open},
      {Method::get, "/api/v1/disclosures/forms/register", kIn, kRead, &print_register},
      {Method::get, "/api/v1/disclosures/{disclosure}", kIn, kRead, &show},
      {Method::put, "/api/v1/disclosures/{disclosure}", kIn, kOpen, &correct},
      {Method::post, "/api/v1/disclosures/{disclosure}/approve", kIn, Operation::decide_disclosure,
       &approve},
      {Method::post, "/api/v1/disclosures/{disclosure}/refuse", kIn, Operation::refuse_disclosure,
       &refuse},
      {Method::post, "/api/v1/disclosures/{disclosure}/issue", kIn, kIssue, &issue},
      {Method::post, "/api/v1/disclosures/{disclosure}/copies/{document}", kIn, kIssue, &give_copy},
      {Method::get, "/api/v1/restrictions", kIn, kRead, &list_restrictions},
      {Method::post, "/api/v1/restrictions", kIn, kIssue, &restrict_guardian},
      {Method::del, "/api/v1/restrictions/{restriction}", kIn, kIssue, &lift_restriction},
  };
}

}  // namespace fonds

// Applications for learners' results: the register, one of them, its decision, what is handed out.
#include "archive/disclosures.h"

#include "archive/field_input.h"
#include "archive/student_choice.h"
#include "base/messages.h"
#include "web/disclosure_files.h"
#include "web/disclosure_page.h"
#include "web/form_answers.h"
#include "web/printed_download.h"
#include "web/routes.h"

namespace fonds {
namespace {

constexpr std::string_view kPath = "/disclosures";

DisclosureFilter filter_typed(Visit& visit) {
  DisclosureFilter filter;
  if (const std::string_view student = visit.request.value("student"); !student.empty()) {
    filter.student =
        student_meant(visit.archive(), visit.actor(), Operation::read_disclosures, student);
  }
  filter.state = disclosure_state_from(visit.request.value("state"));
  filter.from = day_if_typed(visit.request.value("from"));
  filter.to = day_if_typed(visit.request.value("to"));
  return filter;
}

Json states_model(const Visit& visit) {
  const std::string_view chosen = visit.request.value("state");
  return {choice_of("", tr("all"), chosen), choice_of("opened", tr("waiting"), chosen),
          choice_of("approved", tr("approved"), chosen), choice_of("issued", tr("issued"), chosen),
          choice_of("refused", tr("refused"), chosen)};
}

/// The register with the same filter, as a file.
std::string register_query(const Visit& visit) {
  FormFields fields;
  for (const char* name : {"student", "state", "from", "to"}) {
    const std::string value = text_typed(visit, name);
    if (!value.empty()) fields.emplace_back(name, value);
  }
  return written_form(fields);
}

Response register_page(Visit& visit, const DisclosureFilter& filter, const std::string& problem,
                       int status) {
  Json list = Json::array();
  const auto found = ArchiveDisclosures(visit.archive()).list(visit.actor(), filter);
  for (auto each = found.rbegin(); each != found.rend(); ++each) {
    list.push_back(disclosure_model(*each));
  }
  return page(visit, "disclosures", tr("Applications"),
              {{"problem", problem},
               {"list", std::move(list)},
               {"nothing", found.empty()},
               {"states", states_model(visit)},
               {"student_typed", visit.request.value("student")},
               {"from_typed", visit.request.value("from")},
               {"to_typed", visit.request.value("to")},
               {"register_query", register_query(visit)},
               {"may_open", visit.may(Operation::open_disclosure)}},
              status);
}

Response show_register(Visit& visit) {
  return attempt([&] { return register_page(visit, filter_typed(visit), "", 200); },
                 [&](const std::string& problem, int status) {
                   return register_page(visit, {}, problem, status);
                 });
}

Response print_register(Visit& visit) {
  return printed_download(visit, "disclosures",
                          [&] { return register_form(visit, filter_typed(visit)); });
}

Response show_disclosure(Visit& visit) {
  return disclosure_page(visit, number_in_path(visit, "disclosure"));
}

Response again(Visit& visit, const std::string& problem, int status) {
  return disclosure_page(visit, number_in_path(visit, "disclosure"), problem, status);
}

template <class Deed>
Response step(Visit& visit, const char* message, const Deed& deed) {
  const std::int64_t number = number_in_path(visit, "disclosure");
  return attempt(
      [&] {
        deed(number);
        return done(visit, disclosure_path(number), message);
      },
      [&](const std::string& problem, int status) { return again(visit, problem, status); });
}

Response approve(Visit& visit) {
  return step(visit, tr("The application is approved."), [&](std::int64_t number) {
    ArchiveDisclosures(visit.archive()).approve(visit.actor(), number);
  });
}

Response refuse(Visit& visit) {
  return step(visit, tr("The application is refused."), [&](std::int64_t number) {
    ArchiveDisclosures(visit.archive())
        .refuse(visit.actor(), number, visit.request.value("reason"));
  });
}

Response issue(Visit& visit) {
  using Repeat = ArchiveDisclosures::Repeat;
  const std::int64_t number = number_in_path(visit, "disclosure");
  return attempt(
      [&] {
        return extract_download(visit, number, visit.request.value("resolution"),
                                visit.request.has("again") ? Repeat::again : Repeat::refuse);
      },
      [&](const std::string& problem, int status) { return again(visit, problem, status); });
}

Response give_copy(Visit& visit) {
  const std::int64_t number = number_in_path(visit, "disclosure");
  return attempt(
      [&] { return copy_download(visit, number, visit.captured("paper")); },
      [&](const std::string& problem, int status) { return again(visit, problem, status); });
}

Response restrict_guardian(Visit& visit) {
  return step(visit, tr("The restriction stands."), [&](std::int64_t number) {
    ArchiveDisclosures all(visit.archive());
    GuardianRestriction restriction;
    restriction.student = all.check(visit.actor(), number).disclosure.student;
    restriction.name = visit.request.value("name");
    restriction.reason = visit.request.value("reason");
    all.restrict(visit.actor(), restriction);
  });
}

Response lift_restriction(Visit& visit) {
  return step(visit, tr("The restriction is lifted."), [&](std::int64_t) {
    if (ArchiveDisclosures(visit.archive())
            .lift(visit.actor(), number_typed(visit, "restriction"))) {
      return;
    }
    throw Error(Fault::not_found, tr("No such restriction stands."), tr("look at it anew"));
  });
}

}  // namespace

std::vector<Route> disclosure_routes() {
  constexpr auto kIn = Door::signed_in;
  constexpr auto kRead = Operation::read_disclosures;
  constexpr auto kIssue = Operation::issue_disclosure;
  return {
      {Method::get, kPath, kIn, kRead, &show_register},
      {Method::get, "/disclosures/register", kIn, kRead, &print_register},
      {Method::get, "/disclosures/{disclosure}", kIn, kRead, &show_disclosure},
      {Method::post, "/disclosures/{disclosure}/approval", kIn, Operation::decide_disclosure,
       &approve},
      {Method::post, "/disclosures/{disclosure}/refusal", kIn, Operation::refuse_disclosure,
       &refuse},
      {Method::post, "/disclosures/{disclosure}/issue", kIn, kIssue, &issue},
      {Method::post, "/disclosures/{disclosure}/copies/{paper}", kIn, kIssue, &give_copy},
      {Method::post, "/disclosures/{disclosure}/restrictions", kIn, kIssue, &restrict_guardian},
      {Method::post, "/disclosures/{disclosure}/restrictions/lifted", kIn, kIssue,
       &lift_restriction},
  };
}

}  // namespace fonds

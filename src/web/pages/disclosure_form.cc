// An application for a learner's results put on record: who asks, what paper shows it, what is
// asked for.
#include "archive/disclosures.h"
#include "archive/field_input.h"
#include "archive/student_choice.h"
#include "base/messages.h"
#include "web/disclosure_page.h"
#include "web/form_answers.h"
#include "web/routes.h"

namespace fonds {
namespace {

Response form_page(Visit& visit, const std::string& problem, int status) {
  Json kinds = Json::array();
  for (const std::string_view name : kApplicantKinds) {
    kinds.push_back(
        choice_of(name, title_of(applicant_kind_from(name).value()), visit.request.value("kind")));
  }
  const std::string_view form = visit.request.value("application");
  const std::string day = text_typed(visit, "applied_on");
  Json model{{"problem", problem},
             {"kinds", std::move(kinds)},
             {"forms", Json::array({choice_of("oral", tr("oral"), form),
                                    choice_of("written", tr("written"), form)})},
             {"applied_on_typed", day.empty() ? today_typed(visit) : day}};
  for (const char* field : {"student", "name", "relation", "identity", "authority",
                            "authority_until", "asked", "from", "to", "paper"}) {
    model[std::string(field) + "_typed"] = visit.request.value(field);
  }
  return page(visit, "disclosure_new", tr("A new application"), model, status);
}

Response show_form(Visit& visit) { return form_page(visit, "", 200); }

Disclosure typed(Visit& visit) {
  const Request& request = visit.request;
  Disclosure made;
  made.student = student_meant(visit.archive(), visit.actor(), Operation::open_disclosure,
                               request.value("student"));
  const auto kind = applicant_kind_from(request.value("kind"));
  if (!kind) throw Error(Fault::usage, tr("it is not said who asks"), tr("choose one"));
  made.applicant.kind = *kind;
  made.applicant.name = request.value("name");
  made.applicant.relation = request.value("relation");
  made.applicant.identity = request.value("identity");
  made.applicant.authority = request.value("authority");
  made.applicant.authority_until = day_if_typed(request.value("authority_until"));
  made.form = application_form_from(request.value("application")).value_or(ApplicationForm::oral);
  made.asked = request.value("asked");
  made.from = day_if_typed(request.value("from"));
  made.to = day_if_typed(request.value("to"));
  made.applied_on = day_typed(request.value("applied_on"));
  return made;
}

Response open(Visit& visit) {
  return attempt(
      [&] {
        const auto opened = ArchiveDisclosures(visit.archive())
                                .open(visit.actor(), typed(visit), visit.request.value("paper"));
        return done(visit, disclosure_path(opened.disclosure.number),
                    tr("The application is on record."));
      },
      [&](const std::string& problem, int status) { return form_page(visit, problem, status); });
}

}  // namespace

std::vector<Route> disclosure_form_routes() {
  constexpr auto kOpen = Operation::open_disclosure;
  return {
      {Method::get, "/disclosures/new", Door::signed_in, kOpen, &show_form},
      {Method::post, "/disclosures", Door::signed_in, kOpen, &open},
  };
}

}  // namespace fonds

// An application for a learner's results put on record and corrected until somebody has decided on
// it: who asks, what paper shows it, what is asked for.
#include <array>

#include "archive/disclosures.h"
#include "archive/field_input.h"
#include "archive/student_choice.h"
#include "base/digest.h"
#include "base/messages.h"
#include "web/disclosure_page.h"
#include "web/form_answers.h"
#include "web/routes.h"

namespace fonds {
namespace {

constexpr std::array<std::string_view, 12> kFields{
    "kind",  "name", "relation", "identity", "authority",   "authority_until",
    "asked", "from", "to",       "paper",    "application", "applied_on"};

/// What a person has typed, by the names of the fields.
Json fields_typed(const Visit& visit) {
  Json fields = Json::object();
  for (const std::string_view field : kFields)
    fields[std::string(field)] = visit.request.value(field);
  return fields;
}

/// What an application says, as its form has it.
Json fields_of(const Disclosure& disclosure) {
  const auto day = [](const std::optional<CalendarDate>& each) {
    return each ? to_text(*each) : std::string();
  };
  const Applicant& applicant = disclosure.applicant;
  return {{"kind", name_of(applicant.kind)},
          {"name", applicant.name},
          {"relation", applicant.relation},
          {"identity", applicant.identity},
          {"authority", applicant.authority},
          {"authority_until", day(applicant.authority_until)},
          {"asked", disclosure.asked},
          {"from", day(disclosure.from)},
          {"to", day(disclosure.to)},
          {"paper", ""},
          {"application", name_of(disclosure.form)},
          {"applied_on", to_text(disclosure.applied_on)}};
}

/// What tells one state of an application from another: a form carries that of the one it shows.
std::string mark_of(const Disclosure& disclosure) {
  return sha256(fields_of(disclosure).dump() + std::to_string(disclosure.application.value));
}

Json form_model(const Json& fields, const std::string& problem) {
  const auto chosen_kind = fields.at("kind").get<std::string>();
  const auto chosen_form = fields.at("application").get<std::string>();
  Json kinds = Json::array();
  for (const std::string_view name : kApplicantKinds) {
    kinds.push_back(choice_of(name, title_of(applicant_kind_from(name).value()), chosen_kind));
  }
  Json model{{"problem", problem},
             {"kinds", std::move(kinds)},
             {"forms", Json::array({choice_of("oral", tr("oral"), chosen_form),
                                    choice_of("written", tr("written"), chosen_form)})}};
  for (const std::string_view field : kFields) {
    model[std::string(field) + "_typed"] = fields.at(std::string(field));
  }
  return model;
}

Response new_page(Visit& visit, const std::string& problem, int status) {
  Json fields = fields_typed(visit);
  if (fields["applied_on"] == "") fields["applied_on"] = today_typed(visit);
  Json model = form_model(fields, problem);
  model["student_typed"] = visit.request.value("student");
  return page(visit, "disclosure_new", tr("A new application"), model, status);
}

Response show_form(Visit& visit) { return new_page(visit, "", 200); }

/// Lays what was typed over an application.
void lay_over(const Request& request, Disclosure& disclosure) {
  const auto kind = applicant_kind_from(request.value("kind"));
  if (!kind) throw Error(Fault::usage, tr("it is not said who asks"), tr("choose one"));
  disclosure.applicant.kind = *kind;
  disclosure.applicant.name = request.value("name");
  disclosure.applicant.relation = request.value("relation");
  disclosure.applicant.identity = request.value("identity");
  disclosure.applicant.authority = request.value("authority");
  disclosure.applicant.authority_until = day_if_typed(request.value("authority_until"));
  disclosure.form =
      application_form_from(request.value("application")).value_or(ApplicationForm::oral);
  disclosure.asked = request.value("asked");
  disclosure.from = day_if_typed(request.value("from"));
  disclosure.to = day_if_typed(request.value("to"));
  disclosure.applied_on = day_typed(request.value("applied_on"));
}

Response open(Visit& visit) {
  return attempt(
      [&] {
        Disclosure made;
        made.student = student_meant(visit.archive(), visit.actor(), Operation::open_disclosure,
                                     visit.request.value("student"));
        lay_over(visit.request, made);
        const auto opened = ArchiveDisclosures(visit.archive())
                                .open(visit.actor(), made, visit.request.value("paper"));
        return done(visit, disclosure_path(opened.disclosure.number),
                    tr("The application is on record."));
      },
      [&](const std::string& problem, int status) { return new_page(visit, problem, status); });
}

Response correction_page(Visit& visit, const CheckedDisclosure& checked, const Json& fields,
                         std::string_view mark, const std::string& problem, int status) {
  const Disclosure& disclosure = checked.disclosure;
  Json model = form_model(fields, problem);
  model["number"] = std::to_string(disclosure.number);
  model["path"] = disclosure_path(disclosure.number);
  model["student"] = checked.student_name;
  model["mark"] = mark;
  model["correcting"] = true;
  return page(visit, "disclosure_correct",
              say(tr("Application No. {}: correction"), disclosure.number), model, status);
}

CheckedDisclosure asked_for(Visit& visit) {
  return ArchiveDisclosures(visit.archive())
      .check(visit.actor(), number_in_path(visit, "disclosure"));
}

Response show_correction(Visit& visit) {
  const CheckedDisclosure checked = asked_for(visit);
  const Disclosure& disclosure = checked.disclosure;
  if (disclosure.state != DisclosureState::opened) {
    throw Error(Fault::usage, say(tr("application {} is decided on already"), disclosure.number),
                tr("put a new application on record"));
  }
  return correction_page(visit, checked, fields_of(disclosure), mark_of(disclosure), "", 200);
}

Response correct(Visit& visit) {
  const std::int64_t number = number_in_path(visit, "disclosure");
  const std::string_view mark = visit.request.value("mark");
  return attempt(
      [&] {
        ArchiveDisclosures(visit.archive())
            .correct(
                visit.actor(), number,
                [&](Disclosure& now) {
                  if (mark_of(now) != mark) {
                    throw Error(Fault::busy,
                                say(tr("application {} was corrected meanwhile: open it anew "
                                       "before you correct it"),
                                    number),
                                tr("look at it anew"));
                  }
                  lay_over(visit.request, now);
                },
                visit.request.value("paper"));
        return done(visit, disclosure_path(number), tr("The application is corrected."));
      },
      [&](const std::string& problem, int status) {
        return correction_page(visit, asked_for(visit), fields_typed(visit), mark, problem, status);
      });
}

}  // namespace

std::vector<Route> disclosure_form_routes() {
  constexpr auto kIn = Door::signed_in;
  constexpr auto kOpen = Operation::open_disclosure;
  return {
      {Method::get, "/disclosures/new", kIn, kOpen, &show_form},
      {Method::post, "/disclosures", kIn, kOpen, &open},
      {Method::get, "/disclosures/{disclosure}/correction", kIn, kOpen, &show_correction},
      {Method::post, "/disclosures/{disclosure}/correction", kIn, kOpen, &correct},
  };
}

}  // namespace fonds

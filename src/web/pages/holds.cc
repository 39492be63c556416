// What must not be destroyed, whatever its term: the list, a new hold, the end of one.
#include "archive/holds.h"

#include "archive/field_input.h"
#include "base/messages.h"
#include "base/text.h"
#include "model/spoken_date.h"
#include "web/form_answers.h"
#include "web/gate_model.h"
#include "web/retention_page.h"
#include "web/routes.h"

namespace fonds {
namespace {

constexpr std::string_view kPath = "/retention/holds";

const char* title_of(HoldSubject subject) {
  switch (subject) {
    case HoldSubject::student:
      return tr("a student: name or number");
    case HoldSubject::document:
      return tr("a paper: its accession number");
    case HoldSubject::volume:
      return tr("a volume: 02-05/2024/1");
    case HoldSubject::item:
      return tr("cases of an index: 02-05, or of one year: 02-05/2024");
  }
  return "";
}

/// What is held, with the way to it.
std::string path_of(const ShownHold& shown) {
  switch (shown.hold.subject) {
    case HoldSubject::student:
      return "/students/" + percent_encoded(shown.target);
    case HoldSubject::document:
      return "/documents/" + percent_encoded(shown.target);
    case HoldSubject::volume:
    case HoldSubject::item:
      return "/retention/volumes/" + percent_encoded(shown.target);
  }
  return "";
}

std::string target_in_words(const ShownHold& shown) {
  const char* words = shown.hold.subject == HoldSubject::student    ? tr("student {}")
                      : shown.hold.subject == HoldSubject::document ? tr("document {}")
                      : shown.hold.subject == HoldSubject::volume   ? tr("volume {}")
                                                                    : tr("cases {}");
  return say(words, shown.target);
}

Json hold_model(const ShownHold& shown) {
  const Hold& hold = shown.hold;
  const bool stands = hold.lifted_by.empty();
  return {{"number", std::to_string(hold.id)},
          {"lift_path", std::string(kPath) + '/' + std::to_string(hold.id) + "/lifted"},
          {"target", target_in_words(shown)},
          {"path", path_of(shown)},
          {"reason", printable(hold.reason)},
          {"until", spoken_or_empty(hold.until)},
          {"over", shown.over},
          {"set_by", hold.set_by},
          {"set_on", spoken_or_empty(calendar_date_from(hold.set_at.substr(0, 10)))},
          {"stands", stands},
          {"lifted_by", hold.lifted_by},
          {"lifted_because", printable(hold.lifted_because)}};
}

Response holds_page(Visit& visit, const std::string& problem, int status) {
  const bool all = visit.request.has("all");
  Json holds = Json::array();
  for (const ShownHold& each : ArchiveHolds(visit.archive()).list(visit.actor(), !all)) {
    holds.push_back(hold_model(each));
  }
  Json subjects = Json::array();
  for (const std::string_view name : kHoldSubjects) {
    subjects.push_back(
        choice_of(name, title_of(hold_subject_from(name).value()), visit.request.value("subject")));
  }
  const bool nothing = holds.empty();
  return retention_page(visit, "holds", tr("Holds"),
                        {{"problem", problem},
                         {"holds", std::move(holds)},
                         {"nothing", nothing},
                         {"all", all},
                         {"subjects", std::move(subjects)},
                         {"target_typed", visit.request.value("target")},
                         {"reason_typed", visit.request.value("reason")},
                         {"until_typed", visit.request.value("until")}},
                        status);
}

Response list_holds(Visit& visit) { return holds_page(visit, "", 200); }

Response again(Visit& visit, const std::string& problem, int status) {
  return holds_page(visit, problem, status);
}

Response set_hold(Visit& visit) {
  return attempt(
      [&] {
        const auto subject = hold_subject_from(visit.request.value("subject"));
        if (!subject) {
          throw Error(Fault::usage, tr("it is not said what is held"), tr("choose one"));
        }
        const NewHold words{*subject, text_typed(visit, "target"), text_typed(visit, "reason"),
                            day_if_typed(visit.request.value("until"))};
        ArchiveHolds(visit.archive()).set(visit.actor(), words);
        return done(visit, std::string(kPath), tr("The hold stands."));
      },
      [&](const std::string& problem, int status) { return again(visit, problem, status); });
}

Response lift_hold(Visit& visit) {
  return attempt(
      [&] {
        ArchiveHolds(visit.archive())
            .lift(visit.actor(), number_in_path(visit, "hold"), visit.request.value("because"));
        return done(visit, std::string(kPath), tr("The hold is lifted."));
      },
      [&](const std::string& problem, int status) { return again(visit, problem, status); });
}

}  // namespace

std::vector<Route> hold_routes() {
  constexpr auto kIn = Door::signed_in;
  constexpr auto kHold = Operation::hold_records;
  return {
      {Method::get, kPath, kIn, kHold, &list_holds},
      {Method::post, kPath, kIn, kHold, &set_hold},
      {Method::post, "/retention/holds/{hold}/lifted", kIn, kHold, &lift_hold},
  };
}

}  // namespace fonds

// Acts of selection for destruction: drawn up, agreed, approved, carried out, brought back; the
// look that proves that nothing is left.
#include "archive/acts.h"

#include <fmt/format.h>

#include "archive/act_forms.h"
#include "archive/destruction.h"
#include "archive/withdrawn_data.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "web/api/act_records.h"
#include "web/api/api_routes.h"
#include "web/api/asked.h"
#include "web/api/items.h"
#include "web/api/records.h"
#include "web/printed_download.h"

namespace fonds {
namespace {

constexpr int kMostGrams = 1'000'000'000;

std::int64_t number_of_act(const Visit& visit) { return number_in_path(visit.captured("act")); }

Response list_acts(Visit& visit) {
  const Asked asked(visit.request, {"offset", "limit"});
  return Items(asked).all(ArchiveActs(visit.archive()).list(visit.actor())).answer();
}

Response show_act(Visit& visit) {
  const Asked nothing(visit.request, {});
  return json_answer(
      record_of(ArchiveActs(visit.archive()).show(visit.actor(), number_of_act(visit))));
}

Response draw_up(Visit& visit) {
  const Asked asked(visit.request, {"volumes", "all"});
  const std::vector<std::string> volumes = asked.texts("volumes");
  if (asked.flag("all") == !volumes.empty()) {
    throw Error(Fault::usage, tr("it is not said which volumes are selected"),
                tr("name them, or say --all: all that may be destroyed"));
  }
  return json_answer(record_of(ArchiveActs(visit.archive()).draw_up(visit.actor(), volumes)), 201);
}

/// Optional data of a learner who withdrew the consent.
Response draw_up_withdrawn(Visit& visit) {
  const Asked asked(visit.request, {"student"});
  const WithdrawnData drawn = ArchiveWithdrawnData(visit.archive())
                                  .draw_up(visit.actor(), StudentId{asked.needed_whole("student")});
  return json_answer({{"act", record_of(drawn.act)},
                      {"until", to_text(drawn.until)},
                      {"taken", drawn.taken},
                      {"kept", drawn.kept},
                      {"shared", drawn.shared},
                      {"held", drawn.held}},
                     201);
}

Response agree(Visit& visit) {
  const Asked asked(visit.request, {"protocol", "inventories", "one_meeting"});
  const ActAgreement agreement{asked.text("protocol"), asked.text("inventories"),
                               asked.flag("one_meeting")};
  return json_answer(record_of(
      ArchiveActs(visit.archive()).agree(visit.actor(), number_of_act(visit), agreement)));
}

Response approve(Visit& visit) {
  const Asked asked(visit.request, {"number", "on", "revision"});
  const ActApproval approval{asked.text("number"), asked.needed_day("on"),
                             asked.whole_if_said("revision").value_or(0)};
  return json_answer(record_of(
      ArchiveActs(visit.archive()).approve(visit.actor(), number_of_act(visit), approval)));
}

Response cancel(Visit& visit) {
  const Asked nothing(visit.request, {});
  return json_answer(
      record_of(ArchiveActs(visit.archive()).cancel(visit.actor(), number_of_act(visit))));
}

/// What is destroyed can not be had again: the number of the act is said a second time.
Response carry_out(Visit& visit) {
  const Asked asked(visit.request, {"confirm", "waybill", "grams"});
  const std::int64_t number = number_of_act(visit);
  if (asked.whole_if_said("confirm") != number) {
    throw Error(Fault::usage, tr("nothing was done: the number typed is not that of the act"),
                tr("type the number of the act"));
  }
  const PaperHandover paper{asked.text("waybill"), asked.whole("grams", 0, 0, kMostGrams)};
  const auto outcome = ArchiveDestruction(visit.archive()).carry_out(visit.actor(), number, paper);
  return json_answer(
      {{"act", record_of(outcome.act)},
       {"destroyed_from", day_or_null(outcome.destroyed_from)},
       {"wants_waybill", outcome.wants_waybill},
       {"proof", outcome.proof ? record_of(*outcome.proof, number) : Json(nullptr)}});
}

Response restore(Visit& visit) {
  const Asked nothing(visit.request, {});
  return json_answer(
      record_of(ArchiveDestruction(visit.archive()).restore(visit.actor(), number_of_act(visit))));
}

Response prove(Visit& visit) {
  const Asked nothing(visit.request, {});
  const std::int64_t number = number_of_act(visit);
  return json_answer(
      record_of(ArchiveDestruction(visit.archive()).prove(visit.actor(), number), number));
}

PrintedForm form_of_act(Visit& visit, std::int64_t number, std::string_view form) {
  ArchiveActForms forms(visit.archive());
  const Actor& actor = visit.actor();
  if (form == "act") return printed_destruction_act(forms.act(actor, number));
  if (form == "personal-data") {
    return printed_personal_data_act(forms.personal_data(actor, number));
  }
  if (form == "log") return printed_personal_data_log(forms.personal_data_log(actor, number));
  throw Error(Fault::not_found, say(tr("there is no form '{}' of an act"), printable(form)),
              tr("the API's description says what a path holds"));
}

Response print_act(Visit& visit) {
  const Asked asked(visit.request, {"format"});
  const std::int64_t number = number_of_act(visit);
  const std::string& form = visit.captured("form");
  return printed_as(asked.text("format"), visit, fmt::format("act-{}-{}", number, form),
                    [&] { return form_of_act(visit, number, form); });
}

}  // namespace

std::vector<Route> api_act_routes() {
  constexpr auto kIn = Door::signed_in;
  constexpr auto kRead = Operation::read_retention;
  constexpr auto kPlan = Operation::plan_retention;
  constexpr auto kCarry = Operation::carry_out_act;
  return {
      {Method::get, "/api/v1/acts", kIn, kRead, &list_acts},
      {Method::post, "/api/v1/acts", kIn, kPlan, &draw_up},
      {Method::post, "/api/v1/acts/withdrawn-data", kIn, kPlan, &draw_up_withdrawn},
      {Method::get, "/api/v1/acts/{act}", kIn, kRead, &show_act},
      {Method::post, "/api/v1/acts/{act}/agree", kIn, kPlan, &agree},
      {Method::post, "/api/v1/acts/{act}/approve", kIn, Operation::approve_act, &approve},
      {Method::post, "/api/v1/acts/{act}/cancel", kIn, kPlan, &cancel},
      {Method::post, "/api/v1/acts/{act}/carry-out", kIn, kCarry, &carry_out},
      {Method::post, "/api/v1/acts/{act}/restore", kIn, kCarry, &restore},
      {Method::get, "/api/v1/acts/{act}/proof", kIn, kRead, &prove},
      {Method::get, "/api/v1/acts/{act}/forms/{form}", kIn, kRead, &print_act},
  };
}

}  // namespace fonds

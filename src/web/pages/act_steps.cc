// An act of destruction on its way: agreed, approved, cancelled; carried out after the person has
// seen all of it and typed its number; brought back while that is possible.
#include <charconv>
#include <cmath>

#include "archive/acts.h"
#include "archive/destruction.h"
#include "archive/field_input.h"
#include "base/messages.h"
#include "model/spoken_date.h"
#include "web/act_page.h"
#include "web/form_answers.h"
#include "web/routes.h"

namespace fonds {
namespace {

constexpr double kMostKilograms = 1e6;
constexpr double kGrams = 1000;

/// Takes a step, then shows the act as it stands.
template <class Deed>
Response step(Visit& visit, const char* message, const Deed& deed) {
  const std::int64_t number = number_in_path(visit, "act");
  return attempt(
      [&] {
        deed(number);
        return done(visit, act_path(number), message);
      },
      [&](const std::string& problem, int status) {
        return act_page(visit, number, problem, status);
      });
}

Response agree(Visit& visit) {
  return step(visit, tr("The agreement is on record."), [&](std::int64_t number) {
    const ActAgreement agreement{text_typed(visit, "protocol"), text_typed(visit, "inventories"),
                                 visit.request.has("one_meeting")};
    ArchiveActs(visit.archive()).agree(visit.actor(), number, agreement);
  });
}

Response approve(Visit& visit) {
  return step(visit, tr("The act is approved."), [&](std::int64_t number) {
    // Of the act as the page showed it.
    const ActApproval approval{text_typed(visit, "number"), day_typed(visit.request.value("day")),
                               number_typed(visit, "revision")};
    ArchiveActs(visit.archive()).approve(visit.actor(), number, approval);
  });
}

Response cancel(Visit& visit) {
  return step(
      visit, tr("The act is cancelled; its volumes are free again."),
      [&](std::int64_t number) { ArchiveActs(visit.archive()).cancel(visit.actor(), number); });
}

Response restore(Visit& visit) {
  return step(visit, tr("Its papers are there again; the act is approved as before."),
              [&](std::int64_t number) {
                ArchiveDestruction(visit.archive()).restore(visit.actor(), number);
              });
}

Response ask_whether(Visit& visit) { return carry_out_page(visit, number_in_path(visit, "act")); }

/// Grams, of kilograms with a comma or a point.
std::int64_t grams_typed(const Visit& visit) {
  std::string text = text_typed(visit, "weight");
  if (text.empty()) return 0;
  std::replace(text.begin(), text.end(), ',', '.');
  double kilograms = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), kilograms);
  const bool is_weight = parsed.ec == std::errc() && parsed.ptr == text.data() + text.size() &&
                         kilograms >= 0 && kilograms <= kMostKilograms;
  if (!is_weight) {
    throw Error(Fault::usage, tr("this is no weight in kilograms"), tr("write it as in 12.5"));
  }
  return std::llround(kilograms * kGrams);
}

std::string outcome_words(const ArchiveDestruction::Outcome& outcome) {
  if (outcome.destroyed_from) {
    std::string words =
        say(tr("Nobody sees its papers any more. From {} on they can be destroyed; until then they "
               "can be brought back."),
            spoken(*outcome.destroyed_from));
    if (outcome.wants_waybill) {
      words += std::string(" ") + tr("The waybill and the weight of the paper are named then.");
    }
    return words;
  }
  return say(tr("All of it is destroyed. Documents looked for in all places: {}; nothing is left."),
             outcome.proof ? outcome.proof->documents : 0);
}

Response carry_out(Visit& visit) {
  const std::int64_t number = number_in_path(visit, "act");
  return attempt(
      [&] {
        if (visit.request.value("confirm") != std::to_string(number)) {
          throw Error(Fault::usage, tr("nothing was done: the number typed is not that of the act"),
                      tr("type the number of the act"));
        }
        const PaperHandover paper{text_typed(visit, "waybill"), grams_typed(visit)};
        const auto outcome =
            ArchiveDestruction(visit.archive()).carry_out(visit.actor(), number, paper);
        return done(visit, act_path(number), outcome_words(outcome));
      },
      [&](const std::string& problem, int status) {
        return carry_out_page(visit, number, problem, status);
      });
}

}  // namespace

std::vector<Route> act_step_routes() {
  constexpr auto kIn = Door::signed_in;
  constexpr auto kPlan = Operation::plan_retention;
  constexpr auto kCarry = Operation::carry_out_act;
  return {
      {Method::post, "/retention/acts/{act}/agreement", kIn, kPlan, &agree},
      {Method::post, "/retention/acts/{act}/approval", kIn, Operation::approve_act, &approve},
      {Method::post, "/retention/acts/{act}/cancelled", kIn, kPlan, &cancel},
      {Method::get, "/retention/acts/{act}/carry-out", kIn, kCarry, &ask_whether},
      {Method::post, "/retention/acts/{act}/carry-out", kIn, kCarry, &carry_out},
      {Method::post, "/retention/acts/{act}/restored", kIn, kCarry, &restore},
  };
}

}  // namespace fonds

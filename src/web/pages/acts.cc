// Acts of selection for destruction: the list, a new one, one of them, what is printed of it, the
// look that proves that nothing is left.
#include "archive/acts.h"

#include <fmt/format.h>

#include <set>

#include "archive/act_forms.h"
#include "archive/destruction.h"
#include "archive/retention.h"
#include "archive/withdrawn_data.h"
#include "base/messages.h"
#include "base/text.h"
#include "model/spoken_date.h"
#include "web/act_page.h"
#include "web/form_answers.h"
#include "web/gate_model.h"
#include "web/printed_download.h"
#include "web/retention_page.h"
#include "web/routes.h"

namespace fonds {
namespace {

constexpr std::size_t kMostToTick = 500;

Response list_acts(Visit& visit) {
  Json acts = Json::array();
  const auto all = ArchiveActs(visit.archive()).list(visit.actor());
  for (auto each = all.rbegin(); each != all.rend(); ++each) {
    acts.push_back(act_model(visit, *each));
  }
  return retention_page(visit, "acts", tr("Acts of destruction"),
                        {{"acts", std::move(acts)},
                         {"nothing", all.empty()},
                         {"may_draw", visit.may(Operation::plan_retention)}});
}

/// Volumes of acts that are on their way: they stand in no other.
std::set<VolumeKey> bound_volumes(Visit& visit) {
  std::set<VolumeKey> bound;
  ArchiveActs acts(visit.archive());
  for (const DestructionAct& each : acts.list(visit.actor())) {
    if (!is_living(each.state) || each.state == ActState::carried_out) continue;
    for (const auto& unit : acts.show(visit.actor(), each.number).units) bound.insert(unit.key);
  }
  return bound;
}

Response new_act_page(Visit& visit, const std::string& problem, int status) {
  const std::set<VolumeKey> bound = bound_volumes(visit);
  const auto ticked = visit.request.values("volume");
  Json volumes = Json::array();
  std::size_t eligible = 0;
  (void)ArchiveRetention(visit.archive()).plan(visit.actor(), {}, [&](const PlannedVolume& each) {
    if (each.step != PlannedStep::destroy || bound.count(each.key) == 1) return;
    if (++eligible > kMostToTick) return;
    const std::string name = to_text(each.key);
    volumes.push_back({{"volume", name},
                       {"path", verdict_path(each.key)},
                       {"heading", printable(each.heading)},
                       {"term", spoken_or_empty(each.term)},
                       {"ticked", std::find(ticked.begin(), ticked.end(), name) != ticked.end()}});
  });
  return retention_page(visit, "act_new", tr("A new act of destruction"),
                        {{"problem", problem},
                         {"volumes", std::move(volumes)},
                         {"nothing", eligible == 0},
                         {"all", say(tr("all that may be destroyed: {}"), eligible)},
                         {"all_chosen", ticked.empty()},
                         {"too_many", eligible > kMostToTick},
                         {"student", visit.request.value("student")}},
                        status);
}

Response show_new_act(Visit& visit) { return new_act_page(visit, "", 200); }

Response draw_up(Visit& visit) {
  return attempt(
      [&] {
        const bool all = visit.request.value("which") == "all";
        const auto chosen = all ? std::vector<std::string>() : visit.request.values("volume");
        if (!all && chosen.empty()) {
          throw Error(Fault::usage, tr("it is not said which volumes are selected"),
                      tr("tick them, or take all"));
        }
        const auto number = ArchiveActs(visit.archive()).draw_up(visit.actor(), chosen).act.number;
        return done(
            visit, act_path(number),
            tr("The act is drawn up. Nothing is destroyed by it: the commission and the head "
               "decide first."));
      },
      [&](const std::string& problem, int status) { return new_act_page(visit, problem, status); });
}

/// Optional data of a learner who withdrew the consent.
Response draw_up_withdrawn(Visit& visit) {
  return attempt(
      [&] {
        const auto drawn = ArchiveWithdrawnData(visit.archive())
                               .draw_up(visit.actor(), StudentId{number_typed(visit, "student")});
        return done(visit, act_path(drawn.act.act.number),
                    say(tr("Papers taken out: {}; to be destroyed by {}. They stay, blocked: kept "
                           "by a period {}, with others {}, held {}"),
                        drawn.taken, spoken(drawn.until), drawn.kept, drawn.shared, drawn.held));
      },
      [&](const std::string& problem, int status) { return new_act_page(visit, problem, status); });
}

Response show_act(Visit& visit) { return act_page(visit, number_in_path(visit, "act")); }

Response print_act(Visit& visit) {
  const std::int64_t number = number_in_path(visit, "act");
  const std::string form = text_typed(visit, "form_of");
  ArchiveActForms forms(visit.archive());
  const auto give = [&](const char* name, const std::function<PrintedForm()>& make) {
    return printed_download(visit, fmt::format("act-{}{}", number, name), make);
  };
  if (form == "personal-data") {
    return give("-personal-data", [&] {
      return printed_personal_data_act(forms.personal_data(visit.actor(), number));
    });
  }
  if (form == "log") {
    return give("-log", [&] {
      return printed_personal_data_log(forms.personal_data_log(visit.actor(), number));
    });
  }
  return give("", [&] { return printed_destruction_act(forms.act(visit.actor(), number)); });
}

Response show_proof(Visit& visit) {
  const std::int64_t number = number_in_path(visit, "act");
  const ErasureProof proof = ArchiveDestruction(visit.archive()).prove(visit.actor(), number);
  Json remains = Json::array();
  for (const ErasureProof::Remains& each : proof.remains) {
    remains.push_back({{"place", each.place}, {"subject", printable(each.subject)}});
  }
  return retention_page(
      visit, "act_proof", say(tr("Act No. {}: nothing is left"), number),
      {{"number", std::to_string(number)},
       {"path", act_path(number)},
       {"clean", proof.remains.empty()},
       {"looked_for", say(tr("Documents looked for in all places: {}"), proof.documents)},
       {"shared", say(tr("Files that other documents have, too, and that stay: {}"), proof.shared)},
       {"remains", std::move(remains)}});
}

}  // namespace

std::vector<Route> act_routes() {
  constexpr auto kIn = Door::signed_in;
  constexpr auto kRead = Operation::read_retention;
  constexpr auto kPlan = Operation::plan_retention;
  return {
      {Method::get, "/retention/acts", kIn, kRead, &list_acts},
      {Method::get, "/retention/acts/new", kIn, kPlan, &show_new_act},
      {Method::post, "/retention/acts", kIn, kPlan, &draw_up},
      {Method::post, "/retention/acts/withdrawn-data", kIn, kPlan, &draw_up_withdrawn},
      {Method::get, "/retention/acts/{act}", kIn, kRead, &show_act},
      {Method::get, "/retention/acts/{act}/print", kIn, kRead, &print_act},
      {Method::get, "/retention/acts/{act}/proof", kIn, kRead, &show_proof},
  };
}

}  // namespace fonds

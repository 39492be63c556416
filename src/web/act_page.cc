#include "web/act_page.h"

#include <fmt/format.h>

#include "archive/acts.h"
#include "archive/cases.h"
#include "base/messages.h"
#include "base/text.h"
#include "model/spoken_date.h"
#include "retention/state_words.h"
#include "web/form_answers.h"
#include "web/gate_model.h"
#include "web/retention_page.h"

namespace fonds {
namespace {

constexpr std::size_t kLookedInto =
    200;  ///< volumes whose extent is told before they are destroyed

CalendarDate today(const Visit& visit) { return day_here(visit.archive().clock().now()); }

CalendarDate later_by(const Visit& visit, const CalendarDate& day, const char* setting) {
  return days_after(day, static_cast<int>(visit.archive().settings().integer(setting)));
}

/// The first day on which its next step of carrying out may be taken.
std::optional<CalendarDate> next_step_from(const Visit& visit, const DestructionAct& act) {
  if (act.state == ActState::approved && act.approved_at) {
    return later_by(visit, day_here(*act.approved_at), "retention.waiting_days");
  }
  if (act.state == ActState::withdrawn && act.execution.withdrawn_on) {
    return later_by(visit, *act.execution.withdrawn_on, "retention.undo_days");
  }
  return std::nullopt;
}

/// What comes next, in a sentence.
std::string next_words(const Visit& visit, const DestructionAct& act) {
  const std::optional<CalendarDate> from = next_step_from(visit, act);
  switch (act.state) {
    case ActState::draft:
      return tr("The commission considers it; then its agreement is recorded.");
    case ActState::agreed:
      return tr("The head approves it: another person than the one who drew it up.");
    case ActState::approved:
      return say(today(visit) < *from ? tr("It may be carried out from {} on. Until then it can "
                                           "be cancelled, as afterwards.")
                                      : tr("It may be carried out since {}."),
                 spoken(*from));
    case ActState::withdrawn:
      return say(today(visit) < *from
                     ? tr("Nobody sees its papers any more. They can be brought back; from {} on "
                          "they can be destroyed.")
                     : tr("Nobody sees its papers any more. They can be destroyed since {}, and "
                          "brought back until that is begun."),
                 spoken(*from));
    case ActState::destroying:
      return tr("The destruction was begun and cut off: carry it on. There is no way back.");
    case ActState::carried_out:
      return tr("All of it is destroyed; the cards and this act stay.");
    case ActState::cancelled:
      return tr("Its volumes are free again.");
  }
  return "";
}

Json units_model(const ShownAct& shown) {
  Json units = Json::array();
  for (const ShownAct::Unit& each : shown.units) {
    const std::string years = each.first_year == 0 || each.first_year == each.last_year
                                  ? (each.last_year == 0 ? "" : std::to_string(each.last_year))
                                  : fmt::format("{}–{}", each.first_year, each.last_year);
    units.push_back({{"volume", to_text(each.key)},
                     {"path", verdict_path(each.key)},
                     {"heading", printable(each.heading)},
                     {"years", years},
                     {"period", printable(each.period)},
                     {"extent", ""}});
  }
  return units;
}

/// How much each volume holds; of very many the first ones tell.
void tell_extent(Visit& visit, const ShownAct& shown, Json& units) {
  if (!visit.may(Operation::read_cases)) return;
  ArchiveCases cases(visit.archive());
  for (std::size_t i = 0; i < std::min(shown.units.size(), kLookedInto); ++i) {
    const Volume volume = cases.show(visit.actor(), to_text(shown.units[i].key)).volume;
    const char* carrier = volume.carrier == Carrier::paper        ? tr("on paper")
                          : volume.carrier == Carrier::electronic ? tr("electronic")
                                                                  : tr("paper and electronic");
    units[i]["extent"] =
        say(tr("{}; documents: {}, sheets: {}"), carrier, volume.documents, volume.sheets);
  }
}

/// Which buttons stand on the page.
void tell_doors(const Visit& visit, const DestructionAct& act, Json& model) {
  const ActState state = act.state;
  const bool plans = visit.may(Operation::plan_retention);
  const bool carries = visit.may(Operation::carry_out_act);
  const std::optional<CalendarDate> from = next_step_from(visit, act);
  const bool is_time = from && !(today(visit) < *from);
  model["may_agree"] = plans && state == ActState::draft;
  model["may_approve"] = visit.may(Operation::approve_act) && state == ActState::agreed;
  model["may_cancel"] = plans && (state == ActState::draft || state == ActState::agreed ||
                                  state == ActState::approved);
  model["may_carry_out"] = carries && (is_time || state == ActState::destroying);
  model["may_restore"] = carries && state == ActState::withdrawn;
  model["is_carried_out"] = state == ActState::carried_out;
}

}  // namespace

std::string act_path(std::int64_t number) { return fmt::format("/retention/acts/{}", number); }

Json act_model(const Visit& visit, const DestructionAct& act) {
  const ActExecution& end = act.execution;
  return {{"number", std::to_string(act.number)},
          {"path", act_path(act.number)},
          {"state", title_of(act.state)},
          {"units_count", std::to_string(act.unit_count)},
          {"drawn_up_on", spoken(act.drawn_up_on)},
          {"author", act.author},
          {"basis", act.basis == ActBasis::consent_withdrawn
                        ? say(tr("consent withdrawn by student {}"), act.subject.value)
                        : ""},
          {"agreed", printable(act.agreed)},
          {"inventories", printable(act.inventories)},
          {"approval", act.approved_on ? say(tr("№ {} of {}"), printable(act.approval),
                                             spoken(*act.approved_on))
                                       : ""},
          {"approved_by", act.approved_by},
          {"withdrawn_on", spoken_or_empty(end.withdrawn_on)},
          {"waybill", printable(end.waybill)},
          {"weight",
           end.grams == 0 ? "" : fmt::format("{:.3f}", static_cast<double>(end.grams) / 1000.0)},
          {"done_on", spoken_or_empty(end.done_on)},
          {"done_by", end.done_by},
          {"revision", std::to_string(act.revision)},
          {"next_words", next_words(visit, act)}};
}

Response act_page(Visit& visit, std::int64_t number, const std::string& problem, int status) {
  const ShownAct shown = ArchiveActs(visit.archive()).show(visit.actor(), number);
  Json model = act_model(visit, shown.act);
  model["problem"] = problem;
  model["units"] = units_model(shown);
  model["gates"] = gates_model(shown.gates);
  model["is_held_up"] = !may_go_on(shown.gates);
  model["today"] = today_typed(visit);
  model["protocol_typed"] = visit.request.value("protocol");
  model["inventories_typed"] = visit.request.value("inventories");
  model["approval_typed"] = visit.request.value("number");
  tell_doors(visit, shown.act, model);
  return retention_page(visit, "act", say(tr("Act No. {}"), number), std::move(model), status);
}

Response carry_out_page(Visit& visit, std::int64_t number, const std::string& problem, int status) {
  const ShownAct shown = ArchiveActs(visit.archive()).show(visit.actor(), number);
  Json model = act_model(visit, shown.act);
  Json units = units_model(shown);
  if (shown.act.state == ActState::approved) tell_extent(visit, shown, units);
  tell_doors(visit, shown.act, model);
  model["problem"] = problem;
  model["units"] = std::move(units);
  model["gates"] = gates_model(shown.gates);
  model["is_first_step"] = shown.act.state == ActState::approved;
  model["waybill_typed"] = visit.request.value("waybill");
  model["weight_typed"] = visit.request.value("weight");
  return retention_page(visit, "act_carry_out", say(tr("Carry act No. {} out"), number),
                        std::move(model), status);
}

}  // namespace fonds

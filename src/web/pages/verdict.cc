// What becomes of a volume, and why: its verdict with all it was derived from; events and decisions
// put on record.
#include <fmt/format.h>

#include "archive/field_input.h"
#include "archive/retention.h"
#include "base/messages.h"
#include "base/text.h"
#include "model/spoken_date.h"
#include "retention/period_words.h"
#include "retention/reason_words.h"
#include "retention/state_words.h"
#include "web/form_answers.h"
#include "web/gate_model.h"
#include "web/retention_page.h"
#include "web/routes.h"

namespace fonds {
namespace {

/// What people put on record here; the others come from the stock of the archive.
constexpr std::array kMarks{VolumeMarkKind::not_needed,       VolumeMarkKind::audited,
                            VolumeMarkKind::learner_left,     VolumeMarkKind::consent_ended,
                            VolumeMarkKind::contract_ended,   VolumeMarkKind::form_replaced,
                            VolumeMarkKind::blanks_destroyed, VolumeMarkKind::returned,
                            VolumeMarkKind::dismissed,        VolumeMarkKind::dispute};

/// Of the gates of an act those that ask a volume itself.
std::vector<Gate> own_gates(const ExplainedVolume& volume, const CalendarDate& day) {
  DestructionAct act;
  act.drawn_up_on = day;
  std::vector<Gate> own;
  const AppraisedUnit unit{
      volume.key, volume.facts.closed ? VolumeState::closed : VolumeState::open, volume.verdict};
  for (Gate& each : gates_of(act, {unit})) {
    const bool asks_unit = each.code == GateCode::term_over || each.code == GateCode::audited ||
                           each.code == GateCode::decided || each.code == GateCode::nothing_holds;
    if (!asks_unit) continue;
    each.units.clear();
    own.push_back(std::move(each));
  }
  return own;
}

Json obstacles_model(const RetentionFacts& facts) {
  Json model = Json::array();
  for (const DisposalObstacle& each : facts.obstacles) {
    model.push_back({{"title", title_of(each.kind)},
                     {"why", printable(each.why)},
                     {"until", spoken_or_empty(each.until)}});
  }
  return model;
}

/// "The list 236 of 2019, art. 19а; verified": what stands behind the period.
std::string source_of(const Authority& authority) {
  std::string text = authority.act == kNoArticle ? tr("set by the commission of the institution")
                                                 : printable(authority.act);
  if (!authority.edition.empty()) text += ", " + printable(authority.edition);
  const std::string article = article_of(authority);
  if (!article.empty() && authority.act != kNoArticle) {
    text += (text.empty() ? "" : ", ") + printable(article);
  }
  if (!text.empty() && authority.act != kNoArticle) {
    text += std::string("; ") + (authority.verified ? tr("compared with the list")
                                                    : tr("not compared with the list yet"));
  }
  return text;
}

Json decision_model(const RetentionFacts& facts) {
  if (!facts.decision) return Json::object();
  const CommissionDecision& made = *facts.decision;
  return {{"outcome", title_of(made.outcome)},
          {"protocol", printable(made.protocol)},
          {"until", spoken_or_empty(made.until)}};
}

Json explained_model(const ExplainedVolume& volume, const CalendarDate& day) {
  Json reasons = Json::array();
  for (const std::string& each : sentences_of(volume.verdict, volume.rule, volume.facts)) {
    reasons.push_back({{"text", printable(each)}});
  }
  const bool is_opened = volume.key.number != 0;
  Json obstacles = obstacles_model(volume.facts);
  const bool is_obstructed = !obstacles.empty();
  return {{"volume", to_text(volume.key)},
          {"case_path", "/cases/" + percent_encoded(to_text(volume.key))},
          {"is_opened", is_opened},
          {"heading", printable(volume.heading)},
          {"state", title_of(volume.verdict.state)},
          {"is_bad", volume.verdict.state == VerdictState::blocked},
          {"is_eligible", volume.step == PlannedStep::destroy},
          {"step", title_of(volume.step)},
          {"date", spoken_or_empty(volume.verdict.date)},
          {"closed", spoken_or_empty(volume.facts.closed)},
          {"nomenclature", std::to_string(volume.nomenclature)},
          {"rule", printable(period_with_source(volume.rule))},
          {"rule_text", printable(PeriodWords::shipped().printed(volume.rule))},
          {"source", source_of(volume.rule.authority)},
          {"protocol", volume.rule.local ? printable(volume.rule.local->ek_protocol) : ""},
          {"longer_by_list", volume.longer_by_list},
          {"decision", decision_model(volume.facts)},
          {"is_decided", volume.facts.decision.has_value()},
          {"reasons", std::move(reasons)},
          {"obstacles", std::move(obstacles)},
          {"is_obstructed", is_obstructed},
          {"gates", is_opened ? gates_model(own_gates(volume, day)) : Json::array()}};
}

Json marks_model(const Visit& visit) {
  Json model = Json::array();
  for (const VolumeMarkKind each : kMarks) {
    model.push_back(choice_of(name_of(each), title_of(each), visit.request.value("event")));
  }
  return model;
}

Json outcomes_model(const Visit& visit) {
  Json model = Json::array();
  for (const Appraisal each : {Appraisal::destroy, Appraisal::prolong, Appraisal::keep}) {
    model.push_back(choice_of(name_of(each), title_of(each), visit.request.value("outcome")));
  }
  return model;
}

Response verdict_page(Visit& visit, const std::optional<CalendarDate>& on,
                      const std::string& problem, int status) {
  const std::string& asked = visit.captured("volume");
  const CalendarDate day = on.value_or(day_here(visit.archive().clock().now()));
  const auto found = ArchiveRetention(visit.archive()).explain(visit.actor(), asked, on);
  Json volumes = Json::array();
  for (const ExplainedVolume& each : found) volumes.push_back(explained_model(each, day));
  const bool is_one = found.size() == 1 && found.front().key.number != 0;
  return retention_page(visit, "verdict", printable(asked),
                        {{"problem", problem},
                         {"asked", printable(asked)},
                         {"path", "/retention/volumes/" + percent_encoded(asked)},
                         {"day", spoken(day)},
                         {"day_typed", to_text(day)},
                         {"today", today_typed(visit)},
                         {"volumes", std::move(volumes)},
                         {"may_mark", is_one && !on && visit.may(Operation::plan_retention)},
                         {"may_hold", is_one && visit.may(Operation::hold_records)},
                         {"may_see_case", visit.may(Operation::read_cases)},
                         {"marks", marks_model(visit)},
                         {"outcomes", outcomes_model(visit)},
                         {"basis", visit.request.value("basis")},
                         {"protocol_typed", visit.request.value("protocol")}},
                        status);
}

Response show_verdict(Visit& visit) {
  return verdict_page(visit, day_if_typed(visit.request.value("on")), "", 200);
}

/// Records something, then shows what it has changed.
template <class Deed>
Response record(Visit& visit, const char* message, const Deed& deed) {
  const std::string& volume = visit.captured("volume");
  return attempt(
      [&] {
        deed(volume);
        return done(visit, "/retention/volumes/" + percent_encoded(volume), message);
      },
      [&](const std::string& problem, int status) {
        return verdict_page(visit, std::nullopt, problem, status);
      });
}

VolumeMarkKind mark_typed(const Visit& visit) {
  if (const auto kind = volume_mark_kind_from(visit.request.value("event"))) return *kind;
  throw Error(Fault::usage, tr("it is not said which event"), tr("choose one"));
}

Response add_mark(Visit& visit) {
  return record(visit, tr("The event is on record."), [&](const std::string& volume) {
    const VolumeMark mark{
        mark_typed(visit), day_typed(visit.request.value("day")), text_typed(visit, "basis"), {}};
    ArchiveRetention(visit.archive()).mark(visit.actor(), volume, mark);
  });
}

Response remove_mark(Visit& visit) {
  return record(visit, tr("The event is off the record."), [&](const std::string& volume) {
    ArchiveRetention(visit.archive()).unmark(visit.actor(), volume, mark_typed(visit));
  });
}

Response decide(Visit& visit) {
  return record(visit, tr("The decision is on record."), [&](const std::string& volume) {
    const auto outcome = appraisal_from(visit.request.value("outcome"));
    if (!outcome) {
      throw Error(Fault::usage, tr("it is not said what the commission decided"), tr("choose one"));
    }
    ArchiveRetention(visit.archive())
        .decide(
            visit.actor(), volume,
            {*outcome, text_typed(visit, "protocol"), day_if_typed(visit.request.value("until"))});
  });
}

}  // namespace

std::vector<Route> verdict_routes() {
  constexpr auto kIn = Door::signed_in;
  return {
      {Method::get, "/retention/volumes/{volume}", kIn, Operation::read_retention, &show_verdict},
      {Method::post, "/retention/volumes/{volume}/events", kIn, Operation::plan_retention,
       &add_mark},
      {Method::post, "/retention/volumes/{volume}/events/removed", kIn, Operation::plan_retention,
       &remove_mark},
      {Method::post, "/retention/volumes/{volume}/decision", kIn, Operation::plan_retention,
       &decide},
  };
}

}  // namespace fonds

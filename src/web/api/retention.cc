// What becomes of volumes, and why: explained, planned; events and decisions put on record.
#include "archive/retention.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "web/api/api_routes.h"
#include "web/api/asked.h"
#include "web/api/chosen.h"
#include "web/api/items.h"
#include "web/api/retention_records.h"

namespace fonds {
namespace {

/// The volumes that are meant, as they stand on a day; nothing: today.
Response explained(Visit& visit, const Asked& asked, const std::optional<CalendarDate>& on) {
  Items items(asked);
  const CalendarDate day = on.value_or(day_here(visit.archive().clock().now()));
  for (const ExplainedVolume& each :
       ArchiveRetention(visit.archive()).explain(visit.actor(), visit.captured("volume"), on)) {
    items.add([&] { return record_of(each, day); });
  }
  return items.answer();
}

Response explain(Visit& visit) {
  const Asked asked(visit.request, {"on", "offset", "limit"});
  return explained(visit, asked, asked.day_if_said("on"));
}

VolumeMarkKind mark_in_path(const Visit& visit) {
  const std::string& event = visit.captured("event");
  if (const auto kind = volume_mark_kind_from(event)) return *kind;
  throw Error(Fault::usage, say(tr("“{}” can not be {}"), "event", printable(event)),
              say(tr("send {}"), fmt::format("{}", fmt::join(kVolumeMarkKinds, ", "))));
}

Response set_mark(Visit& visit) {
  const Asked asked(visit.request, {"on", "basis"});
  const VolumeMark mark{mark_in_path(visit), asked.needed_day("on"), asked.text("basis"), {}};
  ArchiveRetention(visit.archive()).mark(visit.actor(), visit.captured("volume"), mark);
  return explained(visit, asked, {});
}

Response remove_mark(Visit& visit) {
  const Asked nothing(visit.request, {});
  ArchiveRetention(visit.archive())
      .unmark(visit.actor(), visit.captured("volume"), mark_in_path(visit));
  return json_answer({{"done", true}});
}

Response decide(Visit& visit) {
  const Asked asked(visit.request, {"outcome", "protocol", "until"});
  (void)asked.needed_text("outcome");
  const CommissionDecision decision{
      chosen_if_said<Appraisal>(asked, "outcome", kAppraisals).value(), asked.text("protocol"),
      asked.day_if_said("until")};
  ArchiveRetention(visit.archive()).decide(visit.actor(), visit.captured("volume"), decision);
  return explained(visit, asked, {});
}

/// Looks at all volumes and keeps nothing: the last plan stands.
Response rehearse(Visit& visit) {
  const Asked asked(visit.request, {"on", "step", "changes", "offset", "limit"});
  const auto wanted = chosen_if_said<PlannedStep>(asked, "step", kPlannedSteps);
  const bool changes = asked.flag("changes");
  Items items(asked);
  (void)ArchiveRetention(visit.archive())
      .plan(visit.actor(), {asked.day_if_said("on"), false}, [&](const PlannedVolume& each) {
        if (changes && each.step == each.before) return;
        if (wanted && each.step != *wanted && each.before != *wanted) return;
        items.add([&] { return record_of(each); });
      });
  return items.answer();
}

Response rehearse_totals(Visit& visit) {
  const Asked asked(visit.request, {"on"});
  return json_answer(record_of(
      ArchiveRetention(visit.archive())
          .plan(visit.actor(), {asked.day_if_said("on"), false}, [](const PlannedVolume&) {})));
}

Response make_plan(Visit& visit) {
  const Asked nothing(visit.request, {});
  return json_answer(record_of(
      ArchiveRetention(visit.archive()).plan(visit.actor(), {{}, true}, [](const auto&) {})));
}

}  // namespace

std::vector<Route> api_retention_routes() {
  constexpr auto kIn = Door::signed_in;
  constexpr auto kRead = Operation::read_retention;
  constexpr auto kPlan = Operation::plan_retention;
  return {
      {Method::get, "/api/v1/retention/plan", kIn, kRead, &rehearse},
      {Method::post, "/api/v1/retention/plan", kIn, kPlan, &make_plan},
      {Method::get, "/api/v1/retention/plan/totals", kIn, kRead, &rehearse_totals},
      {Method::get, "/api/v1/retention/volumes/{volume}", kIn, kRead, &explain},
      {Method::put, "/api/v1/retention/volumes/{volume}/marks/{event}", kIn, kPlan, &set_mark},
      {Method::del, "/api/v1/retention/volumes/{volume}/marks/{event}", kIn, kPlan, &remove_mark},
      {Method::put, "/api/v1/retention/volumes/{volume}/decision", kIn, kPlan, &decide},
  };
}

}  // namespace fonds

#include "archive/scheduled_work.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>

#include "archive/achievement_snapshots.h"
#include "archive/destruction.h"
#include "archive/index_care.h"
#include "archive/nomenclature_year.h"
#include "archive/nomenclatures.h"
#include "archive/retention.h"
#include "archive/schedule.h"
#include "archive/stock_checks.h"
#include "archive/withdrawn_data.h"
#include "base/error.h"
#include "catalogue/consents.h"
#include "catalogue/documents.h"
#include "catalogue/nomenclatures.h"
#include "catalogue/students.h"

namespace fonds {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kShelves = 256;
constexpr std::size_t kMostNamed = 200;  ///< ids in a report; the counts are of all

int day_number(const CalendarDate& day) {
  const std::chrono::sys_days days = std::chrono::year(day.year) / day.month / day.day;
  return static_cast<int>(days.time_since_epoch().count());
}

template <class Number>
Json listed(const std::vector<Number>& ids) {
  Json list = Json::array();
  for (std::size_t i = 0; i < std::min(ids.size(), kMostNamed); ++i) list.push_back(ids[i]);
  return list;
}

WorkReport plan(Archive& archive) {
  const PlanTotals totals =
      ArchiveRetention(archive).plan(schedule_actor(), {{}, true}, [](const PlannedVolume&) {});
  Json steps;
  for (std::size_t i = 0; i < kPlannedSteps.size(); ++i) steps[kPlannedSteps[i]] = totals.steps[i];
  return {Json{{"volumes", totals.volumes}, {"changed", totals.changed}, {"steps", steps}}.dump()};
}

WorkReport fixity(Archive& archive, const std::vector<int>& shelves) {
  std::int64_t checked = 0;
  std::vector<std::string> damaged;  ///< or missing
  for (const int shelf : shelves) {
    const std::string beginning = fmt::format("{:02x}", shelf);
    for (const std::string& sha256 : Documents(archive.catalogue()).hashes(beginning)) {
      ++checked;
      if (archive.originals().check(sha256) != ObjectStore::Fixity::intact) {
        damaged.push_back(sha256);
      }
    }
  }
  return {Json{{"shelves", shelves.size()},
               {"originals", checked},
               {"damaged", damaged.size()},
               {"which", listed(damaged)}}
              .dump(),
          !damaged.empty()};
}

/// Only what a person has begun: nothing is destroyed without their word.
WorkReport acts(Archive& archive) {
  ArchiveDestruction destruction(archive);
  const std::vector<std::int64_t> due = destruction.due(schedule_actor());
  for (const std::int64_t number : due) {
    (void)destruction.carry_out(schedule_actor(), number, {});
  }
  return {Json{{"carried_out", listed(due)}}.dump()};
}

/// Consents whose last day has passed, students who have come of age and speak for themselves, and
/// those whose optional papers must go, until an act of them is drawn up.
WorkReport expiry(Archive& archive, const CalendarDate& after, const CalendarDate& today) {
  constexpr int kOfAge = 18;
  std::vector<std::int64_t> ended;
  for (const auto& [student, records] : Consents(archive.catalogue()).all()) {
    const bool any =
        std::any_of(records.consents.begin(), records.consents.end(), [&](const Consent& each) {
          return each.until && !(*each.until < after) && *each.until < today;
        });
    if (any) ended.push_back(student.value);
  }
  std::vector<std::int64_t> of_age;
  const auto born = [](const CalendarDate& day) {
    return CalendarDate{day.year - kOfAge, day.month, day.day};
  };
  for (const StudentId each : Students(archive.catalogue()).born_within(born(after), born(today))) {
    of_age.push_back(each.value);
  }
  std::vector<std::int64_t> withdrawn;
  for (const StudentId each : with_optional_papers(archive)) withdrawn.push_back(each.value);
  return {Json{{"consents_ended", ended.size()},
               {"students", listed(ended)},
               {"came_of_age", of_age.size()},
               {"of_age", listed(of_age)},
               {"withdrawn_with_optional_papers", withdrawn.size()},
               {"withdrawn", listed(withdrawn)}}
              .dump(),
          !ended.empty() || !of_age.empty() || !withdrawn.empty()};
}

WorkReport check_index(Archive& archive) {
  const std::string problem = ArchiveIndexCare(archive).check(schedule_actor());
  return {Json{{"sound", problem.empty()}}.dump(), !problem.empty()};
}

WorkReport freeze(Archive& archive) {
  ArchiveSnapshots snapshots(archive);
  if (!snapshots.due(schedule_actor())) return {Json{{"frozen", nullptr}}.dump()};
  return {Json{{"frozen", snapshots.freeze(schedule_actor()).number}}.dump()};
}

/// A person looks at the draft and has it agreed; where somebody has drawn one up there is nothing
/// to do.
WorkReport roll_over(Archive& archive, int year) {
  Nomenclatures lists(archive.catalogue());
  const bool is_due = lists.card(year) && !lists.card(year + 1);
  if (is_due) (void)ArchiveNomenclatureYear(archive).roll_over(schedule_actor(), year);
  return {Json{{"year", year + 1}, {"drafted", is_due}}.dump(), is_due};
}

/// Only told: people look, and sign the act. In good time, for the check of a whole archive takes
/// weeks.
WorkReport remind_of_checks(Archive& archive, const CalendarDate& today) {
  constexpr int kDaysBefore = 90;
  Json due;
  for (const StockCheckState& each : ArchiveStockChecks(archive).list(schedule_actor())) {
    if (days_after(today, kDaysBefore) < each.due_by) continue;
    due[name_of(each.check)] = to_text(each.due_by);
  }
  return {Json{{"due_by", due}}.dump(), !due.empty()};
}

}  // namespace

std::vector<int> shelves_due(const CalendarDate& due_on,
                             const std::optional<CalendarDate>& before) {
  const int last = day_number(due_on);
  const int missed = before ? std::clamp(last - day_number(*before), 1, kShelves) : 1;
  std::vector<int> shelves;
  for (int i = missed - 1; i >= 0; --i) shelves.push_back((last - i) % kShelves);
  return shelves;
}

WorkReport do_scheduled(Archive& archive, ScheduledJob job, const CalendarDate& due_on,
                        const std::optional<CalendarDate>& before) {
  switch (job) {
    case ScheduledJob::retention_plan:
      return plan(archive);
    case ScheduledJob::fixity:
      return fixity(archive, shelves_due(due_on, before));
    case ScheduledJob::acts:
      return acts(archive);
    case ScheduledJob::expiry:
      return expiry(archive, before.value_or(days_after(due_on, -1)), due_on);
    case ScheduledJob::index_check:
      return check_index(archive);
    case ScheduledJob::snapshots:
      return freeze(archive);
    case ScheduledJob::rollover:
      return roll_over(archive, due_on.year);
    case ScheduledJob::stock_checks:
      return remind_of_checks(archive, due_on);
  }
  throw Error(Fault::bug, "a scheduled job that is none");
}

}  // namespace fonds

// What falls due: the plan of the volumes, by months and one by one; made anew, or rehearsed for
// another day.
#include "archive/retention.h"

#include <fmt/format.h>

#include <map>

#include "archive/field_input.h"
#include "base/messages.h"
#include "base/text.h"
#include "model/spoken_date.h"
#include "retention/state_words.h"
#include "web/form_answers.h"
#include "web/retention_page.h"
#include "web/routes.h"

namespace fonds {
namespace {

constexpr int kShown = 100;      ///< volumes of one page
constexpr int kMostYears = 10;   ///< that are looked ahead
constexpr int kFarthest = 1000;  ///< years: a day beyond is a slip of the pen

using Counts = std::array<std::int64_t, kPlannedSteps.size()>;

/// What is asked of the plan, and what of it is shown.
struct PlanView {
  PlanOptions options{};
  bool only_changes = false;
  std::optional<PlannedStep> step{};
  std::string index{};  ///< its beginning
  int from = 0;
  std::string problem{};
};

/// A plan as one looks at it.
struct SeenPlan {
  PlanTotals totals;
  std::map<std::string, Counts> months;  ///< "2030-01"; "": without a term
  std::vector<PlannedVolume> shown;
  int found = 0;
};

/// What the last plan said otherwise, or the last plan of another day.
bool is_new(const PlannedVolume& each, const CalendarDate& day) { return each.since == day; }

bool is_wanted(const PlanView& view, const PlannedVolume& each, const CalendarDate& day) {
  if (view.only_changes && !is_new(each, day)) return false;
  if (view.step && each.step != *view.step && each.before != *view.step) return false;
  return each.key.index.starts_with(view.index);
}

SeenPlan look(Visit& visit, const PlanView& view) {
  SeenPlan seen;
  const CalendarDate day = view.options.on.value_or(day_here(visit.archive().clock().now()));
  seen.totals = ArchiveRetention(visit.archive())
                    .plan(visit.actor(), view.options, [&](const PlannedVolume& each) {
                      if (each.step != PlannedStep::none) {
                        const std::string month = each.term ? to_text(*each.term).substr(0, 7) : "";
                        ++seen.months[month][static_cast<std::size_t>(each.step)];
                      }
                      if (!is_wanted(view, each, day)) return;
                      const int at = seen.found++;
                      if (at >= view.from && at < view.from + kShown) seen.shown.push_back(each);
                    });
  return seen;
}

/// The page with these volumes only.
std::string address_of(const PlanView& view, std::string_view step, int from) {
  FormFields fields;
  if (view.options.on) fields.emplace_back("on", to_text(*view.options.on));
  if (!step.empty()) fields.emplace_back("step", step);
  if (!view.index.empty()) fields.emplace_back("index", view.index);
  if (view.only_changes) fields.emplace_back("changes", "1");
  if (from > 0) fields.emplace_back("from", std::to_string(from));
  return fields.empty() ? "/retention" : "/retention?" + written_form(fields);
}

Json counts_model(const Counts& counts) {
  Json cells = Json::array();
  for (std::size_t i = 1; i < counts.size(); ++i) {
    cells.push_back({{"count", counts.at(i) == 0 ? std::string() : std::to_string(counts.at(i))}});
  }
  return cells;
}

/// "01.2030".
std::string spoken_month(const std::string& month) {
  if (month.empty()) return tr("no term");
  return fmt::format("{}.{}", month.substr(5, 2), month.substr(0, 4));
}

Json calendar_model(const SeenPlan& seen) {
  Json rows = Json::array();
  for (const auto& [month, counts] : seen.months) {
    rows.push_back({{"when", spoken_month(month)}, {"cells", counts_model(counts)}});
  }
  return rows;
}

/// What stands in the plans of the first days of the next years, when nothing is done till then.
Json ahead_model(Visit& visit, int years) {
  Json rows = Json::array();
  const int now = day_here(visit.archive().clock().now()).year;
  for (int year = now + 1; year <= now + years; ++year) {
    const PlanOptions rehearsed{CalendarDate{year, 1, 1}, false};
    const PlanTotals totals =
        ArchiveRetention(visit.archive()).plan(visit.actor(), rehearsed, [](const auto&) {});
    rows.push_back({{"when", std::to_string(year)},
                    {"path", fmt::format("/retention?on={}-01-01", year)},
                    {"cells", counts_model(totals.steps)}});
  }
  return rows;
}

Json steps_model(const PlanView& view, const PlanTotals& totals) {
  Json steps = Json::array();
  for (std::size_t i = 1; i < kPlannedSteps.size(); ++i) {
    const auto step = static_cast<PlannedStep>(i);
    steps.push_back({{"name", name_of(step)},
                     {"title", title_of(step)},
                     {"count", totals.steps.at(i)},
                     {"any", totals.steps.at(i) > 0},
                     {"chosen", view.step == step},
                     {"path", address_of(view, name_of(step), 0)}});
  }
  return steps;
}

Json row_of(const PlannedVolume& each) {
  const bool changed = each.step != each.before;
  return {{"volume", to_text(each.key)},
          {"path", "/retention/volumes/" + percent_encoded(to_text(each.key))},
          {"heading", printable(each.heading)},
          {"step", title_of(each.step)},
          {"is_bad", each.step == PlannedStep::blocked},
          {"term", spoken_or_empty(each.term)},
          {"since", spoken(each.since)},
          {"changed", changed},
          {"before", changed ? title_of(each.before) : ""}};
}

Response plan_page(Visit& visit, const PlanView& view, int status = 200) {
  const SeenPlan seen = look(visit, view);
  Json rows = Json::array();
  for (const PlannedVolume& each : seen.shown) rows.push_back(row_of(each));
  const std::string_view step = view.step ? name_of(*view.step) : "";
  Json model{
      {"problem", view.problem},
      {"on", view.options.on ? spoken(*view.options.on) : ""},
      {"on_typed", view.options.on ? to_text(*view.options.on) : today_typed(visit)},
      {"kept", view.options.keep},
      {"only_changes", view.only_changes},
      {"index", view.index},
      {"volumes", say(tr("Volumes looked at: {}"), seen.totals.volumes)},
      {"changed", say(tr("changed since the last plan: {}"), seen.totals.changed)},
      {"steps", steps_model(view, seen.totals)},
      {"calendar", calendar_model(seen)},
      {"has_calendar", !seen.months.empty()},
      {"rows", std::move(rows)},
      {"nothing", seen.found == 0},
      {"found", say(tr("Shown here: {} of {}"), seen.shown.size(), seen.found)},
      {"previous", ""},
      {"next", ""},
      {"may_plan", visit.may(Operation::plan_retention)},
      {"may_draw", visit.may(Operation::plan_retention) && !view.options.on &&
                       seen.totals.steps.at(static_cast<std::size_t>(PlannedStep::destroy)) > 0}};
  if (const int years = visit.number("ahead", 0, 1, kMostYears); years > 0) {
    model["ahead"] = ahead_model(visit, years);
    model["has_ahead"] = true;
  }
  if (view.from > 0) model["previous"] = address_of(view, step, std::max(0, view.from - kShown));
  if (view.from + kShown < seen.found) model["next"] = address_of(view, step, view.from + kShown);
  return retention_page(visit, "retention", tr("What falls due"), std::move(model), status);
}

/// A day people rehearse.
std::optional<CalendarDate> day_to_rehearse(const Visit& visit) {
  const std::optional<CalendarDate> day = day_if_typed(visit.request.value("on"));
  const CalendarDate today = day_here(visit.archive().clock().now());
  if (day && (*day < today || day->year > today.year + kFarthest)) {
    throw Error(Fault::usage, tr("a plan is rehearsed for a day to come"), tr("say a later day"));
  }
  return day == today ? std::nullopt : day;
}

Response show_plan(Visit& visit) {
  PlanView view;
  view.step = planned_step_from(visit.request.value("step"));
  view.index = text_typed(visit, "index");
  view.only_changes = visit.request.has("changes");
  view.from = visit.number("from", 0, 0, 10'000'000);
  return attempt(
      [&] {
        view.options.on = day_to_rehearse(visit);
        return plan_page(visit, view);
      },
      [&](const std::string& problem, int status) {
        view.options.on.reset();
        view.problem = problem;
        return plan_page(visit, view, status);
      });
}

/// Then shows what is otherwise than the last plan said.
Response make_plan(Visit& visit) {
  const PlanTotals totals =
      ArchiveRetention(visit.archive()).plan(visit.actor(), {{}, true}, [](const auto&) {});
  return done(visit, "/retention?changes=1",
              say(tr("The plan is made. Volumes looked at: {}; changed: {}."), totals.volumes,
                  totals.changed));
}

}  // namespace

std::vector<Route> retention_routes() {
  return {
      {Method::get, "/retention", Door::signed_in, Operation::read_retention, &show_plan},
      {Method::post, "/retention/plan", Door::signed_in, Operation::plan_retention, &make_plan},
  };
}

}  // namespace fonds

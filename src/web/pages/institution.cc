// The institution at a glance: what came in, which achievements, how much waits and is kept.
#include "archive/institution.h"

#include <algorithm>
#include <map>

#include "archive/achievements.h"
#include "archive/card_words.h"
#include "archive/health.h"
#include "base/messages.h"
#include "model/award.h"
#include "web/bar_plot.h"
#include "web/routes.h"

namespace fonds {
namespace {

constexpr int kDays = 30;
constexpr std::size_t kMostYears = 10;
/// Papers whose achievements are counted unasked: of 100 000 it takes four seconds.
constexpr std::int64_t kCountedUnasked = 10'000;

Json with_first(Json model, const char* first) {
  model["first"] = first;
  return model;
}

Json days_plot(const InstitutionFigures& figures) {
  BarPlot plot{tr("Papers taken in, the last 30 days"), {tr("Papers")}, {}};
  for (const auto& [day, papers] : figures.days) {
    plot.bars.push_back({fmt::format("{:02}.{:02}", day.day, day.month), {papers}});
  }
  return with_first(plot_model(plot), tr("Day"));
}

/// By school or calendar year as achievements say it; those without a level are a part of their
/// own, those without a date are left out of a plot of years.
Json achievements_plot(Visit& visit) {
  BarPlot plot{tr("Achievements by year and level"), {}, {}};
  for (const std::string_view level : kLevelNames) {
    plot.series.push_back(value_in_words(visit.archive().words(), "level", std::string(level)));
  }
  plot.series.emplace_back(tr("level not known"));
  const AchievementTotals totals =
      totals_of(ArchiveAchievements(visit.archive()).list(visit.actor(), {}));
  std::map<std::string, std::vector<std::int64_t>> years;
  for (const AchievementCount& each : totals.counts) {
    if (each.year.empty()) continue;
    auto& parts = years[each.year];
    parts.resize(plot.series.size());
    const auto level = level_from(each.level);
    parts[level ? static_cast<std::size_t>(*level) : kLevelNames.size()] += each.count;
  }
  while (years.size() > kMostYears) years.erase(years.begin());
  for (const auto& [year, parts] : years) plot.bars.push_back({year, parts});
  return with_first(plot_model(plot), tr("Year"));
}

std::string size_in_words(std::int64_t bytes) {
  const auto size = static_cast<double>(bytes);
  return bytes < 1'000'000'000 ? say(tr("{:.1f} MB"), size / 1e6)
                               : say(tr("{:.1f} GB"), size / 1e9);
}

Response show_institution(Visit& visit) {
  const InstitutionFigures figures = ArchiveInstitution(visit.archive()).look(visit.actor(), kDays);
  Json model{{"papers", std::to_string(figures.papers)},
             {"bytes", size_in_words(figures.original_bytes)},
             {"queue", false},
             {"plots", Json::array({days_plot(figures)})}};
  if (visit.may(Operation::read_achievements)) {
    const bool counted = figures.papers <= kCountedUnasked || visit.request.has("achievements");
    if (counted) model["plots"].push_back(achievements_plot(visit));
    model["not_counted"] = !counted;
  }
  if (visit.may(Operation::manage_jobs)) {
    const HealthFigures health = ArchiveHealth(visit.archive()).look(visit.actor());
    model["queue"] = true;
    model["waiting"] =
        std::to_string(health.count(JobState::queued) + health.count(JobState::leased));
    model["aside"] = std::to_string(health.count(JobState::quarantined));
  }
  return page(visit, "institution", tr("The institution at a glance"), model);
}

}  // namespace

std::vector<Route> institution_routes() {
  return {
      {Method::get, "/institution", Door::signed_in, Operation::list_documents, &show_institution}};
}

}  // namespace fonds

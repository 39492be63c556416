#include "model/scheduled_job.h"

#include <chrono>

#include "model/named.h"

namespace fonds {
namespace {

constexpr int kRolloverMonth = 12;  ///< DOMAIN §1.3: drawn up in the fourth quarter

CalendarDate last_monday(const CalendarDate& today) {
  const std::chrono::weekday weekday(
      std::chrono::sys_days(std::chrono::year(today.year) / today.month / today.day));
  return days_after(today, -static_cast<int>(weekday.iso_encoding() - 1));
}

}  // namespace

std::optional<ScheduledJob> scheduled_job_from(std::string_view name) {
  return named<ScheduledJob>(kScheduledJobs, name);
}

std::optional<RunOutcome> run_outcome_from(std::string_view name) {
  return named<RunOutcome>(kRunOutcomes, name);
}

CalendarDate last_due(ScheduledJob job, const CalendarDate& today) {
  switch (job) {
    case ScheduledJob::index_check:
      return last_monday(today);
    case ScheduledJob::rollover:
      return {today.month >= kRolloverMonth ? today.year : today.year - 1, kRolloverMonth, 1};
    case ScheduledJob::stock_checks:
      return {today.year, today.month, 1};
    default:
      return today;
  }
}

}  // namespace fonds

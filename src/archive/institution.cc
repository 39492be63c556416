#include "archive/institution.h"

#include <algorithm>
#include <chrono>
#include <map>

#include "archive/read_log.h"
#include "archive/viewer.h"
#include "catalogue/documents.h"
#include "catalogue/intake_figures.h"

namespace fonds {

InstitutionFigures ArchiveInstitution::look(const Actor& actor, int days) {
  archive_.policy().require(actor, Operation::list_documents);
  Viewer(archive_, actor).require_all();
  const Moment now = archive_.clock().now();
  // A day more: the calendar here is up to fourteen hours ahead of that of UTC.
  const Moment from = now - std::chrono::hours(24 * (days + 1));
  std::map<CalendarDate, std::int64_t> counted;
  IntakeFigures figures(archive_.catalogue());
  for (const auto& [hour, papers] : figures.by_hour(from)) counted[day_here(hour)] += papers;

  InstitutionFigures found;
  const CalendarDate today = day_here(now);
  for (int back = days - 1; back >= 0; --back) {
    const CalendarDate day = days_after(today, -back);
    const auto of_day = counted.find(day);
    found.days.emplace_back(day, of_day == counted.end() ? 0 : of_day->second);
  }
  found.papers = Documents(archive_.catalogue()).count();
  found.original_bytes = figures.original_bytes();
  journal_read(archive_, actor, "document.listed", "figures");
  return found;
}

}  // namespace fonds

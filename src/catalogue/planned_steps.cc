#include "catalogue/planned_steps.h"

#include <tuple>

#include "base/messages.h"
#include "catalogue/sql.h"
#include "catalogue/stored.h"

namespace fonds {
namespace {

const char* no_step() { return tr("the catalogue holds a step of the plan that is none"); }

template <class... Arguments>
std::vector<StoredStep> load(Database& database, const std::string& condition,
                             const Arguments&... arguments) {
  std::vector<StoredStep> found;
  StoredStep each;
  long long volume = 0;
  std::string term;
  std::string planned_on;
  each_row(
      database, "SELECT volume, step, term, planned_on FROM planned_steps WHERE " + condition,
      std::tie(volume, each.step, term, planned_on),
      [&] {
        each.volume = {volume};
        each.term = stored::day(term, no_step());
        each.planned_on = stored::known(calendar_date_from(planned_on), no_step());
        found.push_back(each);
      },
      arguments...);
  return found;
}

}  // namespace

std::map<VolumeId, StoredStep> PlannedSteps::between(VolumeId from, VolumeId to) {
  std::map<VolumeId, StoredStep> found;
  for (StoredStep& each : load(database_, "volume BETWEEN :low AND :high", from.value, to.value)) {
    found.emplace(each.volume, std::move(each));
  }
  return found;
}

std::vector<StoredStep> PlannedSteps::page(VolumeId after, int limit) {
  return load(database_, "volume > :after ORDER BY volume LIMIT :limit", after.value, limit);
}

void PlannedSteps::set(Transaction& /*transaction*/, const StoredStep& step) {
  change(
      database_,
      "INSERT INTO planned_steps (volume, step, term, planned_on) VALUES (:volume, :step, :term, "
      ":planned_on) ON CONFLICT (volume) DO UPDATE SET step = excluded.step, term = "
      "excluded.term, planned_on = excluded.planned_on",
      step.volume.value, step.step, stored::text(step.term), to_text(step.planned_on));
}

void PlannedSteps::remove(Transaction& /*transaction*/, VolumeId volume) {
  change(database_, "DELETE FROM planned_steps WHERE volume = :volume", volume.value);
}

}  // namespace fonds

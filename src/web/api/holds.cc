// What must not be destroyed, whatever its term: the list, a new hold, the end of one.
#include "archive/holds.h"

#include "web/api/api_routes.h"
#include "web/api/asked.h"
#include "web/api/case_records.h"
#include "web/api/chosen.h"
#include "web/api/items.h"

namespace fonds {
namespace {

Response list_holds(Visit& visit) {
  const Asked asked(visit.request, {"all", "offset", "limit"});
  return Items(asked)
      .all(ArchiveHolds(visit.archive()).list(visit.actor(), !asked.flag("all")))
      .answer();
}

Response set_hold(Visit& visit) {
  const Asked asked(visit.request, {"subject", "target", "reason", "until"});
  (void)asked.needed_text("subject");
  const NewHold words{chosen_if_said<HoldSubject>(asked, "subject", kHoldSubjects).value(),
                      asked.needed_text("target"), asked.text("reason"),
                      asked.day_if_said("until")};
  return json_answer(record_of(ArchiveHolds(visit.archive()).set(visit.actor(), words)), 201);
}

Response lift_hold(Visit& visit) {
  const Asked asked(visit.request, {"reason"});
  const std::int64_t hold = number_in_path(visit.captured("hold"));
  return json_answer(
      record_of(ArchiveHolds(visit.archive()).lift(visit.actor(), hold, asked.text("reason"))));
}

}  // namespace

std::vector<Route> api_hold_routes() {
  constexpr auto kIn = Door::signed_in;
  constexpr auto kHold = Operation::hold_records;
  return {
      {Method::get, "/api/v1/holds", kIn, kHold, &list_holds},
      {Method::post, "/api/v1/holds", kIn, kHold, &set_hold},
      {Method::post, "/api/v1/holds/{hold}/lift", kIn, kHold, &lift_hold},
  };
}

}  // namespace fonds

// The page one begins with: what waits for this person.
#include "archive/job_desk.h"
#include "archive/review.h"
#include "base/messages.h"
#include "web/routes.h"

namespace fonds {
namespace {

Response show_today(Visit& visit) {
  Json tasks = Json::array();
  const Policy& policy = visit.archive().policy();
  const bool may_review = visit.may(Operation::review) &&
                          (!policy.needs_purpose(visit.actor().role, Operation::review) ||
                           !visit.actor().purpose.empty());
  if (may_review) {
    const auto waiting = ArchiveReview(visit.archive()).list(visit.actor(), 0, [](const auto&) {});
    tasks.push_back({{"path", "/review"},
                     {"title", tr("Check papers")},
                     {"count", waiting},
                     {"words", say(trn("{} paper waits for a person", "{} papers wait for a person",
                                       static_cast<unsigned long>(waiting)),
                                   waiting)}});
  }
  return page(visit, "today", tr("Today"),
              {{"name", visit.session->name},
               {"tasks", std::move(tasks)},
               {"may_find", visit.may(Operation::search)},
               {"may_take_in", visit.may(Operation::take_in)}});
}

}  // namespace

std::vector<Route> today_routes() { return {{Method::get, "/", Door::signed_in, {}, &show_today}}; }

}  // namespace fonds

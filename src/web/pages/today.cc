// The page one begins with: what waits for this person, what came in last, and for an archive
// without papers how it may begin.
#include <chrono>

#include "archive/deliveries.h"
#include "archive/tasks.h"
#include "base/messages.h"
#include "base/text.h"
#include "model/spoken_date.h"
#include "web/intake_model.h"
#include "web/pages/scan_pages.h"

namespace fonds {
namespace {

constexpr int kLookedAt = 20;  ///< newest deliveries, of which those in trouble are told
constexpr int kShown = 5;
constexpr std::chrono::hours kLately{7 * 24};

std::string path_of(const WaitingTask& task) {
  switch (task.kind) {
    case TaskKind::review:
      return "/review";
    case TaskKind::applications:
      return "/disclosures";
    case TaskKind::inbox:
      return "/cases/inbox";
    case TaskKind::loans:
      return task.volume ? "/cases/" + percent_encoded(to_text(*task.volume)) : "/cases";
    case TaskKind::nomenclatures:
      return "/retention/nomenclature";
    case TaskKind::acts:
    case TaskKind::acts_due:
      return "/retention/acts";
    case TaskKind::inventories:
      return "/retention/inventories";
    case TaskKind::term_over:
      return "/retention";
    case TaskKind::to_close:
      return "/retention?step=close";
    case TaskKind::transfers:
      return "/retention/transfers";
    case TaskKind::schedule:
      return "/retention/schedule";
    case TaskKind::quarantined:
      return "/health";
  }
  return "/";
}

const char* words_of(TaskKind kind, unsigned long count) {
  switch (kind) {
    case TaskKind::review:
      return trn("{} paper waits for a person", "{} papers wait for a person", count);
    case TaskKind::applications:
      return trn("{} application waits for an answer", "{} applications wait for an answer", count);
    case TaskKind::inbox:
      return trn("{} paper is in no volume", "{} papers are in no volume", count);
    case TaskKind::loans:
      return trn("{} volume should be back", "{} volumes should be back", count);
    case TaskKind::nomenclatures:
      return trn("{} nomenclature waits for approval", "{} nomenclatures wait for approval", count);
    case TaskKind::acts:
      return trn("{} act of destruction waits for approval",
                 "{} acts of destruction wait for approval", count);
    case TaskKind::inventories:
      return trn("{} inventory waits for approval", "{} inventories wait for approval", count);
    case TaskKind::acts_due:
      return trn("{} act can be carried out further", "{} acts can be carried out further", count);
    case TaskKind::term_over:
      return trn("the term of {} volume is over", "the terms of {} volumes are over", count);
    case TaskKind::to_close:
      return trn("{} volume of a past year is open", "{} volumes of past years are open", count);
    case TaskKind::transfers:
      return trn("{} package waits for the act of acceptance",
                 "{} packages wait for the act of acceptance", count);
    case TaskKind::schedule:
      return trn("{} job of the schedule needs a look", "{} jobs of the schedule need a look",
                 count);
    case TaskKind::quarantined:
      return trn("{} paper could not be read", "{} papers could not be read", count);
  }
  return "{}";
}

Json tile(const std::string& path, const char* words, std::int64_t count) {
  return {{"path", path}, {"count", count}, {"words", say(words, count)}};
}

Json tasks_model(Visit& visit) {
  Json tasks = Json::array();
  for (const WaitingTask& each : ArchiveTasks(visit.archive()).waiting(visit.actor())) {
    Json model = tile(path_of(each), words_of(each.kind, static_cast<unsigned long>(each.count)),
                      each.count);
    if (each.due) model["due"] = say(tr("the first is due by {}"), spoken(*each.due));
    model["late"] = each.late;
    tasks.push_back(std::move(model));
  }
  return tasks;
}

std::string state_words(const IntakeCounts& counts) {
  if (counts.waiting > 0) {
    return say(trn("{} of {} paper is read", "{} of {} papers are read",
                   static_cast<unsigned long>(counts.all())),
               counts.recognised, counts.all());
  }
  if (counts.quarantined > 0) {
    const auto quarantined = static_cast<unsigned long>(counts.quarantined);
    return say(words_of(TaskKind::quarantined, quarantined), quarantined);
  }
  return tr("all is read");
}

/// For those who see the papers of all collectives: for others each delivery is looked through.
bool may_see_deliveries(const Visit& visit) {
  const Policy& policy = visit.archive().policy();
  const Actor& actor = visit.actor();
  return visit.may(Operation::take_in) && visit.may(Operation::list_documents) &&
         policy.sight(actor.role) == Sight::all &&
         (!policy.needs_purpose(actor.role, Operation::list_documents) || !actor.purpose.empty());
}

void tell_deliveries(Visit& visit, Json& model) {
  if (!may_see_deliveries(visit)) return;
  const Moment lately = visit.archive().clock().now() - kLately;
  Json shown = Json::array();
  std::int64_t troubled = 0;
  const std::vector<ShownDelivery> newest =
      ArchiveDeliveries(visit.archive()).list(visit.actor(), kLookedAt);
  for (const ShownDelivery& each : newest) {
    const bool unfinished = each.counts.waiting + each.counts.quarantined > 0;
    troubled += unfinished && each.intake.started_at >= lately ? 1 : 0;
    if (shown.size() == kShown) continue;
    Json line = delivery_model(each);
    line["state"] = state_words(each.counts);
    line["bad"] = each.counts.quarantined > 0;
    shown.push_back(std::move(line));
  }
  if (troubled > 0) {
    model["tasks"].push_back(tile(
        "/scan/deliveries",
        trn("{} delivery of this week is not read whole",
            "{} deliveries of this week are not read whole", static_cast<unsigned long>(troubled)),
        troubled));
  }
  model["some_deliveries"] = !shown.empty();
  model["deliveries"] = std::move(shown);
}

Response show_today(Visit& visit) {
  Json model{{"name", visit.session->name},
             {"tasks", tasks_model(visit)},
             {"may_find", visit.may(Operation::search)},
             {"may_take_in", visit.may(Operation::take_in)}};
  tell_deliveries(visit, model);
  model["nothing_waits"] = model["tasks"].empty();
  tell_samples(visit, model);
  return page(visit, "today", tr("Today"), model);
}

}  // namespace

std::vector<Route> today_routes() { return {{Method::get, "/", Door::signed_in, {}, &show_today}}; }

}  // namespace fonds

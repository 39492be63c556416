// Deliveries: how far the papers of each are, told anew while the page is open.
#include <charconv>

#include "archive/deliveries.h"
#include "archive/desk.h"
#include "archive/desk_words.h"
#include "base/error.h"
#include "base/messages.h"
#include "web/intake_model.h"
#include "web/pages/scan_pages.h"
#include "web/static_files.h"

namespace fonds {
namespace {

constexpr int kShown = 50;

IntakeId delivery_of(const Visit& visit) {
  const std::string& named = visit.captured("delivery");
  if (const auto number = delivery_number(named)) return *number;
  throw Error(Fault::not_found, tr("there is no such page"), tr("go to the first page"));
}

Response list_deliveries(Visit& visit) {
  Json deliveries = Json::array();
  const std::vector<ShownDelivery> found =
      ArchiveDeliveries(visit.archive()).list(visit.actor(), kShown);
  for (const ShownDelivery& each : found) deliveries.push_back(delivery_model(each));
  return page(visit, "deliveries", tr("Deliveries"),
              {{"some", !deliveries.empty()},
               {"deliveries", std::move(deliveries)},
               {"may_take_in", visit.may(Operation::take_in)}});
}

/// Sheets that promised another number of papers than came.
Json miscounts(Visit& visit, IntakeId intake) {
  Json model = Json::array();
  if (!visit.may(Operation::read_document)) return model;
  const auto counts = ArchiveDesk(visit.archive()).counts(visit.actor(), intake);
  for (const ArchiveDesk::Count& each : counts) {
    if (each.papers.expected != each.papers.found) model.push_back({{"text", count_line(each)}});
  }
  return model;
}

Response show_delivery(Visit& visit) {
  const IntakeId intake = delivery_of(visit);
  ArchiveDeliveries deliveries(visit.archive());
  const ShownDelivery delivery = deliveries.progress(visit.actor(), intake);
  const std::vector<Document> papers = deliveries.papers(visit.actor(), intake);
  Json model = delivery_model(delivery);
  model["under_way"] = delivery.counts.waiting > 0;
  model["list"] = papers_model(visit, papers);
  model["hidden"] = papers.empty();
  model["progress_words"] = say(trn("{} of {} paper is read", "{} of {} papers are read",
                                    static_cast<unsigned long>(delivery.counts.all())),
                                delivery.counts.recognised, delivery.counts.all());
  // While papers are read more sheets may come: what is missing is told at the end.
  model["miscounts"] = delivery.counts.waiting > 0 ? Json::array() : miscounts(visit, intake);
  model["script"] = static_path("scan.js");
  return page(visit, "delivery", model["title"].get<std::string>(), model);
}

/// Once, or to a page that stays open each time it changes.
Response tell_state(Visit& visit) {
  const IntakeId intake = delivery_of(visit);
  const ShownDelivery delivery = ArchiveDeliveries(visit.archive()).progress(visit.actor(), intake);
  if (!visit.request.header("accept").starts_with("text/event-stream")) {
    return json_answer(delivery_model(delivery));
  }
  return watched(visit, [actor = visit.actor(), intake](Archive& archive) {
    const Json model = delivery_model(ArchiveDeliveries(archive).progress(actor, intake));
    return Json{{"mark", model["mark"]}}.dump();
  });
}

}  // namespace

std::optional<IntakeId> delivery_number(std::string_view text) {
  IntakeId id;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), id.value);
  const bool is_number = parsed.ec == std::errc() && parsed.ptr == text.data() + text.size();
  return is_number && id.value > 0 ? std::optional(id) : std::nullopt;
}

std::vector<Route> delivery_routes() {
  const auto shown = [](std::string_view pattern, Response (*answer)(Visit&)) {
    return Route{Method::get, pattern, Door::signed_in, Operation::list_documents, answer};
  };
  return {
      shown("/scan/deliveries", &list_deliveries),
      shown("/scan/deliveries/{delivery}", &show_delivery),
      shown("/scan/deliveries/{delivery}/state", &tell_state),
  };
}

}  // namespace fonds

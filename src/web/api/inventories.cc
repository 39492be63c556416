// Inventories of cases: drawn up, looked over, agreed, approved, handed over to the archive.
#include "archive/inventories.h"

#include <fmt/format.h>

#include "archive/inventory_forms.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "web/api/api_routes.h"
#include "web/api/asked.h"
#include "web/api/inventory_records.h"
#include "web/api/items.h"
#include "web/printed_download.h"

namespace fonds {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2999;
constexpr int kHighestNumber = 999'999;

std::int64_t id_of(const Visit& visit) { return number_in_path(visit.captured("inventory")); }

InventoryWording wording_of(const Asked& asked) {
  return {asked.text_if_said("founder_history"), asked.text_if_said("fonds_history"),
          asked.text_if_said("composer"), asked.text_if_said("keeper")};
}

Response list_inventories(Visit& visit) {
  const Asked asked(visit.request, {"offset", "limit"});
  return Items(asked).all(ArchiveInventories(visit.archive()).list(visit.actor())).answer();
}

Response draw_up(Visit& visit) {
  const Asked asked(visit.request, {"kind", "year", "electronic", "list", "first",
                                    "founder_history", "fonds_history", "composer", "keeper"});
  const std::string said = asked.needed_text("kind");
  const auto kind = inventory_kind_from(said);
  if (!kind) {
    throw Error(Fault::usage, say(tr("there is no kind of inventory '{}'"), said),
                tr("say permanent, long_term or personnel"));
  }
  (void)asked.needed_whole("year");
  NewInventory words;
  words.kind = *kind;
  words.year = asked.whole("year", 0, kFirstYear, kLastYear);
  words.electronic = asked.flag("electronic");
  words.list = asked.text("list");
  words.first_number = asked.whole("first", 0, 0, kHighestNumber);
  words.wording = wording_of(asked);
  return json_answer(record_of(ArchiveInventories(visit.archive()).draw_up(visit.actor(), words)),
                     201);
}

Response show_inventory(Visit& visit) {
  const Asked nothing(visit.request, {});
  return json_answer(
      record_of(ArchiveInventories(visit.archive()).show(visit.actor(), id_of(visit))));
}

Response list_findings(Visit& visit) {
  const Asked asked(visit.request, {"offset", "limit"});
  return Items(asked)
      .all(ArchiveInventories(visit.archive()).show(visit.actor(), id_of(visit)).findings)
      .answer();
}

Response edit(Visit& visit) {
  const Asked asked(visit.request, {"founder_history", "fonds_history", "composer", "keeper"});
  return json_answer(record_of(
      ArchiveInventories(visit.archive()).edit(visit.actor(), id_of(visit), wording_of(asked))));
}

Response agree(Visit& visit) {
  const Asked asked(visit.request, {"protocol"});
  return json_answer(record_of(ArchiveInventories(visit.archive())
                                   .agree(visit.actor(), id_of(visit), asked.text("protocol"))));
}

Response approve(Visit& visit) {
  const Asked asked(visit.request, {"on", "authority", "revision"});
  const InventoryApproval approval{asked.needed_day("on"), asked.text("authority"),
                                   asked.whole_if_said("revision").value_or(0)};
  return json_answer(record_of(
      ArchiveInventories(visit.archive()).approve(visit.actor(), id_of(visit), approval)));
}

Response hand_over(Visit& visit) {
  const Asked asked(visit.request, {"on"});
  return json_answer(
      record_of(ArchiveInventories(visit.archive())
                    .hand_over(visit.actor(), id_of(visit), asked.needed_day("on"))));
}

Response cancel(Visit& visit) {
  const Asked nothing(visit.request, {});
  return json_answer(
      record_of(ArchiveInventories(visit.archive()).cancel(visit.actor(), id_of(visit))));
}

PrintedForm form_of_inventory(Visit& visit, std::int64_t id, std::string_view form) {
  ArchiveInventoryForms forms(visit.archive());
  if (form == "list") return printed_case_list(forms.list(visit.actor(), id));
  if (form == "handover") return printed_handover_list(forms.handover(visit.actor(), id));
  throw Error(Fault::not_found, say(tr("there is no form '{}' of an inventory"), printable(form)),
              tr("the API's description says what a path holds"));
}

Response print_inventory(Visit& visit) {
  const Asked asked(visit.request, {"format"});
  const std::int64_t id = id_of(visit);
  const std::string& form = visit.captured("form");
  return printed_as(asked.text("format"), visit, fmt::format("inventory-{}-{}", id, form),
                    [&] { return form_of_inventory(visit, id, form); });
}

}  // namespace

std::vector<Route> api_inventory_routes() {
  constexpr auto kIn = Door::signed_in;
  constexpr auto kRead = Operation::read_retention;
  constexpr auto kPlan = Operation::plan_retention;
  return {
      {Method::get, "/api/v1/inventories", kIn, kRead, &list_inventories},
      {Method::post, "/api/v1/inventories", kIn, kPlan, &draw_up},
      {Method::get, "/api/v1/inventories/{inventory}", kIn, kRead, &show_inventory},
      {Method::put, "/api/v1/inventories/{inventory}", kIn, kPlan, &edit},
      {Method::get, "/api/v1/inventories/{inventory}/findings", kIn, kRead, &list_findings},
      {Method::post, "/api/v1/inventories/{inventory}/agree", kIn, kPlan, &agree},
      {Method::post, "/api/v1/inventories/{inventory}/approve", kIn, Operation::approve_act,
       &approve},
      {Method::post, "/api/v1/inventories/{inventory}/hand-over", kIn, kPlan, &hand_over},
      {Method::post, "/api/v1/inventories/{inventory}/cancel", kIn, kPlan, &cancel},
      {Method::get, "/api/v1/inventories/{inventory}/forms/{form}", kIn, Operation::read_cases,
       &print_inventory},
  };
}

}  // namespace fonds

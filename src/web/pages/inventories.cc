// Inventories of cases: the list, a new one, one of them with its rows and what the checks find;
// agreed, approved, handed over; printed.
#include "archive/inventories.h"

#include <fmt/format.h>

#include "archive/field_input.h"
#include "archive/inventory_forms.h"
#include "base/messages.h"
#include "base/text.h"
#include "model/spoken_date.h"
#include "retention/state_words.h"
#include "web/form_answers.h"
#include "web/gate_model.h"
#include "web/printed_download.h"
#include "web/retention_page.h"
#include "web/routes.h"

namespace fonds {
namespace {

constexpr std::string_view kPath = "/retention/inventories";
constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2999;
constexpr int kHighestNumber = 999'999;

std::string path_of(std::int64_t id) { return fmt::format("{}/{}", kPath, id); }

Json inventory_model(const CaseInventory& inventory) {
  const InventoryTitle& title = inventory.title;
  return {{"id", std::to_string(inventory.id)},
          {"path", path_of(inventory.id)},
          {"list", printable(inventory.list)},
          {"year", std::to_string(inventory.year)},
          {"kind", title_of(inventory.kind, inventory.electronic)},
          {"state", title_of(inventory.state)},
          {"units_count", std::to_string(inventory.unit_count)},
          {"drawn_up_on", spoken(inventory.drawn_up_on)},
          {"author", inventory.author},
          {"days", title.first_day && title.last_day
                       ? fmt::format("{}–{}", spoken(*title.first_day), spoken(*title.last_day))
                       : ""},
          {"agreed", printable(inventory.agreed)},
          {"authority", printable(inventory.authority)},
          {"approved_on", spoken_or_empty(inventory.approved_on)},
          {"approved_by", inventory.approved_by},
          {"handed_over_on", spoken_or_empty(inventory.handed_over_on)},
          {"received_by", inventory.received_by},
          {"revision", std::to_string(inventory.revision)},
          {"founder_history", printable(inventory.founder_history)},
          {"fonds_history", printable(inventory.fonds_history)},
          {"composer", printable(inventory.composer)},
          {"keeper", printable(inventory.keeper)}};
}

Json kinds_model(const Visit& visit) {
  Json kinds = Json::array();
  for (const std::string_view name : kInventoryKinds) {
    kinds.push_back(choice_of(name, title_of(inventory_kind_from(name).value(), false),
                              visit.request.value("kind")));
  }
  return kinds;
}

Response list_page(Visit& visit, const std::string& problem, int status) {
  Json inventories = Json::array();
  const auto all = ArchiveInventories(visit.archive()).list(visit.actor());
  for (auto each = all.rbegin(); each != all.rend(); ++each) {
    inventories.push_back(inventory_model(*each));
  }
  const int last_year = day_here(visit.archive().clock().now()).year - 1;
  const std::string year = text_typed(visit, "year");
  return retention_page(visit, "inventories", tr("Inventories of cases"),
                        {{"problem", problem},
                         {"inventories", std::move(inventories)},
                         {"nothing", all.empty()},
                         {"may_draw", visit.may(Operation::plan_retention)},
                         {"kinds", kinds_model(visit)},
                         {"year_typed", year.empty() ? std::to_string(last_year) : year},
                         {"list_typed", visit.request.value("list")},
                         {"electronic_typed", visit.request.has("electronic")}},
                        status);
}

Response list_inventories(Visit& visit) { return list_page(visit, "", 200); }

Response draw_up(Visit& visit) {
  return attempt(
      [&] {
        NewInventory made;
        const auto kind = inventory_kind_from(visit.request.value("kind"));
        made.year = visit.number("year", 0, kFirstYear, kLastYear);
        if (!kind || made.year == 0) {
          throw Error(Fault::usage, tr("it is not said of which cases and year"),
                      tr("choose the kind, write the year"));
        }
        made.kind = *kind;
        made.electronic = visit.request.has("electronic");
        made.list = line_typed(visit.request.value("list"));
        made.first_number = visit.number("first", 0, 1, kHighestNumber);
        const auto shown = ArchiveInventories(visit.archive()).draw_up(visit.actor(), made);
        return done(visit, path_of(shown.inventory.id), tr("The inventory is drawn up."));
      },
      [&](const std::string& problem, int status) { return list_page(visit, problem, status); });
}

Json rows_model(const ShownInventory& shown) {
  Json rows = Json::array();
  for (const ShownInventory::Row& each : shown.rows) {
    const InventoryRow& facts = each.facts;
    rows.push_back(
        {{"number", std::to_string(facts.number)},
         {"volume", to_text(facts.key)},
         {"path", verdict_path(facts.key)},
         {"heading", printable(facts.heading)},
         {"days", facts.first_day && facts.last_day
                      ? fmt::format("{}–{}", spoken(*facts.first_day), spoken(*facts.last_day))
                      : ""},
         {"period", printable(each.period)},
         {"sheets", std::to_string(facts.sheets)}});
  }
  return rows;
}

Json findings_model(const ShownInventory& shown) {
  Json findings = Json::array();
  for (const InventoryFinding& each : shown.findings) {
    findings.push_back({{"number", std::to_string(static_cast<int>(each.check) + 1)},
                        {"is_error", each.weight == InventoryFinding::Weight::error},
                        {"text", printable(each.text)},
                        {"rows", fmt::format("{}", fmt::join(each.numbers, ", "))}});
  }
  return findings;
}

void tell_doors(const Visit& visit, const CaseInventory& inventory, Json& model) {
  using State = InventoryState;
  const bool plans = visit.may(Operation::plan_retention);
  model["may_edit"] = plans && inventory.state == State::draft;
  model["may_agree"] = plans && inventory.state == State::draft;
  model["may_approve"] = visit.may(Operation::approve_act) && inventory.state == State::agreed;
  model["may_hand_over"] = plans && inventory.state == State::approved;
  model["may_cancel"] =
      plans && (inventory.state == State::draft || inventory.state == State::agreed);
  model["may_print"] = visit.may(Operation::read_cases);
}

Response inventory_page(Visit& visit, std::int64_t id, const std::string& problem, int status) {
  const ShownInventory shown = ArchiveInventories(visit.archive()).show(visit.actor(), id);
  Json model = inventory_model(shown.inventory);
  model["problem"] = problem;
  model["rows"] = rows_model(shown);
  model["findings"] = findings_model(shown);
  model["sound"] = shown.findings.empty();
  model["checks"] = say(tr("Checks made: {}; nothing is wrong."), kInventoryChecks.size());
  model["today"] = today_typed(visit);
  model["protocol_typed"] = visit.request.value("protocol");
  model["authority_typed"] = visit.request.value("authority");
  tell_doors(visit, shown.inventory, model);
  return retention_page(visit, "inventory",
                        say(tr("Inventory No. {} for the year {}"), printable(shown.inventory.list),
                            shown.inventory.year),
                        std::move(model), status);
}

Response show_inventory(Visit& visit) {
  return inventory_page(visit, number_in_path(visit, "inventory"), "", 200);
}

template <class Deed>
Response step(Visit& visit, const char* message, const Deed& deed) {
  const std::int64_t id = number_in_path(visit, "inventory");
  return attempt(
      [&] {
        deed(id);
        return done(visit, path_of(id), message);
      },
      [&](const std::string& problem, int status) {
        return inventory_page(visit, id, problem, status);
      });
}

Response edit(Visit& visit) {
  return step(visit, tr("The wording is changed."), [&](std::int64_t id) {
    const InventoryWording wording{text_typed(visit, "founder_history"),
                                   text_typed(visit, "fonds_history"),
                                   text_typed(visit, "composer"), text_typed(visit, "keeper")};
    ArchiveInventories(visit.archive()).edit(visit.actor(), id, wording);
  });
}

Response agree(Visit& visit) {
  return step(visit, tr("The agreement is on record."), [&](std::int64_t id) {
    ArchiveInventories(visit.archive()).agree(visit.actor(), id, text_typed(visit, "protocol"));
  });
}

Response approve(Visit& visit) {
  return step(visit, tr("The inventory is approved."), [&](std::int64_t id) {
    const InventoryApproval approval{day_typed(visit.request.value("day")),
                                     text_typed(visit, "authority"),
                                     number_typed(visit, "revision")};
    ArchiveInventories(visit.archive()).approve(visit.actor(), id, approval);
  });
}

Response hand_over(Visit& visit) {
  return step(visit, tr("Its volumes are handed over to the archive."), [&](std::int64_t id) {
    ArchiveInventories(visit.archive())
        .hand_over(visit.actor(), id, day_typed(visit.request.value("day")));
  });
}

Response cancel(Visit& visit) {
  return step(
      visit, tr("The inventory is cancelled; its volumes and numbers are free again."),
      [&](std::int64_t id) { ArchiveInventories(visit.archive()).cancel(visit.actor(), id); });
}

Response print_inventory(Visit& visit) {
  const std::int64_t id = number_in_path(visit, "inventory");
  ArchiveInventoryForms forms(visit.archive());
  if (visit.request.value("form_of") == "handover") {
    return printed_download(visit, fmt::format("inventory-{}-handover", id), [&] {
      return printed_handover_list(forms.handover(visit.actor(), id));
    });
  }
  return printed_download(visit, fmt::format("inventory-{}", id),
                          [&] { return printed_case_list(forms.list(visit.actor(), id)); });
}

}  // namespace

std::vector<Route> inventory_routes() {
  constexpr auto kIn = Door::signed_in;
  constexpr auto kRead = Operation::read_retention;
  constexpr auto kPlan = Operation::plan_retention;
  return {
      {Method::get, kPath, kIn, kRead, &list_inventories},
      {Method::post, kPath, kIn, kPlan, &draw_up},
      {Method::get, "/retention/inventories/{inventory}", kIn, kRead, &show_inventory},
      {Method::post, "/retention/inventories/{inventory}/wording", kIn, kPlan, &edit},
      {Method::post, "/retention/inventories/{inventory}/agreement", kIn, kPlan, &agree},
      {Method::post, "/retention/inventories/{inventory}/approval", kIn, Operation::approve_act,
       &approve},
      {Method::post, "/retention/inventories/{inventory}/handed-over", kIn, kPlan, &hand_over},
      {Method::post, "/retention/inventories/{inventory}/cancelled", kIn, kPlan, &cancel},
      {Method::get, "/retention/inventories/{inventory}/print", kIn, Operation::read_cases,
       &print_inventory},
  };
}

}  // namespace fonds

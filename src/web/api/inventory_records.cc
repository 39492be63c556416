#include "web/api/inventory_records.h"

#include "web/api/records.h"

namespace fonds {
namespace {

/// Volumes are told by key and heading of their item: their own titles may name people.
Json record_of(const ShownInventory::Row& row) {
  return {{"number", row.facts.number},
          {"volume", to_text(row.facts.key)},
          {"state", name_of(row.facts.state)},
          {"heading", row.facts.heading},
          {"period", row.period},
          {"first_day", day_or_null(row.facts.first_day)},
          {"last_day", day_or_null(row.facts.last_day)},
          {"sheets", row.facts.sheets},
          {"bytes", row.facts.bytes}};
}

}  // namespace

Json record_of(const CaseInventory& inventory) {
  return {{"inventory", inventory.id},
          {"kind", name_of(inventory.kind)},
          {"electronic", inventory.electronic},
          {"list", inventory.list},
          {"year", inventory.year},
          {"state", name_of(inventory.state)},
          {"revision", inventory.revision},
          {"units", inventory.unit_count},
          {"drawn_up_on", to_text(inventory.drawn_up_on)},
          {"author", inventory.author},
          {"institution", text_or_null(inventory.title.institution)},
          {"fonds", text_or_null(inventory.title.fonds)},
          {"first_day", day_or_null(inventory.title.first_day)},
          {"last_day", day_or_null(inventory.title.last_day)},
          {"founder_history", text_or_null(inventory.founder_history)},
          {"fonds_history", text_or_null(inventory.fonds_history)},
          {"composer", text_or_null(inventory.composer)},
          {"keeper", text_or_null(inventory.keeper)},
          {"agreed", text_or_null(inventory.agreed)},
          {"authority", text_or_null(inventory.authority)},
          {"approved_on", day_or_null(inventory.approved_on)},
          {"approved_by", text_or_null(inventory.approved_by)},
          {"handed_over_on", day_or_null(inventory.handed_over_on)},
          {"received_by", text_or_null(inventory.received_by)}};
}

Json record_of(const ShownInventory& shown) {
  Json record = record_of(shown.inventory);
  record["units"] = Json::array();
  for (const ShownInventory::Row& each : shown.rows) record["units"].push_back(record_of(each));
  record["findings"] = Json::array();
  for (const auto& each : shown.findings) record["findings"].push_back(record_of(each));
  return record;
}

Json record_of(const InventoryFinding& finding) {
  const bool error = finding.weight == InventoryFinding::Weight::error;
  return {{"check", name_of(finding.check)},
          {"number", static_cast<int>(finding.check) + 1},
          {"weight", error ? "error" : "warning"},
          {"text", finding.text},
          {"units", finding.numbers}};
}

}  // namespace fonds

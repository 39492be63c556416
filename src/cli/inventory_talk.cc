#include "cli/inventory_talk.h"

#include <fmt/format.h>

#include "base/messages.h"
#include "base/text.h"
#include "cli/records.h"
#include "model/spoken_date.h"
#include "retention/state_words.h"

namespace fonds {
namespace {

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json day_or_null(const std::optional<CalendarDate>& day) {
  return day ? Json(to_text(*day)) : Json(nullptr);
}

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

Json record_of(const InventoryFinding& finding) {
  const bool error = finding.weight == InventoryFinding::Weight::error;
  return {{"check", name_of(finding.check)},
          {"number", static_cast<int>(finding.check) + 1},
          {"weight", error ? "error" : "warning"},
          {"text", finding.text},
          {"units", finding.numbers}};
}

std::string line_of(const InventoryFinding& finding) {
  const bool error = finding.weight == InventoryFinding::Weight::error;
  std::string line = fmt::format("{} {}: {}", error ? tr("error") : tr("warning"),
                                 static_cast<int>(finding.check) + 1, finding.text);
  for (const int each : finding.numbers) line += fmt::format(" {}", each);
  return line;
}

}  // namespace

void print_inventory(const Session& session, const CaseInventory& inventory) {
  if (session.json) return print(record_of(inventory));
  std::string line =
      fmt::format("{}  {}  {}", inventory.id, title_of(inventory.state),
                  say(tr("list № {}, {}, {}: units {}"), printable(inventory.list), inventory.year,
                      title_of(inventory.kind, inventory.electronic), inventory.unit_count));
  if (!inventory.agreed.empty()) {
    line += "; " + say(tr("commission: {}"), printable(inventory.agreed));
  }
  if (!inventory.authority.empty()) {
    line += "; " + say(tr("archive authority: {}"), printable(inventory.authority));
  }
  if (inventory.approved_on) {
    line += "; " + say(tr("approved on {}"), spoken(*inventory.approved_on));
  }
  if (inventory.handed_over_on) {
    line += "; " + say(tr("handed over on {}"), spoken(*inventory.handed_over_on));
  }
  print(line);
}

void print_shown(const Session& session, const ShownInventory& shown) {
  if (session.json) {
    Json record = record_of(shown.inventory);
    record["units"] = Json::array();
    for (const ShownInventory::Row& each : shown.rows) record["units"].push_back(record_of(each));
    record["findings"] = Json::array();
    for (const auto& each : shown.findings) record["findings"].push_back(record_of(each));
    return print(record);
  }
  print_inventory(session, shown.inventory);
  for (const ShownInventory::Row& each : shown.rows) {
    print(fmt::format("    {}  {}  {}  · {}", each.facts.number, to_text(each.facts.key),
                      printable(each.facts.heading), printable(each.period)));
  }
  print_findings(session, shown);
}

void print_findings(const Session& session, const ShownInventory& shown) {
  for (const InventoryFinding& each : shown.findings) {
    print(session.json ? record_of(each).dump() : line_of(each));
  }
  if (shown.findings.empty()) {
    tell(session, say(tr("Checks made: {}; nothing is wrong."), kInventoryChecks.size()));
  }
}

}  // namespace fonds

#include "cli/inventory_talk.h"

#include <fmt/format.h>

#include "base/messages.h"
#include "base/text.h"
#include "model/spoken_date.h"
#include "retention/state_words.h"
#include "web/api/inventory_records.h"

namespace fonds {
namespace {

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
  if (session.json) return print(record_of(shown));
  print_inventory(session, shown.inventory);
  for (const ShownInventory::Row& each : shown.rows) {
    print(fmt::format("    {}  {}  {}  · {}", each.facts.number, to_text(each.facts.key),
                      printable(each.facts.heading), printable(each.period)));
  }
  print_findings(session, shown);
}

void print_findings(const Session& session, const ShownInventory& shown) {
  for (const InventoryFinding& each : shown.findings) {
    session.json ? print(record_of(each)) : print(line_of(each));
  }
  if (shown.findings.empty()) {
    tell(session, say(tr("Checks made: {}; nothing is wrong."), kInventoryChecks.size()));
  }
}

}  // namespace fonds

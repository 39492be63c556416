/// InventoriesFixture: an archive with closed volumes, whose inventories are drawn up.
///
/// Threads: of the test that made it.
#pragma once

#include <string>
#include <vector>

#include "archive/cases_fixture.h"
#include "archive/inventories.h"

namespace fonds {

class InventoriesFixture : public CasesFixture {
 protected:
  InventoriesFixture() {
    configure("[institution]\nnames = \"Дом творчества Примерска\"\nfonds = \"12\"\n");
  }
  std::string closed(const std::string& index, const std::string& day) {
    const std::string name = to_text(open(index, 2024).key);
    (void)filing().file(clerk_, name, paper("", day).accession);
    (void)cases().close(clerk_, name, {});
    return name;
  }
  static NewInventory section(const std::string& list = "1") {
    NewInventory made;
    made.year = 2024;
    made.list = list;
    made.wording = {"Создан в 2001 году.", "Поступал ежегодно.", "методист, И. И. Примерова",
                    "архивист, П. П. Образцов"};
    return made;
  }
  ShownInventory draw(const NewInventory& words = section()) {
    return inventories().draw_up(archivist_, words);
  }
  ShownInventory agree(std::int64_t id) {
    return inventories().agree(archivist_, id, "№ 2 от 14.01.2025");
  }
  ShownInventory approve(std::int64_t id,
                         const InventoryApproval& approval = {{2025, 2, 1}, "", 0}) {
    return inventories().approve(director_, id, approval);
  }
  void approve_all(const NewInventory& words = section()) {
    const std::int64_t id = draw(words).inventory.id;
    (void)agree(id);
    (void)approve(id);
  }
  static std::vector<std::string> units_of(const ShownInventory& shown) {
    std::vector<std::string> found;
    for (const auto& each : shown.rows) {
      found.push_back(std::to_string(each.facts.number) + " " + to_text(each.facts.key));
    }
    return found;
  }
  ArchiveInventories inventories() { return ArchiveInventories(*archive_); }
};

}  // namespace fonds

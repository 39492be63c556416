#include "web/api/inventory_records.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

TEST(InventoryRecords, WhatHasNotHappenedYetIsNull) {
  CaseInventory inventory;
  inventory.id = 2;
  inventory.list = "1";
  inventory.unit_count = 3;
  const Json record = record_of(inventory);
  EXPECT_EQ(record["inventory"], 2);
  EXPECT_EQ(record["kind"], "permanent");
  EXPECT_EQ(record["units"], 3);
  for (const char* key : {"fonds", "first_day", "composer", "agreed", "authority", "approved_on",
                          "handed_over_on", "received_by"}) {
    EXPECT_EQ(record.at(key), nullptr) << key;
  }
}

TEST(InventoryRecords, ShownWithItsRowsAndFindings) {
  ShownInventory shown;
  shown.rows.emplace_back();
  shown.rows[0].facts.number = 1;
  shown.rows[0].facts.key = {2024, "02-05", 1};
  shown.rows[0].facts.heading = "Протоколы";
  shown.rows[0].facts.own_title = "Протоколы о Кравце";
  shown.findings = {
      {InventoryFinding::Weight::error, InventoryCheck::list_number, "it has no number", {1}}};
  const Json record = record_of(shown);
  EXPECT_EQ(record["units"][0]["volume"], "02-05/2024/1");
  EXPECT_EQ(record["units"][0]["first_day"], nullptr);
  EXPECT_EQ(record["units"][0]["heading"], "Протоколы") << "its own title may name people";
  EXPECT_EQ(record["findings"][0].dump(),
            R"({"check":"list_number","number":2,"weight":"error","text":"it has no number",)"
            R"("units":[1]})");
}

}  // namespace
}  // namespace fonds

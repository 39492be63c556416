#include "web/api/nomenclature_records.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

TEST(NomenclatureRecords, ACardOfADraft) {
  NomenclatureCard card;
  card.year = 2026;
  card.items = 12;
  card.changed_by = "osipova";
  EXPECT_EQ(record_of(card).dump(),
            R"({"year":2026,"state":"draft","revision":1,"items":12,"agreed":null,)"
            R"("approval":null,"approved_on":null,"approved_by":null,"changed_by":"osipova"})");
}

TEST(NomenclatureRecords, AnItemWithItsPeriodAndOneKeptFree) {
  NomenclatureItem item;
  item.index = "02-05";
  item.rule.kind = PeriodKind::years;
  item.rule.years = 10;
  Json record = record_of(item);
  EXPECT_EQ(record["rule"]["years"], 10);
  EXPECT_EQ(record["rule"]["authority"]["verified"], false);
  EXPECT_FALSE(record["rule"].contains("local"));
  EXPECT_EQ(record["note"], nullptr);
  item.rule.local = LocalPeriod{"№ 3", 15};
  EXPECT_EQ(record_of(item)["rule"]["local"]["years"], 15);
  item.reserve = true;
  EXPECT_EQ(record_of(item)["rule"], nullptr);
}

TEST(NomenclatureRecords, TotalsOfAYear) {
  NomenclatureTotals totals;
  totals.classes[1] = {3, 2, 1};
  totals.units = {{"02-05", 4}};
  EXPECT_EQ(record_of(totals, 2026).dump(),
            R"({"year":2026,"open":0,"permanent":{"all":0,"ongoing":0,"epk":0},)"
            R"("above_10_years":{"all":3,"ongoing":2,"epk":1},)"
            R"("up_to_10_years":{"all":0,"ongoing":0,"epk":0},"units":{"02-05":4}})");
}

TEST(NomenclatureRecords, FindingsAndRowsThatAreNone) {
  NomenclatureFinding finding;
  finding.code = "duplicate_index";
  finding.indexes = {"02-05"};
  EXPECT_EQ(record_of(finding)["weight"], "warning");
  EXPECT_EQ(record_of(finding)["indexes"], Json::array({"02-05"}));
  EXPECT_EQ(record_of(NomenclatureProblem{7, "no index", "write it"}).dump(),
            R"({"weight":"error","code":"row","row":7,"text":"no index","hint":"write it"})");
}

}  // namespace
}  // namespace fonds

#include "web/api/retention_records.h"

#include <gtest/gtest.h>

#include "retention/evaluate.h"
#include "web/api/records.h"

namespace fonds {
namespace {

TEST(RetentionRecords, AVerdictWithAReasonASentence) {
  ExplainedVolume volume;
  volume.key = {2024, "02-05", 1};
  volume.heading = "Протоколы";
  volume.nomenclature = 2024;
  const CalendarDate day{2026, 2, 1};
  volume.verdict = evaluate(volume.rule, volume.facts, day);
  const Json record = record_of(volume, day);
  EXPECT_EQ(record["on"], "2026-02-01");
  EXPECT_EQ(record["rule"]["kind"], "permanent");
  EXPECT_EQ(record["state"], name_of(volume.verdict.state));
  EXPECT_EQ(record["date"], day_or_null(volume.verdict.date));
  ASSERT_EQ(record["reasons"].size(), volume.verdict.reasons.size());
  ASSERT_FALSE(record["reasons"].empty());
  EXPECT_EQ(record["reasons"][0]["code"], name_of(volume.verdict.reasons[0].code));
  EXPECT_FALSE(record["reasons"][0]["text"].get<std::string>().empty());
}

TEST(RetentionRecords, ThePlanAndItsSums) {
  PlannedVolume volume;
  volume.key = {2024, "02-05", 1};
  volume.step = PlannedStep::destroy;
  volume.since = {2026, 1, 1};
  EXPECT_EQ(record_of(volume).dump(),
            R"({"volume":"02-05/2024/1","heading":"","step":"destroy","before":"none",)"
            R"("date":null,"since":"2026-01-01"})");
  PlanTotals totals;
  totals.volumes = 3;
  totals.steps[static_cast<std::size_t>(PlannedStep::close)] = 2;
  const Json record = record_of(totals);
  EXPECT_EQ(record["volumes"], 3);
  EXPECT_EQ(record["steps"]["close"], 2);
  EXPECT_EQ(record["steps"].size(), kPlannedSteps.size());
}

}  // namespace
}  // namespace fonds

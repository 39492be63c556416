#include "archive/appraiser.h"

#include <gtest/gtest.h>

#include "archive/cases_fixture.h"

namespace fonds {
namespace {

class AppraiserTest : public CasesFixture {
 protected:
  static RetentionRecord record_of(const VolumeKey& key, VolumeState state) {
    RetentionRecord made;
    made.key = key;
    made.state = state;
    return made;
  }
};

TEST_F(AppraiserTest, TakesTheRuleInForceAndSaysWhatFollows) {
  RetentionRecord record = record_of({2024, "02-03", 1}, VolumeState::closed);
  record.facts.closed = CalendarDate{2024, 12, 20};
  const auto over = Appraiser(*archive_, {2030, 1, 1}).appraise(record);
  ASSERT_TRUE(over);
  EXPECT_EQ(over->heading, "Дела 02-03");
  EXPECT_EQ(over->nomenclature, 2024);
  EXPECT_EQ(over->verdict.state, VerdictState::eligible);
  EXPECT_EQ(over->step, PlannedStep::destroy);
  EXPECT_EQ(Appraiser(*archive_, {2029, 12, 31}).appraise(record)->step, PlannedStep::none);
  record.key.index = "02-77";
  EXPECT_FALSE(Appraiser(*archive_, {2030, 1, 1}).appraise(record));
}

TEST_F(AppraiserTest, DraftsAreNotInForce) {
  ArchiveNomenclatures all(*archive_);
  (void)all.put(archivist_, list_of(2026));
  const RetentionRecord record = record_of({2026, "02-03", 1}, VolumeState::open);
  EXPECT_FALSE(Appraiser(*archive_, {2026, 6, 1}).appraise(record));
}

TEST_F(AppraiserTest, WhatStandsInAnInventoryIsAppraisedByTheListsOfThatDay) {
  // Article 18 is in force since 18.02.2020 and outweighs the five years of the nomenclature.
  clock_.set("2018-12-26T09:00:00.000Z");
  Nomenclature list = list_of(2019);
  list.items[2].rule.authority = {"236", "", "18", "", false};
  ArchiveNomenclatures all(*archive_);
  (void)all.put(archivist_, list);
  (void)all.agree(archivist_, 2019, "№ 3");
  (void)all.approve(director_, 2019, {"12", CalendarDate{2018, 12, 25}});
  RetentionRecord record = record_of({2019, "02-05", 1}, VolumeState::closed);
  record.facts.closed = CalendarDate{2019, 12, 20};
  const Appraiser appraiser(*archive_, {2025, 1, 1});
  EXPECT_TRUE(appraiser.appraise(record)->longer_by_list);
  record.facts.inventoried = CalendarDate{2020, 2, 17};
  const auto frozen = appraiser.appraise(record);
  EXPECT_FALSE(frozen->longer_by_list);
  EXPECT_EQ(frozen->rule.years, 10);
  EXPECT_EQ(frozen->verdict.reasons.front(),
            (VerdictStep{StepCode::inventoried, {2020, 2, 17}, 0}));
}

TEST_F(AppraiserTest, ALiquidationIsASetting) {
  RetentionRecord record = record_of({2024, "02-06", 1}, VolumeState::closed);
  record.facts.closed = CalendarDate{2024, 12, 20};
  EXPECT_FALSE(Appraiser(*archive_, {2030, 1, 1}).appraise(record)->verdict.date);
  configure("[institution]\nliquidated = \"31.08.2029\"\n");
  EXPECT_TRUE(Appraiser(*archive_, {2030, 1, 1}).appraise(record)->verdict.date);
}

}  // namespace
}  // namespace fonds

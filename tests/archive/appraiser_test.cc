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

}  // namespace
}  // namespace fonds

#include "retention/rule_book.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

constexpr CalendarDate kToday{2026, 3, 1};

NomenclatureItem item(const std::string& index, int years, const char* act = "L") {
  NomenclatureItem made;
  made.index = index;
  made.title = "Журнал";
  made.rule.kind = PeriodKind::years;
  made.rule.years = years;
  made.rule.authority = {act, "2019", "182", "г", false};
  return made;
}

Nomenclature list_of(int year, std::vector<NomenclatureItem> items) {
  return {year, {}, std::move(items)};
}

/// "236", article 182г: 5 years by the edition of 2019, 10 by one in force since 2026.
RetentionList lists() {
  Table table;
  table.rows = {
      {"act", "edition", "from", "to", "article", "letter", "title", "period", "verified"},
      {"236", "2019", "2020-02-18", "2025-12-31", "182", "г", "Журналы", "5 лет", ""},
      {"236", "2026", "2026-01-01", "", "182", "г", "Журналы", "10 лет ЭК", ""}};
  return {table, PeriodWords::shipped()};
}

TEST(RuleBook, IsOfTheYearTheVolumeWasClosedIn) {
  const RuleBook book({list_of(2023, {item("02-03", 3)}), list_of(2024, {item("02-03", 5)}),
                       list_of(2026, {item("02-03", 7)})},
                      {}, kToday);
  EXPECT_EQ(book.find({2023, "02-03", 1}, 2023)->rule.years, 3);
  EXPECT_EQ(book.find({2023, "02-03", 1}, 2024)->rule.years, 5) << "ongoing into 2024";
  EXPECT_EQ(book.find({2023, "02-03", 1}, 2025)->rule.years, 5)
      << "2025 has no list: the one before";
  EXPECT_EQ(book.find({2023, "02-03", 1}, 2026)->year, 2026);
  EXPECT_EQ(book.find({2024, "02-03", 1}, 2020)->rule.years, 5)
      << "papers older than the case do not choose an older list";
}

TEST(RuleBook, TheNewestListThatHasTheIndexIsKnown) {
  const RuleBook book({list_of(2023, {item("02-03", 3)}), list_of(2025, {item("02-03", 5)}),
                       list_of(2026, {item("02-04", 7)})},
                      {}, kToday);
  EXPECT_EQ(book.newest("02-03")->year, 2025);
  EXPECT_EQ(book.newest("02-07"), nullptr);
}

TEST(RuleBook, AnIndexOfOtherYearsIsNone) {
  NomenclatureItem reserve = item("02-09", 0);
  reserve.reserve = true;
  const RuleBook book({list_of(2023, {item("02-03", 3), reserve})}, {}, kToday);
  EXPECT_EQ(book.find({2024, "02-03", 1}, 2025), nullptr) << "no list since it was opened";
  EXPECT_EQ(book.find({2023, "02-04", 1}, 2023), nullptr);
  EXPECT_EQ(book.find({2023, "02-09", 1}, 2023), nullptr);
}

TEST(RuleBook, TheListInForceOnTheDayOfAppraisalMayKeepLonger) {
  const std::vector<Nomenclature> approved{list_of(2024, {item("02-03", 5, "236")})};
  const RuleBook before(approved, lists(), {2025, 12, 31});
  EXPECT_EQ(before.find({2024, "02-03", 1}, 2024)->rule.years, 5);
  EXPECT_FALSE(before.find({2024, "02-03", 1}, 2024)->longer_by_list);
  const RuleBook now(approved, lists(), kToday);
  const RuleBook::Entry& entry = *now.find({2024, "02-03", 1}, 2024);
  EXPECT_EQ(entry.rule.years, 10);
  EXPECT_EQ(entry.rule.mark, AppraisalMark::ek);
  EXPECT_EQ(entry.rule.authority.edition, "2026");
  EXPECT_TRUE(entry.longer_by_list);
}

TEST(RuleBook, TheListNeverShortensNorTakesConditionsAway) {
  NomenclatureItem longer = item("02-03", 15, "236");
  const RuleBook book({list_of(2024, {longer})}, lists(), kToday);
  EXPECT_EQ(book.find({2024, "02-03", 1}, 2024)->rule.years, 15);
  NomenclatureItem audited = item("02-03", 5, "236");
  audited.rule.condition = RetentionCondition::audit;
  audited.rule.mark = AppraisalMark::epk;
  audited.rule.local = {"№ 2", 12};
  const RuleBook strict({list_of(2024, {audited})}, lists(), kToday);
  const RetentionRule& rule = strict.find({2024, "02-03", 1}, 2024)->rule;
  EXPECT_EQ(rule.condition, RetentionCondition::audit);
  EXPECT_EQ(rule.mark, AppraisalMark::epk);
  ASSERT_TRUE(rule.local);
  EXPECT_EQ(rule.local->years, 12);
}

}  // namespace
}  // namespace fonds

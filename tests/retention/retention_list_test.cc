#include "retention/retention_list.h"

#include <gtest/gtest.h>

#include "support/fault_of.h"

namespace fonds {
namespace {

const TableRow kHeads{"act",    "edition", "from",   "to",      "article",
                      "letter", "title",   "period", "verified"};

RetentionList list_of(std::vector<TableRow> rows) {
  rows.insert(rows.begin(), kHeads);
  return RetentionList({"", std::move(rows)}, PeriodWords::shipped());
}

Authority article(const char* number, const char* letter = "") {
  return {"", "", number, letter, false};
}

TEST(RetentionList, FindsTheArticleOfTheEditionInForce) {
  const RetentionList list = list_of({
      {"558", "2010", "2010-10-01", "2020-02-17", "19", "а", "Приказы", "5 лет", "yes"},
      {"236", "2019", "2020-02-18", "", "19", "а", "Приказы", "Постоянно", ""},
  });
  ASSERT_NE(list.find(article("19", "а"), {2015, 1, 1}), nullptr);
  EXPECT_EQ(list.find(article("19", "а"), {2015, 1, 1})->rule.years, 5);
  EXPECT_TRUE(list.find(article("19", "а"), {2015, 1, 1})->rule.authority.verified);
  EXPECT_EQ(list.find(article("19", "а"), {2020, 2, 17})->rule.authority.act, "558");
  EXPECT_EQ(list.find(article("19", "а"), {2020, 2, 18})->rule.kind, PeriodKind::permanent);
  EXPECT_EQ(list.find(article("19"), {2021, 1, 1}), nullptr) << "another letter";
  EXPECT_EQ(list.find(article("19", "а"), {2000, 1, 1}), nullptr) << "no edition yet";
  EXPECT_EQ(list.find({"558", "", "19", "а", false}, {2021, 1, 1}), nullptr) << "repealed";
  EXPECT_EQ(list.articles().size(), 2U);
  EXPECT_EQ(RetentionList().find(article("19", "а"), {2021, 1, 1}), nullptr);
}

TEST(RetentionList, RowsThatAreNoneAreRefused) {
  const auto refused = [](const TableRow& row) { return fault_of([&] { (void)list_of({row}); }); };
  EXPECT_EQ(refused({"236", "", "", "", "19", "", "x", "вечно", ""}), Fault::usage);
  EXPECT_EQ(refused({"236", "", "вчера", "", "19", "", "x", "5 лет", ""}), Fault::usage);
  EXPECT_EQ(refused({"236", "", "", "", "", "", "x", "5 лет", ""}), Fault::usage);
  EXPECT_EQ(fault_of([] {
              RetentionList({"", {{"a", "b"}}}, PeriodWords::shipped());
            }),
            Fault::usage);
}

}  // namespace
}  // namespace fonds

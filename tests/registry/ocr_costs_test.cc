#include "registry/ocr_costs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "base/data_file.h"
#include "base/error.h"

namespace fonds {
namespace {

const std::string kPrior =
    "[prior]\nalike = 0.003\nother = 0.0001\nmissed = 0.001\nadded = 0.0001\nsplit = 0.004\n"
    "strength = 500\n[alike]\ngroups = \"ип\"\nfolded = \"ип\"\n[pairs]\nrate = 0.001\n"
    "both = \"лл>м\"\n";

OcrCosts costs(const std::string& more = "") {
  return OcrCosts(DataTable::parse(kPrior + more, "costs.toml"));
}

float distance(const OcrCosts& costs, std::string_view printed, std::string_view read) {
  return costs.distance(code_word(printed), code_word(read), 100);
}

TEST(OcrCosts, WhatIsReadRightCostsNothing) {
  EXPECT_EQ(distance(OcrCosts::shipped(), "Кравец", "КРАВЕЦ"), 0);
  EXPECT_EQ(distance(OcrCosts::shipped(), "Соловьёв", "Соловьев"), 0);
  EXPECT_EQ(distance(OcrCosts::shipped(), "", ""), 0);
}

TEST(OcrCosts, LookalikesAreCheaperThanOtherLetters) {
  const OcrCosts shipped = OcrCosts::shipped();
  const std::array<std::array<const char*, 3>, 8> table{{{"Пинин", "Линин", "Жинин"},
                                                         {"Шилов", "Щилов", "Рилов"},
                                                         {"Цаплин", "Чаплин", "Маплин"},
                                                         {"Зоря", "3оря", "7оря"},
                                                         {"Седых", "Ссдых", "Спдых"},
                                                         {"Лукьян", "Лукыян", "Лукшян"},
                                                         {"Гордей", "Тордей", "Нордей"},
                                                         {"Жуков", "Хуков", "Ыуков"}}};
  for (const auto& [printed, alike, other] : table) {
    EXPECT_LT(distance(shipped, printed, alike), distance(shipped, printed, other)) << printed;
  }
}

TEST(OcrCosts, TwoLettersTakenForOneCostLessThanTwoMistakes) {
  EXPECT_NEAR(distance(costs(), "Алла", "Ама"), -std::log(0.001), 1e-4);
  EXPECT_NEAR(distance(costs(), "Ама", "Алла"), -std::log(0.001), 1e-4);
}

TEST(OcrCosts, WhatIsCountedOutweighsThePrior) {
  const OcrCosts counted =
      costs("[measured]\nprinted = \"и:10000 ж:10000\"\nread = \"и>п:1 ж>х:300\"\n");
  EXPECT_LT(distance(counted, "ж", "х"), distance(costs(), "ж", "х"));
  EXPECT_GT(distance(counted, "и", "п"), distance(costs(), "и", "п"));
}

TEST(OcrCosts, ADistanceAboveTheLimitIsAboveTheLimit) {
  EXPECT_GT(costs().distance(code_word("Кравец"), code_word("Сидорова"), 5), 5);
}

TEST(OcrCosts, LookalikesShareAClass) {
  const OcrCosts some = costs();
  EXPECT_EQ(some.classes()[code_letter("и")], some.classes()[code_letter("п")]);
  EXPECT_NE(some.classes()[code_letter("и")], some.classes()[code_letter("ж")]);
}

TEST(OcrCosts, WrongDataIsRefusedWithItsLine) {
  for (const char* bad :
       {"[measured]\nread = \"ип:3\"\n", "[measured]\nread = \"и>п\"\n",
        "[measured]\nprinted = \"и:x\"\n", "[measured]\nseen = \"и:3\"\n", "[other]\na = 1\n"}) {
    try {
      (void)costs(bad);
      ADD_FAILURE() << bad;
    } catch (const Error& error) {
      EXPECT_THAT(error.what(), testing::HasSubstr("costs.toml")) << bad;
    }
  }
}

}  // namespace
}  // namespace fonds

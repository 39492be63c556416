#include "registry/declension.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"

namespace fonds {
namespace {

using testing::HasSubstr;

Declension rules(const std::string& toml) {
  return Declension(DataTable::parse(toml, "rules.toml").tables("last"));
}

const char* const kRules = R"(
[[last]]
gender = "m"
ends = "[вк]"
add = "а у а ом е"
[[last]]
gender = "m"
ends = "в|ец"
vowels = 2
add = "ца цу ца цом/цем це"
[[last]]
gender = "m"
whole = "п|ёс"
add = "са су са сом се"
[[last]]
gender = "m"
ends = "ц"
add = "а у а ем е"
[[last]]
ends = "ко"
fixed = true
)";

std::vector<std::string> nominatives(const Declension& declension, std::string_view word,
                                     GrammaticalCase in_case) {
  std::vector<WordReading> readings;
  declension.read(word, Gender::male, 1U << static_cast<unsigned>(in_case), readings);
  std::vector<std::string> texts;
  for (const WordReading& each : readings) texts.push_back(each.nominative);
  return texts;
}

TEST(Declension, TheLongestEndingCountsAndAWholeWordBeforeAll) {
  const Declension declension = rules(kRules);
  EXPECT_EQ(declension.decline("Кравец", Gender::male, GrammaticalCase::dative), "Кравцу");
  EXPECT_EQ(declension.decline("Пёс", Gender::male, GrammaticalCase::dative), "Псу");
  EXPECT_EQ(declension.decline("Громов", Gender::male, GrammaticalCase::dative), "Громову");
}

TEST(Declension, ARuleThatWantsMoreVowelsIsPassedOver) {
  EXPECT_EQ(rules(kRules).decline("Швец", Gender::male, GrammaticalCase::dative), "Швецу");
}

TEST(Declension, CapitalsGetCapitalEndings) {
  EXPECT_EQ(rules(kRules).decline("КРАВЕЦ", Gender::male, GrammaticalCase::instrumental),
            "КРАВЦОМ");
}

TEST(Declension, AWordNoRuleFitsStaysAndReadsAsItself) {
  const Declension declension = rules(kRules);
  EXPECT_EQ(declension.decline("Smith", Gender::male, GrammaticalCase::dative), "Smith");
  EXPECT_THAT(nominatives(declension, "Smith", GrammaticalCase::dative),
              testing::ElementsAre("Smith"));
}

TEST(Declension, ReadingGivesBackWhatDeclines) {
  const Declension declension = rules(kRules);
  EXPECT_THAT(nominatives(declension, "Кравцем", GrammaticalCase::instrumental),
              testing::Contains("Кравец"));
  EXPECT_THAT(nominatives(declension, "ПСА", GrammaticalCase::genitive),
              testing::ElementsAre("ПЁС"));
}

TEST(Declension, AReadingThatWouldBeBentOtherwiseIsNotGiven) {
  EXPECT_THAT(nominatives(rules(kRules), "Кравеца", GrammaticalCase::genitive), testing::IsEmpty());
}

TEST(Declension, BadRulesAreRefusedWithTheirLine) {
  for (const char* bad : {"[[last]]\nends = \"а\"\nadd = \"а у\"\n",
                          "[[last]]\nends = \"а\"\ngender = \"x\"\nfixed = true\n",
                          "[[last]]\nends = \"а\"\nfixde = true\n", "[[last]]\nends = \"а\"\n"}) {
    try {
      (void)rules(bad);
      ADD_FAILURE() << bad;
    } catch (const Error& error) {
      EXPECT_THAT(error.what(), HasSubstr("rules.toml:1"));
    }
  }
}

}  // namespace
}  // namespace fonds

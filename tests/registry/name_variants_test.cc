#include "registry/name_variants.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/small_register.h"

namespace fonds {
namespace {

std::vector<std::string> variants(const std::string& printed) {
  std::vector<std::string> texts;
  for (const NameVariant& each : name_variants(mention_of(printed), shipped_grammar())) {
    texts.push_back(each.parts.last + "/" + each.parts.first + "/" + each.parts.middle);
  }
  return texts;
}

TEST(NameVariants, ASureNameHasOneReading) {
  EXPECT_THAT(variants("Кравец Тимофей Ильич"), testing::ElementsAre("Кравец/Тимофей/Ильич"));
  EXPECT_THAT(variants("Кравец Т.И."), testing::ElementsAre("Кравец/Т./И."));
}

TEST(NameVariants, AnUnknownFirstNameMayBeTheSurname) {
  EXPECT_THAT(variants("Тнмофсй Кравец"),
              testing::IsSupersetOf({"Тнмофсй/Кравец/", "Кравец/Тнмофсй/"}));
}

TEST(NameVariants, JoinedAndSplitWordsAreMended) {
  EXPECT_THAT(variants("Кра вец Тимофей"), testing::Contains("Кравец/Тимофей/"));
  EXPECT_THAT(variants("КравецТимофей Ильич"), testing::Contains("Кравец/Тимофей/Ильич"));
  EXPECT_THAT(variants("КРАВЕЦТИМОФЕЙ"), testing::Contains("КРАВЕЦ/Тимофей/"));
  EXPECT_THAT(variants("Кравец Тимо фей Ильич"), testing::Contains("Кравец/Тимофей/Ильич"));
}

TEST(NameVariants, NoNameHasNone) {
  EXPECT_TRUE(variants("").empty());
  EXPECT_TRUE(variants("№ 15").empty());
}

TEST(NameVariants, HowManyThereAreIsBounded) {
  EXPECT_LE(variants("Аб Вг Де Жз Ик Лм").size(), 6U);
  EXPECT_LE(variants("АбвГдеЖзиКлмНопРст").size(), 6U);
}

}  // namespace
}  // namespace fonds

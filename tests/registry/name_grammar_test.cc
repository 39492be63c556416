#include "registry/name_grammar.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fonds {
namespace {

const NameGrammar& grammar() {
  static const NameGrammar shipped = NameGrammar::shipped();
  return shipped;
}

TEST(NameGrammar, ANameComesBackFromTheDative) {
  const auto readings =
      grammar().to_nominative({"Ковальчук", "Анне", "Сергеевне"}, std::nullopt, Gender::unknown);
  ASSERT_FALSE(readings.empty());
  EXPECT_EQ(full_text(readings[0].name), "Ковальчук Анна Сергеевна");
  EXPECT_EQ(readings[0].grammatical_case, GrammaticalCase::dative);
  EXPECT_EQ(readings[0].gender, Gender::female);
}

}  // namespace
}  // namespace fonds

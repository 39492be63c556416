#include "ingest/fields.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "sample_paper.h"

namespace fonds {
namespace {

TEST(Fields, LettersThatLookLikeDigitsAreDigits) {
  EXPECT_EQ(as_digits("2о24"), "2024");
  EXPECT_EQ(as_digits("зl"), "31");
  EXPECT_EQ(as_digits("15"), "15");
  EXPECT_EQ(as_digits(""), "");
  for (const char* word : {"15а", "год", "1-2", "2 4", "№5"}) EXPECT_FALSE(as_digits(word)) << word;
}

TEST(Fields, RomanNumerals) {
  EXPECT_EQ(roman_number("i"), 1);
  EXPECT_EQ(roman_number("іі"), 2);
  EXPECT_EQ(roman_number("xii"), 12);
  for (const char* word : {"", "iiii", "xiii", "11", "п", "vx"}) {
    EXPECT_FALSE(roman_number(word)) << word;
  }
}

TEST(Fields, BelowTheThresholdADecisionAbstains) {
  const PaperText text(paper_of("номер 15"));
  const TextSpan span{0, text.folded().size()};
  const auto sure = decide(text, Finding<int>{15, span, 0.9, {}}, 0.6);
  EXPECT_EQ(sure.value, 15);
  EXPECT_TRUE(sure.source);
  const auto unsure = decide(text, Finding<int>{15, span, 0.5, {}}, 0.6);
  EXPECT_FALSE(unsure.value);
  EXPECT_GT(unsure.confidence, 0);
  EXPECT_EQ(in_words(unsure.reasons.at(0)), "too unsure to take «номер 15»");
}

TEST(Fields, BadReadingLowersConfidenceButNeverRaisesIt) {
  EXPECT_EQ(legibility(1), 1);
  EXPECT_LT(legibility(0.4), legibility(0.8));
  EXPECT_GT(legibility(0), 0.5);
  EXPECT_EQ(legibility(-1), legibility(0));
}

TEST(Fields, WordsBeforeAndAfterAreCountedInBytes) {
  const std::vector<TextSpan> spans{{10, 20}, {40, 50}};
  EXPECT_TRUE(ends_before(spans, 22, 2));
  EXPECT_TRUE(ends_before(spans, 15, 0));
  EXPECT_FALSE(ends_before(spans, 24, 2));
  EXPECT_FALSE(ends_before(spans, 10, 5));
  EXPECT_FALSE(ends_before({}, 10, 5));
}

TEST(Fields, APatternThatCannotBeReadIsToldWithItsLine) {
  const DataTable table = DataTable::parse("\nword = 'a('\n", "patterns.toml");
  try {
    (void)pattern_of(table, "word");
    FAIL() << "taken";
  } catch (const Error& error) {
    EXPECT_EQ(error.fault(), Fault::usage);
    EXPECT_NE(error.message().find("patterns.toml:"), std::string::npos) << error.message();
  }
}

}  // namespace
}  // namespace fonds

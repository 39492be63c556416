#include "registry/printed_part.h"

#include <gtest/gtest.h>

#include <cmath>

#include "support/small_register.h"

namespace fonds {
namespace {

class PrintedPartTest : public testing::Test {
 protected:
  PrintedPart part(NamePart which, const std::string& printed, float scale = 1) {
    return {which,
            printed,
            {},
            list(which),
            {index_.costs(), settings_, words_, shipped_grammar(), scale}};
  }
  const WordList& list(NamePart which) const {
    return which == NamePart::last    ? index_.lasts()
           : which == NamePart::first ? index_.firsts()
                                      : index_.middles();
  }
  WordNumber number(NamePart which, std::string_view word) const {
    for (WordNumber each = 0; each < list(which).size(); ++each) {
      if (list(which).word(each) == word) return each;
    }
    ADD_FAILURE() << word;
    return 0;
  }

  const StudentIndex index_ = index_of(small_register());
  const MatcherSettings settings_ = MatcherSettings::shipped();
  WordCache words_{shipped_grammar()};
};

TEST_F(PrintedPartTest, AFormCostsNothingInItsCase) {
  PrintedPart printed = part(NamePart::last, "Кравцу");
  const CaseCosts costs = printed.of(number(NamePart::last, "кравец"), Gender::male);
  EXPECT_EQ(costs[2], 0);
  EXPECT_GT(costs[0], 3);
  EXPECT_GT(costs[1], 3);
}

TEST_F(PrintedPartTest, ANamePartNotPrintedSaysNothing) {
  PrintedPart absent = part(NamePart::middle, "");
  EXPECT_FALSE(absent.is_printed());
  EXPECT_EQ(absent.of(number(NamePart::middle, "ильич"), Gender::male)[0], 0);
}

TEST_F(PrintedPartTest, AWrongWordIsNoDearerThanSomebodyElseAndItsPenalty) {
  PrintedPart printed = part(NamePart::middle, "Петрович");
  const CaseCosts wrong = printed.of(number(NamePart::middle, "ильич"), Gender::male);
  EXPECT_GT(wrong[0], printed.of_anybody()[0]);
  EXPECT_LE(wrong[0], printed.of_anybody()[0] - std::log(settings_.names.wrong_middle) + 0.01);
  EXPECT_EQ(printed.of(PrintedPart::kNoWord, Gender::male)[0], printed.of_anybody()[0]);
}

TEST_F(PrintedPartTest, AnInitialFitsNamesOfItsLetter) {
  PrintedPart printed = part(NamePart::first, "П.");
  ASSERT_TRUE(printed.is_initial());
  EXPECT_EQ(printed.of(number(NamePart::first, "павел"), Gender::male)[3], 0);
  EXPECT_GT(printed.of(number(NamePart::first, "фома"), Gender::male)[3], 5);
}

TEST_F(PrintedPartTest, AnUnbentSurnameIsUnusualNotWrong) {
  PrintedPart printed = part(NamePart::last, "Кравец");
  const CaseCosts costs = printed.of(number(NamePart::last, "кравец"), Gender::male);
  EXPECT_EQ(costs[0], 0);
  EXPECT_NEAR(costs[2], -std::log(settings_.names.unbent), 0.01);
}

TEST_F(PrintedPartTest, ACommonNameIsLikelierAnybodysThanARareOne) {
  EXPECT_LT(part(NamePart::last, "Бойко").of_anybody()[0],
            part(NamePart::last, "Шмырко").of_anybody()[0]);
}

TEST_F(PrintedPartTest, WhereThePrintIsDimMisreadingIsCheaper) {
  const WordNumber word = number(NamePart::last, "кравец");
  EXPECT_LT(part(NamePart::last, "Краввц", 0.6F).of(word, Gender::male)[0],
            part(NamePart::last, "Краввц").of(word, Gender::male)[0]);
}

}  // namespace
}  // namespace fonds

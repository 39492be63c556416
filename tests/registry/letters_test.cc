#include "registry/letters.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.h"

namespace fonds {
namespace {

TEST(Letters, FoldingKeepsTheLengthAndAgreesWithTheFoldingOfBase) {
  for (const char* word : {"Соловьёв", "ЁЖ", "Абвгдежзийклмнопрстуфхцчшщъыьэюя", "O'Нил", "Їжак",
                           "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ", "Zoë", ""}) {
    EXPECT_EQ(fold_letters(word).size(), std::string(word).size()) << word;
    if (std::string(word) != "Zoë") {
      EXPECT_EQ(fold_letters(word), fold(word));
    }
  }
}

TEST(Letters, UpperIsTheOppositeOfLower) {
  EXPECT_EQ(to_upper_letters("соловьёв-яр abc"), "СОЛОВЬЁВ-ЯР ABC");
  EXPECT_EQ(to_upper_letters("пирог щёки"), "ПИРОГ ЩЁКИ");
}

TEST(Letters, TitleCaseTouchesCapitalsOnly) {
  EXPECT_EQ(to_title_letters("СИДОРОВА-БЕЛЫХ"), "Сидорова-Белых");
  EXPECT_EQ(to_title_letters("ВАН ДЕЙК"), "Ван Дейк");
  EXPECT_EQ(to_title_letters("МакДональд"), "МакДональд");
  EXPECT_EQ(to_title_letters("Эльдар оглы"), "Эльдар оглы");
}

TEST(Letters, AnInitialIsNotAllCapitals) {
  EXPECT_FALSE(is_all_capitals("И."));
  EXPECT_TRUE(is_all_capitals("ЛИ"));
  EXPECT_FALSE(is_all_capitals("Ли"));
  EXPECT_TRUE(is_capitalised("Ёлкин"));
  EXPECT_FALSE(is_capitalised("ёлкин"));
  EXPECT_FALSE(is_capitalised(""));
}

TEST(Letters, VowelsAreCounted) {
  EXPECT_EQ(count_vowels("аеиоуыэюя"), 9U);
  EXPECT_EQ(count_vowels("швец"), 1U);
  EXPECT_EQ(count_vowels("взгляд"), 1U);
  EXPECT_EQ(count_vowels("вскр"), 0U);
}

TEST(Letters, LookalikesBecomeCyrillic) {
  EXPECT_EQ(fold_lookalikes("ABCEHKMOPTX"), "АВСЕНКМОРТХ");
  EXPECT_EQ(fold_lookalikes("Kравeц"), "Кравец");
}

TEST(Letters, IllFormedBytesAreNoDanger) {
  for (const std::string bytes : {"\xD0", "\xD1", "a\xD0", "\xFF\xFE", "\xD0\xD0\xD1"}) {
    EXPECT_EQ(fold_letters(bytes).size(), bytes.size());
    (void)is_all_capitals(bytes);
    (void)to_title_letters(bytes);
    (void)count_vowels(bytes);
    (void)count_letters(bytes);
  }
}

TEST(Letters, SplittingLeavesOutWhatIsEmpty) {
  EXPECT_THAT(split_letters("  a b\nc ", " \n"), testing::ElementsAre("a", "b", "c"));
  EXPECT_TRUE(split_letters("", " ").empty());
}

}  // namespace
}  // namespace fonds

#include "indexer/keyboard.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

TEST(Keyboard, TurnsWhatWasTypedInTheOtherLayout) {
  EXPECT_EQ(in_russian_layout("bdfyjdf"), "иванова");
  EXPECT_EQ(in_russian_layout("<jylfhtyrj"), "Бондаренко");
  EXPECT_EQ(in_russian_layout("`;br"), "ёжик");
  EXPECT_EQ(in_english_layout("зндщт"), "pylon");
  EXPECT_EQ(in_english_layout("Знерщт"), "Python");
}

TEST(Keyboard, LeavesWhatStandsOnNoSuchKey) {
  EXPECT_EQ(in_russian_layout("№ 12 шт"), "№ 12 шт");
  EXPECT_EQ(in_english_layout("12-05"), "12-05");
}

TEST(Keyboard, EveryLetterComesBack) {
  const std::string alphabet = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ";
  EXPECT_EQ(in_russian_layout(in_english_layout(alphabet)), alphabet);
}

}  // namespace
}  // namespace fonds

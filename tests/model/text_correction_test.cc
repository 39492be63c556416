#include "model/text_correction.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

const std::string kText = "ДИПЛОМ\nвручается\nКраsцу Тимофею\n\fвторой лист\nподпись\n";

TextCorrection third_line(const std::string& machine = "Краsцу Тимофею") {
  return {1, 3, machine, "Кравцу Тимофею", "local"};
}

TEST(TextCorrection, ALineIsFoundByPageAndNumber) {
  EXPECT_EQ(line_of(kText, 1, 1), "ДИПЛОМ");
  EXPECT_EQ(line_of(kText, 1, 3), "Краsцу Тимофею");
  EXPECT_EQ(line_of(kText, 2, 2), "подпись");
  for (const auto& [page, line] :
       {std::pair{0, 1}, {-1, 1}, {3, 1}, {1, 0}, {1, -1}, {1, 4}, {2, 3}}) {
    EXPECT_FALSE(line_of(kText, page, line)) << page << ":" << line;
  }
  EXPECT_FALSE(line_of("", 1, 1));
  EXPECT_FALSE(line_of("a\f\fb", 2, 1)) << "a blank page has no lines";
}

TEST(TextCorrection, IsLaidOverItsLineAndLeavesTheOthers) {
  EXPECT_EQ(corrected(kText, {third_line()}),
            "ДИПЛОМ\nвручается\nКравцу Тимофею\n\fвторой лист\nподпись\n");
  EXPECT_EQ(corrected(kText, {}), kText);
  EXPECT_EQ(corrected("нет конца", {{1, 1, "нет конца", "есть", ""}}), "есть");
}

TEST(TextCorrection, FindsItsLineAgainWhereANewRecognitionPutIt) {
  // The same words a line lower.
  EXPECT_EQ(corrected("шапка\nДИПЛОМ\nвручается\nКраsцу Тимофею\n", {third_line()}),
            "шапка\nДИПЛОМ\nвручается\nКравцу Тимофею\n");
  // Read a little differently this time.
  EXPECT_EQ(corrected("ДИПЛОМ\nвручается\nКра5цу Тимофею\n", {third_line()}),
            "ДИПЛОМ\nвручается\nКравцу Тимофею\n");
  // Read rightly at last: nothing is doubled.
  EXPECT_EQ(corrected("ДИПЛОМ\nвручается\nКравцу Тимофею\n", {third_line()}),
            "ДИПЛОМ\nвручается\nКравцу Тимофею\n");
}

TEST(TextCorrection, OfTwoLinesThatReadAlikeTheNearerIsMeant) {
  const TextCorrection second{1, 4, "подпись", "Осипова Н.В.", ""};
  EXPECT_EQ(corrected("подпись\nа\nб\nподпись\n", {second}), "подпись\nа\nб\nОсипова Н.В.\n");
  const TextCorrection first{1, 1, "подпись", "Бойко И.П.", ""};
  EXPECT_EQ(corrected("подпись\nа\nб\nподпись\n", {first, second}),
            "Бойко И.П.\nа\nб\nОсипова Н.В.\n");
}

TEST(TextCorrection, IsNeverLostThoughItsLineIs) {
  EXPECT_EQ(corrected("совсем иное\n", {third_line()}), "совсем иное\nКравцу Тимофею\n");
  EXPECT_EQ(corrected("", {third_line()}), "Кравцу Тимофею");
  const TextCorrection gone{9, 1, "чего-то больше нет", "приписка", ""};
  EXPECT_EQ(corrected("а\n\fб\n", {gone}), "а\n\fб\nприписка\n");
}

TEST(TextCorrection, ALineThatIsOnlyAlittleAlikeIsAnother) {
  // Cyrillic letters share their first bytes; they are compared as letters.
  EXPECT_EQ(corrected("Школа искусств\n", {third_line("Протокол жюри")}),
            "Школа искусств\nКравцу Тимофею\n");
}

TEST(TextCorrection, SaysWhereItsLineIsNow) {
  const std::vector<TextCorrection> placed =
      anchored("шапка\nДИПЛОМ\nКра5цу Тимофею\n",
               {third_line(), {1, 9, "печать", "Печать школы", ""}, {4, 1, "x", "y", ""}});
  ASSERT_EQ(placed.size(), 3U);
  EXPECT_EQ(placed[0].line, 3);
  EXPECT_EQ(placed[0].machine, "Кра5цу Тимофею");
  EXPECT_EQ(placed[1].line, 4) << "behind the last line: its own is gone";
  EXPECT_EQ(placed[1].machine, "печать") << "it may come back";
  EXPECT_EQ(placed[2].page, 1);
  EXPECT_EQ(placed[2].line, 5);
}

TEST(TextCorrection, AnEmptyOneTakesDirtAway) {
  EXPECT_EQ(corrected("ГРАМОТА\n~|_.\n", {{1, 2, "~|_.", "", ""}}), "ГРАМОТА\n\n");
}

TEST(TextCorrection, HostileLinesDoNotCostMuch) {
  const std::string line(200'000, 'x');
  const std::string changed = corrected(line + "\n" + line + "y\n", {{1, 2, line, "z", ""}});
  EXPECT_EQ(changed, "z\n" + line + "y\n");
}

}  // namespace
}  // namespace fonds

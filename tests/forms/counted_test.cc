#include "forms/counted.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "forms/read_pdf.h"

namespace fonds {
namespace {

struct Total {
  std::int64_t count;
  const char* documents;
  const char* sheets;
  const char* cases;
  const char* units;
};

TEST(Counted, ANounAgreesWithItsNumberInFormAndGender) {
  const Printing russian(Language::russian);
  for (const Total& expected : {
           Total{0, "0 (ноль) документов", "0 (ноль) листов", "0 (ноль) дел",
                 "0 (ноль) единиц хранения"},
           Total{1, "1 (один) документ", "1 (один) лист", "1 (одно) дело",
                 "1 (одна) единица хранения"},
           Total{2, "2 (два) документа", "2 (два) листа", "2 (два) дела",
                 "2 (две) единицы хранения"},
           Total{5, "5 (пять) документов", "5 (пять) листов", "5 (пять) дел",
                 "5 (пять) единиц хранения"},
           Total{11, "11 (одиннадцать) документов", "11 (одиннадцать) листов",
                 "11 (одиннадцать) дел", "11 (одиннадцать) единиц хранения"},
           Total{21, "21 (двадцать один) документ", "21 (двадцать один) лист",
                 "21 (двадцать одно) дело", "21 (двадцать одна) единица хранения"},
           Total{101, "101 (сто один) документ", "101 (сто один) лист", "101 (сто одно) дело",
                 "101 (сто одна) единица хранения"},
           Total{111, "111 (сто одиннадцать) документов", "111 (сто одиннадцать) листов",
                 "111 (сто одиннадцать) дел", "111 (сто одиннадцать) единиц хранения"},
           Total{1000, "1000 (одна тысяча) документов", "1000 (одна тысяча) листов",
                 "1000 (одна тысяча) дел", "1000 (одна тысяча) единиц хранения"},
           Total{2001, "2001 (две тысячи один) документ", "2001 (две тысячи один) лист",
                 "2001 (две тысячи одно) дело", "2001 (две тысячи одна) единица хранения"},
           Total{1234567,
                 "1234567 (один миллион двести тридцать четыре тысячи пятьсот шестьдесят семь) "
                 "документов",
                 "1234567 (один миллион двести тридцать четыре тысячи пятьсот шестьдесят семь) "
                 "листов",
                 "1234567 (один миллион двести тридцать четыре тысячи пятьсот шестьдесят семь) дел",
                 "1234567 (один миллион двести тридцать четыре тысячи пятьсот шестьдесят семь) "
                 "единиц хранения"},
       }) {
    EXPECT_EQ(counted(CountedNoun::document, expected.count), expected.documents);
    EXPECT_EQ(counted(CountedNoun::sheet, expected.count), expected.sheets);
    EXPECT_EQ(counted(CountedNoun::case_file, expected.count), expected.cases);
    EXPECT_EQ(counted(CountedNoun::storage_unit, expected.count), expected.units);
  }
}

TEST(Counted, AnAbbreviationHasOneFormAndTheGenderOfItsWord) {
  const Printing russian(Language::russian);

  EXPECT_EQ(counted(CountedNoun::storage_unit_short, 21), "21 (двадцать одна) ед. хр.");
  EXPECT_EQ(counted(CountedNoun::storage_unit_short, 2), "2 (две) ед. хр.");
  EXPECT_EQ(counted(CountedNoun::storage_unit_short, 5), "5 (пять) ед. хр.");
}

TEST(Counted, WhatIsNotKnownIsLeftToBeWrittenByHand) {
  const Printing russian(Language::russian);

  EXPECT_EQ(counted(CountedNoun::sheet, std::nullopt), "__________ (цифрами и прописью) листов");
  EXPECT_EQ(in_figures_and_words(std::nullopt), "__________ (цифрами и прописью)");
}

TEST(Counted, InFiguresAndWordsWithoutANoun) {
  const Printing russian(Language::russian);

  EXPECT_EQ(in_figures_and_words(2), "2 (два)");
  EXPECT_EQ(in_figures_and_words(2, WordGender::feminine), "2 (две)");
}

TEST(Counted, IsEnglishForWhoReadsEnglish) {
  EXPECT_EQ(counted(CountedNoun::case_file, 1), "1 (one) case");
  EXPECT_EQ(counted(CountedNoun::storage_unit, 21), "21 (twenty-one) storage units");
}

}  // namespace
}  // namespace fonds

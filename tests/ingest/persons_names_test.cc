#include "ingest/persons_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>
#include <string>
#include <vector>

#include "typed_paper.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const NameGrammar& grammar() {
  static const NameGrammar shipped = NameGrammar::shipped();
  return shipped;
}

/// "LFM Кравец/Тимофей/Ильич"; `expected` speaks for a name at every word.
std::vector<std::string> names_in(std::string_view text, double expected = 0) {
  static const PersonWording wording = PersonWording::shipped();
  const PaperText paper = typed_paper(text);
  const auto words = name_words(paper);
  const NameFinder finder(paper, words, grammar(), wording);
  std::vector<std::size_t> all(words.size());
  std::iota(all.begin(), all.end(), 0);
  std::vector<std::string> told;
  for (const NameRun& run : finder.find(all, std::vector<double>(words.size(), expected), false)) {
    EXPECT_GE(run.evidence, NameFinder::kLeastEvidence);
    told.push_back(run.order + " " + run.parts.last + "/" + run.parts.first + "/" +
                   run.parts.middle);
  }
  return told;
}

TEST(NameFinder, EveryOrder) {
  EXPECT_THAT(names_in("Кравец Тимофей Ильич"), ElementsAre("LFM Кравец/Тимофей/Ильич"));
  EXPECT_THAT(names_in("Тимофей Ильич Кравец"), ElementsAre("FML Кравец/Тимофей/Ильич"));
  EXPECT_THAT(names_in("Тимофей Кравец"), ElementsAre("FL Кравец/Тимофей/"));
  EXPECT_THAT(names_in("Кравца Тимофея"), ElementsAre("LF Кравца/Тимофея/"));
  EXPECT_THAT(names_in("Кравец Т.И."), ElementsAre("LI Кравец/Т./И."));
  EXPECT_THAT(names_in("Т.И. Кравец"), ElementsAre("IL Кравец/Т./И."));
}

TEST(NameFinder, PartsOfSeveralWords) {
  EXPECT_THAT(names_in("Мамедов Руслан Эльдар оглы"),
              ElementsAre("LFM Мамедов/Руслан/Эльдар оглы"));
  EXPECT_THAT(names_in("Ван Дейк Антон"), ElementsAre("LF Ван Дейк/Антон/"));
  EXPECT_THAT(names_in("Тер-Погосян Гор Араратович"),
              ElementsAre("LFM Тер-Погосян/Гор/Араратович"));
}

TEST(NameFinder, NeighboursAreKeptApart) {
  EXPECT_THAT(names_in("Белов Антон Громов Олег"),
              ElementsAre("LF Белов/Антон/", "LF Громов/Олег/"));
  EXPECT_THAT(names_in("А.Б. Белов\nВ.Г. Громов"),
              ElementsAre("IL Белов/А./Б.", "IL Громов/В./Г."));
  EXPECT_THAT(names_in("Белов А.Б., Громов В.Г."),
              ElementsAre("LI Белов/А./Б.", "LI Громов/В./Г."));
}

TEST(NameFinder, ASurnameThatIsAFirstNameToo) {
  EXPECT_THAT(names_in("Роман Павел Ильич"), ElementsAre("LFM Роман/Павел/Ильич"));
  EXPECT_THAT(names_in("Абрамович Анна Петровна"), ElementsAre("LFM Абрамович/Анна/Петровна"));
}

TEST(NameFinder, NoNamesWithoutEvidence) {
  for (const char* text :
       {"Хут Бзеч", "Красная Площадь", "Кравец", "Тимофей", "Т. Кравец", "Кравец, Тимофей",
        "Кравец «Тимофей»", "кравец тимофей", "Кравец 5 Тимофей", "Директор Кравец",
        "Диплом Тимофей", "МБОУ Анна", "8 Марта 2024"}) {
    EXPECT_THAT(names_in(text), IsEmpty()) << text;
  }
}

TEST(NameFinder, AnExpectedNameNeedsLess) {
  EXPECT_THAT(names_in("Хут Бзеч", 2.4), ElementsAre("LF Хут/Бзеч/"));
  EXPECT_THAT(names_in("Т. Кравец", 1.3), ElementsAre("IL Кравец/Т./"));
  EXPECT_THAT(names_in("Кравец Тимсфей", 1.3), ElementsAre("LF Кравец/Тимсфей/"));
  EXPECT_THAT(names_in("Диплом Степени", 2.4), IsEmpty());
}

TEST(NameFinder, ALongRowOfCapitalisedWordsTakesNoTime) {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "Иванов Иван Иванович А.Б. ";
  EXPECT_FALSE(names_in(text).empty());
}

}  // namespace
}  // namespace fonds

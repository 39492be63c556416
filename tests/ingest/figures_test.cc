#include "ingest/figures.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

Word word(std::string text, double confidence, int left = 0, int width = 100) {
  return {std::move(text), {left, 0, width, 30}, confidence};
}

/// What `mine` becomes beside `theirs`, read at the same place by the Latin engine.
std::string together(const Word& mine, const Word& theirs) {
  std::vector<Word> words = {mine};
  take_figures(words, {}, {theirs});
  return words[0].text;
}

TEST(Figures, OfAsManyTheLatinOnesAreKept) {
  EXPECT_EQ(together(word("2025/2024", 0.92), word("2023/2024", 0.7)), "2023/2024");
  EXPECT_EQ(together(word("(50.11.2018)", 0.9), word("(30.11.2018)", 0.8)), "(30.11.2018)");
}

TEST(Figures, WhatIsTakenIsAsSureAsWhoReadIt) {
  std::vector<Word> words = {word("2025", 0.95), word("2024", 0.95, 200)};
  EXPECT_TRUE(take_figures(words, {}, {word("2023", 0.6), word("2024", 0.5, 200)}));
  EXPECT_EQ(words[0].confidence, 0.6);
  EXPECT_EQ(words[1].confidence, 0.95);
}

TEST(Figures, LettersAndMarksAreTheRussianEngines) {
  EXPECT_EQ(together(word("ОЛ-2025-17", 0.7), word("OJI-2023-17", 0.6)), "ОЛ-2023-17");
  EXPECT_EQ(together(word("«А-12/5»", 0.9), word("\"A-12/3\"", 0.9)), "«А-12/3»");
}

TEST(Figures, AnUnsureLatinReadingChangesNothing) {
  EXPECT_EQ(together(word("2025", 0.5), word("2023", 0.2)), "2025");
}

TEST(Figures, ADateGetsItsStopsAndItsLostOnesBack) {
  EXPECT_EQ(together(word("24052023,", 0.9), word("24.05.2023,", 0.5)), "24.05.2023,");
  EXPECT_EQ(together(word("17.10.201", 0.9), word("17.10.2011", 0.5)), "17.10.2011");
  EXPECT_EQ(together(word("(04.10.202-", 0.5), word("04.10.2024", 0.5)), "(04.10.2024-");
}

TEST(Figures, ADateIsNoLesserOneForThat) {
  EXPECT_EQ(together(word("26.04.2024", 0.87), word("26.04.20242", 0.9)), "26.04.2024");
}

TEST(Figures, MoreOrFewerOnlyWhereTheLatinEngineIsMuchSurer) {
  EXPECT_EQ(together(word("1353", 0.77), word("133", 0.92)), "133");
  EXPECT_EQ(together(word("044", 0.97), word("04", 0.94)), "044");
}

TEST(Figures, ALetterBehindAYearIsNoFigure) {
  EXPECT_EQ(together(word("2023г", 0.5), word("20237", 0.8)), "2023г");
}

TEST(Figures, OnlyWhatStandsAtTheSamePlaceCounts) {
  EXPECT_EQ(together(word("2025", 0.9, 0), word("2023", 0.9, 60)), "2025");
  EXPECT_EQ(together(word("2025", 0.9, 0, 100), word("2023", 0.9, 0, 140)), "2025");
}

TEST(Figures, OrdinalsAndLettersAreNotAskedAbout) {
  EXPECT_FALSE(has_numbers({word("1", 0.9), word("место", 0.9), word("12", 0.9)}));
  EXPECT_TRUE(has_numbers({word("место", 0.9), word("58", 0.9)}));
  EXPECT_TRUE(has_numbers({word("0274", 0.9)}));
  EXPECT_FALSE(has_numbers({}));
}

TEST(Figures, WhatHasNoFiguresIsLeftAlone) {
  std::vector<Word> words = {word("мая", 0.9), word("", 0.1)};
  EXPECT_FALSE(take_figures(words, {}, {word("123", 0.9), word("4", 0.9)}));
  EXPECT_FALSE(take_figures(words, {}, {}));
}

/// What `mine` becomes beside what the display model and the Latin engine read at its place.
std::string of_three(const Word& mine, const Word& display, const Word& latin) {
  std::vector<Word> words = {mine};
  take_figures(words, {display}, {latin});
  return words[0].text;
}

TEST(Figures, WhatTwoOfThreeReadIsTaken) {
  EXPECT_EQ(of_three(word("2025", 0.9), word("2023", 0.4), word("2023", 0.4)), "2023");
  EXPECT_EQ(of_three(word("2025", 0.5), word("2025", 0.4), word("2023", 0.9)), "2025");
  EXPECT_EQ(of_three(word("2025", 0.5), word("2023", 0.9), word("2025", 0.4)), "2025");
  EXPECT_EQ(of_three(word("19102024", 0.9), word("19.10.2024", 0.5), word("19.10.2024", 0.5)),
            "19.10.2024");
  EXPECT_EQ(of_three(word("№18-0045,", 0.9), word("№118-0043", 0.5), word("N118-0043", 0.5)),
            "№118-0043,");
}

TEST(Figures, WhereAllDifferTheDisplayModelIsBelievedUnlessMuchLessSure) {
  EXPECT_EQ(of_three(word("А-0078", 0.9), word("А-0098", 0.7), word("A-0018", 0.9)), "А-0098");
  EXPECT_EQ(of_three(word("А-0078", 0.9), word("А-0098", 0.5), word("A-0018", 0.1)), "А-0078");
}

TEST(Figures, WhatTheDisplayModelPartsInAnotherWayIsLeftToTheLatinEngine) {
  EXPECT_EQ(of_three(word("17.10.201", 0.9), word("17.1.0.2", 0.9), word("17.10.2011", 0.5)),
            "17.10.2011");
}

TEST(Figures, WhatIsTakenFromTheDisplayModelIsAsSureAsItIs) {
  std::vector<Word> words = {word("2025", 0.95)};
  EXPECT_TRUE(take_figures(words, {word("2023", 0.8)}, {word("2023", 0.6)}));
  EXPECT_EQ(words[0].confidence, 0.8);
}

TEST(Figures, PartsReadAsLettersAreFiguresWhereBothOthersSaySo) {
  const Word lost = word("ОЭОЗ-ф/2025", 0.9);
  EXPECT_EQ(of_three(lost, word("0903-сФ/2025", 0.1), word("O903-cb/2025", 0.3)), "0903-ф/2025");
  EXPECT_EQ(of_three(lost, word("0903-сФ/2025", 0.1), word("OEOB-cb/2025", 0.3)), "ОЭОЗ-ф/2025");
  EXPECT_EQ(of_three(lost, word("0903/2025", 0.1), word("O903/2025", 0.3)), "ОЭОЗ-ф/2025");
}

TEST(Figures, AThirdOpinionIsNeededWhereTwoDiffer) {
  EXPECT_TRUE(same_figures({word("12", 0.9), word("мая", 0.9, 200)}, {word("12", 0.3)}));
  EXPECT_FALSE(same_figures({word("12", 0.9)}, {word("13", 0.9)}));
  EXPECT_FALSE(same_figures({word("12", 0.9)}, {word("12", 0.9, 200)}));
  EXPECT_FALSE(same_figures({word("12.5", 0.9)}, {word("125", 0.9)}));
}

TEST(Figures, ANumberThatTwoReadAlikeIsSurer) {
  std::vector<Word> words = {word("3П-0096-2025", 0)};
  take_figures(words, {word("ЗП-0096-2025", 0.4)}, {});
  EXPECT_EQ(words[0].confidence, 0) << "3 is a figure, З is none";
  take_figures(words, {word("3П-0096-2025", 0.4)}, {});
  EXPECT_EQ(words[0].text, "3П-0096-2025");
  EXPECT_EQ(words[0].confidence, 0.7);

  words = {word("№ 12", 0.1)};
  take_figures(words, {word("№ 12", 0.1)}, {});
  EXPECT_EQ(words[0].confidence, 0.1) << "so few are alike by chance";
}

TEST(Figures, LatinLettersAreTakenWhereTheRussianEngineIsUnsure) {
  std::vector<Word> words = {word("0Р-25/0301-118", 0.5)};
  take_figures(words, {word("рр-25/0301-118", 0)}, {word("DP-25/0301-118", 0.9)});
  EXPECT_EQ(words[0].text, "DP-25/0301-118");

  words = {word("ДП-25/0301-117", 0.9)};
  take_figures(words, {word("рр-25/0301-118", 0)}, {word("DP-25/0301-118", 0.9)});
  EXPECT_EQ(words[0].text, "ДП-25/0301-118");
}

TEST(Figures, ADoubtfulWordWithAFigureIsWorthASecondOpinion) {
  EXPECT_TRUE(has_numbers({word("24-р", 0.1)}));
  EXPECT_FALSE(has_numbers({word("24-р", 0.9)}));
}

TEST(Figures, BehindItsSignEveryNumberIs) {
  EXPECT_TRUE(has_numbers({word("№24-р", 0.9)}));
  EXPECT_TRUE(has_numbers({word("№", 0.9), word("2-А", 0.9, 200)}));
  EXPECT_TRUE(has_numbers({word("номер", 0.9), word("7", 0.9, 200)}));
  EXPECT_FALSE(has_numbers({word("№", 0.9), word("п/п", 0.9, 200)}));
  EXPECT_FALSE(has_numbers({word("группа", 0.9), word("2", 0.9, 200)}));

  std::vector<Word> words = {word("№", 0.9), word("2-А", 0.89, 200)};
  take_figures(words, {word("№", 0.9), word("7-А", 0.8, 200)},
               {word("N2", 0.3), word("7-A", 0.4, 200)});
  EXPECT_EQ(words[1].text, "7-А");
}

TEST(Figures, APlaceAboveThreeIsAThreeToWhoKnowsFigures) {
  Word place = word("5", 0.97);
  EXPECT_TRUE(take_place_figure(place, {word("3", 0.7)}, {word("3", 0.8)}));
  EXPECT_EQ(place.text, "3");

  place = word("5-е", 0.96);
  EXPECT_TRUE(take_place_figure(place, {word("3-е", 0.92)}, {word("5-e", 0.61)}));
  EXPECT_EQ(place.text, "3-е");
  EXPECT_LE(place.confidence, 0.5) << "one against two";

  place = word("5", 0.96);
  EXPECT_FALSE(take_place_figure(place, {word("3", 0.7)}, {word("5", 0.9)}));
  EXPECT_FALSE(take_place_figure(place, {word("5", 0.9)}, {word("5", 0.9)}));
  EXPECT_FALSE(take_place_figure(place, {}, {word("3", 0.9)}));
  EXPECT_EQ(place.text, "5");
}

TEST(Figures, TwoOthersOutvoteTheDisplayModel) {
  std::vector<Word> words = {word("89/сп", 0.86), word("0731", 0.9, 200)};
  EXPECT_TRUE(take_figures_of_two(words, {word("39\"", 0.1), word("0781", 0.9, 200)},
                                  {word("39/en", 0.2), word("0731", 0.9, 200)}));
  EXPECT_EQ(words[0].text, "39/сп");
  EXPECT_EQ(words[1].text, "0731") << "one against two";
}

}  // namespace
}  // namespace fonds

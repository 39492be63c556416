#include "ingest/title_words.h"

#include <gtest/gtest.h>

#include <string>

namespace fonds {
namespace {

std::string said(const std::vector<Word>& words) {
  std::string text;
  for (const Word& word : words) text += (text.empty() ? "" : " ") + word.text;
  return text;
}

std::vector<Word> read(const std::vector<std::string>& texts, double confidence = 0.05) {
  std::vector<Word> words;
  int left = 100;
  for (const std::string& text : texts) {
    words.push_back({text, {left, 50, 400, 60}, confidence});
    left += 450;
  }
  return words;
}

TEST(TitleWords, MisreadLetteringComesNearAWordOfTitles) {
  EXPECT_EQ(said(as_title(read({"БИНТОДИРНОСТЬ"})).words), "БЛАГОДАРНОСТЬ");
  EXPECT_EQ(said(as_title(read({"ПОХВИПЬЪНИЯ", "ТРАМОТИ"})).words), "ПОХВАЛЬНАЯ ГРАМОТА");
  EXPECT_EQ(said(as_title(read({"фиплом", "ПОЪЕЛИТЕЛЯ"})).words), "ДИПЛОМ ПОБЕДИТЕЛЯ");
}

TEST(TitleWords, WordsRunTogetherArePartedWithTheirBoxes) {
  const TitleReading title = as_title(read({"ДИПЛ0МЛАУРЕЛТА"}));

  EXPECT_EQ(said(title.words), "ДИПЛОМ ЛАУРЕАТА");
  ASSERT_EQ(title.words.size(), 2U);
  EXPECT_LT(title.words[0].box.left + title.words[0].box.width, 320);
  EXPECT_GT(title.words[1].box.left, 240);
}

TEST(TitleWords, OtherWordsAreNoTitles) {
  EXPECT_TRUE(
      as_title(read({"Светлова", "Марина", "ШАХМАТНЫЙ", "ТУРНИР", "ЗА", "9Ф&"})).words.empty());
  EXPECT_EQ(as_title(read({"ДИП"})).explained, 0) << "half a word says too little";
}

TEST(TitleWords, WhatWasReadWellBesideThemStays) {
  std::vector<Word> words = read({"ЛИПЛОМ"});
  words.push_back({"II", {600, 50, 40, 60}, 0.9});
  words.push_back({"~/", {700, 50, 40, 60}, 0.1});

  const TitleReading title = as_title(words);

  EXPECT_EQ(said(title.words), "ДИПЛОМ II");
  EXPECT_GT(title.explained, 4);
}

TEST(TitleWords, TheNearerReadingExplainsMore) {
  EXPECT_GT(as_title(read({"СЕРТИФИКАТ"})).explained, as_title(read({"ССРТИФНКЛТ"})).explained);
}

}  // namespace
}  // namespace fonds

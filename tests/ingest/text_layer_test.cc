#include "ingest/text_layer.h"

#include <gtest/gtest.h>

#include "ingest/synthetic_page.h"

namespace fonds {
namespace {

/// One line of words side by side, each 100 × 30, from (100, 100).
std::vector<Line> layer(std::initializer_list<const char*> words) {
  Line line;
  int left = 100;
  for (const char* word : words) {
    line.words.push_back({word, {left, 100, 100, 30}, 1});
    left += 120;
  }
  return {line};
}

/// A picture whose ink lies under the words of the layer.
PixPtr covered() {
  PixPtr page = blank_page(1000, 400);
  fill(page, 105, 105, 200, 20, 0);
  return page;
}

TEST(TextLayer, RussianAndEnglishTextIsSound) {
  EXPECT_EQ(judge_layer(layer({"Протокол", "№", "14", "от", "12.03.2024"}), covered(), 1),
            LayerVerdict::sound);
  EXPECT_EQ(judge_layer(layer({"Minutes", "of", "the", "board"}), covered(), 1),
            LayerVerdict::sound);
}

TEST(TextLayer, NoWordsAreNoLayer) {
  EXPECT_EQ(judge_layer({}, covered(), 1), LayerVerdict::absent);
}

TEST(TextLayer, WrongCodePageIsBroken) {
  EXPECT_EQ(judge_layer(layer({"Ïðîòîêîë", "çàñåäàíèÿ", "êîìèññèè"}), covered(), 1),
            LayerVerdict::broken);
}

TEST(TextLayer, FontWithoutUnicodeIsBroken) {
  EXPECT_EQ(
      judge_layer(layer({"\uE001\uE002\uE003", "\uFFFD\uFFFD", "\u0003\u0005"}), covered(), 1),
      LayerVerdict::broken);
}

TEST(TextLayer, RussianReadAsLatinIsNotSound) {
  EXPECT_NE(judge_layer(layer({"ПPOTOKOЛ", "зaceдaния", "кoмиccии"}), covered(), 1),
            LayerVerdict::sound);
}

TEST(TextLayer, APageNumberOnAPictureIsNotTheWholeText) {
  const PixPtr page = covered();
  fill(page, 50, 200, 900, 150, 30);

  EXPECT_EQ(judge_layer(layer({"Страница", "7"}), page, 1), LayerVerdict::doubtful);
}

}  // namespace
}  // namespace fonds

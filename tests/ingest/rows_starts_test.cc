#include "ingest/rows_starts.h"

#include <gtest/gtest.h>

#include "typed_paper.h"

namespace fonds {
namespace {

const PersonWording& wording() {
  static const PersonWording shipped = PersonWording::shipped();
  return shipped;
}

/// Whether the first word of `text` begins a row.
bool begins_row(std::string_view text) {
  const PaperText paper = typed_paper(text);
  const auto words = name_words(paper);
  return RowStarts(paper, words, wording()).begins_row(0, words.size());
}

TEST(RowStarts, ANumberBeforeANameBeginsARow) {
  EXPECT_TRUE(begins_row("1 Седых Любовь"));
  EXPECT_TRUE(begins_row("12. Седых Л.А."));
  EXPECT_TRUE(begins_row("3 117 Седых Любовь"));  // the starter's number
  EXPECT_FALSE(begins_row("Седых Любовь"));
  EXPECT_FALSE(begins_row("7 класс"));
  EXPECT_FALSE(begins_row("2024 Седых Любовь"));
  EXPECT_FALSE(begins_row("0 Седых Любовь"));
  EXPECT_FALSE(begins_row("№ 4 Седых Любовь"));
}

TEST(RowStarts, WhatStandsBehindANumber) {
  const PaperText paper = typed_paper("3 117 Седых Любовь");
  const auto words = name_words(paper);
  const RowStarts starts(paper, words, wording());
  EXPECT_EQ(starts.number_at(0), 3);
  EXPECT_EQ(starts.name_behind(0, words.size()), 2U);
  EXPECT_FALSE(starts.number_at(2));
}

TEST(RowStarts, ASurnameAndAFirstNameInOneLine) {
  const auto full = [](std::string_view text) {
    const PaperText paper = typed_paper(text);
    const auto words = name_words(paper);
    return RowStarts(paper, words, wording()).full_name_begins(0);
  };
  EXPECT_TRUE(full("Седых Любовь"));
  EXPECT_FALSE(full("Седых\nЛюбовь"));
  EXPECT_FALSE(full("Седых"));
  EXPECT_FALSE(full("Протокол Заседания"));
}

TEST(RowStarts, WhatALoneFigureIsReadAs) {
  const PaperText paper = typed_paper("II l 4 Седых");
  const auto words = name_words(paper);
  const RowStarts starts(paper, words, wording());
  EXPECT_TRUE(starts.is_lead(0));
  EXPECT_TRUE(starts.is_lead(1));
  EXPECT_TRUE(starts.is_lead(2));
  EXPECT_FALSE(starts.is_lead(3));
}

}  // namespace
}  // namespace fonds

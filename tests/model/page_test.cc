#include "model/page.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

Line line_of(std::initializer_list<const char*> words) {
  Line line;
  for (const char* word : words) line.words.push_back({word, {}, 0.9});
  return line;
}

TEST(Page, TextIsOneLineALineAndWordsPartedByOneSpace) {
  RecognisedPage page;
  page.lines = {line_of({"Диплом", "I", "степени"}), line_of({"№", "147"})};

  EXPECT_EQ(text_of(page), "Диплом I степени\n№ 147\n");
  EXPECT_EQ(count_words(page), 5);
}

TEST(Page, ABlankPageHasNoText) {
  const RecognisedPage blank;

  EXPECT_EQ(text_of(blank), "");
  EXPECT_EQ(count_words(blank), 0);
  EXPECT_EQ(blank.source, TextSource::none);
}

TEST(Page, PagesArePartedSoThatEachCanBeCountedOff) {
  RecognisedPage first;
  first.lines = {line_of({"раз"})};
  const RecognisedPage blank;
  RecognisedPage last;
  last.lines = {line_of({"два"})};

  EXPECT_EQ(text_of(std::vector{first, blank, last}), "раз\n\f\fдва\n");
  EXPECT_EQ(text_of(std::vector{first}), "раз\n") << "no mark after the last";
  EXPECT_EQ(text_of(std::vector<RecognisedPage>{}), "");
}

TEST(Page, SourcesHaveTheirOwnNames) {
  EXPECT_EQ(name_of(TextSource::none), "none");
  EXPECT_EQ(name_of(TextSource::recognised), "recognised");
  EXPECT_EQ(name_of(TextSource::embedded), "embedded");
}

TEST(Page, BoxesCompareByAllFourSides) {
  const Box box{1, 2, 3, 4};
  EXPECT_EQ(box, (Box{1, 2, 3, 4}));
  EXPECT_NE(box, (Box{0, 2, 3, 4}));
  EXPECT_NE(box, (Box{1, 0, 3, 4}));
  EXPECT_NE(box, (Box{1, 2, 0, 4}));
  EXPECT_NE(box, (Box{1, 2, 3, 0}));
}

TEST(Page, WarningsAreOneTextAndBack) {
  const std::vector<PageWarning> both{PageWarning::blank, PageWarning::faint};

  EXPECT_EQ(to_text(both), "blank,faint");
  EXPECT_EQ(page_warnings_from("blank,faint"), both);
  EXPECT_EQ(to_text(std::vector<PageWarning>{}), "");
  EXPECT_TRUE(page_warnings_from("").empty());
  EXPECT_TRUE(page_warnings_from("torn,,").empty());
}

}  // namespace
}  // namespace fonds

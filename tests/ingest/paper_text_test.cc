#include "ingest/paper_text.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace fonds {
namespace {

/// Words of 10 × 20 px a letter, lines 40 px apart.
RecognisedPage page_of(const std::vector<std::vector<std::string>>& lines, int number = 1) {
  RecognisedPage page;
  page.number = number;
  page.geometry.width = 1000;
  page.geometry.height = 2000;
  int top = 100;
  for (const auto& words : lines) {
    Line line;
    int left = 50;
    for (const std::string& text : words) {
      const int width = 10 * static_cast<int>(text.size());
      line.words.push_back({text, {left, top, width, 20}, 0.9});
      left += width + 10;
    }
    top += 40;
    page.lines.push_back(line);
  }
  return page;
}

TEST(PaperText, FoldsWhatRulesMustNotCareAbout) {
  const PaperText text({page_of({{"ДИПЛOM", "№", "5–А"}, {"«Пётр»"}})});
  EXPECT_EQ(text.folded(), "диплом № 5-а\n\"петр\"");
}

TEST(PaperText, AngleBracketsAreQuotationMarksMisread) {
  const PaperText text({page_of({{"<Росток»"}})});
  EXPECT_EQ(text.folded(), "\"росток\"");
  EXPECT_EQ(text.printed({0, text.folded().size()}), "<Росток»");
}

TEST(PaperText, AWordOfLatinLettersStaysLatin) {
  const PaperText text({page_of({{"No", "XII", "COVID"}})});
  EXPECT_EQ(text.folded(), "no xii covid");
}

TEST(PaperText, GivesBackTheLettersAsPrinted) {
  const PaperText text({page_of({{"вручается"}, {"Ковальчyк", "Анне"}})});
  const auto found = Pattern("ковальчук анне").find(text.ready());
  ASSERT_TRUE(found);
  EXPECT_EQ(text.printed(found->whole), "Ковальчyк Анне");
  EXPECT_EQ(text.printed({0, text.folded().size()}), "вручается Ковальчyк Анне");
  EXPECT_EQ(text.printed({5000, 6000}), "");
}

TEST(PaperText, PlacesAreOfTheOriginalImageAndOfOnePage) {
  const PaperText text({page_of({{"а", "б"}}), page_of({{"в"}}, 2)});
  const PlaceOnPage first = text.place({0, text.folded().size()});
  EXPECT_EQ(first.page, 1);
  EXPECT_EQ(first.box, (Box{50, 100, 50, 20}));
  EXPECT_EQ(text.folded(), "а б\fв");
  EXPECT_EQ(text.place({text.folded().find("в"), text.folded().size()}).page, 2);
}

TEST(PaperText, APageThatLiesOnItsSideIsStoodUp) {
  RecognisedPage page = page_of({{"а"}});
  page.geometry.rotation = 90;
  const PaperText text({page});
  EXPECT_EQ(text.pages().front().width, 2000);
  EXPECT_EQ(text.words().front().box, (Box{2000 - 100 - 20, 50, 20, 20}));
  EXPECT_EQ(text.place({0, 1}).box, (Box{50, 100, 20, 20}));
  page.geometry.rotation = 270;
  EXPECT_EQ(PaperText({page}).words().front().box, (Box{100, 1000 - 50 - 20, 20, 20}));
}

TEST(PaperText, ConfidenceIsOfTheWordsTouched) {
  RecognisedPage page = page_of({{"один", "два", "три"}});
  page.lines[0].words[1].confidence = 0.3;
  const PaperText text({page});
  const std::size_t two = text.folded().find("два");
  EXPECT_DOUBLE_EQ(text.least_confidence({0, text.folded().size()}), 0.3);
  EXPECT_DOUBLE_EQ(text.mean_confidence({two - 1, two + 1}), 0.3);
  EXPECT_DOUBLE_EQ(text.least_confidence({0, 1}), 0.9);
  EXPECT_DOUBLE_EQ(text.least_confidence({5, 5}), 0.9);
}

TEST(PaperText, ABlankPaperHasNothing) {
  const PaperText text({RecognisedPage{}});
  EXPECT_TRUE(text.lines().empty());
  EXPECT_EQ(text.folded(), "");
  EXPECT_EQ(text.printed({0, 10}), "");
  EXPECT_DOUBLE_EQ(text.mean_confidence({0, 1}), 0);
  EXPECT_EQ(text.line_at(3), 0U);
}

TEST(PaperText, LinesKnowTheirPageAndLargeTypeTheirHeight) {
  RecognisedPage page = page_of({{"Заглавие"}, {"строка"}, {"строка"}});
  page.lines[0].words[0].box.height = 60;
  const PaperText text({page, page_of({{"в"}}, 2)});
  EXPECT_EQ(text.lines()[0].height, 60);
  EXPECT_EQ(text.pages()[0].line_height, 20);
  EXPECT_EQ(text.lines()[3].page, 1U);
  EXPECT_EQ(text.line_at(text.folded().find("в\0", text.lines()[3].span.begin)), 3U);
  EXPECT_EQ(text.line_at(text.lines()[1].span.begin), 1U);
  EXPECT_EQ(text.line_at(text.lines()[1].span.begin - 1), 0U);
}

}  // namespace
}  // namespace fonds

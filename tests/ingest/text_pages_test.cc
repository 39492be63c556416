#include "ingest/text_pages.h"

#include <gmock/gmock.h>

#include "base/error.h"
#include "ingest/pages_said.h"

namespace fonds {
namespace {

using testing::SizeIs;

std::vector<RecognisedPage> pages_of(const std::function<void(TextPages&)>& fill, int most = 100) {
  std::vector<RecognisedPage> pages;
  TextPages text(most, [&](RecognisedPage&& page) { pages.push_back(std::move(page)); });
  fill(text);
  text.finish();
  return pages;
}

void expect_sound(const RecognisedPage& page) {
  for (const Line& line : page.lines) {
    for (const Word& word : line.words) {
      EXPECT_FALSE(word.text.empty());
      EXPECT_EQ(word.text.find(' '), std::string::npos);
      EXPECT_GE(word.box.left, line.box.left);
      EXPECT_LE(word.box.left + word.box.width, page.geometry.width);
      EXPECT_LE(word.box.top + word.box.height, page.geometry.height);
    }
  }
}

TEST(TextPages, AParagraphIsWrappedOnItsSheet) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "слово\u00A0за словом ";
  const auto pages = pages_of([&](TextPages& to) { to.paragraph(text); });

  ASSERT_THAT(pages, SizeIs(1));
  EXPECT_EQ(pages[0].number, 1);
  EXPECT_EQ(pages[0].source, TextSource::embedded);
  EXPECT_EQ(count_words(pages[0]), 300);
  EXPECT_GT(pages[0].lines.size(), 10U);
  expect_sound(pages[0]);
}

TEST(TextPages, ColumnsStandOneBelowAnother) {
  const auto pages = pages_of([](TextPages& to) {
    to.table({{"Журнал объединения с очень длинным названием над таблицей"},
              {"№", "", "Фамилия, имя", "Класс"},
              {"1", "", "Сойкин Олег", "5"},
              {},
              {"10", "", "", "6"}});
  });

  ASSERT_THAT(pages, SizeIs(1));
  const auto& lines = pages[0].lines;
  ASSERT_THAT(lines, SizeIs(4));
  EXPECT_EQ(lines[1].words[0].box.left, lines[2].words[0].box.left);
  EXPECT_EQ(lines[1].words[1].box.left, lines[2].words[1].box.left);
  EXPECT_EQ(lines[1].words[3].box.left, lines[2].words[3].box.left);
  EXPECT_EQ(lines[1].words[3].box.left, lines[3].words[1].box.left);
  EXPECT_GT(lines[3].box.top - lines[2].box.top, lines[2].box.top - lines[1].box.top);
  EXPECT_EQ(said_by(pages[0]),
            "Журнал объединения с очень длинным названием над таблицей\n№ Фамилия, имя Класс\n"
            "1 Сойкин Олег 5\n10 6");
  expect_sound(pages[0]);
}

TEST(TextPages, ALongTableGoesOnOverPages) {
  const auto pages = pages_of([](TextPages& to) {
    to.table(std::vector<TableRow>(1000, TableRow{"1", "Сойкин"}));
    to.new_page();
    to.paragraph("конец");
  });

  ASSERT_THAT(pages, SizeIs(4));
  EXPECT_EQ(pages[3].number, 4);
  EXPECT_EQ(said_by(pages[3]), "конец");
}

TEST(TextPages, NothingIsOneEmptyPage) {
  const auto pages = pages_of([](TextPages& to) {
    to.paragraph(" \n ");
    to.new_page();
  });
  ASSERT_THAT(pages, SizeIs(1));
  EXPECT_EQ(pages[0].source, TextSource::none);
}

TEST(TextPages, AWordOfAnyLengthAndAnyBytesIsCutIntoWords) {
  const auto pages =
      pages_of([](TextPages& to) { to.paragraph(std::string(5000, 'x') + " \xFF\x01\x1B[2J"); });
  expect_sound(pages.at(0));
  EXPECT_GT(count_words(pages[0]), 50);
}

TEST(TextPages, TooMuchIsRefused) {
  EXPECT_THROW(pages_of(
                   [](TextPages& to) {
                     for (int i = 0; i < 3; ++i) {
                       to.new_page();
                       to.paragraph("x");
                     }
                   },
                   2),
               Error);
  std::string words;
  for (int i = 0; i < 600'000; ++i) words += "x ";
  EXPECT_THROW(pages_of(
                   [&](TextPages& to) {
                     to.paragraph(words);
                     to.paragraph(words);
                   },
                   100'000),
               Error);
}

}  // namespace
}  // namespace fonds

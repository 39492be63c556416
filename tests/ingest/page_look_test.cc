#include "ingest/page_look.h"

#include <gtest/gtest.h>

#include <string>

#include "base/error.h"
#include "ingest/extractor.h"
#include "sample_paper.h"

namespace fonds {
namespace {

const Extractor& extractor() {
  static const Extractor kExtractor = Extractor::shipped();
  return kExtractor;
}

RecognisedPage page_of(const std::string& text) { return paper_of(text).front(); }
PageLook look(const std::string& text) { return extractor().look(page_of(text)); }

std::string lines(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += "Занятия проводятся по утверждённому расписанию.\n";
  return text;
}

TEST(PageLook, ATitleStandsInTheUpperPart) {
  const PageLook page = look("МБУ ДО ЦДТ\n# ПРОТОКОЛ № 3\nзаседания аттестационной комиссии");
  ASSERT_NE(page.kind, nullptr);
  EXPECT_EQ(page.kind->id, "attestation_protocol");
  EXPECT_GT(page.title, 4);
  EXPECT_EQ(page.title_words, "ПРОТОКОЛ");
  EXPECT_EQ(look(lines(25) + "# ПРОТОКОЛ № 3\nзаседания аттестационной комиссии").title, 0);
}

TEST(PageLook, WordsThatBeginASentenceAreHardlyATitle) {
  const double title = look("Справка № 64").title;
  const double sentence = look("Справка предъявляется по месту требования.").title;
  EXPECT_GT(title, sentence + 2);
}

TEST(PageLook, EmptyBacksAreBlank) {
  EXPECT_TRUE(look("").blank);
  EXPECT_TRUE(look("' .\n,").blank) << "specks";
  RecognisedPage page = page_of("Приказ № 5");
  EXPECT_FALSE(extractor().look(page).blank);
  page.warnings.push_back(PageWarning::blank);
  EXPECT_TRUE(extractor().look(page).blank);
}

TEST(PageLook, ReadsPrintedNumbersAtHeadAndFoot) {
  EXPECT_EQ(look("2\nзанятия проводятся").number, 2);
  EXPECT_EQ(look("- 12 -\nзанятия проводятся").number, 12);
  EXPECT_EQ(look("Лист 3\nзанятия проводятся").number, 3);
  const PageLook of = look("занятия проводятся\nстр. 2 из 5");
  EXPECT_EQ(of.number, 2);
  EXPECT_EQ(of.pages, 5);
  EXPECT_EQ(look(lines(33) + "4").number, 4);
}

TEST(PageLook, OtherFiguresAreNoPageNumbers) {
  EXPECT_FALSE(look("занятия проводятся\n4").number) << "a lone figure in the middle of the sheet";
  EXPECT_FALSE(look("21.05.2024\nзанятия проводятся").number);
  EXPECT_FALSE(look("стр. 7 из 3\nзанятия проводятся").number);
  EXPECT_FALSE(look("2024\nзанятия проводятся").number);
  EXPECT_FALSE(look("٣\nзанятия проводятся").number) << "figures of another script";
}

TEST(PageLook, KnowsWhatBeginsAPaper) {
  EXPECT_TRUE(look("Директору ЦДТ\nЛысенко О.А.").opening);
  EXPECT_TRUE(look("МБОУ ДО «Центр детского творчества»\nприказ").opening);
  EXPECT_FALSE(look("МБОУ ДО ЦДТ с 01.09.2021 г. по настоящее время.").opening) << "a sentence";
  EXPECT_TRUE(look("вх. № 61\nДиректору ЦДТ").opening) << "under a stamp";
  EXPECT_FALSE(look(lines(5) + "Директору ЦДТ").opening);
}

TEST(PageLook, KnowsAnnexes) {
  EXPECT_EQ(look("Приложение № 2\nк приказу от 12.04.2024 № 218\nСПИСОК").annex_to, "приказу");
  EXPECT_EQ(look("УТВЕРЖДЕНО\nприказом директора от 12.04.2024").annex_to, "приказом");
  const PageLook bare = look("Приложение\nСписок участников");
  EXPECT_TRUE(bare.annex);
  EXPECT_TRUE(bare.annex_to.empty());
  EXPECT_FALSE(look("Приложения хранятся в деле.").annex);
  EXPECT_FALSE(look(lines(8) + "Приложение № 2 к приказу").annex) << "what is enclosed";
}

TEST(PageLook, KnowsHowRowsAreNumbered) {
  const PageLook page = look(
      "№ Фамилия имя Баллы\n14 Седых Любовь 9\n15 Лысенко Пётр 6\n16 Ткач Анна 7\nДиректор ___");
  EXPECT_EQ(page.first_row, 14);
  EXPECT_TRUE(page.mid_table);
  EXPECT_EQ(page.row_ends, std::vector<int>{16});
  EXPECT_EQ(page.headings, std::vector<std::string>{"фамилия имя баллы"});
  EXPECT_EQ(look("1. Зачислить детей.\n1.1. Седых Любовь\n2. Контроль возложить").row_ends,
            std::vector<int>{2});
  EXPECT_FALSE(look("31 мая 2024 года\n2 место").first_row);
  EXPECT_FALSE(look("15.05.2024 Конкурс").first_row);
}

TEST(PageLook, KnowsSignatures) {
  EXPECT_TRUE(look(lines(4) + "Директор ________ И.И. Котов\nМ.П.").signed_off);
  EXPECT_FALSE(look("УТВЕРЖДАЮ\nДиректор ___ И.И. Котов\n" + lines(6)).signed_off);
  EXPECT_TRUE(
      look("Директор ____ И.И. Котов\nСекретарь ____ А.А. Седых\n24.05.2024").only_signatures);
  EXPECT_FALSE(look(lines(4) + "Директор ________ И.И. Котов").only_signatures);
  EXPECT_FALSE(look("1 Котов И.И. 9\n2 Седых А.А. 10").signed_off) << "rows of a list";
}

TEST(PageLook, KnowsWhereASentenceGoesOn) {
  EXPECT_TRUE(look("освоении программы и переводе на следующий год обучения.").small_letter);
  EXPECT_TRUE(look("(законного представителя) обучающегося").small_letter);
  EXPECT_FALSE(look("Занятия проводятся").small_letter);
  EXPECT_FALSE(look("г. Лунёво\nзанятия").small_letter);
  EXPECT_FALSE(look("12 занятий").small_letter);
}

TEST(PageLook, SaysTheSizeOfTheSheetAsItIsRead) {
  RecognisedPage page = page_of("ПРИКАЗ");
  page.geometry.width = 2480;
  page.geometry.height = 3508;
  page.geometry.rotation = 90;
  const PageLook sheet = extractor().look(page);
  EXPECT_NEAR(sheet.width, 297, 1);
  EXPECT_NEAR(sheet.height, 210, 1);
}

TEST(PageLook, RefusesAMisspeltTable) {
  const DataTable wrong = DataTable::parse(
      "[issuer]\norg = 'цдт'\n[stack]\npage = 'стр'\nof = 'из'\nannex = 'приложение'\n"
      "approved = 'утвержден'\nmain = 'приказ'\nopening = 'директору'\ncontinued = 'продолжение'\n"
      "not_row = 'мая'\nsigns = 'директор'\nsing = 'x'\n",
      "p.toml");
  EXPECT_THROW(PageLooks{wrong}, Error);
}

}  // namespace
}  // namespace fonds

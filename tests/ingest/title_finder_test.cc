#include "ingest/title_finder.h"

#include <gtest/gtest.h>

#include "sample_paper.h"

namespace fonds {
namespace {

/// Points of «диплом» as a title; nothing found counts as very few.
double points(const char* text, const char* title = "диплом") {
  const PaperText paper(paper_of(text));
  const auto found = TitleFinder(paper).find(title, 1);
  return found ? found->points : -100;
}

TEST(TitleFinder, ATitleStandsLargeAloneAndInCapitals) {
  const double plain = points("МБУ ДО Центр\nДИПЛОМ\nнаграждается\nстрока\nстрока\nстрока");
  EXPECT_GT(plain, 5);
  EXPECT_GT(points("МБУ ДО Центр\n# ДИПЛОМ\nнаграждается\nстрока\nстрока\nстрока"), plain);
  EXPECT_GT(points("Диплом\nнаграждается"), 4);
  EXPECT_GT(points("ДИПЛОМ № 15\nнаграждается"), 5);
}

TEST(TitleFinder, OrnamentalTypeIsReadBadly) {
  const char* rest = "\nнаграждается\nстрока\nстрока\nстрока\nстрока";
  for (const char* title : {"# ДИНЛОМ", "# ЛИПЛОМ", "# диПЛОм", "# д ДИПЛОМ", "Д И П Л О М",
                            "# ДИПЛ0М", "# «ДИПЛОМ»"}) {
    EXPECT_GT(points((std::string(title) + rest).c_str()), 4) << title;
  }
  EXPECT_GT(points("П О Ч Е Т Н А Я  Г Р А М О Т А\nнаграждается", "почетная грамота"), 4);
  EXPECT_GT(points("# ПОЧЁТНАЯ\n# ГРАМОТА\nнаграждается\nстрока\nстрока", "почетная грамота"), 4);
}

TEST(TitleFinder, AWordInASentenceIsNoTitle) {
  const char* head = "Протокол\n";
  for (const char* text :
       {"наградить дипломом первой степени", "решили вручить диплом победителю конкурса юных",
        "диплом получил ученик нашей школы за первое место", "Дипломы вручены всем", "дипломант",
        "# ДИПЛОМАНТ", "# ДИПЛОМОВ", "# ЖУРНАЛ", "# ДИ", "# ДИПЛОМАТИЯ",
        "мы видели красивый диплом"}) {
    EXPECT_LT(points((std::string(head) + text).c_str()), 3) << text;
  }
}

TEST(TitleFinder, LettersSetWideMayHaveANumberBehindThem) {
  EXPECT_GT(points("Д И П Л О М № 044"), 5);
  EXPECT_GT(points("Д ИП Л О М"), 5) << "two of them read as one word";
}

TEST(TitleFinder, OrnamentalLettersLookAlike) {
  const std::string rest = "\nнаграждается\nстрока\nстрока\nстрока\nстрока";
  EXPECT_GT(points(("# ТРИМОТИ" + rest).c_str(), "грамота"), 4);
  EXPECT_LT(points(("ТРИМОТИ" + rest).c_str(), "грамота"), 0) << "in ordinary type they do not";
  EXPECT_LT(points(("# ПРОГРАММА" + rest).c_str(), "грамота"), 0);
}

TEST(TitleFinder, AWordMayComeInTwo) {
  EXPECT_GT(points("ДИПЛ ОМ\nнаграждается\nстрока\nстрока\nстрока"), 5);
  EXPECT_GT(points("дипл ом\nнаграждается\nстрока\nстрока\nстрока"), 3);
  EXPECT_LT(points("ди плом\nстрока\nстрока", "дипломант"), 0);
  EXPECT_LT(points("дип\nлом\nстрока\nстрока"), 0) << "over two lines they are two";
}

TEST(TitleFinder, ANumberBelongsToItsTitle) {
  EXPECT_GT(points("диплом № ВО-118-0043"), points("диплом за участие в конкурсе"));
}

TEST(TitleFinder, WordsPartedByALineAreNoTitle) {
  EXPECT_LT(points("ПОЧЕТНАЯ\nобязанность\nГРАМОТА", "почетная грамота"), 0);
}

TEST(TitleFinder, AnEmptyPaperHasNone) {
  EXPECT_LT(points(""), -50);
  EXPECT_LT(points("\f\n"), -50);
  EXPECT_LT(points("ДИПЛОМ", ""), -50);
}

}  // namespace
}  // namespace fonds

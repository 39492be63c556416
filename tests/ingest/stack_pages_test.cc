#include "ingest/stack_pages.h"

#include <gtest/gtest.h>

#include <string>

#include "ingest/extractor.h"
#include "sample_paper.h"

namespace fonds {
namespace {

ProposedParts parts_of(const std::vector<RecognisedPage>& pages) {
  static const Extractor kExtractor = Extractor::shipped();
  return propose_parts(kExtractor, pages);
}

/// Pages of `text` are parted by "\f" on a line of its own.
std::vector<int> firsts_of(const std::string& text) {
  return parts_of(paper_of(text)).first_pages();
}
using Pages = std::vector<int>;

const std::string kNext = "\n\f\n";
const std::string kDiploma =
    "# ДИПЛОМ\nI степени\nнаграждается\nКравец Тимофей Ильич\nДиректор ЦДТ И.И. Котов";
const std::string kGratitude =
    "# БЛАГОДАРНОСТЬ\nобъявляется\nОсиповой Наталье Викторовне\nДиректор ЦДТ И.И. Котов";
const std::string kProtocol =
    "МБУ ДО «Центр детского творчества»\n# ПРОТОКОЛ № 3\nзаседания аттестационной комиссии\n"
    "№ Фамилия, имя Теория Практика Итог\n1 Седых Любовь 9 10 высокий\n"
    "2 Лысенко Пётр 6 7 средний\n3 Ткач Анна 8 8 высокий";
const std::string kOrder =
    "МБУ ДО «Центр детского творчества»\n# ПРИКАЗ\nот 12.04.2024 № 218\nО зачислении\n"
    "ПРИКАЗЫВАЮ:\n1. Зачислить детей по списку.\n2. Контроль оставляю за собой.\n"
    "Директор ________ И.И. Котов";

TEST(StackPages, NothingIsProposedOfOnePaperOrNone) {
  EXPECT_TRUE(parts_of({}).parts.empty());
  EXPECT_TRUE(firsts_of("").empty());
  EXPECT_TRUE(firsts_of(kDiploma).empty());
  EXPECT_TRUE(
      firsts_of("Занятия проводятся по расписанию." + kNext + "Расписание вывешено.").empty());
}

TEST(StackPages, EachAwardBeginsAPaper) {
  EXPECT_EQ(firsts_of(kDiploma + kNext + kDiploma + kNext + kGratitude), (Pages{1, 2, 3}));
}

TEST(StackPages, ABlankPageBelongsToThePaperBefore) {
  EXPECT_EQ(firsts_of(kDiploma + kNext + kNext + kGratitude + kNext), (Pages{1, 3}));
  EXPECT_EQ(firsts_of(kNext + kDiploma + kNext + kGratitude), (Pages{1, 3}))
      << "the first page begins the first paper even when it is blank";
}

TEST(StackPages, ATableGoesOnOverPages) {
  EXPECT_EQ(firsts_of(kProtocol + kNext +
                      "№ Фамилия, имя Теория Практика Итог\n4 Юдин Марк 9 9 высокий\n"
                      "5 Яшин Лев 7 8 средний\nСекретарь ________ А.А. Седых" +
                      kNext + kOrder),
            (Pages{1, 3}));
}

TEST(StackPages, PrintedNumbersKeepPagesTogether) {
  EXPECT_EQ(firsts_of(kOrder + kNext + "2\n# ПРОТОКОЛ\nзаседания жюри" + kNext + kDiploma),
            (Pages{1, 3}));
  EXPECT_EQ(firsts_of(kOrder + "\nстр. 1 из 1" + kNext + "Список педагогов\nстр. 1 из 2"),
            (Pages{1, 2}));
}

/// A clerk has numbered the sheets of the case by hand.
TEST(StackPages, SheetsNumberedThroughoutAreNoPagesOfOnePaper) {
  EXPECT_EQ(firsts_of("14\n" + kDiploma + kNext + "15\n" + kGratitude + kNext + "16\n" + kDiploma),
            (Pages{1, 2, 3}));
}

TEST(StackPages, AnAnnexBelongsToItsOrder) {
  EXPECT_EQ(firsts_of(kOrder + kNext +
                      "Приложение № 1\nк приказу от 12.04.2024 № 218\n# ПОЛОЖЕНИЕ\nо конкурсе" +
                      kNext + "Приложение № 2\nк приказу от 12.04.2024 № 218\n# ПРОТОКОЛ\nжюри" +
                      kNext + kProtocol),
            (Pages{1, 4}));
}

TEST(StackPages, AFormThatIsAnAnnexToSomethingElseStandsForItself) {
  EXPECT_EQ(firsts_of(kOrder + kNext +
                      "Приложение № 3\nк Положению о конференции\nДиректору ЦДТ\n"
                      "# СОГЛАСИЕ\nна обработку персональных данных"),
            (Pages{1, 2}));
}

TEST(StackPages, TheRegisterOfACollectiveIsOnePaper) {
  const std::string cover =
      "МБУ ДО ЦДТ\n# ЖУРНАЛ\nучёта работы объединения «Юный техник»\nна 2023/2024 учебный год\n"
      "Группа № 1\nПедагог Осипова Н.В.";
  const auto month = [](const std::string& name) {
    return "# УЧЁТ ПОСЕЩАЕМОСТИ\n" + name +
           "\n№ Фамилия, имя 4 6 11 13\n1 Кравец Т. н . . н\n2 Седых Л. . . н .\n3 Ткач А. . . . .";
  };
  const std::string book =
      cover + kNext + month("сентябрь") + kNext + month("октябрь") + kNext + month("ноябрь");

  EXPECT_TRUE(firsts_of(book).empty());
  EXPECT_TRUE(firsts_of(book + kNext + "# СОДЕРЖАНИЕ ЗАНЯТИЙ\nДата Тема Часы Подпись").empty());
  EXPECT_EQ(firsts_of(book + kNext + book), (Pages{1, 5})) << "its cover begins the next";
}

TEST(StackPages, SignaturesAloneBeginNothing) {
  EXPECT_EQ(firsts_of(kProtocol + kNext +
                      "Председатель комиссии ________ И.И. Котов\nЧлены комиссии: А.А. Седых" +
                      kNext + kDiploma),
            (Pages{1, 3}));
}

TEST(StackPages, ChaptersOfALongPaperAreNoPapers) {
  EXPECT_TRUE(firsts_of("МБУ ДО ЦДТ\n# РАБОЧАЯ ПРОГРАММА\nобъединения «Юный техник»" + kNext +
                        "# ПОЯСНИТЕЛЬНАЯ ЗАПИСКА\nПрограмма рассчитана на один год." + kNext +
                        "# ПЛАН\nРаздел Часы" + kNext + "# СПИСОК\nлитературы")
                  .empty());
}

TEST(StackPages, SaysHowSureAndWhy) {
  const ProposedParts parts = parts_of(paper_of(kDiploma + kNext + kGratitude));

  ASSERT_EQ(parts.parts.size(), 2U);
  EXPECT_EQ(parts.parts[0].confidence, 1);
  EXPECT_TRUE(parts.parts[0].reasons.empty());
  EXPECT_GT(parts.parts[1].confidence, 0.95);
  EXPECT_FALSE(parts.parts[1].reasons.empty());
  const ProposedParts doubtful =
      parts_of(paper_of(kDiploma + kNext + kGratitude + kNext + "Рисунок 5\nЖивопись 4"));
  EXPECT_EQ(doubtful.first_pages(), (Pages{1, 2}));
  EXPECT_LT(doubtful.confidence, parts.confidence) << "a page of which nothing is known";
}

}  // namespace
}  // namespace fonds

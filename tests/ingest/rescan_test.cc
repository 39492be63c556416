#include "ingest/rescan.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace fonds {
namespace {

const std::string kDiploma =
    "ДИПЛОМ\nнаграждается\nСеверцева Алиса Игоревна\nобучающаяся студии «Парус»\n"
    "за второе место в городском конкурсе рисунка «Времена года»\nв номинации «Пейзаж»\n"
    "Директор А. П. Лаптев\n14 мая 2023 года № 217\n";

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const auto at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return text.replace(at, what.size(), by);
}

TEST(Rescan, TheSameTextIsTheSamePaper) {
  const Likeness likeness = compare_texts(kDiploma, kDiploma);

  EXPECT_TRUE(likeness.same_paper);
  EXPECT_EQ(likeness.shared, 1);
  EXPECT_EQ(likeness.exchanged, 0);
}

TEST(Rescan, MisreadLettersLostAndAddedWordsAreBorne) {
  std::string other = replaced(kDiploma, "Северцева", "Севернева");
  other = replaced(other, "награждается", "награждаетоя");
  other = replaced(other, "Директор", "");
  other = "ггъ " + other + " ооо еее";

  EXPECT_TRUE(compare_texts(kDiploma, other).same_paper);
  EXPECT_TRUE(compare_texts(other, kDiploma).same_paper);
}

TEST(Rescan, CaseAndYoDoNotMatter) {
  EXPECT_TRUE(compare_texts("Учёт посещения занятий кружка юных техников города Лугового",
                            "УЧЕТ ПОСЕЩЕНИЯ ЗАНЯТИЙ КРУЖКА ЮНЫХ ТЕХНИКОВ ГОРОДА ЛУГОВОГО")
                  .same_paper);
}

TEST(Rescan, AnotherChildOfTheSameSeriesIsAnotherPaper) {
  std::string other = replaced(kDiploma, "Северцева Алиса Игоревна", "Громов Пётр Андреевич");
  EXPECT_FALSE(compare_texts(kDiploma, other).same_paper);
  other = replaced(other, "обучающаяся", "обучающийся");
  other = replaced(other, "217", "218");
  EXPECT_FALSE(compare_texts(kDiploma, other).same_paper);
}

TEST(Rescan, ASisterIsAnotherChild) {
  std::string other = replaced(kDiploma, "Алиса", "Полина");
  other = replaced(other, "№ 217", "№ 218");

  EXPECT_FALSE(compare_texts(kDiploma, other).same_paper);
}

TEST(Rescan, AnotherPlaceAndNumberIsAnotherPaper) {
  std::string other = replaced(kDiploma, "второе", "первое");
  other = replaced(other, "217", "331");

  EXPECT_FALSE(compare_texts(kDiploma, other).same_paper);
}

TEST(Rescan, ShortAndEmptyTextsSayNothing) {
  EXPECT_FALSE(compare_texts("", "").same_paper);
  EXPECT_FALSE(compare_texts(kDiploma, "").same_paper);
  EXPECT_FALSE(compare_texts("Грамота", "Грамота").same_paper);
  EXPECT_FALSE(compare_texts("\xFF\xFE", "\xF0\x9F").same_paper);
}

TEST(Rescan, PartOfAPaperIsNotThePaper) {
  EXPECT_FALSE(compare_texts(kDiploma, kDiploma.substr(0, kDiploma.size() / 3)).same_paper);
  EXPECT_FALSE(compare_texts(kDiploma + kDiploma + kDiploma, kDiploma).same_paper);
}

TEST(Rescan, VeryLongTextsTakeBoundedTime) {
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += "слово" + std::to_string(i % 977) + ' ';

  EXPECT_TRUE(compare_texts(text, text).same_paper);
}

int shared_marks(const std::string& a, const std::string& b) {
  const auto first = marks_of(a);
  const auto second = marks_of(b);
  return static_cast<int>(std::count_if(first.begin(), first.end(), [&](int mark) {
    return std::find(second.begin(), second.end(), mark) != second.end();
  }));
}

TEST(Rescan, TextsThatShareMostWordsShareMarks) {
  std::string misread = replaced(kDiploma, "Северцева", "Ceвернева");
  misread = replaced(misread, "награждается", "награждаетоя");
  misread = replaced(misread, "Пейзаж", "Пеизаж");
  misread = replaced(misread, "Директор", "Днректор");

  EXPECT_EQ(shared_marks(kDiploma, kDiploma), kMarks);
  EXPECT_GE(shared_marks(kDiploma, misread), kLeastSharedMarks);
}

TEST(Rescan, OtherTextsShareNoMarks) {
  const std::string other =
      "Протокол заседания аттестационной комиссии от 3 июня: присутствовали педагоги, слушали о "
      "результатах освоения программы обучающимися второго года";

  EXPECT_LT(shared_marks(kDiploma, other), kLeastSharedMarks);
  EXPECT_TRUE(marks_of("Диплом второй степени").empty());
  EXPECT_TRUE(marks_of("").empty());
}

TEST(Rescan, MarksAreDrawnTodayAsTheyStandInCatalogues) {
  const auto marks = marks_of("alpha beta gamma delta epsilon zeta eta theta");

  ASSERT_EQ(marks.size(), static_cast<std::size_t>(kMarks));
  for (std::size_t i = 0; i < marks.size(); ++i) {
    EXPECT_EQ(static_cast<std::size_t>(marks[i]) >> 16U, i);
  }
  EXPECT_EQ(marks, marks_of("ALPHA theta, eta zeta epsilon delta gamma beta"));
}

}  // namespace
}  // namespace fonds

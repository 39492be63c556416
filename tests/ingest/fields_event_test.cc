#include "ingest/fields_event.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "paper_fields.h"

namespace fonds {
namespace {

struct Case {
  const char* text;
  const char* event;
};

PaperReading diploma(const std::string& text) {
  return reading_of("ДИПЛОМ\nнаграждается\nТкач Анна\n" + text);
}

TEST(FieldsEvent, AsPrintedWithItsTitle) {
  const std::vector<Case> cases{
      {"за 2 место в краевой олимпиаде «Юный изобретатель»",
       "краевой олимпиаде «Юный изобретатель»"},
      {"победителю муниципального этапа краевых соревнований «Кросс»\nНоминация: «Авто»",
       "муниципального этапа краевых соревнований «Кросс»"},
      {"участие в XII Всероссийском конкурсе\nлитературного творчества «Слово\nо станице»",
       "XII Всероссийском конкурсе литературного творчества «Слово о станице»"},
      {"в конкурсе «Шаг в науку» среди обучающихся ЦДТ",
       "конкурсе «Шаг в науку» среди обучающихся ЦДТ"},
      {"в первенстве города Лунёво по плаванию\nДиректор", "первенстве города Лунёво по плаванию"},
      {"участник областного форума волонтёров «Старт»", "областного форума волонтёров «Старт»"},
  };
  for (const Case& each : cases) EXPECT_EQ(said(diploma(each.text).event), each.event) << each.text;
}

TEST(FieldsEvent, WithoutAContestThereIsNone) {
  for (const char* text : {"за отличную учёбу", "МБОУ ДО «Центр творчества»", "обучающаяся студии",
                           "за 1 место", "Директор И.И. Лось", ""}) {
    EXPECT_EQ(said(diploma(text).event), "?") << text;
  }
}

TEST(FieldsEvent, TheNomination) {
  const std::vector<Case> cases{
      {"Номинация: «Зоология», возрастная категория 13–15 лет", "Зоология"},
      {"номинация «Робототехника»", "Робототехника"},
      {"в номинации «Действующие модели»", "Действующие модели"},
      {"Номинация: Фортепиано соло", "Фортепиано соло"},
      {"Номинация: Проза, категория 3", "Проза"},
      {"секция «Лингвистика» VI краевой конференции", "Лингвистика"},
  };
  for (const Case& each : cases) {
    EXPECT_EQ(said(diploma(each.text).nomination), each.event) << each.text;
  }
  for (const char* text : {"победитель в номинации и призёр", "номинации",
                           "Номинация:", "спортивная секция «Лада»", "за доминацию «Лад»", ""}) {
    EXPECT_EQ(said(diploma(text).nomination), "?") << text;
  }
}

}  // namespace
}  // namespace fonds

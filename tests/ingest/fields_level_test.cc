#include "ingest/fields_level.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "paper_fields.h"

namespace fonds {
namespace {

std::string level_of(const std::string& text) {
  return said(reading_of("ДИПЛОМ\nнаграждается\nТкач Анна\n" + text).level);
}

TEST(FieldsLevel, TheLevelOfTheContest) {
  const std::vector<std::pair<const char*, const char*>> cases{
      {"за 1 место в муниципальном конкурсе «Шаг в науку»", "municipal"},
      {"за II место в районной выставке «Мир глазами детей»", "municipal"},
      {"в городском открытом фестивале «Весна»", "municipal"},
      {"зонального этапа конкурса юных чтецов", "zonal"},
      {"XII краевого фестиваля «Звонкие голоса»", "regional"},
      {"победитель областной олимпиады по химии", "regional"},
      {"республиканского фотоконкурса «Кадр»", "regional"},
      {"участие во Всероссийской онлайн-олимпиаде «Знайка»", "national"},
      {"XVII Всероссийском (с международным участием) турнире по шахматам", "national"},
      {"победителя Международного дистанционного конкурса «Радуга»", "international"},
      {"в школьном конкурсе чтецов", "institution"},
      {"в конкурсе «Шаг в науку» среди обучающихся ЦДТ", "institution"},
      // Misread capitals and first letters, as fax and worn print give them.
      {"в конкурсе «Шаг в науку» ереди\nобучающихся ЩДТ", "institution"},
      {"в конкурсе «Шаг в науку» среди\nобучающихся\nПедагог: Ткач А.Б.", "institution"},
      {"в краевом конкурсе «Шаг» среди обучающихся\nПедагог: Ткач А.Б.", "regional"},
      {"в первенстве города Лунёво по плаванию", "municipal"},
      {"Первенство Приозёрского края по каратэ", "regional"},
      {"чемпионат России по робототехнике", "national"},
      {"улусной недели науки", "municipal"},
      {"межшкольного брейн-ринга", "municipal"},
      {"Всекубанского турнира по футболу", "regional"},
      {"спартакиада учащихся Приморья", "regional"},
      {"внутриуниверситетского хакатона", "institution"},
      {"конкурс «Весна» (муниципальный уровень)", "municipal"},
      {"Уровень: региональный", "regional"},
      {"Статус конкурса: международный", "international"},
      {"среди учащихся 5-6 классов школы", "institution"},
  };
  for (const auto& [text, level] : cases) EXPECT_EQ(level_of(text), level) << text;
}

TEST(FieldsLevel, AStageOutweighsTheContestItLeadsTo) {
  const std::vector<std::pair<const char*, const char*>> cases{
      {"победителю муниципального этапа краевых соревнований по робототехнике", "municipal"},
      {"муниципальный этап Всероссийского конкурса «Шестерёнка»", "municipal"},
      {"Всероссийского конкурса «Шестерёнка» (муниципальный этап)", "municipal"},
      {"победителю краевого этапа Всероссийского конкурса", "regional"},
      {"II (региональный) этап Всероссийской олимпиады", "regional"},
      {"школьного этапа Всероссийской олимпиады школьников", "institution"},
      {"в районном конкурсе. Рекомендован для участия в краевом этапе", "municipal"},
  };
  for (const auto& [text, level] : cases) EXPECT_EQ(level_of(text), level) << text;
}

/// What is told without a person having to look.
std::string sure_level_of(const std::string& text) {
  const auto level = reading_of("ДИПЛОМ\nнаграждается\nТкач Анна\n" + text).level;
  return level.confidence < 0.8 ? "?" : said(level);
}

TEST(FieldsLevel, ALevelWordOfSomethingElseSaysNothingForSure) {
  for (const char* text :
       {"Муниципальное бюджетное учреждение", "ГБУ ДО «Краевой центр творчества»",
        "Международное творческое объединение «Мост»", "Управление образования района",
        "муниципального образования Новый район", "городской дом культуры",
        "Областная детская библиотека", "Всероссийское общество охраны природы",
        "в конкурсе «Международный женский день»", "заслуженный лауреат международных конкурсов",
        "посвящённом Всероссийскому дню библиотек", "в конкурсе в рамках Всероссийского проекта",
        "в межрегиональном конкурсе «Волна»", "национальных костюмов", "в конкурсе рисунков",
        "Районный методический кабинет", "судья всероссийской категории"}) {
    EXPECT_EQ(sure_level_of(text), "?") << text;
  }
}

TEST(FieldsLevel, MinutesOfAttestationAreOfTheInstitution) {
  EXPECT_EQ(
      said(reading_of("ПРОТОКОЛ № 3\nзаседания аттестационной комиссии\nЛось Анна участвовала "
                      "в краевом конкурсе")
               .level),
      "institution");
}

TEST(FieldsLevel, SaysWhy) {
  const auto level = reading_of("ДИПЛОМ\nза 1 место в районном конкурсе чтецов").level;
  ASSERT_EQ(level.reasons.size(), 1u);
  EXPECT_EQ(in_words(level.reasons[0]), "«районном конкурсе» names the level");
  EXPECT_TRUE(level.source);
}

TEST(FieldsLevel, AStageThatWasNotReadLeavesTheLevelToAPerson) {
  EXPECT_EQ(level_of("1икольный этап\nвсероссийской олимпиады школьников"), "?");
  EXPECT_EQ(level_of("заключительный этап\nвсероссийской олимпиады школьников"), "national");
  EXPECT_EQ(level_of("II тур Всероссийского конкурса чтецов"), "national");
}

TEST(FieldsLevel, TheContestOfTheSchoolsOfADistrict) {
  EXPECT_EQ(level_of("спартакиада учреждений дополнительного образования\nгорода Лунёво"),
            "municipal");
  EXPECT_EQ(level_of("туристского слёта «Тропа»\nшкол Лунёвского района"), "municipal");
}

TEST(FieldsLevel, WhereNothingSaysItWhoGivesThePaperIsAGuess) {
  const std::vector<std::pair<const char*, const char*>> cases{
      {"Комитет по культуре Приозёрской области", "regional"},
      {"Управление образования администрации Лунёвского района", "municipal"},
      {"МБОУ «Средняя школа № 5» города Лунёво", "institution"},
      {"Министерство просвещения Российской Федерации", "national"},
      {"ООО «Заря»", "?"},
  };
  for (const auto& [issuer, level] : cases) {
    const auto read =
        reading_of(std::string(issuer) + "\nГРАМОТА\nнаграждается\nТкач Анна\nза творчество").level;
    EXPECT_EQ(said(read), level) << issuer;
    EXPECT_LT(read.confidence, 0.8) << "a person looks at it";
  }
  EXPECT_EQ(said(reading_of("Комитет по культуре Приозёрской области\nДИПЛОМ\nТкач Анна\nза 1 "
                            "место в районном конкурсе чтецов")
                     .level),
            "municipal");
}

}  // namespace
}  // namespace fonds

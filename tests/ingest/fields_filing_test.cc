#include "ingest/fields_filing.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "paper_fields.h"

namespace fonds {
namespace {

std::string protocol(const std::string& line) {
  return "ПРОТОКОЛ № 3\nзаседания аттестационной комиссии\n" + line;
}

TEST(FieldsFiling, TheIndexOfTheCase) {
  const std::vector<std::pair<const char*, const char*>> cases{
      {"Дело № 02-14", "02-14"},          {"ДЕЛО № 02-14/2024", "02-14"},
      {"Индекс дела 02.05", "02-05"},     {"В дело № О2-1З", "02-13"},
      {"дело 02-05-01", "02-05-01"},      {"Дело № 02 - 05 том 1", "02-05"},
      {"по номенклатуре 02-05", "02-05"}, {"CASE 02-14/2024", "02-14"},
  };
  for (const auto& [text, index] : cases) {
    EXPECT_EQ(said(reading_of(protocol(text)).case_index), index) << text;
  }
}

TEST(FieldsFiling, ADateOrANumberIsNoIndex) {
  for (const char* text :
       {"12.04.2024", "от 12.04", "№ 02-14", "группа 02-05", "Дело № 5", "дело было 12.04.2024",
        "Дело № 02-14-2024", "тел. 02-05", "неделя 02-05", "дело сдано\n02-05"}) {
    EXPECT_EQ(said(reading_of(protocol(text)).case_index), "?") << text;
  }
}

TEST(FieldsFiling, TheSchoolYear) {
  const std::vector<std::pair<const char*, const char*>> cases{
      {"2023/2024 учебный год", "2023"}, {"2023-2024 уч. г.", "2023"},
      {"2023/24 учебный год", "2023"},   {"2023 – 2024 учебного года", "2023"},
      {"на 2023/2024", "2023"},          {"Учебный год: 2021-2022", "2021"},
      {"1993/94 учебный год", "1993"},   {"2О18-2019 учебный год", "2018"},
      {"2025/24 учебный год", "2023"},   {"2028-2024 уч. год", "2023"},
  };
  for (const auto& [text, year] : cases) {
    EXPECT_EQ(said(reading_of(protocol(text)).school_year), year) << text;
  }
  for (const char* text : {"2022-2024 гг.", "2023/2025 учебный год", "2023", "12/2024", "20-21",
                           "1023/1024 учебный год", "2023-05-24"}) {
    EXPECT_EQ(said(reading_of(protocol(text)).school_year), "?") << text;
  }
}

TEST(FieldsFiling, TheGroup) {
  const std::vector<std::pair<const char*, const char*>> cases{
      {"группа № 2, 3-й год обучения", "2"},
      {"Группа: 1", "1"},
      {"группы 2-А", "2-А"},
      {"группа НП-2", "НП-2"},
      {"гр. № 3", "3"},
      {"группа II", "II"},
      {"группа № 2 «Б»", "2 «Б»"},
  };
  for (const auto& [text, group] : cases) {
    EXPECT_EQ(said(reading_of(protocol(text)).group), group) << text;
  }
  for (const char* text : {"возрастная группа 7-9 лет", "средняя группа", "в группе 15 человек",
                           "младшая группа 1", "группа детей", "подгруппа", "группы риска"}) {
    EXPECT_EQ(said(reading_of(protocol(text)).group), "?") << text;
  }
}

}  // namespace
}  // namespace fonds

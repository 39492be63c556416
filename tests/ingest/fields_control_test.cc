#include "ingest/fields_control.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "paper_fields.h"

namespace fonds {
namespace {

std::string control_of(const std::string& text) {
  const auto control = reading_of(text).control.value;
  return control ? std::string(name_of(*control)) : "?";
}

std::string protocol(const std::string& line) {
  return "ПРОТОКОЛ № 3\nзаседания аттестационной комиссии\nот 24.05.2024\n" + line;
}

TEST(FieldsControl, WhatTheListSaysItRecords) {
  const std::vector<std::pair<const char*, const char*>> cases{
      {"Повестка: итоговая аттестация обучающихся объединения «Акварель»", "final"},
      {"результатов промежуточной аттестации", "interim"},
      {"ПРОМЕЖУТОЧНАЯ АТТЕСТАЦИЯ\nДалее: итоговая аттестация в мае", "interim"},
      {"по итогам текущего контроля", "current"},
      {"входная диагностика", "current"},
      {"итогового контроля", "final"},
  };
  for (const auto& [line, control] : cases) {
    EXPECT_EQ(control_of(protocol(line)), control) << line;
  }
}

TEST(FieldsControl, APrintedChoiceAndOtherWordsSayNothing) {
  for (const char* line :
       {"промежуточной / итоговой аттестации", "промежуточной и итоговой аттестации",
        "аттестации обучающихся", "итоговый балл", "промежуточный привал", "итоги аттестации"}) {
    EXPECT_EQ(control_of(protocol(line)), "?") << line;
  }
}

TEST(FieldsControl, APaperThatIsNoListHasNone) {
  EXPECT_EQ(control_of("ДИПЛОМ\nнаграждается\nКравец Тимофей\nза итоговую аттестацию"), "?");
  EXPECT_EQ(control_of(""), "?");
}

TEST(FieldsControl, AMisspeltControlIsRefused) {
  const auto table = DataTable::parse("[[word]]\ncontrol = 'last'\nwords = 'x'\n", "p.toml");

  EXPECT_THROW(ControlFinder(table, 0.5), Error);
}

}  // namespace
}  // namespace fonds

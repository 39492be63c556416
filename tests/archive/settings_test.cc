#include "archive/settings.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

namespace fonds {
namespace {

TEST(Settings, TheTemplateSaysEverySettingAndNothingElse) {
  const std::string text = settings_template();
  for (const Setting& setting : kSettings) {
    EXPECT_NE(text.find("# " + std::string(setting.key.substr(setting.key.find('.') + 1)) + " = "),
              std::string::npos)
        << setting.key;
  }
  EXPECT_NO_THROW(ConfigFile(kSettings, text, "fonds.toml"));
}

TEST(Settings, TheTemplateWithItsCommentsTakenAwayGivesTheStandardValues) {
  // Lines "# key = value" are settings; a newcomer uncomments them.
  std::istringstream lines(settings_template());
  std::string text;
  for (std::string line; std::getline(lines, line);) {
    const bool setting = std::any_of(kSettings.begin(), kSettings.end(), [&](const auto& each) {
      const auto key = std::string(each.key.substr(each.key.find('.') + 1));
      return line.starts_with("# " + key + " = ");
    });
    text += (setting ? line.substr(2) : line) + '\n';
  }
  const ConfigFile read(kSettings, text, "fonds.toml");
  EXPECT_EQ(read.integer("recognition.seconds_per_page"), 120);
  EXPECT_EQ(read.text("recognition.languages"), "rus");
  EXPECT_TRUE(read.flag("sandbox.required"));
}

TEST(Settings, TheInstitutionMayHaveSeveralNames) {
  const auto names = [](const std::string& text) {
    return own_names(ConfigFile(kSettings, text, "fonds.toml"));
  };
  EXPECT_EQ(names("[institution]\nnames = \" МБУ ДО ДДТ;Дом детского творчества ; ;\""),
            (std::vector<std::string>{"МБУ ДО ДДТ", "Дом детского творчества"}));
  EXPECT_TRUE(names("").empty());
  EXPECT_TRUE(names("[institution]\nnames = \" ; \"").empty());
}

}  // namespace
}  // namespace fonds

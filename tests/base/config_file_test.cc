#include "base/config_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <string>

#include "base/error.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

const std::array<Setting, 5> kKnown{{
    {"title", std::string("archive"), 0, 0, "what the archive is called"},
    {"recognition.jobs", std::int64_t{2}, 1, 64, "workers"},
    {"recognition.limits.ratio", 0.5, 0, 1, "share"},
    {"recognition.languages", std::string("rus"), 0, 0, "languages"},
    {"watch.enabled", true, 0, 0, "whether the folder is watched"},
}};

TEST(ConfigFile, WithoutAFileEverySettingHasItsStandardValue) {
  const ConfigFile config(kKnown);

  EXPECT_EQ(config.text("title"), "archive");
  EXPECT_EQ(config.integer("recognition.jobs"), 2);
  EXPECT_EQ(config.number("recognition.limits.ratio"), 0.5);
  EXPECT_TRUE(config.flag("watch.enabled"));
}

TEST(ConfigFile, WhatTheFileSaysOverridesTheRestStays) {
  const ConfigFile config(kKnown,
                          "title = \"Архив\"\n"
                          "[recognition]\njobs = 64\n"
                          "[recognition.limits]\nratio = 1\n"
                          "[watch]\nenabled = false\n",
                          "fonds.toml");

  EXPECT_EQ(config.text("title"), "Архив");
  EXPECT_EQ(config.integer("recognition.jobs"), 64);
  EXPECT_EQ(config.number("recognition.limits.ratio"), 1.0) << "a whole number is a number";
  EXPECT_FALSE(config.flag("watch.enabled"));
  EXPECT_EQ(config.text("recognition.languages"), "rus");
}

TEST(ConfigFile, TheBoundsThemselvesAreAllowed) {
  EXPECT_EQ(ConfigFile(kKnown, "recognition.jobs = 1", "f").integer("recognition.jobs"), 1);
  EXPECT_EQ(
      ConfigFile(kKnown, "recognition.limits.ratio = 0.0", "f").number("recognition.limits.ratio"),
      0.0);
}

struct Wrong {
  const char* toml;
  int line;
  const char* says;
};

TEST(ConfigFile, EachMistakeNamesItsLineAndWhatToDo) {
  const std::array<Wrong, 25> mistakes{{
      {"titel = \"x\"", 1, "unknown setting 'titel'"},
      {"\n\n[recognition]\njob = 3", 4, "unknown setting 'recognition.job'"},
      {"[recogniton]\njobs = 3", 1, "unknown setting 'recogniton'"},
      {"[recogniton]", 1, "unknown setting 'recogniton'"},
      {"[recognition.limit]", 1, "unknown setting 'recognition.limit'"},
      {"[title]", 1, "title must be a text in quotes"},
      {"recognition = 3", 1, "unknown setting 'recognition'"},
      {"title = 3", 1, "title must be a text in quotes"},
      {"title = [\"a\"]", 1, "title must be a text in quotes"},
      {"[recognition]\njobs = \"3\"", 2, "recognition.jobs must be a whole number"},
      {"[recognition]\njobs = 3.0", 2, "recognition.jobs must be a whole number"},
      {"[recognition]\njobs = true", 2, "recognition.jobs must be a whole number"},
      {"[watch]\nenabled = 1", 2, "watch.enabled must be true or false"},
      {"[watch]\nenabled = \"yes\"", 2, "watch.enabled must be true or false"},
      {"[recognition.limits]\nratio = \"0.5\"", 2, "ratio must be a number"},
      {"[recognition]\njobs = 0", 2, "recognition.jobs must be between 1 and 64"},
      {"[recognition]\njobs = 65", 2, "recognition.jobs must be between 1 and 64"},
      {"[recognition]\njobs = -9223372036854775808", 2, "must be between"},
      {"[recognition.limits]\nratio = 1.01", 2, "must be between 0 and 1"},
      {"[recognition.limits]\nratio = nan", 2, "must be between 0 and 1"},
      {"[recognition.limits]\nratio = 9223372036854775807", 2, "must be between 0 and 1"},
      {"[recognition.limits]\nratio = inf", 2, "must be between 0 and 1"},
      {"title = \"a\"\ntitle = \"b\"", 2, ""},
      {"title = \"a\"\n\nwatch.enabled = maybe", 3, ""},
      {"title = \"never closed\n", 1, ""},
  }};
  for (const Wrong& mistake : mistakes) {
    try {
      const ConfigFile config(kKnown, mistake.toml, "fonds.toml");
      ADD_FAILURE() << "taken: " << mistake.toml;
    } catch (const Error& error) {
      EXPECT_EQ(error.fault(), Fault::usage) << mistake.toml;
      EXPECT_THAT(error.message(), StartsWith("fonds.toml:" + std::to_string(mistake.line) + ": "))
          << mistake.toml;
      EXPECT_THAT(error.message(), HasSubstr(mistake.says)) << mistake.toml;
      EXPECT_EQ(error.message().find('\n'), std::string::npos) << mistake.toml;
      EXPECT_FALSE(error.hint().empty()) << mistake.toml;
    }
  }
}

TEST(ConfigFile, BytesThatAreNoUtf8AreRefused) {
  EXPECT_THROW(ConfigFile(kKnown, "title = \"\xCF\xD0\"", "f"), Error);
  EXPECT_THROW(ConfigFile(kKnown, std::string_view("title = \"a\0b\"", 13), "f"), Error);
}

TEST(ConfigFile, AskingForASettingNobodyDeclaredIsABug) {
  const ConfigFile config(kKnown);

  try {
    static_cast<void>(config.integer("recognition.job"));
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.fault(), Fault::bug);
  }
}

}  // namespace
}  // namespace fonds

#include "base/data_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string refusal(const std::function<void()>& call) {
  try {
    call();
  } catch (const Error& error) {
    EXPECT_EQ(error.fault(), Fault::usage);
    return error.what();
  }
  return "nothing refused";
}

TEST(DataFileTest, ReadsTextsNumbersFlagsListsAndTables) {
  const DataTable table = DataTable::parse(R"(
name = "диплом"
weight = 2
sure = true
titles = ["ДИПЛОМ", "Диплом"]
[place]
least = 0.5
[[rule]]
end = "ович"
[[rule]]
end = "овна"
)",
                                           "kinds.toml");
  EXPECT_EQ(table.text("name"), "диплом");
  EXPECT_EQ(table.number("weight"), 2);
  EXPECT_TRUE(table.flag_or("sure", false));
  EXPECT_THAT(table.texts("titles"), ElementsAre("ДИПЛОМ", "Диплом"));
  EXPECT_EQ(table.table("place").number("least"), 0.5);
  ASSERT_EQ(table.tables("rule").size(), 2U);
  EXPECT_EQ(table.tables("rule")[1].text("end"), "овна");
  EXPECT_TRUE(table.texts("absent").empty());
  EXPECT_EQ(table.text_or("absent", "so"), "so");
}

TEST(DataFileTest, AWholeNumberNoDoubleHoldsExactlyIsRounded) {
  const DataTable table = DataTable::parse("a = 9223372036854775807\n", "x.toml");

  EXPECT_EQ(table.number("a"), 9223372036854775808.0);
}

TEST(DataFileTest, WhatIsWrongIsNamedWithItsLine) {
  const char* text = "a = 1\n[b]\nc = \"x\"\n";
  const DataTable table = DataTable::parse(text, "n.toml");
  EXPECT_THAT(refusal([&] { (void)table.text("a"); }), HasSubstr("n.toml:1: 'a' must be a text"));
  EXPECT_THAT(refusal([&] { (void)table.table("b").text("d"); }),
              HasSubstr("n.toml:2: 'd' is missing"));
  EXPECT_THAT(refusal([&] { table.table("b").expect_only({"d"}); }),
              HasSubstr("n.toml:2: unknown entry 'c'"));
}

TEST(DataFileTest, BrokenTomlAndMixedListsAreRefused) {
  EXPECT_THAT(refusal([] { DataTable::parse("a = \n", "n.toml"); }), HasSubstr("n.toml:"));
  EXPECT_THAT(refusal([] { DataTable::parse("a = [1, 2]", "n.toml"); }), HasSubstr("n.toml:1"));
  EXPECT_THAT(refusal([] { DataTable::parse("a = 2024-05-15", "n.toml"); }), HasSubstr("n.toml:1"));
}

TEST(DataFileTest, AFileThatIsNotShippedIsNotFound) {
  EXPECT_THROW(shipped_data("no such.toml"), Error);
}

}  // namespace
}  // namespace fonds

#include "registry/matcher_settings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/data_file.h"
#include "base/error.h"

namespace fonds {
namespace {

std::string changed(const std::string& what, const std::string& into) {
  std::string text(shipped_data("matching.toml"));
  const std::size_t at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return text.replace(at, what.size(), into);
}

MatcherSettings read(const std::string& text) {
  return MatcherSettings::from(DataTable::parse(text, "matching.toml"));
}

TEST(MatcherSettings, TheShippedOnesLinkOnlyWhatIsSure) {
  const MatcherSettings shipped = MatcherSettings::shipped();
  EXPECT_GE(shipped.link.threshold, 0.98);
  EXPECT_LE(shipped.link.most, 1);
  EXPECT_EQ(shipped.link.offered, 8);
  EXPECT_GT(shipped.nobody.open_list, shipped.nobody.roster);
}

TEST(MatcherSettings, AChangedThresholdCounts) {
  EXPECT_EQ(read(changed("threshold = ", "threshold = 0.5 #")).link.threshold, 0.5);
}

TEST(MatcherSettings, WhatCannotBeIsRefused) {
  for (const std::string& bad :
       {changed("threshold = ", "threshold = 1.5 #"), changed("threshold = ", "treshold = "),
        changed("holder = ", "holder = 0 #"), changed("holder = ", "holder = -1 #"),
        changed("cases = \"0.60 ", "cases = \""), changed("cases = \"0.60", "cases = \"x"),
        changed("[beside]", "[besides]"), changed("school = ", "school = \"often\" #")}) {
    try {
      (void)read(bad);
      ADD_FAILURE() << bad;
    } catch (const Error& error) {
      EXPECT_EQ(error.fault(), Fault::usage);
      EXPECT_THAT(error.what(), testing::HasSubstr("matching.toml"));
    }
  }
}

}  // namespace
}  // namespace fonds

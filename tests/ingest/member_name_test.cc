#include "ingest/member_name.h"

#include <gtest/gtest.h>

#include "base/text.h"
#include "support/hostile_files.h"

namespace fonds {
namespace {

TEST(MemberName, KeepsFoldersAndDropsWhatMeansNothing) {
  EXPECT_EQ(judge_member_name("2024/./diplomas//scan.jpg", 1).text, "2024/diplomas/scan.jpg");
  EXPECT_EQ(judge_member_name("2024\\diplomas\\scan.jpg", 1).text, "2024/diplomas/scan.jpg");
}

TEST(MemberName, RefusesNamesThatLeaveTheFolder) {
  for (const char* name :
       {"/etc/passwd", "../scan.jpg", "a/../../scan.jpg", "a\\..\\..\\scan.jpg", "C:\\scan.jpg",
        "c:scan.jpg", "\\\\server\\share\\scan.jpg", "..", "a/.."}) {
    EXPECT_TRUE(judge_member_name(name, 1).refusal) << name;
  }
}

TEST(MemberName, TakesDotsThatAreOnlyDots) {
  for (const char* name : {"a..b/scan..jpg", "...", "scan.jpg..", "number 7: list.pdf"}) {
    EXPECT_FALSE(judge_member_name(name, 1).refusal) << name;
  }
}

TEST(MemberName, ReadsRussianNamesOfOldPackers) {
  const std::string wanted = "Протокол заседания.pdf";
  EXPECT_EQ(judge_member_name("\x8F\xE0\xAE\xE2\xAE\xAA\xAE\xAB \xA7\xA0\xE1\xA5\xA4\xA0\xAD\xA8"
                              "\xEF.pdf",
                              1)
                .text,
            wanted);
  EXPECT_EQ(judge_member_name("\xCF\xF0\xEE\xF2\xEE\xEA\xEE\xEB \xE7\xE0\xF1\xE5\xE4\xE0\xED\xE8"
                              "\xFF.pdf",
                              1)
                .text,
            wanted);
  EXPECT_EQ(judge_member_name(wanted, 1).text, wanted);
}

TEST(MemberName, IsAlwaysOnePrintableLine) {
  for (const std::string& raw : hostile_names()) {
    const std::string text = judge_member_name(raw, 1).text;

    EXPECT_FALSE(text.empty());
    EXPECT_TRUE(is_valid_utf8(text));
    EXPECT_EQ(text, printable(text));
  }
}

TEST(MemberName, KeepsTheEndOfAVeryLongName) {
  const std::string text = judge_member_name(std::string(100000, 'x') + "/scan.jpg", 1).text;

  EXPECT_EQ(text.size(), 500u);
  EXPECT_EQ(text.substr(text.size() - 9), "/scan.jpg");
  EXPECT_EQ(judge_member_name("folder/" + std::string(499, 'x'), 1).text, std::string(499, 'x'));
}

TEST(MemberName, NamesAMemberThatHasNoName) {
  EXPECT_EQ(judge_member_name("", 7).text, "unnamed-7");
  EXPECT_EQ(judge_member_name("./", 8).text, "unnamed-8");
}

TEST(MemberName, KnowsWhatOperatingSystemsLeaveBehind) {
  for (const char* name : {"__MACOSX/a/._scan.jpg", "a/.DS_Store", "Thumbs.db", "b/THUMBS.DB",
                           "desktop.ini", "a/._scan.jpg"}) {
    EXPECT_TRUE(judge_member_name(name, 1).clutter) << name;
  }
  EXPECT_FALSE(judge_member_name("a/thumbs.jpg", 1).clutter);
}

}  // namespace
}  // namespace fonds

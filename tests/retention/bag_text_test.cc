#include "retention/bag_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fonds {
namespace {

using namespace std::string_literals;
using testing::ElementsAre;

const std::string kSum(64, 'a');

TEST(BagText, LinesEndAsAnySystemEndsThem) {
  std::vector<std::string> lines;
  for_each_line("one\ntwo\r\nthree\rfour\n\n  \t\nseven", [&](std::size_t number, auto line) {
    lines.push_back(std::to_string(number) + std::string(line));
  });
  EXPECT_THAT(lines, ElementsAre("1one", "2two", "3three", "4four", "7seven"));
}

TEST(BagText, ADeclarationIsItsTwoLines) {
  const auto declaration = bag_declaration_from(to_text(BagDeclaration{1, 0, "UTF-8"}));
  ASSERT_TRUE(declaration);
  EXPECT_EQ(declaration->major, 1);
  EXPECT_EQ(declaration->minor, 0);
  EXPECT_EQ(declaration->encoding, "UTF-8");
  const auto old =
      bag_declaration_from("BagIt-Version:  0.97\r\nTag-File-Character-Encoding : utf-8");
  ASSERT_TRUE(old);
  EXPECT_EQ(old->minor, 97);

  const std::string good = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
  for (const std::string& wrong :
       {""s, "BagIt-Version: 1.0\n"s, "\xEF\xBB\xBF" + good, good + "More: 1\n",
        "Tag-File-Character-Encoding: UTF-8\nBagIt-Version: 1.0\n"s,
        "BagIt-Version: 1\nTag-File-Character-Encoding: UTF-8\n"s,
        "BagIt-Version: 1.x\nTag-File-Character-Encoding: UTF-8\n"s,
        "BagIt-Version: -1.0\nTag-File-Character-Encoding: UTF-8\n"s,
        "BagIt-Version: 99999999999.0\nTag-File-Character-Encoding: UTF-8\n"s,
        "BagIt-Version: 1.0\nTag-File-Character-Encoding: \n"s,
        "BagIt-Version: 1.0\nTag-File-Character-Encoding: \xFF\n"s}) {
    EXPECT_FALSE(bag_declaration_from(wrong)) << wrong;
  }
}

TEST(BagText, APathComesBackAsItWas) {
  for (const std::string& path : {"data/a"s, "data/two  words "s, "data/a\nb\r\nc"s, "data/100%"s,
                                  "data/%0A"s, "data/Скан № 1.pdf"s, "data/\xFF"s, "data/*"s}) {
    const std::string line = to_text(ManifestLine{kSum, path});
    EXPECT_EQ(line.find_first_of("\r\n"), line.size() - 1) << path;
    const auto read = manifest_line_from(std::string_view(line).substr(0, line.size() - 1));
    ASSERT_TRUE(read) << path;
    EXPECT_EQ(read->path, path);
    EXPECT_EQ(read->sum, kSum);
  }
}

TEST(BagText, ManifestsOfOtherProgramsAreUnderstood) {
  const auto path_of = [](const std::string& line) {
    const auto read = manifest_line_from(line);
    return read ? read->path : "none"s;
  };
  EXPECT_EQ(path_of(kSum + " data/a"), "data/a");
  EXPECT_EQ(path_of(kSum + "\t \tdata/a b"), "data/a b");
  EXPECT_EQ(path_of(kSum + " *data/a"), "data/a") << "sha256sum --binary";
  EXPECT_EQ(path_of(kSum + "  ./data/a"), "data/a") << "find . | xargs sha256sum";
  EXPECT_EQ(path_of(kSum + " data/50%25%0a%0D"), "data/50%\n\r");
  EXPECT_EQ(path_of(kSum + " data/%20%"), "data/%20%") << "only what must be encoded is decoded";
  EXPECT_EQ(manifest_line_from("ABCDEF00 data/a")->sum, "abcdef00");

  for (const std::string& wrong : {""s, kSum, kSum + "  ", kSum + " *", "  " + kSum + " data/a",
                                   "xyz data/a"s, kSum + " data/\0a"s, "data/a " + kSum}) {
    EXPECT_EQ(path_of(wrong), "none") << wrong;
  }
}

TEST(BagText, OfAFileToBeFetchedOnlyThePathIsRead) {
  EXPECT_EQ(fetched_path_from("https://example.org/a 123 data/a b"), "data/a b");
  EXPECT_EQ(fetched_path_from("https://example.org/a\t-\tdata/%0Aa"), "data/\na");
  for (const char* wrong : {"", "https://example.org/a", "https://example.org/a data/a",
                            "https://example.org/a x data/a", "https://example.org/a 12 ",
                            "https://example.org/a -1 data/a"}) {
    EXPECT_FALSE(fetched_path_from(wrong)) << wrong;
  }
}

TEST(BagText, NoValueBringsInAFieldOfItsOwn) {
  EXPECT_EQ(to_text(BagInfoField{"Contact-Name", "Осипова\r\nPayload-Oxum: 1.1\n"}),
            "Contact-Name: Осипова  Payload-Oxum: 1.1\n");
  EXPECT_EQ(to_text(BagInfoField{"A", " x\x0B\xC2\x85\xE2\x80\xA8y\xFF\t"}),
            "A: x???y\xEF\xBF\xBD\n");
}

TEST(BagText, BagInfoKeepsOrderAndContinuedValues) {
  const BagInfoText info = bag_info_from(
      "Source-Organization: ЦДТ\r\nNote:one\n  two\n\tthree\nNote : again\n"
      "no colon\n: no label\nEmpty:\n");
  ASSERT_EQ(info.fields.size(), 4U);
  EXPECT_EQ(info.fields[0].value, "ЦДТ");
  EXPECT_EQ(info.fields[1].value, "one two three");
  EXPECT_EQ(info.fields[2].label, "Note");
  EXPECT_EQ(info.fields[2].value, "again");
  EXPECT_EQ(info.fields[3].value, "");
  EXPECT_THAT(info.bad_lines, ElementsAre(6U, 7U));
  EXPECT_THAT(bag_info_from("  continues nothing").bad_lines, ElementsAre(1U));
}

TEST(BagText, AnOxumIsTwoNumbersThatFit) {
  EXPECT_EQ(payload_oxum_from("279164409832.1198"), (PayloadOxum{279164409832, 1198}));
  EXPECT_EQ(payload_oxum_from(to_text(PayloadOxum{~0ULL, 0})), (PayloadOxum{~0ULL, 0}));
  for (const char* wrong : {"", ".", "1", "1.", ".1", "1.2.3", "-1.2", "+1.2", " 1.2", "1.2 ",
                            "1,2", "18446744073709551616.1", "0x1.1"}) {
    EXPECT_FALSE(payload_oxum_from(wrong)) << wrong;
  }
}

TEST(BagText, OnlyAPathBelowTheBagStaysInside) {
  for (const char* good : {"data/a", "a", "data/..a", "data/a..", "data/~a", "data/...", "data/a:b",
                           "data/ ", "data/a\nb"}) {
    EXPECT_TRUE(stays_inside(good)) << good;
  }
  for (const std::string& wrong : {""s,
                                   "/"s,
                                   "/etc/passwd"s,
                                   ".."s,
                                   "../a"s,
                                   "data/../../a"s,
                                   "data/.."s,
                                   "data/./a"s,
                                   "."s,
                                   "./a"s,
                                   "data//a"s,
                                   "data/"s,
                                   "~"s,
                                   "~root/a"s,
                                   "C:\\a"s,
                                   "c:a"s,
                                   "\\\\?\\C:\\a"s,
                                   "data\\..\\..\\a"s,
                                   "data/a\\..\\b"s,
                                   "data/\0a"s}) {
    EXPECT_FALSE(stays_inside(wrong)) << wrong;
  }
}

TEST(BagText, TagFilesAreReadInTheirEncoding) {
  EXPECT_EQ(tag_text("опись", "UTF-8"), "опись");
  EXPECT_EQ(tag_text("\xEF\xBB\xBFопись", "utf-8"), "опись");
  EXPECT_EQ(tag_text("\xEE\xEF\xE8\xF1\xFC", "Windows-1251"), "опись");
  EXPECT_EQ(tag_text("\xFF\xFE\x3E\x04", "UTF-16"), "о");
  EXPECT_EQ(tag_text("caf\xE9", "ISO-8859-1"), "café");
  EXPECT_FALSE(tag_text("\xEE\xEF", "UTF-8"));
  EXPECT_FALSE(tag_text("опись", "UTF-7"));
  EXPECT_FALSE(tag_text("опись", "\xFF"));
}

}  // namespace
}  // namespace fonds

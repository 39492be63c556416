#include "base/text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <string>

#include "base/error.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;

/// The reverse of decode() for letters, so that tests can be read.
std::string in_code_page(std::string_view text, const char* code_page) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t length = 1;
    while (i + length < text.size() &&
           (static_cast<unsigned char>(text[i + length]) & 0xC0U) == 0x80U) {
      ++length;
    }
    const std::string_view wanted = text.substr(i, length);
    i += length;
    int byte = 0;
    while (byte < 256 && decode(std::string(1, static_cast<char>(byte)), code_page) != wanted) {
      ++byte;
    }
    EXPECT_LT(byte, 256) << wanted << " is not in " << code_page;
    bytes += static_cast<char>(byte);
  }
  return bytes;
}

TEST(Text, IllFormedUtf8IsToldFromWellFormed) {
  for (const char* good : {"", "a", "Ёж", "№", "\xF0\x9F\x93\x84", "\xEF\xBF\xBD"}) {
    EXPECT_TRUE(is_valid_utf8(good)) << good;
  }
  for (const char* bad : {
           "\x80",
           "\xD0",
           "a\xD0",
           "\xD0\x41",
           "\xC0\xAF" /* overlong '/' */,
           "\xE0\x80\xAF",
           "\xED\xA0\x80" /* surrogate */,
           "\xF4\x90\x80\x80" /* above U+10FFFF */,
           "\xFF",
           "\xFE",
           "\xF0\x9F\x93",
           "\xCF\xF0\xE8\xEA\xE0\xE7" /* CP1251 */,
       }) {
    EXPECT_FALSE(is_valid_utf8(bad)) << bad;
    const std::string mended = to_valid_utf8(bad);
    EXPECT_TRUE(is_valid_utf8(mended));
    EXPECT_THAT(mended, HasSubstr("\xEF\xBF\xBD"));
  }
}

TEST(Text, MendingKeepsWhatIsSoundAroundTheBreak) {
  EXPECT_EQ(to_valid_utf8("До\xD0 и после"), "До\xEF\xBF\xBD и после");
  EXPECT_EQ(to_valid_utf8("целое"), "целое");
  EXPECT_EQ(to_valid_utf8(std::string("a\0b", 3)), std::string("a\0b", 3));
}

TEST(Text, NormalisedTextHasOneFormOfEachLetter) {
  EXPECT_EQ(normalise("\xD0\xB5\xCC\x88\xD0\xB6"), "ёж")
      << "e with two dots apart, as macOS writes";
  EXPECT_EQ(normalise("\xD0\xB8\xCC\x86"), "й");
  EXPECT_EQ(normalise("ёж"), "ёж");
  EXPECT_EQ(normalise("№"), "№") << "compatibility forms stay";
  EXPECT_EQ(normalise(""), "");
}

TEST(Text, FoldedWordsCompareWithoutCaseAndYo) {
  EXPECT_EQ(fold("ЁЛКА"), "елка");
  EXPECT_EQ(fold("Пётр"), fold("ПЕТР"));
  EXPECT_EQ(fold("№ 7-А"), "№ 7-а");
  EXPECT_NE(fold("й"), fold("и")) << "й is a letter of its own";
  EXPECT_EQ(fold("I"), "i") << "not the Turkish one";
}

TEST(Text, NamesThatDifferInCaseOnlyFoldToOne) {
  EXPECT_EQ(fold_case("Опись.CSV"), fold_case("ОПИСЬ.csv"));
  EXPECT_EQ(fold_case("\xD0\xB5\xCC\x88\xD0\xB6"), fold_case("Ёж")) << "as macOS writes";
  EXPECT_EQ(fold_case("Straße"), fold_case("STRASSE"));
  EXPECT_NE(fold_case("Пётр"), fold_case("Петр")) << "two names on every disk";
}

TEST(Text, PrintableIsOneLineWithoutTricks) {
  struct Case {
    std::string bytes;
    std::string shown;
  };
  const std::array<Case, 16> cases{{
      {"Протокол №3.pdf", "Протокол №3.pdf"},
      {"a\nb", "a?b"},
      {"a\r\nb", "a??b"},
      {"a\tb", "a?b"},
      {std::string("a\0b", 3), "a?b"},
      {"\x1B[31mred", "?[31mred"},
      {"\x7F", "?"},
      {"\xC2\x9B"
       "31m",
       "?31m"},  // CSI of the C1 set
      {"\xE2\x80\xAE"
       "gpj.exe",
       "?gpj.exe"},             // right-to-left override
      {"\xE2\x81\xA6x", "?x"},  // bidi isolate
      {"a\xE2\x80\xA8"
       "b",
       "a?b"},  // line separator
      {"a\xE2\x80\x8B"
       "b",
       "a?b"},  // zero width space
      {"\xEF\xBB\xBF"
       "a",
       "?a"},                     // byte order mark
      {"a\xEF\xBF\xBE", "a?"},    // U+FFFE
      {"\xF0\x9F\xBF\xBF", "?"},  // U+1FFFF
      {"\xCF\xF0.pdf", "\xEF\xBF\xBD\xEF\xBF\xBD.pdf"},
  }};
  for (const Case& each : cases) {
    const std::string shown = printable(each.bytes);
    EXPECT_EQ(shown, each.shown);
    EXPECT_TRUE(is_valid_utf8(shown));
  }
}

TEST(Text, EveryByteOfTheRussianCodePagesIsDecoded) {
  EXPECT_EQ(decode("\x8F\xE0\xAE\xE2\xAE\xAA\xAE\xAB", "ibm-866"), "Протокол");
  EXPECT_EQ(decode("\xCF\xF0\xEE\xF2\xEE\xEA\xEE\xEB \xB9", "windows-1251"), "Протокол №");
  std::string all;
  for (int i = 0; i < 256; ++i) all += static_cast<char>(i);
  for (const char* page : {"ibm-866", "windows-1251"}) {
    EXPECT_TRUE(is_valid_utf8(decode(all, page)));
    EXPECT_EQ(count_characters(decode(all, page)), 256U) << page;
  }
  EXPECT_THROW(static_cast<void>(decode("a", "no-such-page")), Error);
}

TEST(Text, NamesOfAnOldZipAreReadInWhicheverCodePageTheyWereWritten) {
  for (const char* name :
       {"Протокол №3.pdf", "Диплом 2024.jpg", "Грамота.jpg", "ЖУРНАЛ 2023.tif", "Скан_0001.jpg",
        "Приказ от 15.05.2024.pdf", "дипломы/Ёлкина.png", "Заявление (копия).pdf", "ЦДТ.jpg",
        "отчет.pdf", "1 место.jpg", "УДОСТОВЕРЕНИЕ № 147.PDF", "щ.png", "Я.jpg"}) {
    EXPECT_EQ(decode_file_name(in_code_page(name, "ibm-866")), name) << "as CP866";
    EXPECT_EQ(decode_file_name(in_code_page(name, "windows-1251")), name) << "as CP1251";
    EXPECT_EQ(decode_file_name(name), name) << "as UTF-8";
  }
}

TEST(Text, ADecodedNameIsAlwaysValidAndNormal) {
  EXPECT_EQ(decode_file_name("\xD0\xB5\xCC\x88.pdf"), "ё.pdf");
  EXPECT_EQ(decode_file_name("scan.jpg"), "scan.jpg");
  EXPECT_EQ(decode_file_name(""), "");
  for (int i = 0; i < 256; ++i) {
    for (int j = 0; j < 256; ++j) {
      const std::string bytes{static_cast<char>(i), static_cast<char>(j)};
      ASSERT_TRUE(is_valid_utf8(decode_file_name(bytes))) << i << ' ' << j;
    }
  }
}

TEST(Text, CharactersAreCountedNotBytes) {
  EXPECT_EQ(count_characters(""), 0U);
  EXPECT_EQ(count_characters("Ёж №7"), 5U);
  EXPECT_EQ(first_characters("Ёж №7", 2), "Ёж");
  EXPECT_EQ(first_characters("Ёж", 0), "");
  EXPECT_EQ(first_characters("Ёж", 2), "Ёж");
  EXPECT_EQ(first_characters("Ёж", 99), "Ёж");
  EXPECT_TRUE(is_valid_utf8(first_characters("№№№", 2)));
}

}  // namespace
}  // namespace fonds

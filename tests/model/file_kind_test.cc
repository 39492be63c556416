#include "model/file_kind.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

namespace fonds {
namespace {

using namespace std::string_literals;

struct Magic {
  FileKind kind;
  std::string bytes;  ///< the shortest beginning that tells
};

const std::vector<Magic>& magics() {
  static const std::vector<Magic> all{
      {FileKind::jpeg, "\xFF\xD8\xFF"s},
      {FileKind::png, "\x89PNG\r\n\x1A\n"s},
      {FileKind::tiff, "II*\0"s},
      {FileKind::tiff, "MM\0*"s},
      {FileKind::tiff, "II+\0"s},
      {FileKind::tiff, "MM\0+"s},
      {FileKind::bmp, "BM"s + std::string(24, '\0')},
      {FileKind::webp, "RIFF\x10\0\0\0WEBP"s},
      {FileKind::jp2, "\0\0\0\x0CjP  \r\n\x87\n"s},
      {FileKind::jp2, "\xFF\x4F\xFF\x51"s},
      {FileKind::pdf, "%PDF-"s},
      {FileKind::zip, "PK\x03\x04"s},
      {FileKind::zip, "PK\x05\x06"s},
      {FileKind::tar, std::string(257, '\0') + "ustar"},
      {FileKind::tar_gz, "\x1F\x8B"s},
  };
  return all;
}

TEST(FileKind, EveryKindIsToldByItsFirstBytes) {
  std::set<FileKind> told;
  for (const Magic& magic : magics()) {
    EXPECT_EQ(tell_kind(magic.bytes), magic.kind) << entry_of(magic.kind).name;
    EXPECT_EQ(tell_kind(magic.bytes + std::string(2000, 'x')), magic.kind)
        << entry_of(magic.kind).name;
    told.insert(magic.kind);
  }
  EXPECT_EQ(told.size(), static_cast<std::size_t>(FileKind::tar_gz) + 1);
}

TEST(FileKind, EveryKindIsFoundByItsName) {
  for (int i = 0; i <= static_cast<int>(FileKind::other); ++i) {
    const auto kind = static_cast<FileKind>(i);
    EXPECT_EQ(entry_of(kind).kind, kind);
    EXPECT_EQ(file_kind_from(entry_of(kind).name), kind);
  }
  EXPECT_EQ(file_kind_from("exe"), std::nullopt);
}

TEST(FileKind, AZipMayBeAnOfficeDocumentByItsFirstMember) {
  const std::string head = "PK\x03\x04" + std::string(26, 'x');
  EXPECT_TRUE(may_be_office(head + "[Content_Types].xml"));
  EXPECT_TRUE(may_be_office(head + "mimetypeapplication"));
  EXPECT_FALSE(may_be_office(head + "scan.jpg"));
  EXPECT_FALSE(may_be_office("[Content_Types].xml"));
}

TEST(FileKind, TextHasNoControlCharacters) {
  EXPECT_TRUE(may_be_text("a;b\r\n1;2\n"));
  EXPECT_TRUE(may_be_text("\xCB\xE8\xF1"));
  EXPECT_TRUE(may_be_text("\xFF\xFE a\0"s));
  EXPECT_FALSE(may_be_text("a\0b"s));
  EXPECT_FALSE(may_be_text("\x1B[2J"));
}

TEST(FileKind, ATruncatedBeginningTellsNothing) {
  for (const Magic& magic : magics()) {
    for (std::size_t length = 0; length < magic.bytes.size(); ++length) {
      EXPECT_FALSE(tell_kind(std::string_view(magic.bytes).substr(0, length)).has_value())
          << entry_of(magic.kind).name << " cut to " << length;
    }
  }
}

TEST(FileKind, OneWrongByteTellsNothingOfThatKind) {
  for (const Magic& magic : magics()) {
    if (magic.kind == FileKind::bmp || magic.kind == FileKind::tar) continue;  // mostly padding
    for (std::size_t at = 0; at < magic.bytes.size(); ++at) {
      if (magic.kind == FileKind::webp && at >= 4 && at < 8) continue;  // the length, any
      std::string broken = magic.bytes;
      broken[at] = static_cast<char>(broken[at] ^ 0x20);
      EXPECT_NE(tell_kind(broken), magic.kind) << entry_of(magic.kind).name << ", byte " << at;
    }
  }
}

TEST(FileKind, TextScriptsAndProgramsAreNoPapers) {
  for (const std::string& other : {""s,
                                   "\n"s,
                                   std::string(1024, '\0'),
                                   std::string(1024, '\xFF'),
                                   "Протокол № 3"s,
                                   "#!/bin/sh\nrm -rf /"s,
                                   "\x7F"
                                   "ELF\x02\x01\x01"s,
                                   "MZ\x90"s,
                                   "GIF89a"s,
                                   "<html>"s,
                                   "{\\rtf1"s,
                                   "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s,
                                   "Rar!\x1A\x07"s,
                                   "7z\xBC\xAF\x27\x1C"s,
                                   "%!PS-Adobe-3.0"s,
                                   "BMW is a car, and this is a text about it."s,
                                   "RIFF\0\0\0\0WAVE"s,
                                   "%pdf-1.4"s,
                                   "% PDF-1.4"s,
                                   " \xFF\xD8\xFF"s,
                                   "PK\x07\x08"s,
                                   "BM"s}) {
    EXPECT_FALSE(tell_kind(other).has_value()) << other;
  }
}

TEST(FileKind, APdfMayBeginLateButWithinTheFirstKilobyte) {
  EXPECT_EQ(tell_kind("\xEF\xBB\xBF%PDF-1.4"), FileKind::pdf);
  EXPECT_EQ(tell_kind(std::string(kKindBytes - 5, ' ') + "%PDF-1.4"), FileKind::pdf);
  EXPECT_FALSE(tell_kind(std::string(kKindBytes - 4, ' ') + "%PDF-1.4").has_value());
}

TEST(FileKind, APictureThatMentionsAPdfIsAPicture) {
  EXPECT_EQ(tell_kind("\xFF\xD8\xFF\xE1 made of %PDF-1.4"), FileKind::jpeg);
  EXPECT_EQ(tell_kind("PK\x03\x04 a.pdf %PDF-1.4"), FileKind::zip);
}

TEST(FileKind, TheTableIsInOrderAndItsNamesAreUnique) {
  std::set<std::string_view> names;
  for (int i = 0; i <= static_cast<int>(FileKind::tar_gz); ++i) {
    const FileKindEntry& entry = entry_of(static_cast<FileKind>(i));
    EXPECT_EQ(static_cast<int>(entry.kind), i);
    EXPECT_EQ(entry.ending.front(), '.');
    EXPECT_NE(entry.media_type.find('/'), std::string_view::npos);
    EXPECT_EQ(entry.container, entry.kind == FileKind::zip || entry.kind == FileKind::tar ||
                                   entry.kind == FileKind::tar_gz);
    names.insert(entry.name);
  }
  EXPECT_EQ(names.size(), static_cast<std::size_t>(FileKind::tar_gz) + 1);
}

}  // namespace
}  // namespace fonds

#include "ingest/whole_file.h"

#include <gtest/gtest.h>

#include "support/bytes_in_memory.h"
#include "support/hostile_files.h"

namespace fonds {
namespace {

bool whole(const std::string& bytes) {
  FileBytes file = bytes_in_memory(bytes);
  return is_whole(file);
}

struct Sample {
  const char* name;
  std::string bytes;
};

std::vector<Sample> samples() {
  return {{"jpeg", bare_jpeg()},
          {"phone", phone_jpeg()},
          {"png", white_png(300, 200, PngColour::rgb)},
          {"tiff", small_tiff(2)},
          {"bigtiff", small_tiff(2, TiffForm::bigtiff)},
          {"bmp", small_bmp()},
          {"webp", bare_webp()},
          {"jp2", bare_jp2()},
          {"pdf", small_pdf(3)},
          {"encrypted", encrypted_pdf()},
          {"zip", make_zip({{"a.jpg", "first"}, {"b.jpg", "second"}})},
          {"tar", make_tar({{"a.jpg", std::string(40'960, 'x')}})}};
}

TEST(WholeFile, TakesWholeFilesOfEveryKind) {
  for (const Sample& sample : samples()) EXPECT_TRUE(whole(sample.bytes)) << sample.name;
}

TEST(WholeFile, IsNotWholeWhenCutShort) {
  for (const Sample& sample : samples()) {
    for (const double share : {0.5, 0.7, 0.9, 0.97}) {
      const std::string cut = cut_off(sample.bytes, share);
      const bool first_picture_is_there = std::string(sample.name) == "phone" &&
                                          cut.size() >= phone_jpeg().size() - bare_jpeg().size();
      EXPECT_EQ(whole(cut), first_picture_is_there) << sample.name << " " << share;
    }
  }
}

TEST(WholeFile, IsNotMisledByThePictureInsideAPhonesPhoto) {
  const std::string photo = phone_jpeg();
  const std::size_t inner_end = photo.find("\xFF\xD9");

  EXPECT_FALSE(whole(photo.substr(0, inner_end + 2)));
}

TEST(WholeFile, TakesAJpegWithBytesBehindItsEnd) {
  EXPECT_TRUE(whole(bare_jpeg() + std::string(100'000, '\0')));
}

TEST(WholeFile, ReadsALongScanThroughManyPieces) {
  std::string data;
  for (int i = 0; i < 50'000; ++i) data += std::string("\x12\xFF\0\x34\xFF\xD3", 6);
  std::string jpeg = bare_jpeg();
  jpeg.insert(jpeg.size() - 2, data);

  EXPECT_TRUE(whole(jpeg));
  EXPECT_FALSE(whole(jpeg.substr(0, jpeg.size() - 1)));
}

TEST(WholeFile, WaitsForThePartsOfAPdfMadeForTheWeb) {
  const std::string pdf = small_pdf();
  std::string web = pdf;
  web.insert(9, "% << /Linearized 1 /L 999999 >>\n");

  EXPECT_FALSE(whole(web));
  EXPECT_TRUE(whole(pdf + "\r\n"));
  EXPECT_FALSE(whole(pdf + std::string(4096, '\0'))) << "room set aside for what is still to come";
}

TEST(WholeFile, DoesNotMistakeAWordInAZipForItsEnd) {
  const std::string zip = make_zip({{"a.bin", "PK\x05\x06" + std::string(18, '\xFF')}});

  EXPECT_FALSE(whole(zip.substr(0, 70)));
  EXPECT_TRUE(whole(zip));
}

TEST(WholeFile, TakesWhatDoesNotSayItsLength) {
  EXPECT_TRUE(whole("notes in plain text"));
  EXPECT_TRUE(whole(""));
  EXPECT_TRUE(whole(gzip("something").substr(0, 15)));
}

TEST(WholeFile, ComesBackOnAnyDamage) {
  for (const Sample& sample : samples()) {
    for (std::uint32_t seed = 0; seed < 200; ++seed) whole(flip_bits(sample.bytes, 4, seed));
  }
}

}  // namespace
}  // namespace fonds

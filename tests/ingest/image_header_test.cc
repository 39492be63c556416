#include "ingest/image_header.h"

#include <gtest/gtest.h>

#include <string>

#include "ingest/synthetic_page.h"
#include "support/hostile_images.h"

namespace fonds {
namespace {

using namespace std::string_literals;

/// A little-endian TIFF directory with one entry: orientation.
std::string tiff_with_orientation(char orientation) {
  return "II*\0\x08\0\0\0"s + "\x01\0"s + "\x12\x01\x03\0\x01\0\0\0"s + orientation + "\0\0\0"s +
         "\0\0\0\0"s;
}

std::string jpeg_with_orientation(char orientation) {
  const std::string exif = "Exif\0\0"s + tiff_with_orientation(orientation);
  std::string jpeg = encoded(blank_page(16, 16), IFF_JFIF_JPEG);
  const std::string segment = "\xFF\xE1"s + '\0' + static_cast<char>(exif.size() + 2) + exif;
  return jpeg.insert(2, segment);
}

TEST(ImageHeader, ReadsTheTurnOfACamera) {
  EXPECT_EQ(jpeg_turn(jpeg_with_orientation(1)), 0);
  EXPECT_EQ(jpeg_turn(jpeg_with_orientation(3)), 180);
  EXPECT_EQ(jpeg_turn(jpeg_with_orientation(6)), 90);
  EXPECT_EQ(jpeg_turn(jpeg_with_orientation(8)), 270);
  EXPECT_EQ(jpeg_turn("\xFF\xD8\xFF\xE1\x00\x50 Exif"s), 0);
}

TEST(ImageHeader, AJpegIsWholeOnlyWithItsEnd) {
  const std::string jpeg = encoded(printed_page(), IFF_JFIF_JPEG);

  EXPECT_TRUE(jpeg_is_whole(jpeg));
  EXPECT_TRUE(jpeg_is_whole(jpeg + "padding of a camera"));
  for (std::size_t cut = 0; cut < jpeg.size(); cut += 997) {
    EXPECT_FALSE(jpeg_is_whole(jpeg.substr(0, cut))) << cut;
  }
}

TEST(ImageHeader, TheEndOfAPreviewIsNotTheEndOfThePicture) {
  const std::string preview = encoded(blank_page(16, 16), IFF_JFIF_JPEG);
  std::string jpeg = encoded(printed_page(), IFF_JFIF_JPEG);
  const auto length = preview.size() + 2;
  jpeg.insert(
      2, "\xFF\xE2"s + static_cast<char>(length >> 8) + static_cast<char>(length & 0xFF) + preview);

  EXPECT_TRUE(jpeg_is_whole(jpeg));
  EXPECT_FALSE(jpeg_is_whole(jpeg.substr(0, jpeg.size() / 2)));
}

TEST(ImageHeader, ADirectoryThatLeadsToItselfIsMetOnce) {
  std::string tiff = tiff_with_orientation(6);
  tiff[tiff.size() - 4] = 8;  // the next directory is this one

  EXPECT_EQ(tiff_directories(tiff, 100), std::vector<int>{6});
}

TEST(ImageHeader, AChainOfPagesIsWholeOnlyWhenItComesToItsEnd) {
  for (const TiffForm form : {TiffForm::little, TiffForm::big_endian, TiffForm::bigtiff}) {
    const std::string tiff = small_tiff(3, form);
    EXPECT_TRUE(tiff_chain_is_whole(tiff, 3));
    EXPECT_TRUE(tiff_chain_is_whole(tiff, 100));
    EXPECT_FALSE(tiff_chain_is_whole(tiff.substr(0, tiff.size() * 6 / 10), 100));
    EXPECT_TRUE(tiff_chain_is_whole(tiff.substr(0, tiff.size() * 6 / 10), 1));
  }
  EXPECT_FALSE(tiff_chain_is_whole(looping_tiff(), 100));
  EXPECT_FALSE(tiff_chain_is_whole("II*", 100));
  EXPECT_FALSE(tiff_chain_is_whole("no TIFF", 100));
}

TEST(ImageHeader, EveryCutOfATiffHeaderIsSurvived) {
  const std::string tiff = tiff_with_orientation(8);
  for (std::size_t cut = 0; cut < tiff.size(); ++cut) {
    EXPECT_LE(tiff_directories(tiff.substr(0, cut), 5).size(), 1U);
  }
}

TEST(ImageHeader, ReadsTheSizeOfABitmapThatStandsOnItsHead) {
  std::string bmp = "BM"s + std::string(12, '\0') + "\x28\0\0\0"s + "\x40\x01\0\0"s +
                    "\x10\xFF\xFF\xFF"s;  // 320 × -240

  const auto size = bmp_size(bmp);

  ASSERT_TRUE(size);
  EXPECT_EQ(size->width, 320);
  EXPECT_EQ(size->height, 240);
  EXPECT_FALSE(bmp_size(bmp.substr(0, 20)));
}

TEST(ImageHeader, ReadsTheSizeOfABareJpeg2000) {
  const std::string j2k = "\xFF\x4F\xFF\x51\x00\x29\x00\x00"s + "\x00\x00\x02\x00"s +
                          "\x00\x00\x01\x00"s + "\x00\x00\x00\x10"s + "\x00\x00\x00\x00"s;

  const auto size = jp2_size(j2k);

  ASSERT_TRUE(size);
  EXPECT_EQ(size->width, 0x200 - 0x10);
  EXPECT_EQ(size->height, 0x100);
}

TEST(ImageHeader, AWebpIsWholeWhenItsChunkIs) {
  const std::string webp = "RIFF\x08\0\0\0WEBPVP8 "s;

  EXPECT_TRUE(webp_is_whole(webp));
  EXPECT_FALSE(webp_is_whole(webp.substr(0, 12)));
}

}  // namespace
}  // namespace fonds

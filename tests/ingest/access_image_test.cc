#include "ingest/access_image.h"

#include <gtest/gtest.h>

#include "ingest/sample_pictures.h"

namespace fonds {
namespace {

constexpr int kWidth = 300;
constexpr int kHeight = 200;

/// A slope of colours with a little of the noise that every camera adds.
PixPtr photograph() {
  PixPtr pix(pixCreate(kWidth, kHeight, 32));
  unsigned seed = 1;
  const auto noisy = [&seed](int value) {
    seed = seed * 1664525 + 1013904223;
    return value + static_cast<int>(seed >> 29);
  };
  for (int y = 0; y < kHeight; ++y) {
    for (int x = 0; x < kWidth; ++x) {
      l_uint32 pixel = 0;
      composeRGBPixel(noisy(x / 2), noisy(y), noisy((x + y) / 3), &pixel);
      pixSetPixel(pix.get(), x, y, pixel);
    }
  }
  return pix;
}

PixPtr drawing(int depth) {
  PixPtr pix(pixCreate(kWidth, kHeight, depth));
  if (depth != 1) pixSetAll(pix.get());
  for (int y = 50; y < 60; ++y) {
    for (int x = 20; x < 250; ++x) {
      pixSetPixel(pix.get(), x, y, depth == 1 ? 1 : (depth == 8 ? 90 : 0xC0202000));
    }
  }
  return pix;
}

TEST(AccessImage, PacksDrawingsWithoutLossAndPhotographsAsJpeg) {
  EXPECT_EQ(pack_pixels(drawing(32)).coding, PdfCoding::flate);
  EXPECT_EQ(pack_pixels(drawing(8)).coding, PdfCoding::flate);
  EXPECT_EQ(pack_pixels(photograph()).coding, PdfCoding::jpeg);
}

TEST(AccessImage, PacksBlackAndWhiteAsG4UnlessAScreenDefeatsIt) {
  PixPtr screen(pixCreate(kWidth, kHeight, 1));
  for (int y = 0; y < kHeight; ++y) {
    for (int x = 0; x < kWidth; ++x) pixSetPixel(screen.get(), x, y, (x + y) % 2);
  }

  EXPECT_EQ(pack_pixels(drawing(1)).coding, PdfCoding::g4);
  EXPECT_EQ(pack_pixels(screen).coding, PdfCoding::flate);
}

TEST(AccessImage, TakesColourWithoutColourForGrey) {
  PixPtr pix(pixCreate(kWidth, kHeight, 32));
  pixSetAll(pix.get());
  EXPECT_EQ(pack_pixels(pix).colour, PdfColour::grey);

  pixSetPixel(pix.get(), 7, 7, 0xFEFFFF00);
  EXPECT_EQ(pack_pixels(pix).colour, PdfColour::rgb);
}

TEST(AccessImage, TellsWhichTiffPageMayStayAsItIs) {
  int unchanged = 0;
  for (const SamplePage& sample : sample_pages()) {
    if (sample.file.kind != FileKind::tiff) continue;

    const TiffPage page = look_at_tiff(sample.file.bytes, 0);

    EXPECT_EQ(page.pixel_height, sample.name == "g4-oblong" ? 2 : 1) << sample.name;
    const bool strips = sample.name.find("strips") != std::string::npos;
    const bool g4 = sample.name.find("g4") != std::string::npos;
    EXPECT_EQ(page.unchanged.has_value(), g4 && !strips) << sample.name;
    if (page.unchanged) ++unchanged;
  }
  EXPECT_EQ(unchanged, 4);
}

TEST(AccessImage, FindsNothingToKeepInADamagedTiff) {
  for (const SamplePage& sample : sample_pages()) {
    if (sample.name != "g4-one-strip") continue;
    const std::string& whole = sample.file.bytes;
    EXPECT_FALSE(look_at_tiff(whole, 1).unchanged);
    EXPECT_FALSE(look_at_tiff(whole, 70'000).unchanged);
    for (std::size_t length = 0; length < whole.size(); length += 11) {
      const std::string part(whole.data(), length);
      const TiffPage page = look_at_tiff(part, 0);
      if (page.unchanged) {
        EXPECT_LE(page.unchanged->data.size(), length);
      }
    }
  }
  EXPECT_FALSE(look_at_tiff("", 0).unchanged);
  EXPECT_FALSE(look_at_tiff("II*", 0).unchanged);
}

}  // namespace
}  // namespace fonds

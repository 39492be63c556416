#include "ingest/barcode.h"

#include <gtest/gtest.h>

#include "ingest/printed_barcode.h"

namespace fonds {
namespace {

using ZXing::BarcodeFormat;

constexpr double kDpi = 150;  // of printed_page()
const std::string kText = "FONDS1;T=case;CASE=02-08;YEAR=2024;N=25";

void expect_inside(const Box& box, int left, int top, int side) {
  EXPECT_NEAR(box.left, left, 8);
  EXPECT_NEAR(box.top, top, 8);
  EXPECT_NEAR(box.width, side, 12);
  EXPECT_NEAR(box.height, side, 12);
}

TEST(Barcode, EveryKindOfSymbolIsReadWhereItStands) {
  for (const BarcodeFormat format : {BarcodeFormat::QRCode, BarcodeFormat::DataMatrix}) {
    const PixPtr page = printed_page();
    const int side = print_barcode(page, 700, 1200, kText, format, 4);

    const auto found = find_barcodes(page, kDpi);

    ASSERT_EQ(found.size(), 1U) << ToString(format);
    EXPECT_EQ(found[0].text, kText);
    expect_inside(found[0].box, 700, 1200, side);
  }
  const PixPtr page = printed_page();
  const int length = print_barcode(page, 100, 1400, "02-08/2024", BarcodeFormat::Code128, 3);

  const auto found = find_barcodes(page, kDpi);

  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].text, "02-08/2024");
  EXPECT_NEAR(found[0].box.width, length, 12);
}

TEST(Barcode, SeveralAreGivenFromTopToBottom) {
  const PixPtr page = printed_page();
  print_barcode(page, 200, 1500, "third", BarcodeFormat::Code128, 3);
  print_barcode(page, 900, 1050, "first", BarcodeFormat::QRCode, 5);
  print_barcode(page, 200, 1200, "second", BarcodeFormat::QRCode, 5);

  const auto found = find_barcodes(page, kDpi);

  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].text, "first");
  EXPECT_EQ(found[1].text, "second");
  EXPECT_EQ(found[2].text, "third");
}

TEST(Barcode, RussianTextComesAsUtf8) {
  const PixPtr page = printed_page();
  print_barcode(page, 700, 1200, "Дело № 02-08, Ёлка", BarcodeFormat::QRCode, 4);

  const auto found = find_barcodes(page, kDpi);

  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].text, "Дело № 02-08, Ёлка");
}

TEST(Barcode, AnyTurnSkewAndNoiseOfAScannerIsBorne) {
  int read = 0;
  for (const int turn : {0, 1, 2, 3}) {
    for (const double skew : {-3.0, 0.7, 2.0}) {
      const PixPtr page = printed_page();
      print_barcode(page, 500, 1150, kText, BarcodeFormat::QRCode, 3);  // 0.5 mm
      const PixPtr turned(pixRotateOrth(page.get(), turn));
      const auto found =
          find_barcodes(scanned(turned, skew, 30, static_cast<std::uint32_t>(turn)), kDpi);
      read += found.size() == 1 && found[0].text == kText ? 1 : 0;
    }
  }
  EXPECT_EQ(read, 12);
}

TEST(Barcode, SizesFromACentimetreToAPoster) {
  for (const int module : {3, 4, 8, 20, 28}) {
    const PixPtr page = blank_page(1240, 1754);
    const int side = print_barcode(page, 120, 200, "02-08", BarcodeFormat::QRCode, module);

    const auto found = find_barcodes(scanned(page, 0.5, 10, 1), kDpi);

    ASSERT_EQ(found.size(), 1U) << module;
    EXPECT_EQ(found[0].text, "02-08");
    EXPECT_NEAR(found[0].box.width, side, 20) << module;
  }
}

TEST(Barcode, ABlackAndWhitePageAndAColouredOneAreReadAlike) {
  const PixPtr page = printed_page();
  print_barcode(page, 700, 1200, kText, BarcodeFormat::QRCode, 4);
  const PixPtr binary(pixThresholdToBinary(page.get(), 128));
  const PixPtr colour(pixConvertTo32(page.get()));

  for (const PixPtr* each : {&binary, &colour}) {
    const auto found = find_barcodes(*each, kDpi);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].text, kText);
  }
}

TEST(Barcode, ADamagedSymbolIsNotGuessed) {
  const PixPtr page = printed_page();
  const int side = print_barcode(page, 700, 1200, kText, BarcodeFormat::QRCode, 4);
  fill(page, 700, 1200 + side / 3, side, side / 3, 255);

  EXPECT_TRUE(find_barcodes(page, kDpi).empty());
}

TEST(Barcode, WritingRulesAndFramesAreNoSymbolsAndCostNoReading) {
  const PixPtr page = printed_page();
  for (int i = 0; i < 4; ++i) fill(page, 150, 1100 + 100 * i, 900, 3, 0);
  fill(page, 40, 40, 1160, 12, 0);
  fill(page, 40, 1700, 1160, 12, 0);
  fill(page, 40, 40, 12, 1660, 0);
  fill(page, 1190, 40, 12, 1660, 0);

  EXPECT_TRUE(likely_barcodes(page, kDpi).empty());
  EXPECT_TRUE(find_barcodes(page, kDpi).empty());
  EXPECT_TRUE(find_barcodes(blank_page(1240, 1754), kDpi).empty());
  EXPECT_TRUE(find_barcodes(blank_page(1240, 1754, 0), kDpi).empty());
}

TEST(Barcode, DenseTextureIsNoSymbol) {
  std::mt19937 random(3);
  const PixPtr page = blank_page(1240, 1754);
  for (int y = 300; y < 900; y += 6) {
    for (int x = 300; x < 900; x += 6) {
      if (random() % 2 == 0) fill(page, x, y, 6, 6, 0);
    }
  }
  EXPECT_FALSE(likely_barcodes(page, kDpi).empty()) << "or this tests nothing";
  EXPECT_TRUE(find_barcodes(page, kDpi).empty());
}

TEST(Barcode, PicturesOfAnySizeAreBorne) {
  for (const auto& [width, height] : {std::pair{1, 1}, {1, 3000}, {3000, 1}, {7, 7}, {40, 40}}) {
    EXPECT_TRUE(find_barcodes(blank_page(width, height), 300).empty());
    EXPECT_TRUE(find_barcodes(blank_page(width, height), 3).empty());
  }
}

}  // namespace
}  // namespace fonds

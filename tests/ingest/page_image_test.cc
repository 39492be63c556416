#include "ingest/page_image.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "ingest/synthetic_page.h"
#include "support/hostile_images.h"

namespace fonds {
namespace {

using namespace std::string_literals;

Fault fault_of(const SourceFile& file, const ReadLimits& limits = {}) {
  try {
    decode_image(file, 0, limits);
  } catch (const Error& error) {
    return error.fault();
  }
  return Fault::bug;  // nothing was thrown
}

/// The same of the quick look at intake.
Fault count_fault_of(const SourceFile& file) {
  try {
    count_images(file, {});
  } catch (const Error& error) {
    return error.fault();
  }
  return Fault::bug;
}

struct Format {
  FileKind kind;
  l_int32 format;
};

const std::vector<Format>& formats() {
  static const std::vector<Format> all{{FileKind::jpeg, IFF_JFIF_JPEG}, {FileKind::png, IFF_PNG},
                                       {FileKind::tiff, IFF_TIFF_LZW},  {FileKind::bmp, IFF_BMP},
                                       {FileKind::webp, IFF_WEBP},      {FileKind::jp2, IFF_JP2}};
  return all;
}

TEST(PageImage, DecodesEveryKind) {
  for (const Format& format : formats()) {
    const PageImage image =
        decode_image({format.kind, encoded(printed_page(), format.format)}, 0, {});
    EXPECT_EQ(pixGetWidth(image.pix.get()), 1240) << entry_of(format.kind).name;
    EXPECT_EQ(pixGetHeight(image.pix.get()), 1754) << entry_of(format.kind).name;
  }
}

TEST(PageImage, AJpegToLookAtIsDecodedNoLargerThanItMust) {
  const std::string jpeg = encoded(printed_page(), IFF_JFIF_JPEG);
  for (const auto& [side, height] : std::vector<std::pair<int, int>>{
           {1, 220}, {219, 220}, {220, 439}, {600, 877}, {877, 877}, {878, 1754}, {9999, 1754}}) {
    const PageImage image = decode_image({FileKind::jpeg, jpeg}, 0, {}, side);
    EXPECT_EQ(pixGetHeight(image.pix.get()), height) << side;
  }
  const PageImage png = decode_image({FileKind::png, encoded(printed_page(), IFF_PNG)}, 0, {}, 100);
  EXPECT_EQ(pixGetHeight(png.pix.get()), 1754);
}

TEST(PageImage, DecodesBlackAndWhiteTiffOfEveryCompression) {
  const PixPtr ink(pixThresholdToBinary(printed_page().get(), 128));
  for (const l_int32 format :
       {IFF_TIFF_G3, IFF_TIFF_G4, IFF_TIFF_RLE, IFF_TIFF_PACKBITS, IFF_TIFF_ZIP}) {
    const PageImage image = decode_image({FileKind::tiff, encoded(ink, format)}, 0, {});
    EXPECT_EQ(pixGetDepth(image.pix.get()), 1) << format;
  }
}

TEST(PageImage, DecodesJpegInTiff) {
  const PixPtr colour(pixConvertTo32(printed_page().get()));

  const PageImage image = decode_image({FileKind::tiff, encoded(colour, IFF_TIFF_JPEG)}, 0, {});

  EXPECT_EQ(pixGetDepth(image.pix.get()), 32);
}

TEST(PageImage, RefusesEveryKindCutShort) {
  for (const Format& format : formats()) {
    SourceFile file{format.kind, encoded(printed_page(), format.format)};
    file.bytes.resize(file.bytes.size() * 6 / 10);
    EXPECT_EQ(fault_of(file), Fault::corrupt) << entry_of(format.kind).name;
  }
}

TEST(PageImage, RefusesAHugePictureFromItsHeaderAlone) {
  // Signature and IHDR of a 20 000 × 20 000 PNG: there are no pixels to decode.
  const std::string png = "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\x4E\x20\0\0\x4E\x20\x08\x02\0\0\0"s +
                          std::string(40, '\0');

  EXPECT_EQ(fault_of({FileKind::png, png}), Fault::usage);
}

TEST(PageImage, RefusesAPictureOverTheLimitOfPixels) {
  ReadLimits limits;
  limits.pixels = 1000;

  for (const Format& format : formats()) {
    EXPECT_EQ(fault_of({format.kind, encoded(printed_page(), format.format)}, limits), Fault::usage)
        << entry_of(format.kind).name;
  }
}

TEST(PageImage, AQuickLookRefusesWhatCouldNotBeReadLater) {
  for (const Format& format : formats()) {
    SourceFile file{format.kind, encoded(printed_page(), format.format)};
    EXPECT_EQ(count_images(file, {}), 1);
    if (format.kind != FileKind::jpeg && format.kind != FileKind::webp) continue;
    file.bytes.resize(file.bytes.size() * 6 / 10);
    EXPECT_EQ(count_fault_of(file), Fault::corrupt) << entry_of(format.kind).name;
  }
  EXPECT_EQ(count_fault_of({FileKind::png, white_png(20'000, 20'000, PngColour::bilevel)}),
            Fault::usage);
  EXPECT_EQ(count_fault_of({FileKind::png, "words"}), Fault::corrupt);
}

TEST(PageImage, ATiffThatWasCutOffIsNotTakenForAShorterOne) {
  const std::string tiff = small_tiff(3);

  EXPECT_EQ(count_images({FileKind::tiff, tiff}, {}), 3);
  EXPECT_EQ(count_fault_of({FileKind::tiff, tiff.substr(0, tiff.size() * 6 / 10)}), Fault::corrupt);
  EXPECT_EQ(count_fault_of({FileKind::tiff, looping_tiff()}), Fault::corrupt);
}

TEST(PageImage, APictureTooSmallForALineOfWritingIsNoPage) {
  EXPECT_EQ(fault_of({FileKind::png, white_png(15, 2000, PngColour::bilevel)}), Fault::usage);
  EXPECT_EQ(fault_of({FileKind::png, white_png(2000, 1, PngColour::rgb)}), Fault::usage);
  EXPECT_EQ(fault_of({FileKind::tiff, small_tiff(1)}), Fault::usage);
  EXPECT_EQ(pixGetHeight(
                decode_image({FileKind::png, white_png(200, 16, PngColour::rgb)}, 0, {}).pix.get()),
            16);
}

TEST(PageImage, RefusesBytesThatAreNoPicture) {
  for (const Format& format : formats()) {
    EXPECT_EQ(fault_of({format.kind, "not a picture at all, only words"}), Fault::corrupt);
  }
}

TEST(PageImage, BelievesOnlyResolutionsOfScanners) {
  PixPtr page = printed_page();
  pixSetResolution(page.get(), 300, 300);
  EXPECT_EQ(decode_image({FileKind::png, encoded(page, IFF_PNG)}, 0, {}).dpi, 300);
  pixSetResolution(page.get(), 72, 72);
  EXPECT_EQ(decode_image({FileKind::png, encoded(page, IFF_PNG)}, 0, {}).dpi, 0);
}

}  // namespace
}  // namespace fonds

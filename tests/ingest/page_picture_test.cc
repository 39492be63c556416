#include "ingest/page_picture.h"

#include <gtest/gtest.h>

#include "base/disk.h"
#include "base/error.h"
#include "ingest/image_header.h"
#include "ingest/sample_pictures.h"
#include "ingest/small_pdf.h"
#include "ingest/synthetic_page.h"
#include "ingest/written_tiff.h"
#include "support/fault_of.h"
#include "support/hostile_images.h"

namespace fonds {
namespace {

SourceFile scan(const std::string& name, FileKind kind) {
  return {kind, read_file(std::string(FONDS_SOURCE_DIR) + "/tests/data/scans/" + name)};
}

PixPtr picture(const SourceFile& file, const PictureRequest& request) {
  return read_pix(page_picture(file, request, {}));
}

int width_of(const PixPtr& pix) { return pixGetWidth(pix.get()); }
int height_of(const PixPtr& pix) { return pixGetHeight(pix.get()); }

/// A white page with a black square in its top left corner.
PixPtr marked_page(int width, int height, int depth) {
  PixPtr page = blank_page(width, height);
  fill(page, 0, 0, width / 4, width / 4, 0);
  if (depth == 1) return PixPtr(pixThresholdToBinary(page.get(), 128));
  return depth == 32 ? PixPtr(pixConvertTo32(page.get())) : std::move(page);
}

enum class Corner { top_left, top_right, bottom_right, bottom_left };

Corner marked_corner(const PixPtr& shown) {
  const PixPtr grey(pixConvertTo8(shown.get(), 0));
  const int right = width_of(grey) - 4;
  const int bottom = height_of(grey) - 4;
  const auto is_dark = [&](int x, int y) {
    l_uint32 value = 255;
    pixGetPixel(grey.get(), x, y, &value);
    return value < 128;
  };
  if (is_dark(3, 3)) return Corner::top_left;
  if (is_dark(right, 3)) return Corner::top_right;
  return is_dark(right, bottom) ? Corner::bottom_right : Corner::bottom_left;
}

TEST(PagePicture, EveryEncodingIsSeenUpright) {
  for (const SamplePage& page : sample_pages()) {
    const PixPtr seen(pixConvertTo32(
        picture(page.file, {page.page_in_source, page.geometry.rotation,
                            std::max(width_of(page.upright), height_of(page.upright))})
            .get()));
    EXPECT_LE(difference(seen, page.upright), page.tolerance + 6) << page.name;
  }
}

TEST(PagePicture, IsTurnedAsTheRecordSays) {
  const SourceFile file{FileKind::jpeg, encoded(marked_page(400, 800, 8), IFF_JFIF_JPEG)};
  const std::vector<std::pair<int, Corner>> turns{{0, Corner::top_left},
                                                  {90, Corner::top_right},
                                                  {180, Corner::bottom_right},
                                                  {270, Corner::bottom_left}};
  for (const auto& [rotation, corner] : turns) {
    const PixPtr shown = picture(file, {0, rotation, 200});
    EXPECT_EQ(marked_corner(shown), corner) << rotation;
    const bool lies = rotation % 180 != 0;
    EXPECT_EQ(width_of(shown), lies ? 200 : 100) << rotation;
    EXPECT_EQ(height_of(shown), lies ? 100 : 200) << rotation;
  }
}

TEST(PagePicture, IsNeverLargerThanAskedForNorThanTheFile) {
  for (const int depth : {1, 8, 32}) {
    for (const l_int32 format : {IFF_PNG, IFF_JFIF_JPEG, IFF_TIFF_LZW}) {
      if (depth == 1 && format == IFF_JFIF_JPEG) continue;
      const FileKind kind = format == IFF_PNG        ? FileKind::png
                            : format == IFF_TIFF_LZW ? FileKind::tiff
                                                     : FileKind::jpeg;
      const SourceFile file{kind, encoded(marked_page(601, 1001, depth), format)};
      for (const int side : {64, 65, 125, 333, 500, 999, 1000, 1001, 1002, 4096}) {
        const PixPtr shown = picture(file, {0, 0, side});
        EXPECT_EQ(height_of(shown), std::min(side, 1001)) << depth << " " << format;
        EXPECT_NEAR(width_of(shown), 601.0 * height_of(shown) / 1001, 1) << side;
        EXPECT_EQ(marked_corner(shown), Corner::top_left) << side;
      }
    }
  }
}

TEST(PagePicture, OfEachPageOfATiff) {
  const SourceFile file = scan("doc-0011.tif", FileKind::tiff);
  EXPECT_EQ(height_of(picture(file, {0, 0, 300})), 300);
  const SourceFile pages{FileKind::tiff, written_tiff({}, 3)};
  const std::string first = page_picture(pages, {0, 0, 64}, {});
  EXPECT_NE(page_picture(pages, {2, 0, 64}, {}), first);
  for (const int page : {-1, 3}) {
    EXPECT_EQ(fault_of([&] { page_picture(pages, {page, 0, 64}, {}); }), Fault::bug);
  }
}

TEST(PagePicture, OfEachPageOfAPdf) {
  const SourceFile file{FileKind::pdf, pdf_of_text({{"The first"}, {"The second page"}})};
  const PixPtr shown = picture(file, {1, 0, 1000});
  EXPECT_EQ(height_of(shown), 1000);
  EXPECT_NEAR(width_of(shown), 707, 1);
  EXPECT_GT(difference(shown, picture(file, {0, 0, 1000})), 0);
  EXPECT_EQ(height_of(picture(file, {0, 0, 4096})), 3508) << "the frame of 300 dpi";
  EXPECT_EQ(width_of(picture(file, {0, 90, 1000})), 1000);
  for (const int page : {-1, 2}) {
    EXPECT_EQ(fault_of([&] { page_picture(file, {page, 0, 64}, {}); }), Fault::bug);
  }
}

TEST(PagePicture, OfAScanKeepsItsShape) {
  const SourceFile file = scan("scan_0007.jpg", FileKind::jpeg);
  const PixPtr whole = picture(file, {0, 0, 4096});
  const PixPtr small = picture(file, {0, 0, 700});
  EXPECT_EQ(std::max(width_of(small), height_of(small)), 700);
  EXPECT_NEAR(static_cast<double>(width_of(small)) / height_of(small),
              static_cast<double>(width_of(whole)) / height_of(whole), 0.003);
}

TEST(PagePicture, OfAStripSomethingIsLeft) {
  for (const auto& [width, height] :
       std::vector<std::pair<unsigned, unsigned>>{{16, 20'000}, {20'000, 16}, {16, 2000}}) {
    const SourceFile file{FileKind::png, white_png(width, height, PngColour::bilevel)};
    const PixPtr shown = picture(file, {0, 0, 64});
    EXPECT_LE(std::max(width_of(shown), height_of(shown)), 64);
  }
}

TEST(PagePicture, TakesNothingAlongButThePixels) {
  PixPtr page = marked_page(400, 400, 8);
  pixSetText(page.get(), "Ivanov was here");
  const SourceFile file{FileKind::jpeg, encoded(page, IFF_JFIF_JPEG)};
  ASSERT_NE(file.bytes.find("Ivanov"), std::string::npos);
  for (const int side : {64, 300, 4096}) {
    const std::string shown = page_picture(file, {0, 90, side}, {});
    EXPECT_EQ(shown.find("Ivanov"), std::string::npos) << side;
    EXPECT_TRUE(jpeg_is_whole(shown));
  }
}

TEST(PagePicture, EvenNoiseFitsIntoItsBounds) {
  PixPtr noise(pixCreate(4096, 4096, 32));
  l_uint32 seed = 1;
  l_uint32* const data = pixGetData(noise.get());
  for (int i = 0; i < 4096 * 4096; ++i) {
    seed = seed * 1664525 + 1013904223;
    data[i] = seed & 0xFFFFFF00;
  }
  const SourceFile file{FileKind::bmp, encoded(noise, IFF_BMP)};
  const std::string shown = page_picture(file, {0, 0, 4096}, {});
  EXPECT_LE(shown.size(), kPictureBytes);
  EXPECT_EQ(width_of(read_pix(shown)), 4096);
}

TEST(PagePicture, WhatHasNoPictureIsSaid) {
  for (const FileKind kind : {FileKind::docx, FileKind::xlsx, FileKind::csv, FileKind::zip,
                              FileKind::tar, FileKind::other}) {
    EXPECT_EQ(fault_of([&] { page_picture({kind, "x"}, {0, 0, 64}, {}); }), Fault::usage);
  }
}

TEST(PagePicture, HostileFilesAreRefusedAsByTheReader) {
  const auto fault = [](FileKind kind, const std::string& bytes, const ReadLimits& limits = {}) {
    return fault_of([&] { page_picture({kind, bytes}, {0, 0, 64}, limits); });
  };
  std::string cut = encoded(marked_page(400, 400, 8), IFF_JFIF_JPEG);
  cut.resize(cut.size() / 2);

  EXPECT_EQ(fault(FileKind::jpeg, cut), Fault::corrupt);
  EXPECT_EQ(fault(FileKind::png, "words"), Fault::corrupt);
  EXPECT_EQ(fault(FileKind::png, white_png(20'000, 20'000, PngColour::bilevel)), Fault::usage);
  EXPECT_EQ(fault(FileKind::tiff, looping_tiff()), Fault::corrupt);
  EXPECT_EQ(fault(FileKind::pdf, locked_pdf()), Fault::corrupt);
  EXPECT_EQ(fault(FileKind::pdf, "%PDF-1.4 and nothing more"), Fault::corrupt);
  ReadLimits few;
  few.pixels = 1000;
  EXPECT_EQ(fault(FileKind::pdf, pdf_of_text({{"x"}}), few), Fault::usage);
}

}  // namespace
}  // namespace fonds

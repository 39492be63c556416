#include "ingest/tiff_memory.h"

#include <gtest/gtest.h>

#include "ingest/pix.h"
#include "ingest/written_tiff.h"

namespace fonds {
namespace {

TEST(TiffMemory, WhatWasWrittenIsRead) {
  const std::string bytes = written_tiff({}, 2);

  TiffSource source{bytes};
  const TiffPtr tiff = open_tiff(source);
  ASSERT_TRUE(tiff);
  EXPECT_EQ(TIFFNumberOfDirectories(tiff.get()), 2U);
  EXPECT_EQ(raw_data(bytes, 1).at(0).size(), kTiffWidth * kTiffHeight);
}

TEST(TiffMemory, ALargeStripStaysOne) {
  TiffLayout tall;
  tall.bits = 16;
  const std::string bytes = written_tiff(tall, 1);  // 12 KB: libtiff would cut it at 8 KB

  EXPECT_EQ(raw_data(bytes, 0).size(), 1U);
}

TEST(TiffMemory, NothingIsWrittenBeyondTheLimit) {
  silence_image_libraries();
  TiffTarget target{{}, 100};
  TiffPtr tiff = create_tiff(target, "wl");
  ASSERT_TRUE(tiff);
  TIFFSetField(tiff.get(), TIFFTAG_IMAGEWIDTH, 64);
  TIFFSetField(tiff.get(), TIFFTAG_IMAGELENGTH, 64);
  TIFFSetField(tiff.get(), TIFFTAG_BITSPERSAMPLE, 8);
  std::string data(64L * 64, 'x');

  EXPECT_LT(TIFFWriteRawStrip(tiff.get(), 0, data.data(), static_cast<tmsize_t>(data.size())), 0);
  tiff.reset();

  EXPECT_LE(target.bytes.size(), 100U);
}

TEST(TiffMemory, BytesThatAreNoTiffAreNone) {
  silence_image_libraries();
  for (const char* bytes : {"", "II*", "not a picture", "%PDF-1.4"}) {
    TiffSource source{bytes};
    EXPECT_FALSE(open_tiff(source)) << bytes;
  }
}

}  // namespace
}  // namespace fonds

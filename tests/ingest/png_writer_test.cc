#include "ingest/png_writer.h"

#include <gtest/gtest.h>

#include <random>

#include "base/error.h"
#include "support/sane_backend.h"

namespace fonds {
namespace {

std::string noise(std::size_t size) {
  std::mt19937 random(3);
  std::string bytes(size, '\0');
  for (char& byte : bytes) byte = static_cast<char>(random() & 0xFFU);
  return bytes;
}

TEST(PngWriter, AnotherReaderGetsTheSameSamplesBack) {
  for (const PngWriter::Form form :
       {PngWriter::Form{40, 1, 1, 300}, PngWriter::Form{37, 1, 8, 200},
        PngWriter::Form{37, 1, 16, 600}, PngWriter::Form{37, 3, 8, 300},
        PngWriter::Form{37, 3, 16, 0}, PngWriter::Form{8, 1, 1, 300},
        PngWriter::Form{5000, 3, 8, 300}}) {
    PngWriter writer(form);
    const std::string samples = noise(writer.row_bytes() * 50);
    for (std::size_t y = 0; y < 50; ++y) {
      writer.add(std::string_view(samples).substr(y * writer.row_bytes(), writer.row_bytes()));
    }
    const UnpackedPng png = unpack_png(writer.finish());

    EXPECT_EQ(png.width, form.width);
    EXPECT_EQ(png.height, 50);
    EXPECT_EQ(png.channels, form.channels);
    EXPECT_EQ(png.depth, form.depth);
    EXPECT_NEAR(png.dpi, form.dpi, 0.02);
    EXPECT_TRUE(png.samples == samples) << form.width << " " << form.channels << " " << form.depth;
  }
}

TEST(PngWriter, PacksAWhitePageToLittle) {
  PngWriter writer({2480, 3, 8, 300});
  const std::string white(writer.row_bytes(), '\xFF');
  for (int y = 0; y < 3508; ++y) writer.add(white);

  EXPECT_LT(writer.finish().size(), 60'000u);
}

TEST(PngWriter, RefusesARowOfAnotherLength) {
  PngWriter writer({10, 1, 8, 300});
  EXPECT_THROW(writer.add("short"), Error);
}

}  // namespace
}  // namespace fonds

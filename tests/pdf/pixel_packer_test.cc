#include "pdf/pixel_packer.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <cstdlib>
#include <vector>

#include "base/error.h"

namespace fonds {
namespace {

std::string inflated(const std::string& packed, std::size_t size) {
  std::string out(size, '\0');
  uLongf length = out.size();
  EXPECT_EQ(uncompress(reinterpret_cast<Bytef*>(out.data()), &length,
                       reinterpret_cast<const Bytef*>(packed.data()), packed.size()),
            Z_OK);
  EXPECT_EQ(length, size);
  return out;
}

int guess_of(int filter, int left, int up, int corner) {
  const int sum = left + up - corner;
  const int a = std::abs(sum - left);
  const int b = std::abs(sum - up);
  const int c = std::abs(sum - corner);
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) / 2;
    default:
      return a <= b && a <= c ? left : (b <= c ? up : corner);
  }
}

/// Undoes the predictors as a viewer does (PNG specification, 9.2).
std::vector<std::string> rows_of(const PdfImage& image, std::size_t row_bytes, std::size_t step) {
  const auto height = static_cast<std::size_t>(image.height);
  const std::string bytes = inflated(image.data, height * (row_bytes + 1));
  std::vector<std::string> rows;
  std::string above(row_bytes, '\0');
  for (std::size_t y = 0; y < height; ++y) {
    const std::string line = bytes.substr(y * (row_bytes + 1), row_bytes + 1);
    std::string row;
    for (std::size_t i = 0; i < row_bytes; ++i) {
      const auto at = [](const std::string& s, std::size_t k) {
        return static_cast<int>(static_cast<unsigned char>(s[k]));
      };
      const int left = i >= step ? at(row, i - step) : 0;
      const int corner = i >= step ? at(above, i - step) : 0;
      row += static_cast<char>(at(line, i + 1) + guess_of(line[0], left, at(above, i), corner));
    }
    rows.push_back(row);
    above = row;
  }
  return rows;
}

std::vector<std::string> noisy_rows(std::size_t row_bytes, int height) {
  std::vector<std::string> rows;
  unsigned seed = 7;
  for (int y = 0; y < height; ++y) {
    std::string row;
    for (std::size_t i = 0; i < row_bytes; ++i) {
      seed = seed * 1664525 + 1013904223;
      // Slopes, noise and flat parts by turns, so that each predictor is chosen somewhere.
      const unsigned slope = static_cast<unsigned>(y) * 3 + static_cast<unsigned>(i);
      row += static_cast<char>(y % 3 == 0 ? seed >> 24 : (y % 3 == 1 ? slope : 200U));
    }
    rows.push_back(row);
  }
  return rows;
}

TEST(PixelPacker, GivesEveryRowBackWhateverTheColours) {
  struct Case {
    PdfColour colour;
    int width;
    std::size_t row_bytes;
    std::size_t step;
  };
  for (const Case& each : {Case{PdfColour::rgb, 33, 99, 3}, Case{PdfColour::grey, 33, 33, 1},
                           Case{PdfColour::bilevel, 33, 5, 1}, Case{PdfColour::rgb, 1, 3, 3},
                           Case{PdfColour::bilevel, 1, 1, 1}}) {
    const auto rows = noisy_rows(each.row_bytes, 40);
    PixelPacker packer(each.width, 40, each.colour);
    for (const std::string& row : rows) packer.add_row(row);

    const PdfImage image = packer.finish();

    EXPECT_EQ(rows_of(image, each.row_bytes, each.step), rows);
    EXPECT_EQ(image.width, each.width);
    EXPECT_EQ(image.height, 40);
  }
}

TEST(PixelPacker, MakesAPlainSheetSmall) {
  PixelPacker packer(2480, 3508, PdfColour::rgb);
  const std::string white(std::size_t{2480} * 3, '\xFF');
  for (int y = 0; y < 3508; ++y) packer.add_row(white);

  EXPECT_LT(packer.finish().data.size(), 200'000U);  // of 26 million
}

TEST(PixelPacker, RefusesRowsThatAreNotThePicture) {
  EXPECT_THROW(PixelPacker(0, 1, PdfColour::grey), Error);
  EXPECT_THROW(PixelPacker(1, 0, PdfColour::grey), Error);
  PixelPacker packer(4, 2, PdfColour::grey);
  EXPECT_THROW(packer.add_row("abc"), Error);
  packer.add_row("abcd");
  EXPECT_THROW(packer.finish(), Error);
  packer.add_row("abcd");
  EXPECT_THROW(packer.add_row("abcd"), Error);
}

TEST(PixelPacker, TellsHowMuchItHasPackedSoFar) {
  PixelPacker packer(1000, 1000, PdfColour::grey);
  for (const std::string& row : noisy_rows(1000, 600)) packer.add_row(row);

  const std::size_t before = packer.packed();

  EXPECT_GT(before, 150'000U);
  EXPECT_LT(before, 600'000U);
}

TEST(DeflateBytes, GiveThemselvesBack) {
  for (const std::string& text : {std::string(), std::string("q Q"), std::string(300'000, 'x')}) {
    EXPECT_EQ(inflated(deflate_bytes(text), text.size()), text);
  }
}

}  // namespace
}  // namespace fonds

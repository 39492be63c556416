#include "ingest/tiff_part.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "ingest/written_tiff.h"
#include "support/hostile_files.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::Not;

Error error_of(const std::string& bytes, int first = 0, int count = 1) {
  try {
    tiff_pages(bytes, first, count);
  } catch (const Error& error) {
    return error;
  }
  ADD_FAILURE() << "nothing was thrown";
  return {Fault::bug, "nothing was thrown"};
}

template <class Value>
Value tag(const std::string& bytes, int index, std::uint32_t which, Value otherwise) {
  TiffSource source{bytes};
  const TiffPtr tiff = open_tiff(source);
  TIFFSetDirectory(tiff.get(), static_cast<tdir_t>(index));
  Value value = otherwise;
  return TIFFGetField(tiff.get(), which, &value) == 1 ? value : otherwise;
}

std::string text_tag(const std::string& bytes, std::uint32_t which) {
  TiffSource source{bytes};
  const TiffPtr tiff = open_tiff(source);
  const char* text = nullptr;
  return TIFFGetField(tiff.get(), which, &text) == 1 ? text : "";
}

TEST(TiffPart, CopiesTheDataOfEveryLayoutBitForBit) {
  for (const TiffLayout& layout : every_layout()) {
    const std::string whole = written_tiff(layout, 4);

    const std::string part = tiff_pages(whole, 1, 2);

    ASSERT_GE(raw_data(whole, 1).size(), 1U) << layout.name;
    EXPECT_EQ(raw_data(part, 0), raw_data(whole, 1)) << layout.name;
    EXPECT_EQ(raw_data(part, 1), raw_data(whole, 2)) << layout.name;
    EXPECT_TRUE(raw_data(part, 2).empty()) << layout.name;
    // Byte order and width of offsets.
    EXPECT_EQ(part.substr(0, 4), whole.substr(0, 4)) << layout.name;
    EXPECT_EQ(tag<float>(part, 1, TIFFTAG_XRESOLUTION, 0), 400) << layout.name;
    EXPECT_EQ(tiff_pages(whole, 1, 2), part) << layout.name;
  }
}

TEST(TiffPart, NothingOfTheOtherPagesRemains) {
  TiffLayout layout;
  layout.more = [](TIFF* tiff, int page) {
    TIFFSetField(tiff, TIFFTAG_IMAGEDESCRIPTION, ("DESCRIPTION-" + std::to_string(page)).c_str());
    TIFFSetField(tiff, TIFFTAG_DOCUMENTNAME, "EVERYBODY");
    const std::string packet = "<x>EVERYBODY</x>";
    TIFFSetField(tiff, TIFFTAG_XMLPACKET, static_cast<std::uint32_t>(packet.size()), packet.data());
  };
  const std::string whole = written_tiff(layout, 3);
  ASSERT_THAT(whole, HasSubstr("EVERYBODY"));

  const std::string part = tiff_pages(whole, 1, 1);

  EXPECT_THAT(part, HasSubstr("DESCRIPTION-1"));
  for (const char* other : {"DESCRIPTION-0", "DESCRIPTION-2", "EVERYBODY"}) {
    EXPECT_THAT(part, Not(HasSubstr(other)));
  }
  for (const int other : {0, 2}) {
    EXPECT_EQ(part.find(raw_data(whole, other).at(0).substr(0, 64)), std::string::npos);
  }
  EXPECT_LT(part.size(), whole.size() / 2);
}

TEST(TiffPart, TagsThatSayHowAPageLooksStay) {
  TiffLayout layout;
  layout.compression = COMPRESSION_ADOBE_DEFLATE;
  layout.samples = 4;
  layout.photometric = PHOTOMETRIC_RGB;
  layout.more = [](TIFF* tiff, int page) {
    const std::uint16_t alpha[] = {EXTRASAMPLE_UNASSALPHA};
    TIFFSetField(tiff, TIFFTAG_EXTRASAMPLES, 1, alpha);
    TIFFSetField(tiff, TIFFTAG_ORIENTATION, ORIENTATION_RIGHTTOP);
    TIFFSetField(tiff, TIFFTAG_ICCPROFILE, 7, "PROFILE");
    TIFFSetField(tiff, TIFFTAG_PAGENUMBER, page, 3);
    TIFFSetField(tiff, TIFFTAG_MAKE, "Scanner works");
    TIFFSetField(tiff, TIFFTAG_DATETIME, "2024:05:15 18:30:05");
    const float white[] = {0.25F, 0.5F};
    TIFFSetField(tiff, TIFFTAG_WHITEPOINT, white);
    TIFFSetField(tiff, TIFFTAG_SUBFILETYPE, FILETYPE_PAGE);
  };

  const std::string part = tiff_pages(written_tiff(layout, 3), 2, 1);

  EXPECT_EQ(tag<std::uint16_t>(part, 0, TIFFTAG_ORIENTATION, 0), ORIENTATION_RIGHTTOP);
  EXPECT_EQ(tag<std::uint16_t>(part, 0, TIFFTAG_SAMPLESPERPIXEL, 0), 4);
  EXPECT_EQ(tag<std::uint32_t>(part, 0, TIFFTAG_SUBFILETYPE, 0),
            static_cast<std::uint32_t>(FILETYPE_PAGE));
  EXPECT_EQ(text_tag(part, TIFFTAG_MAKE), "Scanner works");
  EXPECT_EQ(text_tag(part, TIFFTAG_DATETIME), "2024:05:15 18:30:05");
  TiffSource source{part};
  const TiffPtr tiff = open_tiff(source);
  std::uint16_t count = 0;
  std::uint16_t* extra = nullptr;
  ASSERT_EQ(TIFFGetField(tiff.get(), TIFFTAG_EXTRASAMPLES, &count, &extra), 1);
  EXPECT_EQ(extra[0], EXTRASAMPLE_UNASSALPHA);
  std::uint32_t size = 0;
  const char* profile = nullptr;
  ASSERT_EQ(TIFFGetField(tiff.get(), TIFFTAG_ICCPROFILE, &size, &profile), 1);
  EXPECT_EQ(std::string(profile, size), "PROFILE");
  const float* white = nullptr;
  ASSERT_EQ(TIFFGetField(tiff.get(), TIFFTAG_WHITEPOINT, &white), 1);
  EXPECT_EQ(white[1], 0.5F);
  std::uint16_t number = 9;
  ASSERT_EQ(TIFFGetField(tiff.get(), TIFFTAG_PAGENUMBER, &number, &count), 1);
  EXPECT_EQ(number, 0);
  EXPECT_EQ(count, 1);
}

/// A little-endian TIFF of one page whose compression is `number`.
std::string compressed_as(std::uint16_t number) {
  std::string bytes = written_tiff({}, 1);
  const std::string entry("\x03\x01\x03\0\x01\0\0\0", 8);
  const std::size_t at = bytes.find(entry);
  EXPECT_NE(at, std::string::npos);
  bytes[at + 8] = static_cast<char>(number & 0xFF);
  bytes[at + 9] = static_cast<char>(number >> 8);
  return bytes;
}

TEST(TiffPart, ACompressionThatCannotBeCopiedIsSaid) {
  ASSERT_NO_THROW(tiff_pages(compressed_as(COMPRESSION_NONE), 0, 1));
  for (const int number : {COMPRESSION_OJPEG, COMPRESSION_NEXT, COMPRESSION_JBIG, 12345}) {
    const Error error = error_of(compressed_as(static_cast<std::uint16_t>(number)));
    EXPECT_EQ(error.fault(), Fault::usage) << number;
    EXPECT_THAT(error.message(), HasSubstr(std::to_string(number)));
    EXPECT_THAT(error.hint(), HasSubstr("LZW"));
  }
}

TEST(TiffPart, DamagedFilesAreCorrupt) {
  const std::string whole = written_tiff({}, 2);
  for (const std::string& bytes : {std::string(), std::string("II*"), std::string("words only"),
                                   whole.substr(0, whole.size() / 4)}) {
    EXPECT_EQ(error_of(bytes).fault(), Fault::corrupt);
  }
  EXPECT_EQ(error_of(whole, 2, 1).fault(), Fault::corrupt);
  EXPECT_EQ(error_of(whole, 0, 3).fault(), Fault::corrupt);
  EXPECT_EQ(error_of(whole, -1, 1).fault(), Fault::bug);
  EXPECT_EQ(error_of(whole, 0, 0).fault(), Fault::bug);
}

TEST(TiffPart, FlippedBitsGiveAFaultOrAPartOfBoundedSize) {
  TiffLayout layout;
  layout.compression = COMPRESSION_LZW;
  layout.rows_per_strip = 8;
  for (const char* mode : {"wl", "wb8"}) {
    layout.mode = mode;
    const std::string whole = written_tiff(layout, 2);
    for (std::uint32_t seed = 0; seed < 1000; ++seed) {
      const std::string bytes = flip_bits(whole, 8, seed);
      try {
        EXPECT_LE(tiff_pages(bytes, 0, 2).size(), 2 * bytes.size() + (1U << 20));
      } catch (const Error& error) {
        EXPECT_TRUE(error.fault() == Fault::corrupt || error.fault() == Fault::usage) << seed;
      }
    }
  }
}

}  // namespace
}  // namespace fonds

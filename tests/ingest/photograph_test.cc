#include "ingest/photograph.h"

#include <gtest/gtest.h>

#include <string>

namespace fonds {
namespace {

using namespace std::string_literals;

/// A JPEG of nothing but an Exif with DateTimeOriginal.
std::string jpeg_taken_at(const std::string& moment) {
  const std::string tiff =
      "MM\0*\0\0\0\x08"s +
      "\0\x01\x87\x69\0\x04\0\0\0\x01\0\0\0\x1A\0\0\0\0"s +  // one entry: where the Exif is
      "\0\x01\x90\x03\0\x02\0\0\0\x14\0\0\0\x2C\0\0\0\0"s +  // one entry: the moment, 20 bytes
      moment + '\0';
  const std::string exif = "Exif\0\0"s + tiff;
  const std::size_t length = exif.size() + 2;
  return "\xFF\xD8\xFF\xE1"s + static_cast<char>(length >> 8) + static_cast<char>(length & 0xFF) +
         exif + "\xFF\xD9"s;
}

TEST(Photograph, TheMomentIsWhatTheCameraWrote) {
  EXPECT_EQ(photographed_at(jpeg_taken_at("2024:05:15 18:30:05")), "2024-05-15T18:30:05");
}

TEST(Photograph, AClockThatWasNeverSetSaysNothing) {
  EXPECT_EQ(photographed_at(jpeg_taken_at("0000:00:00 00:00:00")), "");
  EXPECT_EQ(photographed_at(jpeg_taken_at("2024:02:31 10:00:00")), "");
  EXPECT_EQ(photographed_at(jpeg_taken_at("                   ")), "");
}

TEST(Photograph, APictureWithoutOrWithDamagedExifSaysNothing) {
  EXPECT_EQ(photographed_at(""), "");
  EXPECT_EQ(photographed_at("\xFF\xD8\xFF\xD9"), "");
  const std::string whole = jpeg_taken_at("2024:05:15 18:30:05");
  for (std::size_t length = 0; length + 4 < whole.size(); ++length) {
    const std::string said = photographed_at(std::string_view(whole).substr(0, length));
    EXPECT_TRUE(said.empty() || is_photograph_moment(said)) << length;
  }
}

TEST(Photograph, AMomentIsADayAndATime) {
  EXPECT_TRUE(is_photograph_moment("2024-05-15T18:30:05"));
  EXPECT_FALSE(is_photograph_moment("2024-05-15T24:30:05"));
  EXPECT_FALSE(is_photograph_moment("2024-13-15T18:30:05"));
  EXPECT_FALSE(is_photograph_moment("2024-05-15 18:30:05"));
  EXPECT_FALSE(is_photograph_moment("2024-05-15"));
}

}  // namespace
}  // namespace fonds

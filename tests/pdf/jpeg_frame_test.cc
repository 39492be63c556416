#include "pdf/jpeg_frame.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace fonds {
namespace {

using namespace std::string_literals;

std::string segment(char marker, const std::string& body) {
  const std::size_t length = body.size() + 2;
  return "\xFF"s + marker + static_cast<char>(length >> 8) + static_cast<char>(length & 0xFF) +
         body;
}

std::string frame_of(char marker, char bits, const std::string& names) {
  std::string body = bits + "\0\x20\0\x10"s + static_cast<char>(names.size());  // 16 × 32
  for (const char name : names) body += name + "\x11\0"s;
  return segment(marker, body);
}

std::string file(const std::string& segments) {
  return "\xFF\xD8"s + segments + segment('\xDA', "\1\1\0\0\x3F\0"s) + "\x12\x34\xFF\xD9";
}

TEST(JpegFrame, TellsWhatTheHeaderSays) {
  const auto frame = read_jpeg_frame(file(frame_of('\xC0', 8, "\1\2\3")));

  ASSERT_TRUE(frame);
  EXPECT_EQ(frame->width, 16);
  EXPECT_EQ(frame->height, 32);
  EXPECT_EQ(frame->components, 3);
  EXPECT_TRUE(fits_pdf(*frame));
}

TEST(JpegFrame, FitsAPdfOnlyWhenEveryViewerDecodesIt) {
  struct Case {
    const char* what;
    std::string segments;
    bool fits;
  };
  const Case cases[] = {
      {"baseline grey", frame_of('\xC0', 8, "\1"), true},
      {"extended", frame_of('\xC1', 8, "\1\2\3"), true},
      {"progressive", frame_of('\xC2', 8, "\1\2\3"), true},
      {"lossless", frame_of('\xC3', 8, "\1\2\3"), false},
      {"arithmetic", frame_of('\xC9', 8, "\1\2\3"), false},
      {"12 bits", frame_of('\xC1', 12, "\1"), false},
      {"four inks", frame_of('\xC0', 8, "\1\2\3\4"), false},
      {"two components", frame_of('\xC0', 8, "\1\2"), false},
  };
  for (const Case& each : cases) {
    const auto frame = read_jpeg_frame(file(each.segments));
    ASSERT_TRUE(frame) << each.what;
    EXPECT_EQ(fits_pdf(*frame), each.fits) << each.what;
    if (!each.fits) {
      EXPECT_THROW(embed_jpeg(*frame, ""), Error) << each.what;
    }
  }
}

TEST(JpegFrame, DoesNotTakeAPreviewInTheHeaderForThePicture) {
  const std::string preview = file(frame_of('\xC0', 8, "\1"));

  const auto frame =
      read_jpeg_frame(file(segment('\xE1', preview) + frame_of('\xC0', 8, "\1\2\3")));

  ASSERT_TRUE(frame);
  EXPECT_EQ(frame->components, 3);
}

TEST(JpegFrame, TellsViewersThatRgbIsNotTransformed) {
  const auto named = read_jpeg_frame(file(frame_of('\xC0', 8, "RGB")));
  const auto marked =
      read_jpeg_frame(file(segment('\xEE', "Adobe\0\x64\0\0\0\0\0"s) + frame_of('\xC0', 8, "RGB")));

  EXPECT_EQ(embed_jpeg(named.value(), "x").transform, JpegTransform::none);
  EXPECT_EQ(embed_jpeg(marked.value(), "x").transform, JpegTransform::as_usual);
}

TEST(JpegFrame, FindsNothingInWhatIsNoJpeg) {
  EXPECT_FALSE(read_jpeg_frame(""));
  EXPECT_FALSE(read_jpeg_frame("\xFF\xD8"));
  EXPECT_FALSE(read_jpeg_frame("\x89PNG\r\n"));
  EXPECT_FALSE(read_jpeg_frame(file("")));
  EXPECT_FALSE(read_jpeg_frame(file(frame_of('\xC0', 8, "\1") + frame_of('\xC0', 8, "\1"))));
  EXPECT_FALSE(read_jpeg_frame(file(segment('\xC0', "\x08\0"s))));
  EXPECT_FALSE(read_jpeg_frame(file(segment('\xC0', "\x08\0\1\0\1\xFF"s))));
}

TEST(JpegFrame, SurvivesAnEndAnywhere) {
  const std::string whole = file("\xFF"s + segment('\xE0', "JFIF") + frame_of('\xC2', 8, "\1\2\3"));
  for (std::size_t length = 0; length < whole.size(); ++length) {
    // A copy, so that the sanitizer sees a read behind the end.
    const std::string part(whole.data(), length);
    const auto frame = read_jpeg_frame(part);
    if (frame) {
      EXPECT_EQ(frame->width, 16);
    }
  }
}

}  // namespace
}  // namespace fonds

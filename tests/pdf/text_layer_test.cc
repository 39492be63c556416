#include "pdf/text_layer.h"

#include <gmock/gmock.h>

namespace fonds {
namespace {

using ::testing::HasSubstr;

/// Pixels of a frame 100 × 200, y down, to points one to one.
const Matrix kToPage{1, 0, 0, -1, 0, 200};

std::string written(const std::vector<PdfLine>& lines, const Matrix& to_page = kToPage) {
  GlyphlessFont font;
  return write_text_layer(lines, to_page, font);
}

TEST(TextLayer, FillsTheBoxOfTheWord) {
  // Four letters half as wide as high are 2 × size wide: 40 / 2 = 20; the line lies a fifth of the
  // height above the lower edge at 200 - 20 - 10.
  EXPECT_THAT(written({{{"слог", 5, 20, 40, 10}}}), HasSubstr("20 0 0 10 5 172 Tm\n<000100020003"
                                                              "00040005> Tj\n"));
}

TEST(TextLayer, IsInvisible) { EXPECT_THAT(written({{{"а", 0, 0, 5, 5}}}), HasSubstr("3 Tr\n")); }

TEST(TextLayer, IsNothingWithoutAWord) {
  EXPECT_EQ(written({}), "");
  EXPECT_EQ(written({{}}), "");
  EXPECT_EQ(written({{{"\x01", 0, 0, 5, 5}}}), "");
}

TEST(TextLayer, RunsUpwardsInABoxTooNarrowForItsLetters) {
  // Five letters, 10 wide and 150 high.
  EXPECT_THAT(written({{{"столб", 10, 20, 10, 150}}}), HasSubstr("0 60 -10 0 18 30 Tm"));
}

TEST(TextLayer, StaysLevelForASingleTallLetter) {
  EXPECT_THAT(written({{{"I", 10, 20, 4, 50}}}), HasSubstr("8 0 0 50 10 140 Tm"));
}

TEST(TextLayer, GivesABoxWithoutExtentAMatrixThatCanBeInverted) {
  EXPECT_THAT(written({{{"а", 10, 20, 0, 0}}}), HasSubstr("0.1 0 0 0.05 10 180.01 Tm"));
}

TEST(TextLayer, TurnsTheBoxWithThePage) {
  // The frame must be turned by 90 degrees: a box that stands is level on the page.
  const std::string text =
      written({{{"слог", 20, 50, 10, 40}}}, kToPage * turn_upright(90, 100, 200));

  // Upright it is 40 wide and 10 high, its left edge at 200 - 90, its top 20 below the top of 100.
  EXPECT_THAT(text, HasSubstr("20 0 0 10 110 72 Tm"));
}

TEST(TextLayer, PartsStringsThatNoReaderWouldTake) {
  std::string endless;
  for (int i = 0; i < 40'000; ++i) endless += "я";

  const std::string text = written({{{endless, 0, 0, 90, 10}}});

  std::size_t longest = 0;
  std::size_t from = text.find('<');
  while (from != std::string::npos) {
    const std::size_t to = text.find('>', from);
    longest = std::max(longest, (to - from) / 2);
    from = text.find('<', to);
  }
  EXPECT_GT(longest, 0U);
  EXPECT_LE(longest, 32'767U);  // ISO 32000-1, annex C: strings in a content stream
}

}  // namespace
}  // namespace fonds

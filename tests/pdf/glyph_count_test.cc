#include "pdf/glyph_count.h"

#include <gtest/gtest.h>

#include <string>

#include "pdf/glyphless_font.h"

namespace fonds {
namespace {

TEST(GlyphCount, IsWhatTheFontSays) { EXPECT_EQ(count_glyphs(GlyphlessFont::program()), 2); }

TEST(GlyphCount, HasTwoBytes) {
  std::string font = GlyphlessFont::program();
  // The table's place is in its entry: tag, checksum, offset.
  const std::size_t entry = font.find("maxp");
  const std::size_t table = static_cast<unsigned char>(font[entry + 10]) * 256U +
                            static_cast<unsigned char>(font[entry + 11]);
  font[table + 4] = '\x81';
  font[table + 5] = '\x02';

  EXPECT_EQ(count_glyphs(font), 0x8102);
}

TEST(GlyphCount, OfWhatIsNoFontIsNone) {
  EXPECT_EQ(count_glyphs(""), std::nullopt);
  EXPECT_EQ(count_glyphs("maxp"), std::nullopt);
  EXPECT_EQ(count_glyphs("%!PS-AdobeFont-1.0: Utopia"), std::nullopt);
  EXPECT_EQ(count_glyphs(std::string(1000, '\xFF')), std::nullopt);
  EXPECT_EQ(count_glyphs(std::string(1000, '\0')), std::nullopt);
}

TEST(GlyphCount, OfAnyBeginningOfAFontIsRightOrNone) {
  const std::string font = GlyphlessFont::program();
  for (std::size_t size = 0; size < font.size(); ++size) {
    const std::optional<int> glyphs = count_glyphs(font.substr(0, size));
    EXPECT_TRUE(!glyphs || *glyphs == 2) << size;
  }
}

}  // namespace
}  // namespace fonds

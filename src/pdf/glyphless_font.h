/// GlyphlessFont: the font of the invisible text layer: every character is the same empty glyph,
/// half as wide as the font is high; only its meaning (ToUnicode) differs.
///
/// Invariant: a code, once given, means the same character in the whole document.
/// Threads:   an object is used by one thread. Faults: none.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace fonds {

class GlyphlessFont {
 public:
  /// Width of every character and where the font stands on its line, in thousandths of its size.
  static constexpr int kAdvance = 500;
  static constexpr int kAscent = 800;
  static constexpr int kDescent = -200;
  static constexpr std::string_view kName = "FondsGlyphless";

  /// Codes of `text`, two bytes each; characters that no PDF may name (controls, U+FFFE, …) are
  /// left out. `text` is valid UTF-8.
  std::vector<std::uint16_t> encode(std::string_view text);
  /// Code of the space that parts words.
  std::uint16_t space();

  [[nodiscard]] bool used() const { return !meanings_.empty(); }
  /// The ToUnicode CMap (Adobe Technical Note 5411) of all codes given so far.
  [[nodiscard]] std::string to_unicode() const;
  /// CIDToGIDMap: every code given so far is glyph 1.
  [[nodiscard]] std::string code_to_glyph() const;
  /// The TrueType file: glyphs 0 and 1, both empty.
  static std::string program();

 private:
  std::uint16_t code_of(char32_t character);

  std::map<char32_t, std::uint16_t> codes_;
  std::vector<char32_t> meanings_;  ///< of code i + 1
};

}  // namespace fonds

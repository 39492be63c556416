#include "pdf/glyphless_font.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace fonds {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr std::size_t kMostCodes = 65'534;  // code 0 is .notdef, 65535 is left free

/// Takes one character off valid UTF-8.
char32_t take_character(std::string_view& text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  char32_t character = length == 1 ? lead : lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < std::min(length, text.size()); ++i) {
    character = character << 6 | (static_cast<unsigned char>(text[i]) & 0x3FU);
  }
  text.remove_prefix(std::min(length, text.size()));
  return character;
}

/// Controls mean nothing in a word, and ISO 19005 forbids U+0000, U+FEFF and U+FFFE as meanings.
bool may_be_named(char32_t c) {
  const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  const bool surrogate = c >= 0xD800 && c <= 0xDFFF;
  return !control && !surrogate && c != 0xFEFF && (c & 0xFFFEU) != 0xFFFE && c <= 0x10FFFF;
}

std::string utf16_hex(char32_t c) {
  if (c < 0x10000) return fmt::format("{:04X}", static_cast<unsigned>(c));
  const unsigned rest = static_cast<unsigned>(c) - 0x10000;
  return fmt::format("{:04X}{:04X}", 0xD800 + (rest >> 10), 0xDC00 + (rest & 0x3FF));
}

}  // namespace

std::uint16_t GlyphlessFont::code_of(char32_t character) {
  const auto known = codes_.find(character);
  if (known != codes_.end()) return known->second;
  if (meanings_.size() + 1 >= kMostCodes && character != kReplacement) return code_of(kReplacement);
  meanings_.push_back(character);
  const auto code = static_cast<std::uint16_t>(meanings_.size());
  codes_.emplace(character, code);
  return code;
}

std::vector<std::uint16_t> GlyphlessFont::encode(std::string_view text) {
  std::vector<std::uint16_t> codes;
  while (!text.empty()) {
    const char32_t character = take_character(text);
    if (may_be_named(character)) codes.push_back(code_of(character));
  }
  return codes;
}

std::uint16_t GlyphlessFont::space() { return code_of(U' '); }

std::string GlyphlessFont::to_unicode() const {
  std::string map =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  constexpr std::size_t kBlock = 100;  // the most one bfchar block may hold
  for (std::size_t from = 0; from < meanings_.size(); from += kBlock) {
    const std::size_t to = std::min(meanings_.size(), from + kBlock);
    map += fmt::format("{} beginbfchar\n", to - from);
    for (std::size_t i = from; i < to; ++i) {
      map += fmt::format("<{:04X}> <{}>\n", i + 1, utf16_hex(meanings_[i]));
    }
    map += "endbfchar\n";
  }
  return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

std::string GlyphlessFont::code_to_glyph() const {
  std::string map(2, '\0');
  for (std::size_t i = 0; i < meanings_.size(); ++i) map.append("\0\1", 2);
  return map;
}

namespace {

/// Big-endian numbers of a TrueType table.
class Table {
 public:
  Table& u16(int value) {
    bytes_ += static_cast<char>(value >> 8 & 0xFF);
    bytes_ += static_cast<char>(value & 0xFF);
    return *this;
  }
  Table& u32(std::uint32_t value) {
    return u16(static_cast<int>(value >> 16)).u16(static_cast<int>(value & 0xFFFF));
  }
  Table& zeros(std::size_t count) {
    bytes_.append(count, '\0');
    return *this;
  }
  Table& raw(std::string_view bytes) {
    bytes_ += bytes;
    return *this;
  }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

std::uint32_t checksum(const std::string& bytes) {
  std::uint32_t sum = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    sum += static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])) << (24 - 8 * (i % 4));
  }
  return sum;
}

constexpr int kUnits = 1000;  // per em

Table head() {
  return Table()
      .u32(0x00010000)
      .u32(0x00010000)
      .u32(0)
      .u32(0x5F0F3CF5)
      .u16(3)
      .u16(kUnits)
      .zeros(16)  // created, modified
      .u16(0)
      .u16(GlyphlessFont::kDescent)
      .u16(GlyphlessFont::kAdvance)
      .u16(GlyphlessFont::kAscent)
      .u16(0)
      .u16(8)
      .u16(2)
      .u16(0)
      .u16(0);  // style, smallest size, direction, short loca
}

Table hhea() {
  return Table()
      .u32(0x00010000)
      .u16(GlyphlessFont::kAscent)
      .u16(GlyphlessFont::kDescent)
      .u16(0)
      .u16(GlyphlessFont::kAdvance)
      .u16(0)
      .u16(0)
      .u16(0)
      .u16(1)
      .u16(0)
      .u16(0)
      .zeros(8)
      .u16(0)
      .u16(2);
}

Table maxp() { return Table().u32(0x00010000).u16(2).zeros(14).u16(0).zeros(10); }

Table hmtx() {
  return Table().u16(GlyphlessFont::kAdvance).u16(0).u16(GlyphlessFont::kAdvance).u16(0);
}

Table cmap() {  // format 4: the space, so that no reader finds it empty; codes go another way
  return Table()
      .u16(0)
      .u16(1)
      .u16(3)
      .u16(1)
      .u32(12)
      .u16(4)
      .u16(32)
      .u16(0)
      .u16(4)
      .u16(4)
      .u16(1)
      .u16(0)
      .u16(0x20)
      .u16(0xFFFF)
      .u16(0)
      .u16(0x20)
      .u16(0xFFFF)
      .u16(1 - 0x20)
      .u16(1)
      .u16(0)
      .u16(0);
}

Table post() { return Table().u32(0x00030000).u32(0).u16(-100).u16(50).u32(1).zeros(16); }

Table name() {
  std::string wide;
  for (const char c : GlyphlessFont::kName) wide += std::string{'\0', c};
  const int length = static_cast<int>(wide.size());
  Table table;
  table.u16(0).u16(3).u16(6 + 3 * 12);
  for (const int id : {1, 4, 6}) table.u16(3).u16(1).u16(0x409).u16(id).u16(length).u16(0);
  return table.raw(wide);
}

}  // namespace

std::string GlyphlessFont::program() {
  const std::array<std::pair<std::string_view, std::string>, 9> tables{{
      {"cmap", cmap().bytes()},
      {"glyf", std::string(4, '\0')},
      {"head", head().bytes()},
      {"hhea", hhea().bytes()},
      {"hmtx", hmtx().bytes()},
      {"loca", std::string(6, '\0')},
      {"maxp", maxp().bytes()},
      {"name", name().bytes()},
      {"post", post().bytes()},
  }};
  Table directory;
  directory.u32(0x00010000).u16(static_cast<int>(tables.size())).u16(128).u16(3).u16(16);
  std::string body;
  const std::size_t first = 12 + 16 * tables.size();
  std::size_t head_at = 0;
  for (const auto& [tag, bytes] : tables) {
    if (tag == "head") head_at = first + body.size();
    directory.raw(tag)
        .u32(checksum(bytes))
        .u32(static_cast<std::uint32_t>(first + body.size()))
        .u32(static_cast<std::uint32_t>(bytes.size()));
    body += bytes;
    body.append((4 - body.size() % 4) % 4, '\0');
  }
  std::string file = directory.bytes() + body;
  // checkSumAdjustment (OpenType 1.9, "head"): makes the sum of the whole file the magic number.
  const std::uint32_t adjustment = 0xB1B0AFBA - checksum(file);
  file.replace(head_at + 8, 4, Table().u32(adjustment).bytes());
  return file;
}

}  // namespace fonds

#include "pdf/glyph_count.h"

#include <cstddef>

namespace fonds {
namespace {

/// A number of `size` bytes, the highest first; nothing behind the end.
std::optional<std::size_t> number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  if (at > bytes.size() || bytes.size() - at < size) return std::nullopt;
  std::size_t number = 0;
  for (const char byte : bytes.substr(at, size)) {
    number = number << 8U | static_cast<unsigned char>(byte);
  }
  return number;
}

}  // namespace

std::optional<int> count_glyphs(std::string_view program) {
  constexpr std::size_t kHead = 12;
  constexpr std::size_t kEntry = 16;  // tag, checksum, offset, length: 4 bytes each
  const std::size_t tables = number_at(program, 4, 2).value_or(0);
  for (std::size_t i = 0; i < tables; ++i) {
    const std::size_t entry = kHead + i * kEntry;
    const std::optional<std::size_t> table = number_at(program, entry + 8, 4);
    if (!table) return std::nullopt;
    if (program.substr(entry, 4) != "maxp") continue;
    const std::optional<std::size_t> glyphs = number_at(program, *table + 4, 2);
    if (!glyphs) return std::nullopt;
    return static_cast<int>(*glyphs);
  }
  return std::nullopt;
}

}  // namespace fonds

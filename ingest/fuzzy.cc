#include "ingest/fuzzy.h"

#include <algorithm>
#include <array>
#include <vector>

#include "registry/letters.h"

namespace fonds {
namespace {

/// Levenshtein's, a letter put in or left out costing `whole` and one taken for another `cost` of
/// both; `most` + 1 when it is more than `most`.
template <class Cost>
std::size_t distance(std::u32string_view a, std::u32string_view b, std::size_t most,
                     std::size_t whole, const Cost& cost) {
  if (a.size() > b.size()) std::swap(a, b);
  if ((b.size() - a.size()) * whole > most) return most + 1;
  std::vector<std::size_t> row(a.size() + 1);
  for (std::size_t i = 0; i <= a.size(); ++i) row[i] = i * whole;
  for (std::size_t j = 1; j <= b.size(); ++j) {
    std::size_t diagonal = row[0];
    row[0] = j * whole;
    std::size_t least = row[0];
    for (std::size_t i = 1; i <= a.size(); ++i) {
      const std::size_t kept = diagonal + cost(a[i - 1], b[j - 1]);
      diagonal = row[i];
      row[i] = std::min({kept, row[i] + whole, row[i - 1] + whole});
      least = std::min(least, row[i]);
    }
    if (least > most) return most + 1;
  }
  return std::min(row.back(), most + 1);
}

}  // namespace

std::u32string characters_of(std::string_view utf8) {
  std::u32string characters;
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t bytes = std::min(letter_bytes(utf8[at]), utf8.size() - at);
    char32_t character = static_cast<unsigned char>(utf8[at]);
    if (bytes > 1) character &= 0xFFU >> (bytes + 1);
    for (std::size_t i = 1; i < bytes; ++i) {
      character = (character << 6) | (static_cast<unsigned char>(utf8[at + i]) & 0x3FU);
    }
    characters += character;
    at += bytes;
  }
  return characters;
}

std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t most) {
  return distance(a, b, most, 1, [](char32_t x, char32_t y) { return x == y ? 0U : 1U; });
}

double ornamental_distance(std::u32string_view a, std::u32string_view b) {
  static constexpr std::array<std::u32string_view, 3> kAlike{U"адилмня", U"гпрт", U"еосэф"};
  constexpr std::size_t kWhole = 2;  // counted in halves
  const auto cost = [](char32_t x, char32_t y) -> std::size_t {
    if (x == y) return 0;
    const bool alike = std::any_of(kAlike.begin(), kAlike.end(), [&](std::u32string_view shapes) {
      return shapes.find(x) != std::u32string_view::npos &&
             shapes.find(y) != std::u32string_view::npos;
    });
    return alike ? 1 : kWhole;
  };
  const std::size_t most = kWhole * (a.size() + b.size());
  return static_cast<double>(distance(a, b, most, kWhole, cost)) / kWhole;
}

}  // namespace fonds

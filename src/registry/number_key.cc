#include "registry/number_key.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "registry/letters.h"

namespace fonds {
namespace {

using std::string_view_literals::operator""sv;

/// Folded characters, after kTwins, that recognition confuses in numbers, by shape; and those that
/// people type in Latin letters for want of a shape.
constexpr std::array<std::pair<std::string_view, std::string_view>, 19> kShapes{{
    {"d", "д"}, {"f", "ф"}, {"r", "р"},  {"о", "0"},   {"q", "0"},   {"i", "1"}, {"l", "1"},
    {"|", "1"}, {"z", "2"}, {"з", "3"},  {"э", "3"},   {"ч", "4"},   {"s", "5"}, {"б", "6"},
    {"в", "8"}, {"g", "9"}, {"п", "11"}, {"ш", "111"}, {"щ", "111"},
}};
/// Latin letters that print like Cyrillic ones.
constexpr std::array<std::pair<std::string_view, std::string_view>, 13> kTwins{{
    {"a", "а"},
    {"b", "в"},
    {"c", "с"},
    {"e", "е"},
    {"h", "н"},
    {"k", "к"},
    {"m", "м"},
    {"o", "о"},
    {"p", "р"},
    {"t", "т"},
    {"x", "х"},
    {"y", "у"},
    {"і", "i"},
}};

template <class Table>
std::string_view looked_up(const Table& table, std::string_view character) {
  for (const auto& [from, to] : table) {
    if (from == character) return to;
  }
  return character;
}

bool is_digit(std::string_view character) {
  return character.size() == 1 && character[0] >= '0' && character[0] <= '9';
}

/// Letters of any script; punctuation, spaces and signs are none.
bool is_letter(std::string_view character) {
  const auto lead = static_cast<unsigned char>(character.front());
  if (character.size() == 1) return (lead >= 'a' && lead <= 'z') || lead == '|';
  return lead > 0xC2 && lead != 0xE2 && lead != 0xE3 && lead < 0xEE;
}

bool is_dash(std::string_view character) {
  return character.size() == 3 && character >= "\u2010"sv && character <= "\u2015"sv;
}

std::vector<std::string_view> characters_of(std::string_view text) {
  std::vector<std::string_view> characters;
  while (!text.empty()) {
    characters.push_back(text.substr(0, letter_bytes(text.front())));
    text.remove_prefix(characters.back().size());
  }
  return characters;
}

/// How many characters at the beginning are the number sign: №, N, No, N°, Nº before a space, full
/// stop or digit.
std::size_t number_sign(const std::vector<std::string_view>& characters) {
  if (characters.empty()) return 0;
  if (characters[0] == "№") return 1;
  if (characters[0] != "n") return 0;
  static constexpr std::array<std::string_view, 4> kAfter{"o", "о", "°", "º"};
  const bool two = characters.size() > 1 &&
                   std::find(kAfter.begin(), kAfter.end(), characters[1]) != kAfter.end();
  const std::size_t size = two ? 2 : 1;
  if (characters.size() == size) return 0;
  const std::string_view next = characters[size];
  const bool ends = next == " " || next == "." || (two && is_digit(next));
  return ends ? size : 0;
}

/// Groups of letters and groups of digits, in order.
std::vector<std::string> groups_of(const std::vector<std::string_view>& characters) {
  std::vector<std::string> groups;
  enum class Last { none, letter, digit } last = Last::none;
  for (const std::string_view character : characters) {
    const Last now = is_digit(character)    ? Last::digit
                     : is_letter(character) ? Last::letter
                                            : Last::none;
    if (now != Last::none) {
      if (now != last) groups.emplace_back();
      groups.back() += now == Last::digit ? character : looked_up(kTwins, character);
    }
    last = now;
  }
  return groups;
}

std::string exact_form(const std::vector<std::string_view>& characters) {
  std::string exact;
  for (const std::string_view character : characters) {
    const bool blank = character == " " || character == "\t" || character == "\u00A0" ||
                       character == "\u2009" || character == "\u202F";
    if (!blank) {
      exact += is_dash(character) ? "-"sv : character;
    } else if (!exact.empty() && exact.back() != ' ') {
      exact += ' ';
    }
  }
  while (exact.ends_with(' ')) exact.pop_back();
  return exact;
}

}  // namespace

NumberKey number_key(std::string_view printed) {
  const std::string folded = fold(normalise(to_valid_utf8(printed)));
  std::vector<std::string_view> characters = characters_of(folded);
  while (!characters.empty() && characters.front() == " ") characters.erase(characters.begin());
  const auto sign = static_cast<std::ptrdiff_t>(number_sign(characters));
  characters.erase(characters.begin(), characters.begin() + sign);

  NumberKey key;
  const std::vector<std::string> groups = groups_of(characters);
  if (groups.empty()) return key;
  key.exact = exact_form(characters);
  for (const std::string& group : groups) {
    if (!key.canonical.empty()) key.canonical += '-';
    key.canonical += group;
    if (is_digit(std::string_view(group).substr(0, 1))) key.parts.push_back(group);
  }
  for (const std::string_view character : characters) {
    if (!is_digit(character) && !is_letter(character)) continue;
    key.look_alike += looked_up(kShapes, looked_up(kTwins, character));
  }
  return key;
}

}  // namespace fonds

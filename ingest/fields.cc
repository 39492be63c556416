#include "ingest/fields.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "ingest/fuzzy.h"

namespace fonds {
namespace {

/// Whether every two bytes are a letter of the block of Cyrillic.
bool is_cyrillic(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); i += 2) {
    const auto lead = static_cast<unsigned char>(text[i]);
    if (lead != 0xD0 && lead != 0xD1) return false;
  }
  return text.size() % 2 == 0;
}

}  // namespace

double legibility(double read) {
  // Words of half confidence are still right more often than not.
  constexpr double kFloor = 0.65;
  return kFloor + (1 - kFloor) * std::clamp(read / 0.85, 0.0, 1.0);
}

Pattern pattern_of(const DataTable& table, std::string_view key) {
  const std::string& words = table.text(key);
  try {
    return word_pattern(words);
  } catch (const Error& error) {
    table.refuse(error.message(), error.hint());
  }
}

SectionWords::SectionWords(const DataTable& nomination)
    : section_(pattern_of(nomination, "section")),
      conference_(pattern_of(nomination, "conference")) {}

bool SectionWords::is_section(const PaperText& text, TextSpan word) const {
  const auto section = section_.find(text.ready(), word.begin);
  return section && section->whole.begin == word.begin;
}

bool SectionWords::is_of_conference(const PaperText& text, TextSpan word) const {
  return is_section(text, word) && conference_.find(text.ready()).has_value();
}

bool SectionWords::is_collective(const PaperText& text, TextSpan word) const {
  return is_section(text, word) && !conference_.find(text.ready());
}

std::vector<TextSpan> spans_of(const Pattern& pattern, const PaperText& text) {
  return spans_of(pattern, text.ready());
}

std::vector<TextSpan> spans_of(const Pattern& pattern, const PatternText& text) {
  std::vector<TextSpan> spans;
  for (const PatternMatch& match : pattern.find_all(text)) spans.push_back(match.whole);
  return spans;
}

bool ends_before(const std::vector<TextSpan>& spans, std::size_t at, std::size_t within) {
  return std::any_of(spans.begin(), spans.end(), [&](const TextSpan& span) {
    return span.begin < at && (span.end >= at || at - span.end <= within);
  });
}

bool begins_after(const std::vector<TextSpan>& spans, std::size_t at, std::size_t within) {
  return std::any_of(spans.begin(), spans.end(), [&](const TextSpan& span) {
    return span.begin >= at && span.begin - at <= within;
  });
}

std::string mended(const PaperText& text, const std::vector<std::string>& stems) {
  constexpr std::size_t kLettersPerMisread = 5;
  std::string folded = text.folded();
  for (const PaperWord& word : text.words()) {
    const std::string_view printed = text.folded(word.span);
    for (const std::string& stem : stems) {
      // Cyrillic letters are two bytes each, so letters compare by their bytes in pairs.
      const std::size_t lead = printed.find_first_not_of("\"'(.,-");
      if (lead == std::string_view::npos || printed.size() < lead + stem.size()) continue;
      std::size_t misread = 0;
      for (std::size_t i = 0; i < stem.size(); i += 2) {
        if (printed.compare(lead + i, 2, stem, i, 2) != 0) ++misread;
      }
      if (misread == 0) break;
      if (misread * kLettersPerMisread * 2 > stem.size()) continue;
      if (!is_cyrillic(printed.substr(lead, stem.size()))) continue;
      folded.replace(word.span.begin + lead, stem.size(), stem);
      break;
    }
  }
  return folded;
}

std::optional<std::string> as_digits(std::string_view folded) {
  static constexpr std::array<std::pair<char32_t, char>, 15> kLooks{{{U'о', '0'},
                                                                     {U'o', '0'},
                                                                     {U'з', '3'},
                                                                     {U'э', '3'},
                                                                     {U'l', '1'},
                                                                     {U'i', '1'},
                                                                     {U'і', '1'},
                                                                     {U'|', '1'},
                                                                     {U'!', '1'},
                                                                     {U']', '1'},
                                                                     {U'б', '6'},
                                                                     {U'в', '8'},
                                                                     {U'ч', '4'},
                                                                     {U's', '5'},
                                                                     {U'z', '2'}}};
  std::string digits;
  for (const char32_t c : characters_of(folded)) {
    if (c >= U'0' && c <= U'9') {
      digits += static_cast<char>(c);
      continue;
    }
    const auto* look = std::find_if(kLooks.begin(), kLooks.end(),
                                    [&](const auto& each) { return each.first == c; });
    if (look == kLooks.end()) return std::nullopt;
    digits += look->second;
  }
  return digits;
}

std::optional<int> roman_number(std::string_view folded) {
  static constexpr std::array<std::u32string_view, 12> kNumerals{
      U"i", U"ii", U"iii", U"iv", U"v", U"vi", U"vii", U"viii", U"ix", U"x", U"xi", U"xii"};
  std::u32string numeral = characters_of(folded);
  std::replace(numeral.begin(), numeral.end(), U'і', U'i');
  const auto* found = std::find(kNumerals.begin(), kNumerals.end(), numeral);
  if (found == kNumerals.end()) return std::nullopt;
  return static_cast<int>(found - kNumerals.begin()) + 1;
}

}  // namespace fonds

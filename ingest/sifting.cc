#include "ingest/sifting.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>

#include "base/text.h"
#include "ingest/fuzzy.h"

namespace fonds {
namespace {

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_upper(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= U'А' && c <= U'Я') || c == U'Ё' || c == U'І';
}
bool is_lower(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'а' && c <= U'я') || c == U'ё' || c == U'і';
}
bool is_letter(char32_t c) { return is_upper(c) || is_lower(c); }

bool is_vowel(char32_t c) {
  static constexpr std::u32string_view kVowels = U"аеёиоуыэюяaeiouyіАЕЁИОУЫЭЮЯAEIOUYІ";
  return kVowels.find(c) != std::u32string_view::npos;
}

/// Marks an ordinary paper has; others come from misread ornaments.
bool is_common_mark(char32_t c) {
  static constexpr std::u32string_view kMarks = U".,:;-–—()«»\"№/!?%+„“”…*";
  return kMarks.find(c) != std::u32string_view::npos;
}

double confidence_of(const std::vector<Word>& words) {
  double sum = 0;
  double characters = 0;
  for (const Word& word : words) {
    const auto length = static_cast<double>(count_characters(word.text));
    sum += length * word.confidence;
    characters += length;
  }
  return characters > 0 ? sum / characters : 0;
}

/// Whether the piece is one word in large type, however unsure its letters: ornamental capitals are
/// read badly, and the title is looked for with letters misread. An ornament seldom has as many
/// parts as the word it is read as has letters.
bool is_title(const std::vector<Word>& words, const Piece& piece, int usual_height) {
  constexpr int kLarge = 3;
  constexpr double kLarger = 1.6;
  constexpr std::size_t kFewestLetters = 5;
  if (piece.in_table || words.size() != 1) return false;
  const auto characters = characters_of(words[0].text);
  const auto vowels = std::count_if(characters.begin(), characters.end(), is_vowel);
  const auto all_are = [&](auto what) {
    return std::all_of(characters.begin(), characters.end(),
                       [&](char32_t c) { return c >= 0x400 && what(c); });
  };
  if (characters.size() < kFewestLetters || vowels == 0 ||
      3 * vowels > 2 * static_cast<std::ptrdiff_t>(characters.size())) {
    return false;
  }
  if (piece.height >= kLarge * usual_height && all_are(is_upper)) return true;
  const auto letters = static_cast<std::ptrdiff_t>(characters.size());
  return piece.height >= kLarger * usual_height && std::abs(letters - piece.letters) <= 1 &&
         all_are(is_letter);
}

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The number that a sign says must come, null without one. No engine is sure of numbers, for
/// dictionaries hold none; of the sign they are.
const Word* announced_number(const std::vector<Word>& words) {
  constexpr double kSureOfSign = 0.6;  // ornaments are seldom read as №, and never so surely
  static constexpr std::string_view kSign = "№";
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (words[i].confidence < kSureOfSign || !words[i].text.starts_with(kSign)) continue;
    if (has_digit(words[i + 1].text)) return &words[i + 1];
  }
  return nullptr;
}

}  // namespace

int usual_height(const std::vector<Piece>& pieces) {
  std::map<int, int> letters_of_height;
  int all = 0;
  for (const Piece& piece : pieces) {
    if (piece.letters < 4) continue;
    letters_of_height[piece.height] += piece.letters;
    all += piece.letters;
  }
  int seen = 0;
  for (const auto& [height, letters] : letters_of_height) {
    seen += letters;
    if (2 * seen >= all) return height;
  }
  return 0;
}

bool worth_reading(const Piece& piece, int usual_height) {
  if (piece.box.width <= 0 || piece.box.height <= 0) return false;
  const double shape = static_cast<double>(piece.box.width) / piece.box.height;
  if (piece.in_table) return shape > 0.12;
  if (piece.letters < 2) return false;
  constexpr double kLeastShape = 0.8;  // two narrow letters are wider than this
  if (shape < kLeastShape) return false;
  // Much smaller than the rest and short: lettering of stamps and emblems.
  return 100 * piece.height >= 45 * usual_height || piece.letters >= 12;
}

double plausibility(std::string_view word) {
  const auto characters = characters_of(word);
  if (characters.empty()) return 0;
  int good = 0;
  int letters = 0;
  int vowels = 0;
  int odd_case = 0;
  char32_t previous = 0;
  for (const char32_t c : characters) {
    if (is_letter(c)) {
      ++letters;
      if (is_vowel(c)) ++vowels;
      if (is_upper(c) && is_lower(previous)) ++odd_case;
    }
    if (is_letter(c) || is_digit(c) || is_common_mark(c)) ++good;
    previous = c;
  }
  double score = static_cast<double>(good) / static_cast<double>(characters.size());
  const auto says_something = [](char32_t c) { return is_letter(c) || is_digit(c) || c == U'№'; };
  if (std::none_of(characters.begin(), characters.end(), says_something)) score *= 0.5;
  if (letters >= 5 && vowels == 0) score *= 0.6;
  if (odd_case > 0) score *= 0.7;
  return score;
}

bool mixes_scripts(std::string_view word) {
  bool latin = false;
  bool cyrillic = false;
  for (const char32_t c : characters_of(word)) {
    if (!is_letter(c)) continue;
    (c < 0x250 ? latin : cyrillic) = true;
  }
  return latin && cyrillic;
}

double worth_of(const std::vector<Word>& words) {
  double sum = 0;
  double weight = 0;
  for (const Word& word : words) {
    const auto length = static_cast<double>(count_characters(word.text));
    sum += length * word.confidence * plausibility(word.text);
    weight += length;
  }
  return weight > 0 ? sum / weight : 0;
}

bool may_be_roman(std::string_view word) {
  static constexpr std::u32string_view kLookAlikes = U"ХУПШИІXVI";
  static constexpr std::u32string_view kStrokesAfter = U"!|[]lІI";
  const auto characters = characters_of(word);
  if (characters.empty() || characters == U"И" || characters.size() > 6) return false;
  return kLookAlikes.find(characters[0]) != std::u32string_view::npos &&
         std::all_of(characters.begin() + 1, characters.end(), [](char32_t c) {
           return kLookAlikes.find(c) != std::u32string_view::npos ||
                  kStrokesAfter.find(c) != std::u32string_view::npos;
         });
}

std::string roman_of(std::string_view word) {
  static const std::map<char32_t, std::string_view> kMeant{
      {U'Х', "X"}, {U'У', "V"}, {U'П', "II"}, {U'И', "II"}, {U'Ш', "III"},
      {U'І', "I"}, {U'X', "X"}, {U'V', "V"},  {U'I', "I"}};
  std::string numeral;
  for (const char32_t c : characters_of(word)) {
    const auto meant = kMeant.find(c);
    if (meant == kMeant.end()) return {};
    numeral += meant->second;
  }
  return is_roman(numeral) ? numeral : std::string();
}

bool is_strokes(std::string_view word) {
  static constexpr std::u32string_view kStrokes = U"|[]l!ІI";
  constexpr std::size_t kMost = 4;  // III, one of them read as two
  const auto characters = characters_of(word);
  return !characters.empty() && characters.size() <= kMost && characters != U"!" &&
         std::all_of(characters.begin(), characters.end(),
                     [](char32_t c) { return kStrokes.find(c) != std::u32string_view::npos; });
}

bool begins_small(std::string_view word) {
  const auto characters = characters_of(word);
  return !characters.empty() && characters[0] >= 0x400 && is_lower(characters[0]);
}

bool is_roman(std::string_view word) {
  static constexpr std::array<std::string_view, 10> kUnits{"",  "I",  "II",  "III",  "IV",
                                                           "V", "VI", "VII", "VIII", "IX"};
  constexpr std::size_t kMostTens = 4;
  const std::size_t tens = std::min(word.find_first_not_of('X'), word.size());
  return !word.empty() && tens <= kMostTens &&
         std::find(kUnits.begin(), kUnits.end(), word.substr(tens)) != kUnits.end();
}

void sift(std::vector<Word>& words, const Piece& piece, int usual_height) {
  if (is_title(words, piece, usual_height)) return;
  const double worth = worth_of(words);
  const bool small = 100 * piece.height < 70 * usual_height;
  const bool loose = piece.letters < 4 || small;
  // Unsure as it may be, it is not lost: whoever weighs it sees how unsure.
  const Word* number = piece.in_table ? nullptr : announced_number(words);
  const bool plain = piece.in_table || number != nullptr;
  const double least_of_piece = plain ? 0.3 : loose ? 0.75 : 0.45;
  if (worth < least_of_piece) {
    words.clear();
    return;
  }
  const double least = 0.2 + 0.1 * (1 - confidence_of(words));
  std::vector<Word> kept;
  for (const Word& word : words) {
    if (&word == number || word.confidence * plausibility(word.text) >= least) {
      kept.push_back(word);
    }
  }
  words = std::move(kept);
}

}  // namespace fonds

#include "registry/letters.h"

#include <algorithm>
#include <array>
#include <utility>

namespace fonds {
namespace {

using Byte = unsigned char;

Byte byte_at(std::string_view text, std::size_t at) { return static_cast<Byte>(text[at]); }

/// Cyrillic of two bytes: lead 0xD0 or 0xD1. Both are rewritten in place.
void lower_pair(char& lead, char& trail) {
  const auto first = static_cast<Byte>(lead);
  const auto second = static_cast<Byte>(trail);
  if (first != 0xD0) return;
  if (second >= 0x90 && second <= 0x9F) {  // А-П
    trail = static_cast<char>(second + 0x20);
  } else if (second >= 0xA0 && second <= 0xAF) {  // Р-Я
    lead = static_cast<char>(0xD1);
    trail = static_cast<char>(second - 0x20);
  } else if (second >= 0x80 && second <= 0x8F) {  // Ё, І, Ї, Є…
    lead = static_cast<char>(0xD1);
    trail = static_cast<char>(second + 0x10);
  }
}

void upper_pair(char& lead, char& trail) {
  const auto first = static_cast<Byte>(lead);
  const auto second = static_cast<Byte>(trail);
  if (first == 0xD0 && second >= 0xB0) {  // а-п
    trail = static_cast<char>(second - 0x20);
  } else if (first == 0xD1 && second <= 0x8F) {  // р-я
    lead = static_cast<char>(0xD0);
    trail = static_cast<char>(second + 0x20);
  } else if (first == 0xD1 && second <= 0x9F) {  // ё…
    lead = static_cast<char>(0xD0);
    trail = static_cast<char>(second - 0x10);
  }
}

bool is_cyrillic_lead(Byte lead) { return lead == 0xD0 || lead == 0xD1; }

bool is_upper_cyrillic(std::string_view text, std::size_t at) {
  return byte_at(text, at) == 0xD0 && at + 1 < text.size() && byte_at(text, at + 1) <= 0xAF;
}

bool is_upper_at(std::string_view text, std::size_t at) {
  return (text[at] >= 'A' && text[at] <= 'Z') || is_upper_cyrillic(text, at);
}

bool is_lower_at(std::string_view text, std::size_t at) {
  if (text[at] >= 'a' && text[at] <= 'z') return true;
  return is_cyrillic_lead(byte_at(text, at)) && !is_upper_cyrillic(text, at);
}

template <class Pair, class Latin>
void change_each(std::string& word, Pair pair, Latin latin) {
  for (std::size_t at = 0; at < word.size();) {
    if (is_cyrillic_lead(byte_at(word, at)) && at + 1 < word.size()) {
      pair(word[at], word[at + 1]);
      at += 2;
    } else {
      word[at] = latin(word[at]);
      ++at;
    }
  }
}

char lower_latin(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }
char upper_latin(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c; }

void fold_pair(char& lead, char& trail) {
  lower_pair(lead, trail);
  if (static_cast<Byte>(lead) == 0xD1 && static_cast<Byte>(trail) == 0x91) {  // ё -> е
    lead = static_cast<char>(0xD0);
    trail = static_cast<char>(0xB5);
  }
}

}  // namespace

void fold_letters(std::string_view word, std::string& folded) {
  folded.assign(word);
  change_each(folded, fold_pair, lower_latin);
}

std::string fold_letters(std::string_view word) {
  std::string folded;
  fold_letters(word, folded);
  return folded;
}

std::string to_upper_letters(std::string_view word) {
  std::string upper(word);
  change_each(upper, upper_pair, upper_latin);
  return upper;
}

std::string to_title_letters(std::string_view word) {
  std::string title(word);
  if (!is_all_capitals(word)) return title;
  bool begins = true;
  for (std::size_t at = 0; at < title.size();) {
    const bool pair = is_cyrillic_lead(byte_at(title, at)) && at + 1 < title.size();
    if (pair && !begins) lower_pair(title[at], title[at + 1]);
    if (!pair && !begins) title[at] = lower_latin(title[at]);
    begins = title[at] == ' ' || title[at] == '-' || title[at] == '\'';
    at += pair ? 2 : 1;
  }
  return title;
}

bool is_all_capitals(std::string_view word) {
  std::size_t upper = 0;
  for (std::size_t at = 0; at < word.size(); at += letter_bytes(word[at])) {
    if (is_lower_at(word, at)) return false;
    if (is_upper_at(word, at)) ++upper;
  }
  return upper >= 2;
}

bool is_capitalised(std::string_view word) { return !word.empty() && is_upper_at(word, 0); }

bool has_cyrillic(std::string_view word) {
  return std::any_of(word.begin(), word.end(),
                     [](char c) { return is_cyrillic_lead(static_cast<Byte>(c)); });
}

std::size_t letter_bytes(char lead) {
  const auto byte = static_cast<Byte>(lead);
  if (byte < 0xC0) return 1;
  if (byte < 0xE0) return 2;
  return byte < 0xF0 ? 3 : 4;
}

std::size_t count_letters(std::string_view word) {
  return static_cast<std::size_t>(std::count_if(
      word.begin(), word.end(), [](char c) { return (static_cast<Byte>(c) & 0xC0) != 0x80; }));
}

std::size_t count_vowels(std::string_view folded) {
  std::size_t count = 0;
  for (std::size_t at = 0; at + 1 < folded.size(); ++at) {
    const Byte first = byte_at(folded, at);
    const Byte second = byte_at(folded, at + 1);
    if (first == 0xD0) {
      if (second == 0xB0 || second == 0xB5 || second == 0xB8 || second == 0xBE) ++count;  // аеио
    } else if (first == 0xD1) {
      if (second == 0x83 || second == 0x8B || second == 0x8D || second == 0x8E ||  // уыэю
          second == 0x8F) {                                                        // я
        ++count;
      }
    }
  }
  return count;
}

std::string fold_lookalikes(std::string_view word) {
  static constexpr std::array<std::pair<char, std::string_view>, 24> kLookalikes{
      {{'A', "А"}, {'B', "В"}, {'C', "С"}, {'E', "Е"}, {'H', "Н"}, {'K', "К"},
       {'M', "М"}, {'O', "О"}, {'P', "Р"}, {'T', "Т"}, {'X', "Х"}, {'Y', "У"},
       {'a', "а"}, {'c', "с"}, {'e', "е"}, {'k', "к"}, {'m', "м"}, {'n', "п"},
       {'o', "о"}, {'p', "р"}, {'r', "г"}, {'u', "и"}, {'x', "х"}, {'y', "у"}}};
  std::string folded;
  folded.reserve(word.size() * 2);
  for (const char c : word) {
    const auto* const found = std::find_if(kLookalikes.begin(), kLookalikes.end(),
                                           [c](const auto& pair) { return pair.first == c; });
    if (found == kLookalikes.end()) {
      folded += c;
    } else {
      folded += found->second;
    }
  }
  return folded;
}

std::vector<std::string_view> split_letters(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> pieces;
  std::size_t from = 0;
  while (from < text.size()) {
    const std::size_t end = std::min(text.find_first_of(separators, from), text.size());
    if (end > from) pieces.push_back(text.substr(from, end - from));
    from = end + 1;
  }
  return pieces;
}

}  // namespace fonds

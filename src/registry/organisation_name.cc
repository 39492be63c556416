#include "registry/organisation_name.h"

#include <algorithm>
#include <array>

#include "registry/coded_word.h"
#include "registry/letters.h"
#include "registry/word_list.h"

namespace fonds {
namespace {

/// A word may be misread in this share of its letters; abbreviations may not: ЦДТ is not ДДТ.
constexpr double kWordMisread = 0.2;
constexpr std::size_t kAbbreviation = 4;

bool same_word(std::string_view a, std::string_view b) {
  if (a == b) return true;
  const CodedWord x = code_word(a);
  const CodedWord y = code_word(b);
  const std::size_t shorter = std::min<std::size_t>(x.size, y.size);
  if (shorter <= kAbbreviation) return x == y;
  if (a.find_first_of("0123456789") != std::string_view::npos) return false;
  return LetterDistance(x).to(y) <= static_cast<int>(kWordMisread * static_cast<double>(shorter));
}

std::string figures_of(std::string_view text) {
  std::string figures;
  for (const char c : text) {
    if (c >= '0' && c <= '9') figures += c;
  }
  return figures;
}

}  // namespace

std::string title_key(std::string_view name) {
  static constexpr std::array<std::string_view, 8> kMarks{"«", "»", "„", "“", "”", "\"", ".", "№"};
  std::string text(name);
  for (const std::string_view mark : kMarks) {
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) {
      text.erase(at, mark.size());
    }
  }
  return fold_letters(text);
}

bool letters_agree(std::string_view printed, std::string_view ours) {
  const CodedWord a = code_word(printed);
  const CodedWord b = code_word(ours);
  return LetterDistance(a).to(b) <= static_cast<int>(kTitleDiffers * b.size);
}

bool same_organisation(std::string_view a, std::string_view b) {
  const std::string x = title_key(a);
  const std::string y = title_key(b);
  const auto words = split_letters(x, " ");
  const auto others = split_letters(y, " ");
  return std::equal(words.begin(), words.end(), others.begin(), others.end(), same_word);
}

std::optional<bool> same_school(std::string_view ours, std::string_view printed) {
  if (ours.empty() || printed.empty()) return std::nullopt;
  const std::string a = figures_of(ours);
  const std::string b = figures_of(printed);
  if (!a.empty() || !b.empty()) return a == b;
  return letters_agree(ours, printed) || letters_agree(printed, ours);
}

bool names_organisation(std::string_view printed, std::string_view ours) {
  const std::string own = title_key(ours);
  if (own.empty()) return false;
  return title_key(printed).find(own) != std::string::npos || same_organisation(printed, ours);
}

}  // namespace fonds

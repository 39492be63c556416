#include "registry/name_variants.h"

#include <algorithm>

#include "registry/coded_word.h"
#include "registry/letters.h"
#include "registry/person_name.h"

namespace fonds {
namespace {

constexpr std::size_t kMostVariants = 6;
/// Letters of the least surname or first name a joined word is split into.
constexpr std::size_t kLeastPiece = 3;

bool is_initial(const std::string& part) { return part.ends_with('.'); }

bool has_letters(const PersonName& parts) {
  const CodedWord word = code_word(full_text(parts));
  return std::any_of(word.begin(), word.end(),
                     [](LetterCode letter) { return letter < CodedWord::kHyphen; });
}

void add(std::vector<NameVariant>& variants, const PersonName& parts, NameVariant::Kind kind) {
  const bool already = std::any_of(variants.begin(), variants.end(),
                                   [&](const NameVariant& each) { return each.parts == parts; });
  if (!already && variants.size() < kMostVariants) variants.push_back({parts, kind});
}

/// Surname and first name may be taken for each other unless the first name is a known one.
void add_swapped(std::vector<NameVariant>& variants, const NameGrammar& grammar) {
  const PersonName& parts = variants.front().parts;
  if (parts.last.empty() || parts.first.empty() || is_initial(parts.first)) {
    if (parts.first.empty() && parts.middle.empty() && !parts.last.empty()) {
      add(variants, {"", parts.last, ""}, NameVariant::Kind::swapped);
    } else if (parts.last.empty() && parts.middle.empty() && !parts.first.empty()) {
      add(variants, {parts.first, "", ""}, NameVariant::Kind::swapped);
    }
    return;
  }
  const bool sure = grammar.is_known_first_name(to_title_letters(parts.first)) &&
                    !grammar.is_known_first_name(to_title_letters(parts.last));
  if (!sure) {
    add(variants, {parts.first, parts.last, parts.middle}, NameVariant::Kind::swapped);
  }
}

/// Three words in full of which the patronymic was misread: Кравец Тимофей Ипьич.
void add_three_words(std::vector<NameVariant>& variants, const std::vector<std::string>& words) {
  if (words.size() != 3 || !variants.front().parts.middle.empty()) return;
  const bool full = std::all_of(words.begin(), words.end(), [](const std::string& word) {
    return !is_initial(word) && count_letters(word) >= kLeastPiece;
  });
  if (!full) return;
  add(variants, {words[0], words[1], words[2]}, NameVariant::Kind::misparted);
  add(variants, {words[2], words[0], words[1]}, NameVariant::Kind::misparted);
}

/// Where a small letter is followed by a capital: «КравецТимофей».
std::vector<std::size_t> inner_capitals(std::string_view word) {
  std::vector<std::size_t> places;
  std::size_t letters = 0;
  bool small_before = false;
  for (std::size_t at = 0; at < word.size(); at += letter_bytes(word[at])) {
    const bool capital = is_capitalised(word.substr(at));
    if (capital && small_before && letters >= kLeastPiece) places.push_back(at);
    small_before = !capital && letter_bytes(word[at]) > 1;
    ++letters;
  }
  return places;
}

/// Where a known first name begins or ends inside a long word: «КРАВЕЦТИМОФЕЙ».
std::vector<std::size_t> first_name_edges(std::string_view word, const NameGrammar& grammar) {
  std::vector<std::size_t> places;
  const std::size_t letters = count_letters(word);
  if (letters < 3 * kLeastPiece) return places;
  std::size_t seen = 0;
  for (std::size_t at = 0; at < word.size(); at += letter_bytes(word[at]), ++seen) {
    if (seen < kLeastPiece || letters - seen < kLeastPiece) continue;
    const bool name = grammar.is_known_first_name(word.substr(at)) ||
                      grammar.is_known_first_name(word.substr(0, at));
    if (name) places.push_back(at);
  }
  return places;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

void add_parsed(std::vector<NameVariant>& variants, const std::vector<std::string>& words,
                const NameGrammar& grammar) {
  const auto parsed = parse_person_name(joined(words), grammar);
  if (parsed) add(variants, parsed->name, NameVariant::Kind::rejoined);
}

void add_split(std::vector<NameVariant>& variants, const std::vector<std::string>& words,
               const NameGrammar& grammar) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::vector<std::size_t> places = inner_capitals(words[i]);
    if (places.empty() && words.size() <= 2) places = first_name_edges(words[i], grammar);
    for (const std::size_t at : places) {
      std::vector<std::string> split = words;
      split[i] = words[i].substr(0, at);
      split.insert(split.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                   to_title_letters(words[i].substr(at)));
      add_parsed(variants, split, grammar);
    }
  }
}

/// A piece that begins small belongs to the word before it; so may a second capitalised piece when
/// there are more words than parts.
void add_joined(std::vector<NameVariant>& variants, const std::vector<std::string>& words,
                const NameGrammar& grammar) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const bool small = !is_capitalised(words[i + 1]) && has_cyrillic(words[i + 1]) &&
                       !grammar.is_patronymic_mark(words[i + 1]);
    const bool short_piece = count_letters(words[i]) <= 3 || count_letters(words[i + 1]) <= 3;
    const bool many =
        words.size() > 3 && short_piece && !words[i].ends_with('.') && !words[i + 1].ends_with('.');
    if (!small && !many) continue;
    std::vector<std::string> together = words;
    together[i] += words[i + 1];
    together.erase(together.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    add_parsed(variants, together, grammar);
  }
}

}  // namespace

std::vector<NameVariant> name_variants(const PersonMention& mention, const NameGrammar& grammar) {
  std::vector<NameVariant> variants;
  PersonName parts = mention.parts;
  if (parts == PersonName{}) {
    const auto parsed = parse_person_name(mention.printed, grammar);
    if (!parsed) return variants;
    parts = parsed->name;
  }
  if (!has_letters(parts)) return variants;
  variants.push_back({parts, NameVariant::Kind::as_parted});
  add_swapped(variants, grammar);
  std::vector<std::string> words;
  for (const std::string_view word : split_letters(mention.printed, " ,\n\t")) {
    words.emplace_back(word);
  }
  add_three_words(variants, words);
  if (words.size() <= 8) {
    add_split(variants, words, grammar);
    add_joined(variants, words, grammar);
  }
  return variants;
}

}  // namespace fonds

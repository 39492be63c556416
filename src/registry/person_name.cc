#include "registry/person_name.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/text.h"
#include "registry/letters.h"

namespace fonds {
namespace {

constexpr std::size_t kMostWords = 6;

enum class Kind { word, initials, patronymic };

/// A word of the text, or several that belong together: "Эльдар оглы", "Ван Дейк", "И.И.".
struct Unit {
  Kind kind = Kind::word;
  std::string text;
  std::string title;     ///< for looking up: Иван for иван and ИВАН
  bool surname = false;  ///< says itself that it is one: a particle, a comma after it
};

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at)) {
    text.replace(at, what.size(), with);
    at += with.size();
  }
}

/// White space of every kind as one space, every dash as a hyphen without spaces, ` ’ as '.
std::string tidy(std::string_view text) {
  std::string tidied(text);
  for (const char* space : {"\u00A0", "\u202F", "\u2009", "\u2007", "\t", "\n", "\r"}) {
    replace_all(tidied, space, " ");
  }
  for (const char* invisible : {"\u00AD", "\u200B", "\uFEFF"}) replace_all(tidied, invisible, "");
  for (const char* dash : {"\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212"}) {
    replace_all(tidied, dash, "-");
  }
  for (const char* mark : {"\u2019", "\u02BC", "`"}) replace_all(tidied, mark, "'");
  replace_all(tidied, "  ", " ");
  while (tidied.find("  ") != std::string::npos) replace_all(tidied, "  ", " ");
  replace_all(tidied, " -", "-");
  replace_all(tidied, "- ", "-");
  return tidied;
}

/// Words parted by spaces; a full stop or comma ends a word and stays with it: "И.", "Иванов,".
std::vector<std::string> raw_words(const std::string& tidied) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : tidied) {
    if (c == ' ') {
      if (!word.empty()) words.push_back(std::move(word));
      word.clear();
      continue;
    }
    if (c == '.' || c == ',') {
      if (word.empty()) continue;
      words.push_back(word + c);
      word.clear();
      continue;
    }
    word += c;
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

bool is_name_letter(std::string_view text, std::size_t at) {
  const char c = text[at];
  return letter_bytes(c) > 1 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
         c == '\'';
}

/// Without brackets, quotes and other marks at its ends.
std::string trim_marks(std::string word) {
  static constexpr std::array<std::string_view, 5> kQuotes{"«", "»", "„", "“", "”"};
  for (const std::string_view quote : kQuotes) replace_all(word, quote, "");
  while (!word.empty() && (!is_name_letter(word, 0) || word.front() == '-')) word.erase(0, 1);
  while (!word.empty()) {
    const char back = word.back();
    const bool letter = (static_cast<unsigned char>(back) & 0x80) != 0 ||
                        (back >= 'a' && back <= 'z') || (back >= 'A' && back <= 'Z');
    if (letter) break;
    word.pop_back();
  }
  return word;
}

bool all_letters(std::string_view word) {
  for (std::size_t at = 0; at < word.size(); at += letter_bytes(word[at])) {
    if (!is_name_letter(word, at)) return false;
  }
  return !word.empty();
}

std::string title_of(const std::string& word) { return to_title_letters(to_upper_letters(word)); }

/// The words of the text as units; nothing when one cannot be part of a name.
class UnitReader {
 public:
  explicit UnitReader(const NameGrammar& grammar) : grammar_(grammar) {}

  std::optional<std::vector<Unit>> read(std::string_view text) {
    const std::string tidied = tidy(normalise(to_valid_utf8(text)));
    const bool cyrillic = has_cyrillic(tidied);
    for (const std::string& raw : raw_words(tidied)) {
      const char end = raw.back();
      std::string word = trim_marks(raw);
      if (word.empty()) continue;
      if (cyrillic) word = with_cyrillic_letters(word);
      if (!all_letters(word) || ++words_ > kMostWords) return std::nullopt;
      add(word, end);
    }
    if (!particle_.empty()) add_word(std::exchange(particle_, ""));
    if (units_.empty()) return std::nullopt;
    return units_;
  }

 private:
  /// Inside a Cyrillic word, or as a whole word of look-alikes among Cyrillic ones.
  static std::string with_cyrillic_letters(const std::string& word) {
    std::string folded = fold_lookalikes(word);
    const bool mixed = has_cyrillic(word);
    const bool all = std::none_of(folded.begin(), folded.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
    return mixed || all ? folded : word;
  }

  void add(const std::string& word, char end) {
    const std::size_t letters = count_letters(word);
    const bool stop = end == '.' || end == ',';
    if (letters == 1 || (letters == 2 && end == '.')) {
      add_initial(word + '.');
    } else if (grammar_.is_patronymic_mark(word) && !units_.empty()) {
      units_.back().text += ' ' + word;
      units_.back().kind = Kind::patronymic;
    } else if (letters <= 4 && grammar_.is_surname_particle(word)) {
      particle_ += word + ' ';
    } else {
      add_word(particle_ + word);
      units_.back().surname = !particle_.empty() || (stop && end == ',' && units_.size() == 1);
      particle_.clear();
    }
  }

  void add_initial(const std::string& initial) {
    const bool goes_on = !units_.empty() && units_.back().kind == Kind::initials &&
                         units_.back().text.find(' ') == std::string::npos;
    if (goes_on) {
      units_.back().text += ' ' + initial;
    } else {
      units_.push_back({Kind::initials, initial, initial});
    }
  }

  void add_word(std::string word) {
    while (word.ends_with(' ')) word.pop_back();
    std::string title = title_of(word);
    const Kind kind = grammar_.is_patronymic(title) ? Kind::patronymic : Kind::word;
    units_.push_back({kind, std::move(word), std::move(title)});
  }

  const NameGrammar& grammar_;
  std::vector<Unit> units_;
  std::string particle_;
  std::size_t words_ = 0;
};

/// Which unit is which part.
class Arranger {
 public:
  Arranger(std::vector<Unit> units, const NameGrammar& grammar)
      : units_(std::move(units)), grammar_(grammar) {}

  ParsedName arrange() {
    const auto initials = std::find_if(
        units_.begin(), units_.end(), [](const Unit& unit) { return unit.kind == Kind::initials; });
    if (initials != units_.end()) return with_initials(initials - units_.begin());
    if (units_.size() == 1) return one();
    if (units_.size() == 2) return two();
    return more();
  }

 private:
  [[nodiscard]] bool first(std::size_t at) const {
    return grammar_.is_known_first_name(units_[at].title);
  }
  [[nodiscard]] bool patronymic(std::size_t at) const {
    return units_[at].kind == Kind::patronymic;
  }

  ParsedName put(std::string_view order) const {
    ParsedName parsed;
    for (std::size_t at = 0; at < units_.size(); ++at) {
      const char letter = order[at];
      std::string& part = letter == 'L'   ? parsed.name.last
                          : letter == 'F' ? parsed.name.first
                                          : parsed.name.middle;
      if (letter == 'I') {
        put_initials(units_[at].text, parsed.name);
      } else {
        if (!part.empty()) part += ' ';
        part += units_[at].text;
      }
      if (parsed.order.empty() || parsed.order.back() != letter) parsed.order += letter;
    }
    return parsed;
  }

  static void put_initials(const std::string& text, PersonName& name) {
    for (const std::string_view initial : split_letters(text, " ")) {
      (name.first.empty() ? name.first : name.middle) = initial;
    }
  }

  ParsedName with_initials(std::ptrdiff_t at) const {
    std::string order(units_.size(), 'L');
    order[static_cast<std::size_t>(at)] = 'I';
    const bool second_is_initial = units_.size() == 2 && at == 1;
    if (second_is_initial && !units_[0].surname && first(0) && !surname_like(0) &&
        units_[1].text.find(' ') == std::string::npos) {
      return put("FL");  // Тимофей К.
    }
    if (units_.size() == 3) {  // Иван И. Петров, Петров Иван И.
      if (at == 1) return put("FML");
      if (at == 2) return put(first(0) && !first(1) ? "FLM" : "LFM");
      return put("ILL");
    }
    return put(order);
  }

  [[nodiscard]] bool surname_like(std::size_t at) const {
    return plausibility({units_[at].title, "", ""}) > plausibility({"", units_[at].title, ""});
  }
  [[nodiscard]] double plausibility(const PersonName& name) const {
    return grammar_.plausibility(name);
  }

  ParsedName one() const {
    if (units_[0].surname) return put("L");
    if (patronymic(0)) return put("M");
    return put(first(0) ? "F" : "L");
  }

  ParsedName two() const {
    if (units_[0].surname) return put("LF");
    if (units_[1].surname) return put("FL");
    if (patronymic(1) && first(0)) return put("FM");
    if (patronymic(0) && first(1)) return put("LF");
    const double last_first = plausibility({units_[0].title, units_[1].title, ""});
    const double first_last = plausibility({units_[1].title, units_[0].title, ""});
    return put(first_last > last_first ? "FL" : "LF");
  }

  ParsedName more() const {
    const std::size_t count = units_.size();
    if (count == 3) {
      if (patronymic(2) && (first(1) || !patronymic(1))) return put("LFM");
      if (patronymic(1)) return put("FML");
    }
    std::string order(count, 'F');
    if (patronymic(count - 1)) {  // Гарсиа Лопес Хуан Иванович
      order.back() = 'M';
      order.front() = 'L';
      for (std::size_t at = 1; at + 2 < count && !first(at); ++at) order[at] = 'L';
      return put(order);
    }
    for (std::size_t at = 1; at + 1 < count; ++at) {
      if (!patronymic(at)) continue;
      order[at] = 'M';
      for (std::size_t after = at + 1; after < count; ++after) order[after] = 'L';
      return put(order);
    }
    return without_patronymic();
  }

  /// Нгуен Ван Тхань, Анна Мария Петрова, Ван Дейк Антон.
  ParsedName without_patronymic() const {
    const std::size_t count = units_.size();
    std::string order(count, 'F');
    const bool last_at_end = units_.back().surname || (first(0) && !first(count - 1));
    if (last_at_end && !units_.front().surname) {
      order.back() = 'L';
    } else {
      order.front() = 'L';
      for (std::size_t at = 1; at + 1 < count && !first(at) && first(count - 1); ++at) {
        order[at] = 'L';
      }
    }
    return put(order);
  }

  std::vector<Unit> units_;
  const NameGrammar& grammar_;
};

}  // namespace

std::optional<ParsedName> parse_person_name(std::string_view text, const NameGrammar& grammar) {
  auto units = UnitReader(grammar).read(text);
  if (!units) return std::nullopt;
  return Arranger(std::move(*units), grammar).arrange();
}

PersonName in_title_case(const PersonName& name) {
  return {to_title_letters(name.last), to_title_letters(name.first), to_title_letters(name.middle)};
}

}  // namespace fonds

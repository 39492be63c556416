#include "ingest/persons_facts.h"

#include <algorithm>
#include <array>
#include <utility>

#include "registry/letters.h"

namespace fonds {
namespace {

constexpr int kMostAge = 99;
constexpr int kMostClass = 11;
constexpr int kFirstBirthYear = 1930;
constexpr int kLastBirthYear = 2099;
/// «р.» of «г.р.» stands so close behind the date.
constexpr std::size_t kMostBirthWords = 3;

std::optional<int> whole_number(const NameWord& word) {
  if (word.kind != NameWord::Kind::number || word.folded.size() > 4) return std::nullopt;
  int number = 0;
  for (const char c : word.folded) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

int month_of(std::string_view folded) {
  static constexpr std::array<std::string_view, 12> kMonths{"январ",   "феврал", "март",  "апрел",
                                                            "мая",     "июн",    "июл",   "август",
                                                            "сентябр", "октябр", "ноябр", "декабр"};
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (folded.starts_with(kMonths[i])) return static_cast<int>(i) + 1;
  }
  return 0;
}

class FactReader {
 public:
  FactReader(const PaperText& paper, const std::vector<NameWord>& words)
      : paper_(paper), words_(words) {}

  [[nodiscard]] std::string_view gap(std::size_t at) const {
    return words_[at].before.of(paper_.folded());
  }

  [[nodiscard]] const std::string& folded() const { return paper_.folded(); }

  /// The day written by the three words from `at` on: 12.02.2013, 12 февраля 2013.
  [[nodiscard]] std::optional<CalendarDate> date_at(std::size_t at, std::size_t end) const {
    if (at + 2 >= end) return std::nullopt;
    const auto day = whole_number(words_[at]);
    const auto year = whole_number(words_[at + 2]);
    if (!day || !year || *year < kFirstBirthYear || *year > kLastBirthYear) return std::nullopt;
    int month = month_of(words_[at + 1].folded);
    if (month == 0) {
      const auto digits = whole_number(words_[at + 1]);
      const auto parts = [](std::string_view mark) {
        return mark == "." || mark == "/" || mark == "-" || mark == ". " || mark == ",";
      };
      if (!digits || !parts(gap(at + 1)) || !parts(gap(at + 2))) return std::nullopt;
      month = *digits;
    }
    const CalendarDate date{*year, month, *day};
    return is_real(date) ? std::optional(date) : std::nullopt;
  }

  /// «г.р.», «года рождения», «рожд.» at or soon after `at`.
  [[nodiscard]] bool says_born(std::size_t at, std::size_t end) const {
    for (std::size_t i = at; i < end && i < at + kMostBirthWords; ++i) {
      const std::string& word = words_[i].folded;
      if (word == "р" || word == "гр" || word.starts_with("рожд")) return true;
      if (word != "г" && word != "год" && word != "года") return false;
    }
    return false;
  }

  /// «Дата рождения», «родился» directly before `at`.
  [[nodiscard]] bool asks_birth(std::size_t at) const {
    if (at == 0) return false;
    const std::string& word = words_[at - 1].folded;
    return word.starts_with("рожд") || word.starts_with("родил") || word.starts_with("родивш");
  }

  /// Full years at `at`: "11 лет", but neither "10-12 лет" nor "2 год обучения".
  [[nodiscard]] std::optional<int> age_at(std::size_t at, std::size_t end) const {
    const auto number = whole_number(words_[at]);
    if (!number || *number < 3 || *number > kMostAge || at + 1 >= end) return std::nullopt;
    const std::string& unit = words_[at + 1].folded;
    if (unit != "лет" && unit != "год" && unit != "года") return std::nullopt;
    if (gap(at).find('-') != std::string_view::npos) return std::nullopt;
    if (at + 2 < end && unit != "лет") {
      const std::string& next = words_[at + 2].folded;
      if (next.starts_with("обуч") || next.starts_with("рожд")) return std::nullopt;
    }
    return number;
  }

  /// The words of a class at `at`: "5 класс", "ученику 5 «В» класса"; as printed without «класс».
  [[nodiscard]] std::string class_at(std::size_t at, std::size_t end) const {
    const NameWord& word = words_[at];
    if (word.kind != NameWord::Kind::number) return {};
    std::size_t digits = 0;
    int number = 0;
    for (; digits < word.folded.size() && word.folded[digits] >= '0' && word.folded[digits] <= '9';
         ++digits) {
      number = std::min(1000, number * 10 + (word.folded[digits] - '0'));
    }
    if (number < 1 || number > kMostClass) return {};
    if (count_letters(word.folded.substr(digits)) > 1) return {};
    std::size_t next = at + 1;
    std::size_t last = at;
    if (next < end && words_[next].kind != NameWord::Kind::number &&
        count_letters(words_[next].text) == 1) {
      last = next++;
    }
    if (next >= end || !words_[next].folded.starts_with("класс") ||
        gap(at).find('-') != std::string_view::npos) {
      return {};
    }
    std::string text = paper_.printed({word.span.begin, words_[next].before.end});
    const std::size_t trailing = text.find_last_not_of(' ');
    text.resize(trailing == std::string::npos ? 0 : trailing + 1);
    return last == at ? paper_.printed(word.span) : text;
  }

  /// Words `from` to `last` as printed, without the marks around.
  [[nodiscard]] std::string printed(std::size_t from, std::size_t last) const {
    TextSpan span{words_[from].span.begin, words_[last].span.end};
    // A quotation mark that belongs to them.
    const std::string_view after = std::string_view(paper_.folded()).substr(span.end);
    if (after.starts_with('"') && paper_.folded(span).find('"') != std::string_view::npos) {
      ++span.end;
      if (after.starts_with("\"\"")) ++span.end;
    }
    return paper_.printed(span);
  }

 private:
  const PaperText& paper_;
  const std::vector<NameWord>& words_;
};

/// Where the name of a school that begins at `at` ends: outside quotation marks at a comma, at what
/// was won (МБУ ДО ДДТ 2 место), or with the line.
std::size_t end_of_organisation(const FactReader& reader, const PersonWording& wording,
                                const std::vector<NameWord>& words, std::size_t at,
                                std::size_t end) {
  std::size_t last = at;
  while (last + 1 < end && words[last + 1].line == words[at].line) {
    if (!words[last + 1].quoted && wording.result_at(words, last + 1, reader.folded()) > 0) break;
    const std::string_view gap = reader.gap(last + 1);
    if (!words[last + 1].quoted && gap.find_first_of(",;()") != std::string_view::npos) break;
    ++last;
  }
  return last;
}

}  // namespace

PersonFacts facts_in_text(const PaperText& paper, const std::vector<NameWord>& words,
                          const PersonWording& wording, std::size_t from, std::size_t end) {
  PersonFacts facts;
  const FactReader reader(paper, words);
  end = std::min(end, words.size());
  for (std::size_t at = from; at < end; ++at) {
    if (!facts.birth_date) {
      const auto date = reader.date_at(at, end);
      // Behind the name in brackets: (01.09.2010).
      const bool bracketed = at == from && reader.gap(at).ends_with('(');
      if (date && (bracketed || reader.says_born(at + 3, end) || reader.asks_birth(at))) {
        facts.birth_date = date;
      }
    }
    if (!facts.age) facts.age = reader.age_at(at, end);
    if (facts.school_class.empty()) facts.school_class = reader.class_at(at, end);
    if (facts.organisation.empty() && !words[at].quoted &&
        wording.is_institution(words[at].folded)) {
      const std::size_t last = end_of_organisation(reader, wording, words, at, end);
      if (last > at || words[at].all_capitals) facts.organisation = reader.printed(at, last);
    }
  }
  return facts;
}

namespace {

/// Words of one column of a row, as printed: one piece a line.
std::string cell_text(const FactReader& reader, const TableRow& row, std::size_t column,
                      const std::vector<std::size_t>& name) {
  std::string text;
  for (std::size_t i = 0; i < row.words.size(); ++i) {
    const std::size_t at = row.words[i];
    if (row.columns[i] != column || std::find(name.begin(), name.end(), at) != name.end()) continue;
    std::size_t last = i;
    while (last + 1 < row.words.size() && row.columns[last + 1] == column &&
           row.words[last + 1] == row.words[last] + 1 &&
           std::find(name.begin(), name.end(), row.words[last + 1]) == name.end()) {
      ++last;
    }
    if (!text.empty()) text += ' ';
    text += reader.printed(at, row.words[last]);
    i = last;
  }
  return text;
}

/// The first date of a row.
std::optional<CalendarDate> date_in_row(const FactReader& reader, const TableRow& row) {
  for (const std::size_t at : row.words) {
    if (const auto date = reader.date_at(at, row.words.back() + 1)) return date;
  }
  return std::nullopt;
}

/// Whether a word set apart may be a place or a mark: a number of few figures, В, II. A town or a
/// year at the end of a row is none; in 4,5 the 5 does not stand apart.
bool is_mark(const FactReader& reader, const NameWord& word, std::size_t at) {
  constexpr std::size_t kMostFigures = 3;
  constexpr std::size_t kMostLetters = 3;
  if (reader.gap(at).find_first_not_of(' ') != std::string_view::npos) return false;
  return word.kind == NameWord::Kind::number ? word.folded.size() <= kMostFigures
                                             : count_letters(word.folded) <= kMostLetters;
}

/// Where no column is known to hold it: the last thing in the row that is a result by its words;
/// or, `at_end`, the mark the row ends with.
std::string result_by_words(const FactReader& reader, const PaperText& paper,
                            const std::vector<NameWord>& words, const PersonWording& wording,
                            const TableRow& row, const std::vector<std::size_t>& name,
                            bool at_end) {
  std::string result;
  for (std::size_t i = 0; i < row.words.size(); ++i) {
    if (std::find(name.begin(), name.end(), row.words[i]) != name.end()) continue;
    const std::size_t count = wording.result_at(words, row.words[i], paper.folded());
    const std::size_t taken = count > 0 ? count : 1;
    const bool ends =
        at_end && i + 1 == row.words.size() && is_mark(reader, words[row.words[i]], row.words[i]);
    if (count == 0 && !ends) continue;
    result = reader.printed(row.words[i], row.words[i] + taken - 1);
    i += taken - 1;
  }
  return result;
}

}  // namespace

PersonFacts facts_in_row(const PaperText& paper, const std::vector<NameWord>& words,
                         const PersonWording& wording, const TableRow& row,
                         const std::vector<TableColumn>& columns,
                         const std::vector<std::size_t>& name) {
  const FactReader reader(paper, words);
  PersonFacts facts;
  facts.result = row.lead;
  double best = row.lead_weight;
  bool has_result_column = false;
  for (std::size_t column = 0; column < columns.size(); ++column) {
    const TableColumn& each = columns[column];
    has_result_column = has_result_column || (each.holds == ColumnHolds::result && !each.merged);
    if (each.merged || each.holds == ColumnHolds::unknown || each.holds == ColumnHolds::name) {
      continue;
    }
    const std::string text = cell_text(reader, row, column, name);
    if (text.empty()) continue;
    const auto first = std::find(row.columns.begin(), row.columns.end(), column);
    const std::size_t at = row.words[static_cast<std::size_t>(first - row.columns.begin())];
    switch (each.holds) {
      case ColumnHolds::birth_date:
        facts.birth_date = reader.date_at(at, std::min(at + 3, words.size()));
        break;
      case ColumnHolds::age:
        facts.age = whole_number(words[at]);
        break;
      case ColumnHolds::school_class:
        facts.school_class = text;
        break;
      case ColumnHolds::organisation:
        facts.organisation = text;
        break;
      case ColumnHolds::result:
        if (each.weight > best) facts.result = text;
        best = std::max(best, each.weight);
        break;
      default:
        break;
    }
  }
  if (facts.result.empty() && !has_result_column) {
    const bool at_end = columns.back().merged && columns.back().ends_in_result;
    facts.result = result_by_words(reader, paper, words, wording, row, name, at_end);
  }
  if (row.words.empty()) return facts;
  const bool births = std::any_of(columns.begin(), columns.end(),
                                  [](const TableColumn& each) { return each.has_births; });
  if (births && !facts.birth_date) facts.birth_date = date_in_row(reader, row);
  const auto [low, high] = std::minmax_element(row.words.begin(), row.words.end());
  const PersonFacts said = facts_in_text(paper, words, wording, *low, *high + 1);
  if (!facts.birth_date) facts.birth_date = said.birth_date;
  if (!facts.age) facts.age = said.age;
  if (facts.school_class.empty()) facts.school_class = said.school_class;
  if (facts.organisation.empty()) facts.organisation = said.organisation;
  return facts;
}

}  // namespace fonds

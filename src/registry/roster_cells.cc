#include "registry/roster_cells.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/messages.h"
#include "base/text.h"
#include "registry/letters.h"
#include "registry/person_name.h"

namespace fonds {
namespace {

constexpr int kOldestBirthYear = 1900;
constexpr std::string_view kReplacement = "\uFFFD";

template <class Value>
CellValue<Value> wrong(std::string what, std::string hint) {
  return {std::nullopt, CellProblem{std::move(what), std::move(hint)}};
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t";
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

/// The numbers of a text whose other characters are all `separator`.
std::vector<std::string_view> digits_between(std::string_view text, char separator) {
  std::vector<std::string_view> numbers;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    const std::string_view part = text.substr(begin, end - begin);
    const bool digits =
        !part.empty() && part.size() <= 4 &&
        std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits) return {};
    numbers.push_back(part);
    begin = end + 1;
  }
  return numbers;
}

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

/// A time of day ("00:00:00", "0:00") or "г.", "года" behind a date.
bool may_follow_date(std::string_view rest) {
  if (rest.empty() || rest == "г" || rest == "г." || rest == "года" || rest == "г.р.") return true;
  return std::all_of(rest.begin(), rest.end(),
                     [](char c) {
                       return (c >= '0' && c <= '9') || c == ':' || c == '.' || c == 'Z' ||
                              c == ' ';
                     }) &&
         rest.find(':') != std::string_view::npos;
}

/// Spaces of all kinds and their repetitions as one.
std::string single_spaced(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool no_break = text.substr(at, 2) == "\u00A0";
    if (no_break || text[at] == ' ') {
      if (!out.empty() && out.back() != ' ') out += ' ';
      at += no_break ? 1 : 0;
    } else {
      out += text[at];
    }
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

/// No digits, brackets, signs: what the parser of names would pass over as marks around one.
bool has_only_letters(std::string_view name) {
  for (const char c : name) {
    const bool letter = (static_cast<unsigned char>(c) & 0x80U) != 0 || (c >= 'a' && c <= 'z') ||
                        (c >= 'A' && c <= 'Z');
    if (!letter && c != ' ' && c != '-' && c != '\'' && c != '`' && c != '.') return false;
  }
  return name.find("№") == std::string_view::npos;
}

bool is_initial(std::string_view word) { return count_letters(word) <= 1 || word.ends_with('.'); }

}  // namespace

std::optional<CellProblem> incompleteness_of(const PersonName& name) {
  const char* const hint = tr("write surname, first name and patronymic");
  if (name.last.empty()) return CellProblem{tr("there is no surname"), hint};
  if (name.first.empty() || is_initial(name.first)) {
    return CellProblem{tr("there is no first name in full"), hint};
  }
  return std::nullopt;
}

std::optional<CellProblem> RosterCells::damage_of(std::string_view cell) {
  if (cell.find(kReplacement) == std::string_view::npos) return std::nullopt;
  return CellProblem{tr("letters that cannot be read: the encoding of the file is broken"),
                     tr("save the table again as XLSX or as CSV in UTF-8")};
}

std::string RosterCells::text(std::string_view cell) const {
  std::string value = single_spaced(cell);
  if (words_.absent.count(fold(value)) != 0) value.clear();
  return value;
}

CellValue<CalendarDate> RosterCells::date(std::string_view cell) const {
  const std::string value = text(cell);
  if (value.empty()) return {};
  std::string_view day = value;
  const std::size_t end = day.find_first_of(" T");
  std::string_view rest = end == std::string_view::npos ? "" : trimmed(day.substr(end + 1));
  day = day.substr(0, end);
  for (const std::string_view suffix : {"г.", "г"}) {
    if (day.ends_with(suffix)) day.remove_suffix(suffix.size());
  }
  std::vector<std::string_view> parts = digits_between(day, '-');
  if (parts.size() != 3 || parts[0].size() != 4) {
    parts = digits_between(day, '.');
    if (parts.size() == 3) std::swap(parts[0], parts[2]);
  }
  if (parts.size() != 3 || parts[0].size() != 4 || parts[1].size() > 2 || parts[2].size() > 2 ||
      !may_follow_date(rest)) {
    return wrong<CalendarDate>(tr("this is no date that can be understood"),
                               tr("write dates as 31.12.2024 or 2024-12-31"));
  }
  const CalendarDate date{number(parts[0]), number(parts[1]), number(parts[2])};
  if (!is_real(date)) {
    return wrong<CalendarDate>(tr("there is no such day in the calendar"), tr("correct the date"));
  }
  return {date, std::nullopt};
}

CellValue<CalendarDate> RosterCells::birth_date(std::string_view cell) const {
  CellValue<CalendarDate> read = date(cell);
  if (!read.value) return read;
  if (*read.value > today_) {
    return wrong<CalendarDate>(tr("the date of birth lies in the future"), tr("correct the date"));
  }
  if (read.value->year < kOldestBirthYear) {
    return wrong<CalendarDate>(say(tr("the date of birth lies before {}"), kOldestBirthYear),
                               tr("correct the date"));
  }
  return read;
}

CellValue<int> RosterCells::school_year(std::string_view cell) const {
  const std::string value = text(cell);
  if (value.empty()) return {};
  std::string_view years = std::string_view(value).substr(0, value.find(' '));
  std::vector<std::string_view> parts;
  for (const char separator : {'/', '-'}) {
    parts = digits_between(years, separator);
    if (!parts.empty()) break;
  }
  constexpr int kOldest = 1900;
  constexpr int kNewest = 2200;
  if (!parts.empty() && parts.size() <= 2 && parts[0].size() == 4) {
    const int first = number(parts[0]);
    const bool follows = parts.size() == 1 || number(parts[1]) == first + 1 ||
                         (parts[1].size() == 2 && number(parts[1]) == (first + 1) % 100);
    if (follows && first >= kOldest && first <= kNewest) return {first, std::nullopt};
  }
  return wrong<int>(tr("this is no school year"), tr("write it as 2023/2024"));
}

CellValue<Gender> RosterCells::gender(std::string_view cell) const {
  std::string value = fold(text(cell));
  if (value.ends_with('.')) value.pop_back();
  if (value.empty()) return {};
  if (words_.men.count(value) != 0) return {Gender::male, std::nullopt};
  if (words_.women.count(value) != 0) return {Gender::female, std::nullopt};
  return wrong<Gender>(tr("this is no gender"), tr("write м or ж, or leave it empty"));
}

CellValue<std::string> RosterCells::name_part(std::string_view cell) const {
  const std::string value = text(cell);
  if (value.empty()) return {};
  // As a name of its own the part gets the same care as a whole ФИО: look-alikes, dashes, marks.
  const auto parsed = parse_person_name(value, grammar_);
  if (!parsed || !has_only_letters(value)) {
    return wrong<std::string>(tr("this is no part of a person's name"),
                              tr("write letters, with a hyphen in a double name"));
  }
  const PersonName& name = parsed->name;
  const bool one =
      (name.last.empty() ? 0 : 1) + (name.first.empty() ? 0 : 1) + (name.middle.empty() ? 0 : 1) ==
      1;
  if (one) return {to_title_letters(full_text(name)), std::nullopt};
  // Several words are given back in their order, whatever parts they would be of a ФИО.
  std::string part;
  for (const std::string_view word : split_letters(value, " ")) {
    if (!part.empty()) part += ' ';
    part += has_cyrillic(value) ? fold_lookalikes(word) : std::string(word);
  }
  return {to_title_letters(part), std::nullopt};
}

CellValue<PersonName> RosterCells::full_name(std::string_view cell) const {
  const std::string value = text(cell);
  if (value.empty()) return {};
  const auto parsed = parse_person_name(value, grammar_);
  if (!parsed || !has_only_letters(value)) {
    return wrong<PersonName>(tr("this is no person's name"),
                             tr("write surname, first name and patronymic"));
  }
  PersonName name = in_title_case(parsed->name);
  if (auto problem = incompleteness_of(name)) return {std::nullopt, std::move(problem)};
  return {std::move(name), std::nullopt};
}

std::vector<Guardian> RosterCells::guardians(std::string_view cell,
                                             std::string_view relation) const {
  std::vector<Guardian> found;
  const std::string value = text(cell);
  for (const std::string_view piece : split_letters(value, ";")) {
    Guardian guardian{std::string(trimmed(piece)), std::string(relation)};
    const std::size_t open = piece.find('(');
    const std::size_t close = piece.find(')', open == std::string_view::npos ? 0 : open);
    if (open != std::string_view::npos && close != std::string_view::npos) {
      guardian.name = trimmed(piece.substr(0, open));
      guardian.relation = trimmed(piece.substr(open + 1, close - open - 1));
    }
    if (!guardian.name.empty()) found.push_back(std::move(guardian));
  }
  return found;
}

bool RosterCells::refused(std::string_view status) const {
  return words_.refused.count(fold(single_spaced(status))) != 0;
}

}  // namespace fonds

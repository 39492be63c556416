#include "ingest/number_forms.h"

#include <algorithm>
#include <optional>

#include "ingest/fuzzy.h"
#include "ingest/sifting.h"
#include "registry/letters.h"

namespace fonds {
namespace {

/// A series, pieces parted by - / or a full stop; a piece after a spaced dash begins with a digit.
constexpr const char* kSeries =
    R"((?:(?<series>[\p{L}\d]{1,4}(?:-[\p{L}\d]{1,3})?(?![\p{L}\p{N}-]))\s*,?\s*)?)";
constexpr const char* kValue =
    R"((?<value>\d{1,4} (?!(?:от|на|по|из|до|за|об|[гвсико]) )\p{L}{1,2} \d{3,}|(?:(?!(?:от|на|по|из|для|и|в|с|до|за)\s)\p{L}{1,3}(?:\s?-\s?|\s))?[\p{L}\d]*\d[\p{L}\d]*(?:[-/.](?:[\p{L}\d]+|©)|\s?[-/]\s?\d[\p{L}\d]*){0,4}))";

std::string expression(const DataTable& table) {
  table.expect_only({"sign", "own", "itself", "other", "within", "stems", "series"});
  return R"((?<![\p{L}\p{N}])(?:(?:)" + table.text("series") + R"()\s*)" + kSeries +
         "(?:" + table.text("sign") + R"()?\s*|(?:)" + table.text("sign") +
         R"()[\s:._]{0,3}(?:№\s*)?_*\s?))" + kValue;
}

bool is_separator(char c) { return c == '-' || c == '/' || c == '.'; }

/// A piece with a real digit in which every other character looks like one.
std::string tidy_piece(std::string_view piece) {
  const bool has_digit =
      std::any_of(piece.begin(), piece.end(), [](char c) { return c >= '0' && c <= '9'; });
  const auto digits = has_digit ? as_digits(fold_letters(piece)) : std::nullopt;
  if (digits) return *digits;
  // No series begins with a nought: 0Л24 is ОЛ24, 0д is од.
  const bool letter_behind = piece.size() > 1 && static_cast<unsigned char>(piece[1]) >= 0xD0;
  if (piece.starts_with('0') && letter_behind) {
    return (begins_small(piece.substr(1)) ? "о" : "О") + std::string(piece.substr(1));
  }
  return std::string(piece);
}

/// A single nought behind the last dash is the letter of an order, 112-о: nothing is counted so.
void put_last_letter_right(std::string& number) {
  constexpr std::string_view kNought = "-0";
  const bool behind_figure = number.size() > kNought.size() && number.ends_with(kNought) &&
                             number[number.size() - 3] >= '0' && number[number.size() - 3] <= '9';
  if (behind_figure) number.replace(number.size() - 1, 1, "о");
}

}  // namespace

std::string tidy_number(std::string_view printed) {
  std::string tidied;
  std::string piece;
  const auto end_piece = [&] {
    tidied += tidy_piece(piece);
    piece.clear();
  };
  std::string plain;
  for (std::size_t at = 0; at < printed.size();) {
    const std::size_t bytes = std::min(letter_bytes(printed[at]), printed.size() - at);
    const std::string_view letter = printed.substr(at, bytes);
    // Dashes of every kind are three bytes from U+2010 on.
    const bool dash = bytes == 3 && letter.starts_with("\xE2\x80");
    plain += dash ? "-" : letter == "©" ? "с" : letter;
    at += bytes;
  }
  for (std::size_t at = 0; at < plain.size(); ++at) {
    const char c = plain[at];
    const bool spaced = c == ' ' && ((at + 1 < plain.size() && is_separator(plain[at + 1])) ||
                                     (at > 0 && is_separator(plain[at - 1])));
    if (spaced) continue;
    if (is_separator(c) || c == ' ') {
      end_piece();
      tidied += c;
    } else {
      piece += c;
    }
  }
  end_piece();
  put_last_letter_right(tidied);
  return tidied;
}

/// A number without its sign has a line to itself and is no date, year, school year, telephone,
/// mark or class: 0314/24, 45-ДП, 0742 (a year has no nought before it). Twelve figures and more
/// are those of a stamp unless dashes part them: 24-61-0417-3382.
constexpr const char* kBare =
    R"(^(?!\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$)(?!(?:19|20)\d\d$)(?!(?:19|20)\d\d[-./]\d\d[-./]\d\d$)(?!\p{L}{0,2} ?(?:19|20)\d\d[-/](?:19|20)?\d\d$)(?!(?!0\d{3,7}$)\d+$)(?!.*(?:www|http|@|_))(?=(?:[^\d\n]*\d){4}|\d{2}[-/]\p{L}{2,3}$|\d{3,4}[-/]\p{L}{1,3}$)(?:(?!(?:[^\d\n]*\d){12})|(?=\d{1,6}(?:-\d{1,6}){2,4}$))(?![78]-\d{3}-)(?<value>(?:\p{L}{1,4}[- ]?)?[\p{L}\d]*\d[\p{L}\d]*(?:[-/][\p{L}\d]+){0,4})$)";

/// Or it begins a line and its date follows: 01-83/663 от 27 мая 2021 г.
constexpr const char* kDatedBare =
    R"(^(?!\d{1,2}(?<between>[./-])\d{1,2}\k<between>\d{2,4} )(?!(?:19|20)\d\d[-/](?:19|20)?\d\d )(?<value>(?:\p{L}{1,4}[- ]?)?\d[\p{L}\d]*(?:[-/][\p{L}\d]+){1,4})(?= [оo0ф]\p{L} \d{1,2}[ .]))";

NumberForms::NumberForms(const DataTable& table)
    : number_(expression(table)), bare_(kBare), dated_bare_(kDatedBare) {}

std::vector<PrintedNumber> NumberForms::find(const PaperText& text) const {
  const std::size_t series = number_.group("series");
  const std::size_t value = number_.group("value");
  std::vector<PrintedNumber> numbers;
  for (const PatternMatch& match : number_.find_all(text.ready())) {
    PrintedNumber number{match.whole, *match.groups[value], {}, false, false};
    number.text = tidy_number(text.printed(number.value));
    if (match.groups[series]) {
      number.text = text.printed(*match.groups[series]) + " " + number.text;
      number.series = true;
      number.value.begin = match.groups[series]->begin;
    }
    numbers.push_back(std::move(number));
  }
  const auto signed_count = static_cast<std::ptrdiff_t>(numbers.size());
  for (const Pattern* pattern : {&bare_, &dated_bare_}) {
    for (const PatternMatch& match : pattern->find_all(text.ready())) {
      const bool known = std::any_of(
          numbers.begin(), numbers.begin() + signed_count, [&](const PrintedNumber& number) {
            return number.span.begin < match.whole.end && match.whole.begin < number.span.end;
          });
      if (known) continue;
      numbers.push_back(
          {match.whole, match.whole, tidy_number(text.printed(match.whole)), false, true});
    }
  }
  std::sort(numbers.begin(), numbers.end(), [](const PrintedNumber& a, const PrintedNumber& b) {
    return a.span.begin < b.span.begin;
  });
  return numbers;
}

}  // namespace fonds

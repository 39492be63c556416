#include "ingest/date_forms.h"

#include <algorithm>
#include <array>
#include <string>

#include "ingest/fields.h"
#include "ingest/fuzzy.h"

namespace fonds {
namespace {

constexpr int kEarliestYear = 1930;
constexpr int kLatestYear = 2099;
/// Two digits up to this are of this century.
constexpr int kCentury = 60;
constexpr double kPerMisread = 0.08;
/// A month whose day was printed and lost is not what the paper says.
constexpr double kLostDay = 0.4;
constexpr double kFigureTooMany = 0.75;
constexpr double kNoStops = 0.75;

/// Stems and endings: every case of a month, and its usual short form.
constexpr std::array<std::string_view, 12> kStems{"январ",   "феврал", "март",  "апрел",
                                                  "ма",      "июн",    "июл",   "август",
                                                  "сентябр", "октябр", "ноябр", "декабр"};
constexpr std::array<std::string_view, 5> kSoft{"я", "ь", "е", "ю", "ем"};
constexpr std::array<std::string_view, 5> kHard{"а", "", "е", "у", "ом"};
constexpr std::array<std::string_view, 5> kMay{"я", "й", "е", "ю", "ем"};

/// On papers of international contests.
constexpr std::array<std::string_view, 12> kEnglish{
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

struct MonthForm {
  std::u32string letters;
  int month;
};

std::vector<MonthForm> month_forms() {
  std::vector<MonthForm> forms;
  for (int month = 1; month <= 12; ++month) {
    forms.push_back({characters_of(kEnglish[static_cast<std::size_t>(month - 1)]), month});
    const std::string_view stem = kStems[static_cast<std::size_t>(month - 1)];
    const auto& endings = month == 5 ? kMay : month == 3 || month == 8 ? kHard : kSoft;
    for (const std::string_view ending : endings) {
      forms.push_back({characters_of(std::string(stem) + std::string(ending)), month});
    }
  }
  return forms;
}

struct ReadMonth {
  int month = 0;
  std::size_t misread = 0;
};

std::optional<ReadMonth> read_month(std::string_view folded) {
  static const std::vector<MonthForm> kForms = month_forms();
  const std::u32string word = characters_of(folded);
  std::optional<ReadMonth> best;
  bool tie = false;
  for (const MonthForm& form : kForms) {
    const std::size_t most = form.letters.size() / 4 + (form.letters.size() >= 7 ? 1 : 0);
    const std::size_t distance = edit_distance(word, form.letters, most);
    if (distance > most) continue;
    if (best && best->misread == distance && best->month != form.month) tie = true;
    if (!best || distance < best->misread) {
      best = ReadMonth{form.month, distance};
      tie = false;
    }
  }
  if (tie) return std::nullopt;
  return best;
}

struct Numbers {
  std::optional<int> value;
  bool misread = false;
};

/// A number of digits, some of them perhaps read as letters.
Numbers number_of(std::string_view folded) {
  const auto digits = as_digits(folded);
  if (!digits || digits->size() > 4) return {};
  return {std::stoi(*digits), *digits != folded};
}

std::optional<int> year_of(const Numbers& number) {
  if (!number.value) return std::nullopt;
  int year = *number.value;
  if (year < 100) year += year <= kCentury ? 2000 : 1900;
  if (year < kEarliestYear || year > kLatestYear) return std::nullopt;
  return year;
}

/// Reads the groups of one match; remembers how much of it was misread.
class Groups {
 public:
  Groups(const PaperText& text, const Pattern& pattern, const PatternMatch& match)
      : text_(text), pattern_(pattern), match_(match) {}

  std::optional<int> number(const char* name) { return counted(number_of(without_space(name))); }
  /// Of 51 only the tens can be misread, and 3 is what 5 and 8 are made of.
  std::optional<int> day(const char* name) {
    auto number = this->number(name);
    if (number && (*number == 50 || *number == 51 || *number == 80 || *number == 81)) {
      number = 30 + *number % 10;
      ++misread_;
    }
    return number;
  }
  std::optional<int> year(const char* name) {
    const Numbers number = number_of(without_space(name));
    counted(number);
    return year_of(number);
  }
  std::optional<int> month(const char* name) {
    const auto read = read_month(of(name));
    if (!read) return std::nullopt;
    misread_ += read->misread;
    return read->month;
  }
  std::optional<int> roman(const char* name) const { return roman_number(of(name)); }
  void doubt(double sureness) { doubt_ = sureness; }
  /// A month in the genitive, or digits before it: the day was printed and was not read.
  void doubt_month(const char* name) {
    const std::string_view word = of(name);
    const std::size_t begin = match_.whole.begin;
    const std::string_view before =
        text_.folded({text_.lines()[text_.line_at(begin)].span.begin, begin});
    const bool genitive = word.ends_with("я") || word.ends_with("та");
    const std::size_t at = before.find_last_not_of(" \"'-");
    const bool digits = at != std::string_view::npos && before[at] >= '0' && before[at] <= '9';
    if (genitive || digits) doubt_ = kLostDay;
  }
  [[nodiscard]] bool has(const char* name) const {
    return match_.groups[pattern_.group(name)].has_value();
  }
  [[nodiscard]] double sureness() const {
    return std::max(0.5, 1 - kPerMisread * static_cast<double>(misread_)) * doubt_;
  }

 private:
  [[nodiscard]] std::string_view of(const char* name) const {
    const auto& group = match_.groups[pattern_.group(name)];
    return group ? text_.folded(*group) : std::string_view{};
  }
  [[nodiscard]] std::string without_space(const char* name) const {
    std::string digits(of(name));
    std::erase_if(digits,
                  [](char c) { return c == ' ' || c == ',' || c == '.' || c == '\'' || c == '_'; });
    return digits;
  }
  std::optional<int> counted(const Numbers& number) {
    if (number.misread) ++misread_;
    return number.value;
  }

  const PaperText& text_;
  const Pattern& pattern_;
  const PatternMatch& match_;
  std::size_t misread_ = 0;
  double doubt_ = 1;
};

std::optional<DateSpan> day(std::optional<int> year, std::optional<int> month,
                            std::optional<int> day_number) {
  if (!year || !month || !day_number) return std::nullopt;
  const CalendarDate date{*year, *month, *day_number};
  if (!is_real(date)) return std::nullopt;
  return DateSpan{date, date, DatePrecision::day, {}};
}

std::optional<DateSpan> range(std::optional<DateSpan> first, std::optional<DateSpan> last) {
  if (!first || !last || first->from >= last->to) return std::nullopt;
  return DateSpan{first->from, last->to, first->precision, {}};
}

std::optional<DateSpan> month_span(std::optional<int> year, std::optional<int> month) {
  if (!year || !month) return std::nullopt;
  return DateSpan{
      {*year, *month, 1}, {*year, *month, days_in_month(*year, *month)}, DatePrecision::month, {}};
}

using Read = std::optional<DateSpan> (*)(Groups&);
struct Form {
  Pattern pattern;
  Read read;
};

/// Pieces of the patterns: a digit or what is read for one, two of them, a year, a month's name,
/// what stands between.
std::string with_pieces(std::string expression) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kPieces{{
      {"<DD>", "[0-9оoзlі|i]{1,2}"},
      {"<YYYY>", R"((?:[12l|i][0-9оoзlі|iбвчsz](?: |_{1,4})?[0-9оoзlі|i\]бвчsz]{2}))"},
      // With a speck in it: 202,4.
      {"<YYY,Y>", R"((?:[12l|i][0-9оoзlі|iбвчsz][ .,']?[0-9оoзlі|iбвчsz][.,']?[0-9оoзlі|iбвчsz]))"},
      {"<YY>", R"((?:\d\d))"},
      {"<MONTH>", R"(\p{L}{3,9})"},
      {"<START>", R"((?<![\p{L}\p{N}.,/:№-])(?<!№ ))"},
      {"<END>", R"((?![\p{N}]|[.,/-]\d))"},
      {"<G>", R"((?:[,_]{0,4}\s{0,2}(?:года|год|г)(?!\p{L}|\.?\s?р\b|\.?\s?рожд)\.?))"},
  }};
  for (const auto& [name, piece] : kPieces) {
    for (std::size_t at = expression.find(name); at != std::string::npos;
         at = expression.find(name, at + piece.size())) {
      expression.replace(at, name.size(), piece);
    }
  }
  return expression;
}

std::vector<Form> make_forms() {
  std::vector<Form> forms;
  const auto add = [&](const char* expression, Read read) {
    forms.push_back({Pattern(with_pieces(expression)), read});
  };
  // «15» мая 2024 г.; 15 мая 24 г.
  // Of a blank filled by hand: «_15_» ___мая___ 2024 г.
  add(R"((?<![\p{L}\p{N}])(?<d><DD>)(?:["'`*.,>)\]_/|\\ ]{0,4}\s?|[_"]{1,6}\s?_{0,12}\s?)(?<m><MONTH>)(?:[\s.,_-]{1,3}|\s?_{1,12}\s?)(?:(?<y><YYYY>)(?:<END><G>?|[1il|!]<G>|(?<f>\d)<G>)|(?<s><YY>)<G>))",
      [](Groups& g) {
        // A figure too many: г. read twice, or a figure.
        if (g.has("f")) g.doubt(kFigureTooMany);
        return day(g.has("y") ? g.year("y") : g.year("s"), g.month("m"), g.day("d"));
      });
  // 15.05.2024, 15/05/24, 15. 05. 2024
  add(R"(<START>(?<d><DD>)\s?[.,/-]\s?(?!i{1,2}\s?[.,/-])(?<m><DD>)\s?[.,/-]\s?(?<y><YYY,Y>)<END><G>?)",
      [](Groups& g) { return day(g.year("y"), g.number("m"), g.day("d")); });
  add(R"(<START>(?<d><DD>)(?<s>[./])(?<m><DD>)\k<s>(?<y><YY>)<END><G>?)",
      [](Groups& g) { return day(g.year("y"), g.number("m"), g.number("d")); });
  // The month of a blank in figures: «_15_» ___05___ 2024 г.
  add(R"(["_]\s?_{0,4}(?<d><DD>)\s?_{0,4}["_]{1,2}\s?_{0,12}\s?(?<m>[0оo1lі|i][0-9оoзlі|i])(?:\s?_{1,12}\s?|\.?\s)(?<y><YYYY>)<END><G>?)",
      [](Groups& g) { return day(g.year("y"), g.number("m"), g.day("d")); });
  // 25.II.2024
  add(R"(<START>(?<d><DD>)\s?[.,]\s?(?<m>x?[iі]{1,3}|[iі]?[vx]|v[iі]{1,3})\s?[.,]\s?(?<y><YYYY>)<END><G>?)",
      [](Groups& g) { return day(g.year("y"), g.roman("m"), g.day("d")); });
  // 29.042022, 2904.2022: a full stop was lost
  add(R"(<START>(?<d>\d\d)(?:[.,](?<m>\d\d)|(?<n>\d\d)[.,])(?<y>(?:19|20)\d\d)<END><G>?)",
      [](Groups& g) {
        return day(g.year("y"), g.has("m") ? g.number("m") : g.number("n"), g.number("d"));
      });
  // 19102024 alone on its line: both full stops were lost
  add(R"(^(?<d>[0-3]\d)(?<m>[01]\d)(?<y>20[0-4]\d)<G>?$)", [](Groups& g) {
    g.doubt(kNoStops);
    return day(g.year("y"), g.number("m"), g.number("d"));
  });
  // 2024-05-15
  add(R"(<START>(?<y><YYYY>)[.-](?<m><DD>)[.-](?<d><DD>)<END>)",
      [](Groups& g) { return day(g.year("y"), g.number("m"), g.number("d")); });
  // 12-14 апреля 2024 г.; с 12 по 14 апреля 2024; 12, 13 и 14 апреля 2024
  add(R"((?<![\p{L}\p{N}./-])(?<d><DD>)["']?(?:\s?-\s?|\s+по\s+|, ?(?:<DD>, ?)*(?:<DD>\s+и\s+)?|\s+и\s+)["']?(?<e><DD>)["']?\s+(?<m><MONTH>)[\s.,-]{1,3}(?<y><YYYY>)<END><G>?)",
      [](Groups& g) {
        const auto year = g.year("y");
        const auto month = g.month("m");
        return range(day(year, month, g.number("d")), day(year, month, g.number("e")));
      });
  // 28 апреля - 3 мая 2024 г.; 28 декабря 2023 г. - 3 января 2024 г.
  add(R"((?<![\p{L}\p{N}.])(?<d><DD>)["']?\s+(?<m><MONTH>)(?:\s+(?<x><YYYY>)<G>?)?\s?(?:-|по)\s?["']?(?<e><DD>)["']?\s+(?<n><MONTH>)[\s.,]{1,3}(?<y><YYYY>)<END><G>?)",
      [](Groups& g) {
        const auto year = g.year("y");
        return range(day(g.has("x") ? g.year("x") : year, g.month("m"), g.number("d")),
                     day(year, g.month("n"), g.number("e")));
      });
  // 12.04.2024 - 14.04.2024, 12.04-14.04.2024, с 12.04 по 14.04.2024
  add(R"(<START>(?<d>\d{1,2})\.(?<m>\d{1,2})(?:\.(?<x><YYYY>)<G>?)?\.?\s?(?:-|по)\s?(?<e>\d{1,2})\.(?<n>\d{1,2})\.(?<y><YYYY>)<END><G>?)",
      [](Groups& g) {
        const auto year = g.year("y");
        return range(day(g.has("x") ? g.year("x") : year, g.number("m"), g.number("d")),
                     day(year, g.number("n"), g.number("e")));
      });
  // 12-14.04.2024
  add(R"(<START>(?<d>\d{1,2})\s?-\s?(?<e>\d{1,2})\.(?<m>\d{1,2})\.(?<y><YYYY>)<END><G>?)",
      [](Groups& g) {
        const auto year = g.year("y");
        const auto month = g.number("m");
        return range(day(year, month, g.number("d")), day(year, month, g.number("e")));
      });
  // май 2024 г., октябрь, 2022 год
  add(R"((?<!\p{L})(?<m><MONTH>)[\s.,-]{1,3}(?<y><YYYY>)<END><G>?)", [](Groups& g) {
    g.doubt_month("m");
    return month_span(g.year("y"), g.month("m"));
  });
  // May 12, 2024
  add(R"((?<!\p{L})(?<m>[a-z]{3,9})\.?\s+(?<d><DD>)(?:st|nd|rd|th)?,?\s+(?<y><YYYY>)<END>)",
      [](Groups& g) { return day(g.year("y"), g.month("m"), g.day("d")); });
  // ноябрь 2023 - март 2024
  add(R"((?<!\p{L})(?<m><MONTH>)\s+(?<x><YYYY>)<G>?\s?-\s?(?<n><MONTH>)\s+(?<y><YYYY>)<END><G>?)",
      [](Groups& g) {
        return range(month_span(g.year("x"), g.month("m")), month_span(g.year("y"), g.month("n")));
      });
  // апрель - май 2024 г.
  add(R"((?<!\p{L})(?<m><MONTH>)\s?-\s?(?<n><MONTH>)[\s.,]{1,3}(?<y><YYYY>)<END><G>?)",
      [](Groups& g) {
        const auto year = g.year("y");
        return range(month_span(year, g.month("m")), month_span(year, g.month("n")));
      });
  // 2024 год; 2024 alone on its line or after a place: Сочи, 2024
  add(R"((?<![\p{L}\p{N}/.№-])(?<![/№]\s)(?<!\d-\s)(?<!\d\s-\s)(?:(?<y><YYYY>)<G>|(?:^|(?<=,\s)|(?<=-\s))(?<z>(?:19|20)\d\d)(?=\.?$)))",
      [](Groups& g) {
        const auto year = g.has("y") ? g.year("y") : g.year("z");
        if (!year) return std::optional<DateSpan>();
        return std::optional<DateSpan>({{*year, 1, 1}, {*year, 12, 31}, DatePrecision::year, {}});
      });
  return forms;
}

bool overlap(const TextSpan& a, const TextSpan& b) { return a.begin < b.end && b.begin < a.end; }

/// Whether `a` says more than `b` where both share letters.
bool says_more(const PrintedDate& a, const PrintedDate& b) {
  const bool a_range = a.date.from != a.date.to;
  if (a.date.precision != b.date.precision) return a.date.precision < b.date.precision;
  if (a_range != (b.date.from != b.date.to)) return a_range;
  if (a.span.size() != b.span.size()) return a.span.size() > b.span.size();
  return a.span.begin < b.span.begin;
}

}  // namespace

std::optional<int> month_of(std::string_view folded) {
  const auto read = read_month(folded);
  return read ? std::optional<int>(read->month) : std::nullopt;
}

std::vector<PrintedDate> date_forms(const PaperText& text) {
  static const std::vector<Form> kForms = make_forms();
  std::vector<PrintedDate> all;
  for (const Form& form : kForms) {
    for (const PatternMatch& match : form.pattern.find_all(text.ready())) {
      Groups groups(text, form.pattern, match);
      auto date = form.read(groups);
      if (!date) continue;
      date->raw = text.printed(match.whole);
      all.push_back({match.whole, *date, groups.sureness()});
    }
  }
  std::sort(all.begin(), all.end(), says_more);
  std::vector<PrintedDate> kept;
  for (PrintedDate& each : all) {
    const bool free = std::none_of(kept.begin(), kept.end(), [&](const PrintedDate& other) {
      return overlap(each.span, other.span);
    });
    if (free) kept.push_back(std::move(each));
  }
  std::sort(kept.begin(), kept.end(),
            [](const PrintedDate& a, const PrintedDate& b) { return a.span.begin < b.span.begin; });
  return kept;
}

}  // namespace fonds

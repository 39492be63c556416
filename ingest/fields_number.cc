#include "ingest/fields_number.h"

#include <algorithm>
#include <cmath>

#include "base/messages.h"
#include "base/text.h"

namespace fonds {
namespace {

/// Log-odds of "none of them".
constexpr double kNone = 2.0;
constexpr std::size_t kLinesUnderTitle = 3;
/// Bytes between a title and the number that follows it.
constexpr std::size_t kAfterTitle = 6;

/// Of 160 worn invented papers all four numbers with figures read less surely than this were wrong.
constexpr double kUnsureFigures = 0.45;
constexpr double kDoubt = 0.5;

/// What stands between the beginning of the line and `at`, from the last word that ends a thought.
std::string_view before_on_line(const PaperText& text, std::size_t at) {
  const PaperLine& line = text.lines()[text.line_at(at)];
  std::string_view before = text.folded({line.span.begin, std::max(line.span.begin, at)});
  const std::size_t cut = before.find_last_of(",;()");
  if (cut != std::string_view::npos) before.remove_prefix(cut + 1);
  return before;
}

bool has_letters(std::string_view text) {
  static const Pattern kWord(R"(\p{L}{2,})");
  return kWord.find(PatternText(text)).has_value();
}

/// Whether nothing but specks stands in `span`.
bool is_empty(const PaperText& text, TextSpan span) {
  static const Pattern kSomething(R"([\p{L}\p{N}])");
  return !kSomething.find(PatternText(text.folded(span)));
}

/// Capital letters alone between the beginning of the line and `at`: the series of a blank.
bool is_series(const PaperText& text, std::size_t at) {
  static const Pattern kSeries(R"(^\s*\p{Lu}{1,4}\s*$)");
  const PaperLine& line = text.lines()[text.line_at(at)];
  return kSeries.find(PatternText(text.printed({line.span.begin, at}))).has_value();
}

/// A date that ends just before `at` on the same line: "от 24.05.2024 № 3".
bool follows_date(const Paper& paper, std::size_t at, const std::vector<PrintedDate>& dates) {
  return std::any_of(dates.begin(), dates.end(), [&](const PrintedDate& date) {
    if (date.span.end > at || at - date.span.end > 6) return false;
    return paper.text.line_at(date.span.end) == paper.text.line_at(at);
  });
}

/// A date that begins just behind `at` on the same line, «№ 17 от 24.05.2024»: the number of a
/// house or of a school is followed by none. What the engine makes of «от» does not matter.
bool dates_itself(const Paper& paper, std::size_t at, const std::vector<PrintedDate>& dates) {
  constexpr std::size_t kFrom = 9;  // bytes of « от » and a misread letter
  return std::any_of(dates.begin(), dates.end(), [&](const PrintedDate& date) {
    if (date.span.begin < at || date.span.begin - at > kFrom) return false;
    return paper.text.line_at(date.span.begin) == paper.text.line_at(at);
  });
}

/// Whether the number goes on in signs no number has: № 22-69/$94.
bool is_broken_off(const PaperText& text, TextSpan number) {
  static const Pattern kGoesOn(R"(^[-/][^\s\p{L}\p{N}.,;:)»"])");
  const PaperLine& line = text.lines()[text.line_at(number.begin)];
  return kGoesOn.find(PatternText(text.printed({number.end, line.span.end}))).has_value();
}

/// Of the words with figures in `span`, how sure the least sure was.
double least_figures_confidence(const PaperText& text, TextSpan span) {
  const auto [first, end] = text.words_in(span);
  double least = 1;
  for (std::size_t i = first; i < end; ++i) {
    const PaperWord& word = text.words()[i];
    if (text.folded(word.span).find_first_of("0123456789") == std::string_view::npos) continue;
    least = std::min(least, word.confidence);
  }
  return least;
}

}  // namespace

NumberFinder::NumberFinder(const DataTable& number, const DataTable& order, Thresholds thresholds)
    : own_(pattern_of(number, "own")),
      itself_(pattern_of(number, "itself")),
      other_(pattern_of(number, "other")),
      order_(pattern_of(order, "order")),
      stems_(number.texts("stems")),
      within_(static_cast<std::size_t>(number.number("within"))),
      order_within_(static_cast<std::size_t>(order.number("within"))),
      thresholds_(thresholds) {
  order.expect_only({"order", "within"});
}

bool NumberFinder::belongs_elsewhere(const Paper& paper, const PrintedNumber& number, bool dated,
                                     const std::vector<TextSpan>& other) const {
  const PaperText& text = paper.text;
  const std::size_t at = number.span.begin;
  const std::size_t line = text.line_at(at);
  const bool first_on_line = at == text.lines()[line].span.begin;
  const std::string_view tail = text.folded({number.span.end, text.lines()[line].span.end});
  const bool of_law = text.folded(number.value).ends_with("-фз") || tail.starts_with("-фз") ||
                      tail.starts_with(" -фз");
  if (of_law) return true;
  return std::any_of(other.begin(), other.end(), [&](const TextSpan& words) {
    if (words.begin >= at) return false;
    // The title itself and what stands inside the number ("серия") are the paper's own.
    if (paper.title && words.begin < paper.title->end && words.end > paper.title->begin) {
      return false;
    }
    const TextSpan between{std::min(words.end, at), at};
    const std::string_view gap = text.folded(between);
    if (count_characters(gap) > within_ || gap.find_first_of(",;") != std::string_view::npos) {
      return false;
    }
    const auto breaks =
        std::count_if(gap.begin(), gap.end(), [](char c) { return c == '\n' || c == '\f'; });
    if (breaks == 0) return true;
    // СВИДЕТЕЛЬСТВО УЧАСТНИКА and the number below: the line of the title belongs to the title.
    if (paper.title && text.line_at(words.begin) == paper.title_line()) return false;
    // A school's name may be broken before its number, but then nothing else stands between.
    return breaks == 1 && first_on_line && gap.size() <= 3 && !dated;
  });
}

Finding<std::string> NumberFinder::weigh(const Paper& paper, const PrintedNumber& number,
                                         const Marks& marks,
                                         const std::vector<PrintedDate>& dates) const {
  const PaperText& text = paper.text;
  const std::size_t at = number.span.begin;
  const std::size_t line_index = text.line_at(at);
  const PaperLine& line = text.lines()[line_index];
  Finding<std::string> finding{number.text, number.value, 0, {}};
  double points = 0;
  const auto because = [&](double add, const char* why) {
    points += add;
    finding.reasons.push_back({why, {text.printed(number.span)}});
  };
  const bool starts_line = is_empty(text, {line.span.begin, at});
  const bool dates_it = dates_itself(paper, number.span.end, dates);
  const bool elsewhere = belongs_elsewhere(paper, number, dates_it, marks.other);
  // A licence has a series, too: «Лицензия № 5117 серия 00Л01».
  const bool own_series = number.series && (starts_line || !elsewhere);
  const bool names_itself = paper.has_form(SheetForm::award) && ends_before(marks.itself, at, 3);
  const bool own = own_series || names_itself || ends_before(marks.own, at, 3) ||
                   std::any_of(marks.own.begin(), marks.own.end(), [&](const TextSpan& words) {
                     return words.begin >= at && words.end <= number.value.end;
                   });
  const bool after_title = paper.title && at >= paper.title->end &&
                           at - paper.title->end <= kAfterTitle &&
                           text.line_at(paper.title->end) + 1 >= line_index;
  const bool by_title = paper.kind != nullptr && paper.kind->number == NumberRule::title;
  const bool dated = follows_date(paper, at, dates);
  const bool near_title = paper.title && line_index >= paper.title_line() &&
                          line_index - paper.title_line() <= kLinesUnderTitle;
  if (number.bare) {
    // Near the title of an award, first or last of all, nothing else looks so.
    const bool close = paper.title && line_index + kLinesUnderTitle >= paper.title_line() &&
                       line_index <= paper.title_line() + kLinesUnderTitle;
    const bool edge = line_index == 0 || line_index + 1 == text.lines().size();
    if (!paper.has_form(SheetForm::award) || (!close && !edge)) {
      points -= 8;
    } else {
      because(dates_it ? 3.2 : 1.7, tr_later("«{}» is written as numbers are"));
    }
  } else if (own) {
    because(5.5, tr_later("«{}» is called the registration number"));
  } else if (after_title) {
    because(4.5, tr_later("«{}» follows the title"));
  } else if (by_title && paper.title && line_index == paper.title_line() &&
             at >= paper.title->end && !number.bare) {
    because(4.0, tr_later("«{}» stands in the line of the title"));
  } else if (elsewhere) {
    points -= 8;
  } else if (near_title && dated && !paper.has_form(SheetForm::award)) {
    because(4.0, tr_later("«{}» stands with the date under the title"));
  } else if (dates_it) {
    because(3.2, tr_later("«{}» is followed by a date"));
  } else if (dated) {
    because(2.8, tr_later("«{}» follows a date"));
  } else if (starts_line) {
    because(2.5, tr_later("«{}» begins a line"));
  } else if (is_series(text, at)) {
    because(2.5, tr_later("«{}» follows the series of a blank"));
  } else if (has_letters(before_on_line(text, at))) {
    points -= 2.5;
  }
  if (by_title && !near_title && !own) points -= 4;
  if (by_title && near_title) points += 1;
  if (starts_line && is_empty(text, {std::min(number.span.end, line.span.end), line.span.end})) {
    because(1.5, tr_later("«{}» stands alone on its line"));
  }
  if (number.text.find_first_of("-/ ") != std::string::npos || number.text.size() >= 3) {
    points += 0.5;
  }
  finding.confidence = points;
  return finding;
}

Decision<std::string> NumberFinder::find(const Paper& paper,
                                         const std::vector<PrintedNumber>& numbers,
                                         const std::vector<PrintedDate>& dates) const {
  if (numbers.empty()) return {};
  const PatternText words(mended(paper.text, stems_));
  const Marks marks{spans_of(own_, words), spans_of(itself_, words), spans_of(other_, words)};
  std::optional<Finding<std::string>> best;
  double all = std::exp(kNone);
  for (const PrintedNumber& number : numbers) {
    Finding<std::string> finding = weigh(paper, number, marks, dates);
    if (!best || finding.value != best->value) all += std::exp(finding.confidence);
    if (!best || finding.confidence > best->confidence) best = std::move(finding);
  }
  if (best->confidence <= 0) return {};
  best->confidence = std::exp(best->confidence) / all;
  // Letters that a dictionary cannot check: what the engine was unsure of is seldom right.
  if (least_figures_confidence(paper.text, best->span) < kUnsureFigures ||
      is_broken_off(paper.text, best->span)) {
    best->confidence *= kDoubt;
    best->reasons.push_back(
        {tr_later("«{}» was not read surely"), {paper.text.printed(best->span)}});
  }
  return decide(paper.text, std::move(*best), thresholds_.number);
}

Decision<std::string> NumberFinder::find_order(const Paper& paper,
                                               const std::vector<PrintedNumber>& numbers) const {
  const PaperText& text = paper.text;
  for (const TextSpan& words : spans_of(order_, PatternText(mended(text, stems_)))) {
    if (paper.title && words.begin < paper.title->end && words.end > paper.title->begin) continue;
    const auto number = std::find_if(numbers.begin(), numbers.end(), [&](const auto& each) {
      return !each.bare && each.span.begin >= words.end;
    });
    if (number == numbers.end()) return {};
    const std::string_view gap = text.folded({words.end, number->span.begin});
    if (count_characters(gap) > order_within_ || std::count(gap.begin(), gap.end(), '\n') > 1 ||
        gap.find('\f') != std::string_view::npos) {
      continue;
    }
    Finding<std::string> finding{number->text, number->value, 0.9, {}};
    finding.reasons.push_back({tr_later("«{}» is the number of an order"),
                               {text.printed({words.begin, number->span.end})}});
    return decide(text, std::move(finding), thresholds_.order);
  }
  return {};
}

}  // namespace fonds

#include "ingest/fields_date.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "base/messages.h"
#include "base/text.h"

namespace fonds {
namespace {

/// Longer spans of days are when something was learnt, not when a paper was made.
constexpr int kLongestEvent = 45;
/// Log-odds of "none of the printed dates".
constexpr double kNone = 0.5;
/// Nobody signs so far from a date.
constexpr std::size_t kLinesToSignature = 3;
constexpr std::size_t kLinesToTitle = 6;

/// Whether one of two is the other said less exactly: the day in the range, the year of the month.
bool agree(const DateSpan& a, const DateSpan& b) {
  return (a.from <= b.from && b.to <= a.to) || (b.from <= a.from && a.to <= b.to);
}

int days_of(const DateSpan& span) {
  return (span.to.year - span.from.year) * 365 + (span.to.month - span.from.month) * 30 +
         span.to.day - span.from.day;
}

/// The number a line begins with, as rows do; 0 when it begins otherwise.
int row_number(const PaperText& text, std::size_t line) {
  static const Pattern kRow(R"(^([0-9]{1,3})[.)]?\s+\p{L})");
  const auto row = kRow.find(PatternText(text.folded(text.lines()[line].span)));
  if (!row) return 0;
  return std::stoi(
      std::string(text.folded(text.lines()[line].span).substr(0, row->groups[1]->end)));
}

/// On an award a line that begins with a number is a row only beside the next or the last: «3
/// класс, г. Лесной 21 марта» is none.
bool is_row(const Paper& paper, std::size_t line) {
  const int number = row_number(paper.text, line);
  if (number == 0 || !paper.has_form(SheetForm::award)) return number > 0;
  const std::size_t last = paper.text.lines().size() - 1;
  return (line > 0 && row_number(paper.text, line - 1) == number - 1 && number > 1) ||
         (line < last && row_number(paper.text, line + 1) == number + 1);
}

}  // namespace

/// What is found once for all the dates of a paper.
struct DateFinder::Surroundings {
  const Paper& paper;
  std::vector<std::vector<TextSpan>> before;  ///< by context
  std::vector<std::vector<TextSpan>> after;
  std::vector<std::size_t> sign_lines;
  std::vector<TextSpan> places;
};

DateFinder::DateFinder(const DataTable& table, double threshold)
    : sign_(pattern_of(table.table("lines"), "sign")),
      place_(pattern_of(table.table("lines"), "place")),
      threshold_(threshold) {
  table.expect_only({"context", "lines"});
  table.table("lines").expect_only({"sign", "place"});
  for (const DataTable& entry : table.tables("context")) {
    entry.expect_only({"role", "before", "after", "within", "lines"});
    Context context{role_of(entry),
                    {},
                    {},
                    static_cast<std::size_t>(entry.number("within")),
                    static_cast<std::size_t>(entry.number_or("lines", 0))};
    if (entry.has("before")) context.before = pattern_of(entry, "before");
    if (entry.has("after")) context.after = pattern_of(entry, "after");
    contexts_.push_back(std::move(context));
  }
}

DateFinder::Role DateFinder::role_of(const DataTable& entry) {
  static constexpr std::array<std::pair<std::string_view, Role>, 10> kRoles{{
      {"issued", Role::issued},
      {"event", Role::event},
      {"order", Role::order},
      {"stamp", Role::stamp},
      {"study", Role::study},
      {"birth", Role::birth},
      {"print", Role::print},
      {"law", Role::law},
      {"validity", Role::validity},
      {"identity", Role::identity},
  }};
  const std::string& name = entry.text("role");
  const auto* found = std::find_if(kRoles.begin(), kRoles.end(),
                                   [&](const auto& role) { return role.first == name; });
  if (found == kRoles.end()) {
    entry.refuse(say(tr("a date has no role '{}'"), name), tr("see the comment in the file"));
  }
  return found->second;
}

DateFinder::Role DateFinder::role_at(const Surroundings& around,
                                     const std::vector<PrintedDate>& dates,
                                     std::size_t index) const {
  const std::string& text = around.paper.text.folded();
  const TextSpan span = dates[index].span;
  const std::size_t earlier = index == 0 ? 0 : dates[index - 1].span.end;
  Role role = Role::none;
  std::size_t nearest = std::numeric_limits<std::size_t>::max();
  for (std::size_t i = 0; i < contexts_.size(); ++i) {
    const Context& context = contexts_[i];
    for (const TextSpan& words : around.after[i]) {
      if (words.begin < span.end || words.begin - span.end > 2 * context.within) continue;
      const std::string_view between(text.data() + span.end, words.begin - span.end);
      if (between.find('\n') == std::string_view::npos && between.size() < nearest) {
        nearest = between.size();
        role = context.role;
      }
    }
    for (const TextSpan& words : around.before[i]) {
      if (words.begin >= span.begin || words.begin < earlier) continue;
      // ПРОТОКОЛ № 9 от 22 мая: the title's date is the paper's.
      if (around.paper.title && words.begin < around.paper.title->end &&
          words.end > around.paper.title->begin) {
        continue;
      }
      const std::size_t from = std::min(words.end, span.begin);
      const std::string_view between(text.data() + from, span.begin - from);
      const auto breaks = static_cast<std::size_t>(std::count_if(
          between.begin(), between.end(), [](char c) { return c == '\n' || c == '\f'; }));
      if (breaks > context.lines || count_characters(between) > context.within) continue;
      // «паспорт выдан» is no date of the paper, however near «выдан» stands.
      const bool firm = context.role == Role::identity || context.role == Role::law ||
                        context.role == Role::birth;
      const bool outranks = firm && role == Role::issued;
      const bool yields = context.role == Role::issued &&
                          (role == Role::identity || role == Role::law || role == Role::birth);
      if (yields || (between.size() >= nearest && !outranks)) continue;
      nearest = between.size();
      role = context.role;
    }
  }
  return role;
}

Finding<DateSpan> DateFinder::weigh(const Surroundings& around,
                                    const std::vector<PrintedDate>& dates,
                                    std::size_t index) const {
  const Paper& paper = around.paper;
  const PaperText& text = paper.text;
  const PrintedDate& date = dates[index];
  Finding<DateSpan> finding{date.date, date.span, 0, {}};
  double points = date.date.precision == DatePrecision::day     ? 2.0
                  : date.date.precision == DatePrecision::month ? 1.2
                                                                : 0.2;
  const auto because = [&](double add, const char* why) {
    points += add;
    if (add > 0) finding.reasons.push_back({why, {date.date.raw}});
  };
  Role role = role_at(around, dates, index);
  if (role == Role::none && days_of(date.date) > kLongestEvent &&
      date.date.precision == DatePrecision::day) {
    role = Role::study;
  }
  switch (role) {
    case Role::none:
      break;
    case Role::issued:
      because(2.5, tr_later("«{}» follows words that give the date of the paper"));
      break;
    case Role::event:
      points -= 1.0;
      break;
    case Role::order:
      points -= 4.0;
      break;
    case Role::stamp:
      points -= 3.0;
      break;
    case Role::study:
      // A short course is what the paper is about; a long one is not its date.
      points -= date.date.from != date.date.to && days_of(date.date) <= kLongestEvent ? 1.0 : 10;
      break;
    default:
      points = -10;
      break;
  }
  const std::size_t line_index = text.line_at(date.span.begin);
  const PaperLine& line = text.lines()[line_index];
  const std::size_t last = text.lines().size() - 1;
  // What else stands on the line, in bytes of letters.
  const std::size_t beside = line.span.size() - std::min(line.span.size(), date.span.size());
  const bool after_place =
      std::any_of(around.places.begin(), around.places.end(), [&](const TextSpan& place) {
        return place.begin >= line.span.begin && place.end <= date.span.begin + 2 &&
               date.span.begin - std::min(date.span.begin, place.end) <= 6;
      });
  if (after_place) because(1.5, tr_later("«{}» follows the name of a place"));
  if (beside <= 4) because(1.5, tr_later("«{}» stands alone on its line"));
  if (!after_place && beside > 80) points -= 1.0;
  // A row of a list: a date of birth, of a lesson.
  if (date.span.begin != line.span.begin && is_row(paper, line_index)) points -= 4.0;
  // A row of a register or of a table of lessons.
  if (beside > 4 && date.span.begin == line.span.begin && paper.has_form(SheetForm::table) &&
      line_index > paper.title_line() + kLinesToTitle) {
    points -= 2.5;
  }
  const bool signed_here =
      std::any_of(around.sign_lines.begin(), around.sign_lines.end(), [&](std::size_t each) {
        return (each > line_index ? each - line_index : line_index - each) <= kLinesToSignature;
      });
  if (signed_here && line_index * 2 > last) {
    because(0.8, tr_later("«{}» stands near a signature"));
  }
  const bool under_title = paper.title && line_index >= paper.title_line() &&
                           line_index - paper.title_line() <= kLinesToTitle;
  if (under_title && !paper.has_form(SheetForm::award)) {
    because(2.5, tr_later("«{}» stands under the title"));
  }
  if (!paper.has_form(SheetForm::table) && last > 0) {
    points += 1.5 * static_cast<double>(line_index) / static_cast<double>(last);
  }
  finding.confidence = points;
  return finding;
}

Decision<DateSpan> DateFinder::find(const Paper& paper,
                                    const std::vector<PrintedDate>& dates) const {
  if (dates.empty()) return {};
  Surroundings around{paper, {}, {}, {}, spans_of(place_, paper.text)};
  for (const Context& context : contexts_) {
    around.before.push_back(context.before ? spans_of(*context.before, paper.text)
                                           : std::vector<TextSpan>{});
    around.after.push_back(context.after ? spans_of(*context.after, paper.text)
                                         : std::vector<TextSpan>{});
  }
  for (const TextSpan& span : spans_of(sign_, paper.text)) {
    around.sign_lines.push_back(paper.text.line_at(span.begin));
  }
  std::vector<Finding<DateSpan>> findings;
  for (std::size_t i = 0; i < dates.size(); ++i) findings.push_back(weigh(around, dates, i));
  const auto best =
      std::max_element(findings.begin(), findings.end(),
                       [](const auto& a, const auto& b) { return a.confidence < b.confidence; });
  double all = std::exp(kNone);
  for (const auto& each : findings) {
    if (&each == &*best || !agree(each.value, best->value)) all += std::exp(each.confidence);
  }
  const auto at = static_cast<std::size_t>(best - findings.begin());
  Finding<DateSpan> chosen = *best;
  chosen.confidence = std::exp(best->confidence) / all * dates[at].sureness;
  if (chosen.reasons.empty()) {
    chosen.reasons.push_back({tr_later("«{}» is the likeliest date of {}"),
                              {chosen.value.raw, std::to_string(dates.size())}});
  }
  return decide(paper.text, std::move(chosen), threshold_);
}

}  // namespace fonds

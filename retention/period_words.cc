#include "retention/period_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/messages.h"
#include "base/text.h"

namespace fonds {
namespace {

constexpr int kMostYears = 1000;

/// Folded words with one blank between them and around: signs and brackets are blanks.
std::string words_of(std::string_view text) {
  static const Pattern word("[\\p{L}\\p{Nd}]+");
  const std::string folded = fold(normalise(to_valid_utf8(text)));
  std::string words = " ";
  for (const PatternMatch& each : word.find_all(PatternText(folded))) {
    words.append(each.whole.of(folded)) += ' ';
  }
  return words;
}

/// The genitive behind «не менее».
std::string years_at_least(int years) {
  const bool one = years % 10 == 1 && years % 100 != 11;
  return fmt::format("{} {}", years, one ? "года" : "лет");
}

}  // namespace

/// What is left to be understood of a text; what was is blanked.
struct PeriodWords::Reading {
  explicit Reading(std::string_view text) : words(words_of(text)) {}

  /// The name of the phrase that is there, which counts as understood.
  std::optional<std::string_view> take(const std::vector<Phrase>& phrases) {
    for (const Phrase& each : phrases) {
      if (const auto found = each.pattern.find(PatternText(words))) {
        blank(found->whole);
        return each.name;
      }
    }
    return std::nullopt;
  }
  std::optional<int> take_years() {
    static const Pattern years(R"( (?:не менее )?([0-9]{1,4}) ?(?:лет|года|год|г|л)(?= ))");
    const auto found = years.find(PatternText(words));
    if (!found) return std::nullopt;
    const std::string_view digits = found->groups[1]->of(words);
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    blank(found->whole);
    return value;
  }
  /// All but the blank behind it, which the next phrase begins with.
  void blank(const TextSpan& span) { words.replace(span.begin, span.size(), " "); }
  [[nodiscard]] std::string rest() const {
    const std::size_t begin = words.find_first_not_of(' ');
    return begin == std::string::npos
               ? ""
               : words.substr(begin, words.find_last_not_of(' ') - begin + 1);
  }

  std::string words;
};

const PeriodWords& PeriodWords::shipped() {
  constexpr std::string_view kFile = "retention_words.toml";
  static const PeriodWords words(DataTable::parse(shipped_data(kFile), kFile));
  return words;
}

std::vector<PeriodWords::Phrase> PeriodWords::phrases(
    const DataTable& table, std::initializer_list<std::string_view> names) {
  table.expect_only(names);
  std::vector<Phrase> phrases;
  for (const std::string_view name : names) {
    if (!table.has(name)) continue;
    phrases.push_back({std::string(name), Pattern(" (?:" + table.text(name) + ")(?= )")});
  }
  return phrases;
}

PeriodWords::PeriodWords(const DataTable& data) {
  data.expect_only({"allowed", "kind", "event", "mark", "condition", "note", "print", "lists"});
  const DataTable& allowed = data.table("allowed");
  allowed.expect_only({"years"});
  for (const std::string& each : allowed.texts("years")) {
    int years = 0;
    const auto read = std::from_chars(each.data(), each.data() + each.size(), years);
    if (read.ptr != each.data() + each.size() || years < 1 || years > kMostYears) {
      allowed.refuse(say(tr("“{}” is no number of years"), each),
                     tr("write a number such as \"5\""));
    }
    allowed_.insert(years);
  }
  // «50/75 лет» before «N лет», which is looked for last.
  kinds_ = phrases(data.table("kind"), {"personnel_50_75", "permanent", "until_liquidation",
                                        "until_not_needed", "until_replaced"});
  events_ =
      phrases(data.table("event"), {"learner_left", "contract_ended", "form_replaced",
                                    "blanks_destroyed", "returned", "dismissed", "consent_ended"});
  marks_ = phrases(data.table("mark"), {"EPK", "EK"});
  conditions_ = phrases(data.table("condition"), {"audit"});
  signs_ = phrases(data.table("note"), {"ongoing", "electronic", "school_year", "reserve"});
  const DataTable& print = data.table("print");
  print.expect_only({"kind", "event", "mark", "condition", "note"});
  for (const std::string_view part : {"kind", "event", "mark", "condition", "note"}) {
    const DataTable& table = print.table(part);
    for (const std::string& name : table.keys()) print_.emplace(name, table.text(name));
  }
  const DataTable& lists = data.table("lists");
  for (const std::string& name : lists.keys()) lists_.emplace(name, lists.text(name));
  if (!lists_.contains("other")) {
    lists.refuse(tr("there is no \"other\""), tr("say how a list that is not here is called"));
  }
}

std::string PeriodWords::grounds(std::string_view act) const {
  const auto found = lists_.find(act);
  if (found != lists_.end()) return found->second;
  return fmt::format(fmt::runtime(lists_.find("other")->second), act);
}

ReadPeriod PeriodWords::read(std::string_view period, std::string_view note) const {
  Reading column(period);
  Reading beside(note);
  RetentionRule rule;
  const auto kind = column.take(kinds_);
  const auto years = column.take_years();
  const auto beside_years = [&]() -> std::optional<int> {
    // «1 год после выбытия» beside «ДМН»; beside «5 лет» a number of years says something else.
    if (years || !kind || *kind != "until_not_needed") return std::nullopt;
    return beside.take_years();
  }();
  // What never ends by itself is counted from nothing: a note speaks of something else then.
  const bool counts = years || (kind && *kind == "until_not_needed");
  if (const auto event = column.take(events_)) {
    rule.trigger = trigger_from(*event).value();
  } else if (const auto told = counts ? beside.take(events_) : std::nullopt) {
    rule.trigger = trigger_from(*told).value();
  }
  if (const auto mark = column.take(marks_)) rule.mark = appraisal_mark_from(*mark).value();
  const bool audit = column.take(conditions_) || beside.take(conditions_);
  if (audit) rule.condition = RetentionCondition::audit;
  ReadPeriod read;
  read.not_understood = column.rest();
  if (!kind && !years) return read;
  rule.kind = kind ? period_kind_from(*kind).value() : PeriodKind::years;
  rule.years = years.value_or(beside_years.value_or(0));
  if (rule.kind == PeriodKind::until_replaced) rule.trigger = Trigger::form_replaced;
  read.rule = rule;
  return read;
}

NoteSigns PeriodWords::signs_in(std::string_view note) const {
  Reading reading(note);
  NoteSigns signs;
  while (const auto sign = reading.take(signs_)) {
    if (*sign == "ongoing") signs.ongoing = true;
    if (*sign == "electronic") signs.electronic = true;
    if (*sign == "school_year") signs.school_year = true;
    if (*sign == "reserve") signs.reserve = true;
  }
  return signs;
}

std::string PeriodWords::with_ongoing(std::string_view note, int since) const {
  const std::string mark = fmt::format(fmt::runtime(print_.find("ongoing_since")->second), since);
  std::string made;
  bool said = false;
  std::size_t begin = 0;
  while (begin < note.size()) {
    const std::size_t end = std::min(note.find_first_of(",;", begin), note.size());
    const std::string_view part = note.substr(begin, end - begin);
    const bool ongoing = signs_in(part).ongoing;
    if (!ongoing) made += part;
    if (ongoing && !said) made += (part.starts_with(' ') ? " " : "") + mark;
    said = said || ongoing;
    if (end < note.size()) made += note[end];
    begin = end + 1;
  }
  if (said) return made;
  return made.empty() ? mark : made + "; " + mark;
}

std::string PeriodWords::printed(const RetentionRule& rule) const {
  const auto word = [&](std::string_view name) {
    const auto found = print_.find(name);
    return found == print_.end() ? std::string() : found->second;
  };
  const int years = std::max(rule.years, rule.local ? rule.local->years : 0);
  std::string text =
      rule.kind == PeriodKind::years ? years_in_russian(years) : word(name_of(rule.kind));
  if (rule.kind == PeriodKind::until_not_needed && years > 0) {
    text += fmt::format(" (не менее {})", years_at_least(years));
  }
  const bool says_event = rule.kind == PeriodKind::until_replaced;  // in itself
  if (rule.trigger != Trigger::case_closed && !says_event)
    text += ' ' + word(name_of(rule.trigger));
  if (rule.mark != AppraisalMark::none) text += ' ' + word(name_of(rule.mark));
  if (rule.condition == RetentionCondition::audit) text += ", " + word("audit");
  return text;
}

std::string years_in_russian(int years) {
  const int last = years % 10;
  const bool teen = years % 100 / 10 == 1;
  const char* noun = teen || last == 0 || last > 4 ? "лет" : last == 1 ? "год" : "года";
  return fmt::format("{} {}", years, noun);
}

}  // namespace fonds

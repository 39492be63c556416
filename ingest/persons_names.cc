#include "ingest/persons_names.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "registry/letters.h"

namespace fonds {
namespace {

// What each part says, in nats; tuned so that a known first name beside a likely surname, or two
// initials beside any capitalised word, is enough by itself.
constexpr double kPatronymic = 2.6;
constexpr double kKnownFirst = 1.8;
constexpr double kNearlyFirst = 0.7;
constexpr double kUnknownFirst = -1.0;
/// A surname beside first name and patronymic, so that it is not left behind.
constexpr double kSurnameBeside = 0.9;
constexpr double kTwoInitials = 2.0;
constexpr double kOneInitial = 0.5;
constexpr double kLikelyAgreement = 0.6;
constexpr double kPoorAgreement = 0.2;
constexpr double kUnlikelyAgreement = -1.0;
constexpr double kNoAgreement = -2.5;
constexpr double kLineBreak = -1.6;
constexpr double kLineBreakInCell = -0.2;
constexpr double kOwnLines = -0.2;  ///< the broken lines hold nothing but the name
constexpr double kWideGap = -1.2;
constexpr double kParticle = 0.3;
constexpr double kExtraPart = -0.4;  ///< a second surname or first name without a hyphen
/// Gaps wider than this many heights of a letter part columns.
constexpr double kWideGapHeights = 3.0;
/// NameGrammar::plausibility() of an ordinary surname and first name in the nominative is 0.5.
constexpr double kLikely = 0.05;
constexpr double kPoor = 0.001;
constexpr std::size_t kMostUnits = 4;
constexpr std::size_t kMostLetters = 30;
constexpr std::size_t kLongestAbbreviation = 5;

bool only_spaces(std::string_view gap) {
  return std::all_of(gap.begin(), gap.end(), [](char c) { return c == ' '; });
}

/// The orders in which parts are printed: L surname, F first name, M patronymic, I initial.
constexpr std::array<std::string_view, 17> kOrders{"LFM",  "FML", "LF",  "FL",  "FM",  "LII",
                                                   "IIL",  "LI",  "IL",  "LFI", "FIL", "LLFM",
                                                   "LFFM", "LFF", "LLF", "FFL", "FMLL"};

}  // namespace

NameFinder::NameFinder(const PaperText& paper, const std::vector<NameWord>& words,
                       const NameGrammar& grammar, const PersonWording& wording)
    : paper_(paper), words_(words), grammar_(grammar), wording_(wording) {
  traits_.reserve(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) traits_.push_back(traits_of(i));
}

NameFinder::Traits NameFinder::traits_of(std::size_t at) const {
  const NameWord& word = words_[at];
  Traits traits;
  if (word.quoted || word.kind == NameWord::Kind::number) return traits;
  if (word.kind == NameWord::Kind::initial) {
    traits.initial = has_cyrillic(word.text);
    return traits;
  }
  const std::size_t letters = count_letters(word.text);
  if (letters < 2 || letters > kMostLetters || !has_cyrillic(word.text)) return traits;
  if (letters <= 4) {
    traits.mark = grammar_.is_patronymic_mark(word.folded);
    traits.particle = grammar_.is_surname_particle(word.folded);
  }
  if (!word.capital) return traits;
  const std::size_t end = word.span.end;
  if (letters == 2 && word.all_capitals && end < paper_.folded().size() &&
      paper_.folded()[end] == '.' && !wording_.is_no_name(word.folded)) {
    traits.initial = traits.two_initials = true;
    return traits;
  }
  const bool abbreviation =
      word.all_capitals && letters <= kLongestAbbreviation && count_vowels(word.folded) == 0;
  if (abbreviation) return traits;
  traits.title = to_title_letters(to_upper_letters(word.text));
  traits.first = grammar_.is_known_first_name(traits.title);
  const bool number_beside =
      (at > 0 && words_[at - 1].kind == NameWord::Kind::number) ||
      (at + 1 < words_.size() && words_[at + 1].kind == NameWord::Kind::number);
  // Марта and Август are names, but not beside a day or a year.
  if (wording_.is_no_name(word.folded) && (!traits.first || number_beside)) return {};
  traits.usable = true;
  traits.middle = grammar_.is_patronymic(traits.title);
  if (!traits.first && !traits.middle) {
    const double surname = grammar_.plausibility({traits.title, "", ""});
    // Павлов and Марковой are surnames, not misread forms of first names.
    traits.nearly_first = surname < 0.45 && grammar_.is_nearly_first_name(traits.title);
  }
  return traits;
}

/// One search through one stream.
class NameFinder::Search {
 public:
  Search(const NameFinder& finder, const std::vector<std::size_t>& stream,
         const std::vector<double>& expected, bool cell)
      : finder_(finder), stream_(stream), expected_(expected), cell_(cell) {}

  std::vector<NameRun> run() {
    const std::size_t count = stream_.size();
    // best_[i]: the most evidence from word i on.
    best_.assign(count + 1, 0);
    std::vector<NameRun> chosen(count);
    std::vector<std::size_t> next(count);
    for (std::size_t at = count; at-- > 0;) {
      best_[at] = best_[at + 1];
      next[at] = at + 1;
      consider(at, chosen[at], next[at]);
    }
    std::vector<NameRun> runs;
    for (std::size_t at = 0; at < count; at = next[at]) {
      if (!chosen[at].words.empty()) runs.push_back(std::move(chosen[at]));
    }
    return runs;
  }

 private:
  [[nodiscard]] const NameWord& word(std::size_t at) const { return finder_.words_[stream_[at]]; }
  [[nodiscard]] const Traits& traits(std::size_t at) const { return finder_.traits_[stream_[at]]; }

  /// The part that begins at `at`; an empty one (from == end) when none does.
  [[nodiscard]] Unit unit_at(std::size_t at) const {
    Unit unit;
    unit.from = unit.end = at;
    if (at >= stream_.size()) return unit;
    const Traits& here = traits(at);
    if (here.initial) {
      unit.initial = true;
      const std::string& letters = word(at).text;
      const std::size_t first = traits(at).two_initials ? letter_bytes(letters[0]) : letters.size();
      unit.text = letters.substr(0, first) + ".";
      if (traits(at).two_initials) unit.text += " " + letters.substr(first) + ".";
      unit.end = at + 1;
      return unit;
    }
    if (here.particle && at + 1 < stream_.size() && traits(at + 1).usable && adjoin(at)) {
      unit.text = word(at).text + " " + word(at + 1).text;
      unit.title = unit.text;
      unit.only_surname = true;
      unit.end = at + 2;
      return unit;
    }
    if (!here.usable) return unit;
    unit.end = at + 1;
    unit.text = word(at).text;
    unit.title = here.title;
    unit.first = here.first;
    unit.nearly_first = here.nearly_first;
    unit.middle = here.middle;
    if (at + 1 < stream_.size() && traits(at + 1).mark && adjoin(at)) {
      unit.text += " " + word(at + 1).text;
      unit.title += " " + word(at + 1).folded;
      unit.middle = unit.only_middle = true;
      unit.end = at + 2;
    }
    return unit;
  }

  [[nodiscard]] std::string_view gap_after(std::size_t at) const {
    return TextSpan{word(at).span.end, word(at + 1).span.begin}.of(finder_.paper_.folded());
  }

  /// Whether words `at` and `at + 1` of the stream stand side by side with nothing but space
  /// between, or in one cell.
  [[nodiscard]] bool adjoin(std::size_t at) const {
    if (word(at).span.end > word(at + 1).span.begin) return false;
    if (stream_[at] + 1 != stream_[at + 1]) return cell_;
    std::string_view gap = gap_after(at);
    if (traits(at).initial && !gap.empty() && (gap[0] == '.' || gap[0] == ',')) {
      gap.remove_prefix(1);
    }
    if (only_spaces(gap)) return true;
    const std::size_t line_break = gap.find('\n');
    return line_break != std::string_view::npos && only_spaces(gap.substr(0, line_break)) &&
           only_spaces(gap.substr(line_break + 1));
  }

  void consider(std::size_t at, NameRun& chosen, std::size_t& next) {
    std::array<Unit, kMostUnits> units;
    std::size_t count = 0;
    for (std::size_t from = at; count < kMostUnits; ++count) {
      if (count > 0 && !adjoin(from - 1)) break;
      units[count] = unit_at(from);
      if (units[count].from == units[count].end) break;
      from = units[count].end;
      if (from >= stream_.size()) {
        ++count;
        break;
      }
    }
    if (count < 2) return;
    for (const std::string_view order : kOrders) {
      if (order.size() > count) continue;
      if (!fits(units, order)) continue;
      NameRun run;
      if (!weigh(units, order, run)) continue;
      const std::size_t end = units[order.size() - 1].end;
      const double total = run.evidence - kLeastEvidence + best_[end];
      if (run.evidence < kLeastEvidence || total <= best_[at]) continue;
      best_[at] = total;
      chosen = std::move(run);
      next = end;
    }
  }

  static bool fits(const std::array<Unit, kMostUnits>& units, std::string_view order) {
    for (std::size_t i = 0; i < order.size(); ++i) {
      const Unit& unit = units[i];
      if ((order[i] == 'I') != unit.initial) return false;
      if (order[i] == 'M' && !unit.middle) return false;
      if (order[i] != 'L' && unit.only_surname) return false;
      if (order[i] != 'M' && unit.only_middle) return false;
      if (order[i] == 'F' && unit.middle && !unit.first) return false;
    }
    return true;
  }

  bool weigh(const std::array<Unit, kMostUnits>& units, std::string_view order,
             NameRun& run) const {
    double evidence = 0;
    std::size_t initials = 0;
    PersonName titles;
    for (std::size_t i = 0; i < order.size(); ++i) {
      const Unit& unit = units[i];
      put(unit, order[i], run.parts, titles);
      if (unit.only_surname) evidence += kParticle;
      if (run.order.empty() || run.order.back() != order[i]) run.order += order[i];
      if (i > 0 && (order[i] == 'L' || order[i] == 'F') &&
          order.substr(0, i).find(order[i]) != std::string_view::npos) {
        evidence += kExtraPart;
      }
      if (order[i] == 'M') {
        evidence += kPatronymic;
        run.patronymic = true;
      } else if (order[i] == 'I') {
        initials += unit.text.find(' ') == std::string::npos ? 1 : 2;
      } else if (order[i] == 'F') {
        evidence += unit.first ? kKnownFirst : unit.nearly_first ? kNearlyFirst : kUnknownFirst;
        run.known_first_name = run.known_first_name || unit.first;
        run.misread_first_name = run.misread_first_name || (!unit.first && unit.nearly_first);
      }
      for (std::size_t at = unit.from; at < unit.end; ++at) run.words.push_back(stream_[at]);
    }
    if (run.patronymic && !run.parts.last.empty()) evidence += kSurnameBeside;
    run.initials = initials > 0;
    if (initials > 0) evidence += initials > 1 ? kTwoInitials : kOneInitial;
    evidence += agreement(titles, run);
    evidence += breaks(units[0].from, units[order.size() - 1].end);
    evidence += expected_[stream_[units[0].from]];
    run.evidence = evidence;
    return evidence > 0;
  }

  static void put(const Unit& unit, char part, PersonName& name, PersonName& titles) {
    if (part == 'I') {
      for (const std::string_view initial : split_letters(unit.text, " ")) {
        (name.first.empty() ? name.first : name.middle) = initial;
      }
      return;
    }
    std::string& text = part == 'L' ? name.last : part == 'F' ? name.first : name.middle;
    std::string& title = part == 'L' ? titles.last : part == 'F' ? titles.first : titles.middle;
    if (!text.empty()) text += ' ';
    text += unit.text;
    if (!title.empty()) title += ' ';
    title += unit.title;
  }

  [[nodiscard]] double agreement(const PersonName& titles, const NameRun& run) const {
    if (run.initials) return kPoorAgreement;
    const double plausibility = finder_.grammar_.plausibility(titles);
    // How usual the surname is tells Тимофей Роман from Роман Тимофей.
    const double usual = 0.1 * std::log(std::max(plausibility, 1e-4) / kLikely);
    if (plausibility >= kLikely) return kLikelyAgreement + usual;
    if (plausibility >= kPoor) return kPoorAgreement + usual;
    return plausibility > 0 ? kUnlikelyAgreement : kNoAgreement;
  }

  /// Whether nothing but the words `from` to `end` of the stream stands in their lines, but for
  /// what a comma or a bracket parts from them: a date of birth, a class.
  [[nodiscard]] bool own_lines(std::size_t from, std::size_t end) const {
    const std::size_t first = stream_[from];
    const std::size_t last = stream_[end - 1];
    const auto& words = finder_.words_;
    if (first > 0 && words[first - 1].line == words[first].line) return false;
    if (last + 1 == words.size() || words[last + 1].line != words[last].line) return true;
    const std::string_view gap = words[last + 1].before.of(finder_.paper_.folded());
    return gap.find_first_of(",(") != std::string_view::npos;
  }

  [[nodiscard]] double breaks(std::size_t from, std::size_t end) const {
    double evidence = 0;
    for (std::size_t at = from; at + 1 < end; ++at) {
      const NameWord& left = word(at);
      const NameWord& right = word(at + 1);
      if (left.line != right.line) {
        evidence += cell_ ? kLineBreakInCell : own_lines(from, end) ? kOwnLines : kLineBreak;
        continue;
      }
      const Box& a = finder_.paper_.words()[left.paper_word].box;
      const Box& b = finder_.paper_.words()[right.paper_word].box;
      if (!cell_ && b.left - a.left - a.width > kWideGapHeights * std::max(1, a.height)) {
        evidence += kWideGap;
      }
    }
    return evidence;
  }

  const NameFinder& finder_;
  const std::vector<std::size_t>& stream_;
  const std::vector<double>& expected_;
  bool cell_;
  std::vector<double> best_;
};

std::vector<NameRun> NameFinder::find(const std::vector<std::size_t>& stream,
                                      const std::vector<double>& expected, bool cell) const {
  return Search(*this, stream, expected, cell).run();
}

}  // namespace fonds

#include "ingest/fields_place.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/messages.h"
#include "ingest/fuzzy.h"

namespace fonds {
namespace {

/// What stands for the strokes of a Roman numeral. Only before «место» and «степени» is a П two.
int strokes_of(char32_t c) {
  static constexpr std::u32string_view kOne = U"i1lі|![]тг";
  static constexpr std::u32string_view kTwo = U"пни";
  if (kOne.find(c) != std::u32string_view::npos) return 1;
  if (kTwo.find(c) != std::u32string_view::npos) return 2;
  return c == U'ш' || c == U'щ' ? 3 : 0;
}

/// The strokes of one may stand apart; a letter-like З or Э only where a three must stand.
constexpr const char* kNumeral =
    R"((?<n>[ilі|!](?:\s[i1lі|!]){1,2}|(?:(?<=за )|^)и[i1lі|!]?|(?<=за )[\[\]i|]{1,3}|[i1lі|!пншщтгvx]{1,4}|\d{1,2}|[зэ](?=\s?-\s?[ея]|\s(?:мест|степен))|перв\p{L}+|втор\p{L}+|трет\p{L}+))";

/// II степени, 2-я степень, степень: II; за1 место.
std::string numbered_expression(const std::string& noun) {
  const std::string numeral = kNumeral;
  const std::string again = "(?<b>" + numeral.substr(5);
  return R"((?<![\p{L}\p{N}.,/-])(?:за(?=[1-3i|!т]))?(?:)" + numeral +
         R"(["']?(?:\s?-\s?\p{L}{1,3})?(?:\s?[(]\p{L}{6,}[)])?\s*(?:)" + noun +
         R"()(?!\p{L})|(?:)" + noun + R"()\s?[:-]?\s+)" + again +
         R"((?![\p{L}\p{N}]|\s?(?:балл|очк|из))))";
}

/// How far behind лауреат its degree may stand, in bytes.
constexpr std::size_t kToDegree = 24;

}  // namespace

std::optional<int> place_number(std::string_view folded) {
  static constexpr std::array<std::pair<std::string_view, int>, 3> kWords{
      {{"перв", 1}, {"втор", 2}, {"трет", 3}}};
  for (const auto& [stem, number] : kWords) {
    if (folded.starts_with(stem)) return number;
  }
  const bool digits =
      std::all_of(folded.begin(), folded.end(), [](char c) { return c >= '0' && c <= '9'; });
  std::u32string characters = characters_of(folded);
  std::erase(characters, U' ');
  int strokes = 0;
  bool all = !characters.empty();
  for (const char32_t c : characters) {
    strokes += strokes_of(c);
    all = all && strokes_of(c) > 0;
  }
  if (all && strokes <= 3) return strokes;
  // A stroke of the Ш read twice.
  const bool three =
      characters.size() == 2 && std::any_of(characters.begin(), characters.end(),
                                            [](char32_t c) { return strokes_of(c) == 3; });
  if (all && strokes == 4 && three) return 3;
  if (folded == "з" || folded == "э") return 3;
  if (const auto roman = roman_number(folded)) return roman;
  if (digits && !folded.empty()) return std::stoi(std::string(folded));
  return std::nullopt;
}

PlaceFinder::PlaceFinder(const DataTable& table, double threshold)
    : place_(numbered_expression(table.text("place"))),
      degree_(numbered_expression(table.text("degree"))),
      not_degree_(pattern_of(table, "not_degree")),
      not_holder_(pattern_of(table, "not_holder")),
      within_(static_cast<std::size_t>(table.number("within"))),
      stems_(table.texts("stems")),
      threshold_(threshold) {
  table.expect_only({"place", "degree", "not_degree", "not_holder", "within", "stems", "result"});
  for (const DataTable& entry : table.tables("result")) results_.push_back(result_of(entry));
}

PlaceFinder::Result PlaceFinder::result_of(const DataTable& entry) {
  entry.expect_only({"rank", "words", "degree"});
  const std::string& name = entry.text("rank");
  if (name == "place") return {Source::place, Rank::first, true, std::nullopt};
  if (name == "degree") return {Source::degree, Rank::first, true, std::nullopt};
  const auto rank = rank_from(name);
  if (!rank) entry.refuse(say(tr("there is no result '{}'"), name), tr("correct it"));
  return {Source::words, *rank, entry.flag_or("degree", false), pattern_of(entry, "words")};
}

std::vector<PlaceFinder::Numbered> PlaceFinder::numbered(const PaperText& text,
                                                         const PatternText& mended,
                                                         const Pattern& pattern) const {
  std::vector<Numbered> all;
  for (const PatternMatch& match : pattern.find_all(mended)) {
    const auto& before = match.groups[pattern.group("n")];
    const auto& behind = match.groups[pattern.group("b")];
    const std::string_view numeral = text.folded(before ? *before : *behind);
    const auto number = place_number(numeral);
    if (!number) continue;
    const bool sure =
        numeral.find_first_not_of("123i") == std::string_view::npos &&
        (numeral.size() == 1 || numeral.find_first_of("123") == std::string_view::npos);
    all.push_back({*number, match.whole, sure || numeral.size() > 6});
  }
  return all;
}

std::optional<PlaceFinder::Found> PlaceFinder::by_number(const Paper& paper, const Marks& marks,
                                                         Source source) const {
  static constexpr std::array kRanks{Rank::first, Rank::second, Rank::third};
  const auto& numbers = source == Source::place ? marks.places : marks.degrees;
  std::optional<Found> found;
  for (const Numbered& each : numbers) {
    if (ends_before(marks.not_holder, each.span.begin, 2)) continue;
    if (each.number < 1 || each.number > 3) continue;
    const Rank rank = kRanks[static_cast<std::size_t>(each.number - 1)];
    if (!found) {
      found = Found{{rank, source == Source::degree ? each.number : 0},
                    each.span,
                    each.sure ? 0.95 : 0.85,
                    {}};
      found->reasons.push_back(
          {tr_later("«{}» says what was won"), {paper.text.printed(each.span)}});
    } else if (found->value.rank != rank) {
      // Several places on one sheet: whose is which, a person must say.
      found->confidence = 0.5;
      found->reasons.push_back({tr_later("«{}» contradicts it"), {paper.text.printed(each.span)}});
    }
  }
  if (found && source == Source::place && !marks.degrees.empty() &&
      marks.degrees.front().number <= 3) {
    found->value.degree = marks.degrees.front().number;
  }
  return found;
}

bool PlaceFinder::is_whole(TextSpan quoted, TextSpan words, const Marks& marks) {
  if (words.begin > quoted.begin + 1) return false;
  return words.end + 1 >= quoted.end ||
         std::any_of(marks.degrees.begin(), marks.degrees.end(), [&](const Numbered& degree) {
           return degree.span.begin > words.begin && degree.span.end + 1 == quoted.end;
         });
}

std::optional<PlaceFinder::Found> PlaceFinder::by_words(const Paper& paper, const Result& result,
                                                        const Marks& marks,
                                                        const Quotes& quotes) const {
  const PaperText& text = paper.text;
  for (const PatternMatch& match : result.words->find_all(marks.mended)) {
    const TextSpan span = match.whole;
    const auto quoted = quotes.around(span.begin);
    if (quoted && !is_whole(*quoted, span, marks)) continue;
    const PaperLine& line = text.lines()[text.line_at(span.begin)];
    const bool not_theirs =
        std::any_of(marks.not_holder.begin(), marks.not_holder.end(), [&](const TextSpan& words) {
          return words.begin < span.begin && words.begin >= line.span.begin &&
                 span.begin - std::min(span.begin, words.end) <= 2 * within_;
        });
    if (not_theirs) continue;
    Found found{{result.rank, 0}, span, result.rank == Rank::participant ? 0.85 : 0.92, {}};
    found.reasons.push_back({tr_later("«{}» says what was won"), {text.printed(span)}});
    if (result.with_degree) {
      const auto degree =
          std::find_if(marks.degrees.begin(), marks.degrees.end(), [&](const Numbered& each) {
            return each.span.begin >= span.end && each.span.begin - span.end <= kToDegree;
          });
      if (degree != marks.degrees.end() && degree->number <= 3) {
        found.value.degree = degree->number;
        found.span.end = degree->span.end;
        if (!degree->sure) found.confidence = 0.85;
      }
    }
    return found;
  }
  return std::nullopt;
}

Decision<AwardPlace> PlaceFinder::find(const Paper& paper, const Quotes& quotes) const {
  const PaperText& text = paper.text;
  Marks marks{PatternText(mended(text, stems_)), spans_of(not_holder_, text), {}, {}};
  marks.places = numbered(text, marks.mended, place_);
  const std::vector<TextSpan> merits = spans_of(not_degree_, text);
  for (const Numbered& each : numbered(text, marks.mended, degree_)) {
    if (!ends_before(merits, each.span.begin, 2 * within_)) marks.degrees.push_back(each);
  }
  for (const Result& result : results_) {
    auto found = result.source == Source::words ? by_words(paper, result, marks, quotes)
                                                : by_number(paper, marks, result.source);
    if (found) return decide(text, std::move(*found), threshold_);
  }
  return {};
}

}  // namespace fonds

#include "ingest/fields_body.h"

#include <algorithm>
#include <cmath>

#include "base/messages.h"
#include "registry/letters.h"

namespace fonds {
namespace {

constexpr double kNone = 0.0;
constexpr std::size_t kLinesToTitle = 3;
constexpr std::size_t kMostLabelled = 80;
/// Between «ансамбль» and the title of it: bytes, words («народного танца»).
constexpr std::size_t kFromNounToTitle = 90;
constexpr std::size_t kWordsToTitle = 4;
/// Bytes of the name of a body.
constexpr std::size_t kLongestBody = 400;
constexpr std::size_t kLinesUnderTitle = 3;
constexpr std::size_t kHeadLines = 2;

/// More than one word.
bool has_words(std::string_view body) {
  return body.find_first_of(" \n") != std::string_view::npos;
}

}  // namespace

BodyFinder::BodyFinder(const DataTable& patterns)
    : noun_(pattern_of(patterns.table("collective"), "noun")),
      member_(pattern_of(patterns.table("collective"), "member")),
      another_(pattern_of(patterns.table("collective"), "another")),
      section_(patterns.table("nomination")),
      within_(static_cast<std::size_t>(patterns.table("collective").number("within"))),
      org_(pattern_of(patterns.table("issuer"), "org")),
      legal_(pattern_of(patterns.table("issuer"), "legal")),
      bare_(pattern_of(patterns.table("issuer"), "bare")),
      region_(pattern_of(patterns.table("issuer"), "region")),
      stop_(pattern_of(patterns.table("issuer"), "stop")),
      organ_(pattern_of(patterns.table("issuer"), "organ")),
      pupil_(pattern_of(patterns.table("issuer"), "pupil")),
      head_(pattern_of(patterns.table("issuer"), "head")),
      collective_threshold_(patterns.table("threshold").number("collective")),
      issuer_threshold_(patterns.table("threshold").number("issuer")) {
  patterns.table("collective").expect_only({"noun", "member", "another", "within"});
  patterns.table("issuer").expect_only(
      {"org", "legal", "bare", "region", "stop", "organ", "pupil", "head"});
}

std::optional<TextSpan> BodyFinder::quoted_behind(const PaperText& text, TextSpan noun,
                                                  const Quotes& quotes) const {
  const auto quoted = quotes.next(noun.end, noun.end + kFromNounToTitle);
  if (!quoted) return std::nullopt;
  const TextSpan between{noun.end, quoted->begin};
  std::string_view words = text.folded(between);
  if (words.starts_with(':')) words.remove_prefix(1);
  if (words.find_first_of(".,:;()0123456789\f") != std::string_view::npos) return std::nullopt;
  if (split_letters(words, " \n").size() > kWordsToTitle) return std::nullopt;
  const auto another = another_.find(text.ready(), between.begin);
  if (another && another->whole.begin < between.end) return std::nullopt;
  return inside_quotes(*quoted);
}

std::optional<TextSpan> BodyFinder::title_behind(const Paper& paper, TextSpan noun,
                                                 const Quotes& quotes) const {
  const PaperText& text = paper.text;
  if (const auto quoted = quoted_behind(text, noun, quotes)) return quoted;
  const std::size_t line = text.line_at(noun.begin);
  if (!paper.has_form(SheetForm::table)) return std::nullopt;
  // Объединение: Акварель
  const TextSpan rest{noun.end, text.lines()[line].span.end};
  const std::string_view behind = text.folded(rest);
  if (behind.starts_with(":") || behind.starts_with(" :") || behind.starts_with(" -")) {
    const TextSpan value{noun.end + behind.find_first_of(":-") + 1, rest.end};
    if (value.size() > 2 && value.size() <= kMostLabelled &&
        text.folded(value).find('"') == std::string_view::npos) {
      return value;
    }
  }
  // On a cover the title stands a line or two below.
  const std::size_t last = std::min(line + kLinesToTitle, text.lines().size() - 1);
  const auto quoted = quotes.next(noun.end, text.lines()[last].span.end);
  if (!quoted || text.lines()[text.line_at(quoted->begin)].page != text.lines()[line].page) {
    return std::nullopt;
  }
  // Only when it has a line to itself.
  const PaperLine& below = text.lines()[text.line_at(quoted->begin)];
  if (below.span.begin != quoted->begin) return std::nullopt;
  return inside_quotes(*quoted);
}

Decision<std::string> BodyFinder::find_collective(const Paper& paper, const Quotes& quotes) const {
  const PaperText& text = paper.text;
  const std::vector<TextSpan> members = spans_of(member_, text);
  std::optional<Finding<std::string>> best;
  for (const TextSpan& noun : spans_of(noun_, text)) {
    if (quotes.around(noun.begin) || section_.is_of_conference(text, noun)) continue;
    const auto title = title_behind(paper, noun, quotes);
    if (!title) continue;
    double points = 1.0;
    if (ends_before(members, noun.begin, 2 * within_)) points += 1.5;
    if (paper.title) points += noun.begin > paper.title->begin ? 0.8 : -1.2;
    if (best && best->confidence >= points) continue;
    best = Finding<std::string>{text.printed(*title), *title, points, {}};
    best->reasons.push_back({tr_later("it stands behind «{}»"), {text.printed(noun)}});
  }
  if (!best && paper.is("journal")) best = on_cover(paper, quotes);
  if (!best) return {};
  const double odds = std::exp(best->confidence);
  best->confidence = odds / (odds + std::exp(kNone));
  return decide(text, std::move(*best), collective_threshold_);
}

std::optional<Finding<std::string>> BodyFinder::on_cover(const Paper& paper,
                                                         const Quotes& quotes) const {
  if (!paper.title) return std::nullopt;
  const std::size_t last =
      std::min(paper.title_line() + kLinesToTitle + 1, paper.text.lines().size() - 1);
  const auto quoted = quotes.next(paper.title->end, paper.text.lines()[last].span.end);
  if (!quoted) return std::nullopt;
  const PaperLine& line = paper.text.lines()[paper.text.line_at(quoted->begin)];
  if (line.span.begin != quoted->begin) return std::nullopt;
  const TextSpan title = inside_quotes(*quoted);
  Finding<std::string> finding{paper.text.printed(title), title, 1.2, {}};
  finding.reasons.push_back({tr_later("it stands on the cover under the title"), {}});
  return finding;
}

bool BodyFinder::begins(const PaperText& text, std::size_t line) const {
  const TextSpan span = text.lines()[line].span;
  const auto org = org_.find(text.ready(), span.begin);
  return org && org->whole.begin <= span.begin + 1 && org->whole.end <= span.end;
}

bool BodyFinder::goes_on(const PaperText& text, TextSpan body, std::size_t line) const {
  const TextSpan span = text.lines()[line].span;
  const auto within = [&](const Pattern& pattern, TextSpan where) {
    const auto hit = pattern.find(text.ready(), where.begin);
    return hit && hit->whole.begin < where.end;
  };
  if (span.size() == 0 || body.size() + span.size() > kLongestBody || within(stop_, span)) {
    return false;
  }
  const std::string_view so_far = text.folded(body);
  const auto quotes = std::count(so_far.begin(), so_far.end(), '"');
  const std::string printed = text.printed(span);
  const bool small = !is_capitalised(printed) && has_cyrillic(printed.substr(0, 2));
  if (small || (quotes == 0 && within(bare_, body))) return true;
  if (begins(text, line)) return false;
  // «Центр развития» in two lines, a name in quotation marks, the place.
  return quotes == 1 || text.folded(span).starts_with('"') || within(region_, span) ||
         (is_all_capitals(printed) && is_all_capitals(text.printed(body)));
}

std::optional<TextSpan> BodyFinder::body_at(const PaperText& text, std::size_t first,
                                            std::size_t end) const {
  if (!begins(text, first)) return std::nullopt;
  TextSpan body = text.lines()[first].span;
  for (std::size_t line = first + 1; line < end && goes_on(text, body, line); ++line) {
    body.end = text.lines()[line].span.end;
  }
  return body;
}

/// Of several the last: above it stands who it belongs to. One with a legal form goes before all.
std::optional<TextSpan> BodyFinder::in_head(const Paper& paper) const {
  const PaperText& text = paper.text;
  // Without a title: a first line that can be nothing else.
  const std::size_t title_line =
      paper.title ? text.line_at(paper.title->begin) : std::min(kHeadLines, text.lines().size());
  const auto is_legal = [&](TextSpan body) {
    const auto legal = legal_.find(text.ready(), body.begin);
    return legal && legal->whole.begin <= body.begin + 1;
  };
  std::optional<TextSpan> found;
  const std::size_t first =
      paper.title ? text.pages()[text.lines()[title_line].page].first_line : 0;
  for (std::size_t line = first; line < title_line; ++line) {
    const auto body = body_at(text, line, title_line);
    if (!body) continue;
    line = text.line_at(body->end - 1);
    const auto pupil = pupil_.find(text.ready(), body->begin);
    if (pupil && pupil->whole.begin < body->end) continue;
    if (!found || is_legal(*body) || !is_legal(*found)) found = body;
  }
  return found;
}

std::optional<TextSpan> BodyFinder::under_title(const Paper& paper) const {
  const PaperText& text = paper.text;
  if (!paper.title) return std::nullopt;
  const std::size_t first = paper.title_line() + 1;
  const std::size_t end = std::min(first + kLinesUnderTitle, text.lines().size());
  for (std::size_t line = first; line < end; ++line) {
    const auto hit = stop_.find(text.ready(), text.lines()[line].span.begin);
    if (hit && hit->whole.begin < text.lines()[line].span.end) continue;
    if (const auto body = body_at(text, line, end)) return body;
  }
  return std::nullopt;
}

std::optional<TextSpan> BodyFinder::at_foot(const Paper& paper) const {
  const PaperText& text = paper.text;
  const std::size_t lines = text.lines().size();
  for (std::size_t line = lines / 2; line < lines; ++line) {
    const TextSpan span = text.lines()[line].span;
    const auto organ = organ_.find(text.ready(), span.begin);
    if (!organ || organ->whole.begin > span.begin + 1) continue;
    const auto body = body_at(text, line, lines);
    if (body && has_words(text.folded(*body))) return body;
  }
  return std::nullopt;
}

Decision<std::string> BodyFinder::find_issuer(const Paper& paper) const {
  const PaperText& text = paper.text;
  constexpr double kHeads = 0.8;
  constexpr double kElsewhere = 0.65;
  const auto told = [&](TextSpan body, double confidence, const char* why) {
    Finding<std::string> finding{text.printed(body), body, confidence, {}};
    finding.reasons.push_back({why, {finding.value}});
    return decide(text, std::move(finding), issuer_threshold_);
  };
  if (const auto body = in_head(paper))
    return told(*body, kHeads, tr_later("«{}» heads the paper"));
  if (const auto body = at_foot(paper)) {
    return told(*body, kElsewhere, tr_later("«{}» stands at the foot of the paper"));
  }
  if (const auto body = under_title(paper)) {
    return told(*body, kElsewhere, tr_later("«{}» stands under the title"));
  }
  for (const TextSpan& head : spans_of(head_, text)) {
    const std::size_t line_number = text.line_at(head.begin);
    const PaperLine& line = text.lines()[line_number];
    // «Центр тестирования "Заря" / Руководитель Р. Р. Ямщиков»
    if (line.span.begin == head.begin && line_number > 0) {
      if (const auto body = body_at(text, line_number - 1, line_number)) {
        return told(*body, kElsewhere, tr_later("the head of «{}» signs"));
      }
    }
    const auto org = org_.find(text.ready(), head.end);
    if (!org || org->whole.begin > head.end + 1 || org->whole.begin >= line.span.end) continue;
    const TextSpan body{org->whole.begin, line.span.end};
    // «Заведующая отделом» names no department.
    if (!has_words(text.folded(body))) continue;
    return told(body, kElsewhere, tr_later("the head of «{}» signs"));
  }
  return {};
}

}  // namespace fonds

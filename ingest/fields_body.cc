#include "ingest/fields_body.h"

#include <algorithm>
#include <cmath>

#include "base/messages.h"

namespace fonds {
namespace {

constexpr double kNone = 0.0;
constexpr std::size_t kLinesToTitle = 3;
constexpr std::size_t kMostLabelled = 80;

}  // namespace

BodyFinder::BodyFinder(const DataTable& patterns)
    : noun_(pattern_of(patterns.table("collective"), "noun")),
      member_(pattern_of(patterns.table("collective"), "member")),
      within_(static_cast<std::size_t>(patterns.table("collective").number("within"))),
      org_(pattern_of(patterns.table("issuer"), "org")),
      head_(pattern_of(patterns.table("issuer"), "head")),
      collective_threshold_(patterns.table("threshold").number("collective")),
      issuer_threshold_(patterns.table("threshold").number("issuer")) {
  patterns.table("collective").expect_only({"noun", "member", "within"});
  patterns.table("issuer").expect_only({"org", "head"});
}

std::optional<TextSpan> BodyFinder::title_behind(const Paper& paper, TextSpan noun,
                                                 const Quotes& quotes) const {
  const PaperText& text = paper.text;
  if (const auto quoted = quotes.next(noun.end, noun.end + 4)) return inside_quotes(*quoted);
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
    if (quotes.around(noun.begin)) continue;
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

std::optional<TextSpan> BodyFinder::in_head(const Paper& paper) const {
  const PaperText& text = paper.text;
  if (!paper.title) return std::nullopt;
  const std::size_t title_line = text.line_at(paper.title->begin);
  const std::size_t first = text.pages()[text.lines()[title_line].page].first_line;
  std::optional<TextSpan> body;
  bool goes_on = false;
  for (std::size_t i = first; i < title_line; ++i) {
    const PaperLine& line = text.lines()[i];
    const std::string_view words = text.folded(line.span);
    const auto org = org_.find(text.ready(), line.span.begin);
    const bool begins = org && org->whole.begin <= line.span.begin + 1;
    // «… учреждение дополнительного образования» is followed by its name.
    const bool joins =
        goes_on && (!begins || text.folded(*body).find("учрежд") != std::string::npos);
    if (begins && !joins) {
      body = line.span;
      goes_on = true;
    } else if (goes_on && words.find("www") == std::string_view::npos &&
               words.find('@') == std::string_view::npos && text.folded(*body).size() < 400) {
      body->end = line.span.end;
    } else {
      goes_on = false;
    }
  }
  return body;
}

Decision<std::string> BodyFinder::find_issuer(const Paper& paper) const {
  const PaperText& text = paper.text;
  if (const auto body = in_head(paper)) {
    Finding<std::string> finding{text.printed(*body), *body, 0.8, {}};
    finding.reasons.push_back({tr_later("«{}» heads the paper"), {finding.value}});
    return decide(text, std::move(finding), issuer_threshold_);
  }
  for (const TextSpan& head : spans_of(head_, text)) {
    const PaperLine& line = text.lines()[text.line_at(head.begin)];
    const auto org = org_.find(text.ready(), head.end);
    if (!org || org->whole.begin > head.end + 1 || org->whole.begin >= line.span.end) continue;
    const TextSpan body{org->whole.begin, line.span.end};
    Finding<std::string> finding{text.printed(body), body, 0.65, {}};
    finding.reasons.push_back({tr_later("the head of «{}» signs"), {finding.value}});
    return decide(text, std::move(finding), issuer_threshold_);
  }
  return {};
}

}  // namespace fonds

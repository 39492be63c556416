#include "ingest/fields_event.h"

#include <algorithm>
#include <cmath>

#include "base/messages.h"

namespace fonds {
namespace {

/// Log-odds of "none of them".
constexpr double kNone = 0.5;
/// Bytes from the noun of a contest to its title in quotes, and lines.
constexpr std::size_t kToTitle = 240;
constexpr std::size_t kLinesToTitle = 2;

/// Adjectives, ordinals and stages before the noun belong to the name.
std::string event_expression(const DataTable& event) {
  event.expect_only({"noun", "stage"});
  const std::string& noun = event.text("noun");
  return R"((?:(?!участни|лауреат|призер|победител|дипломант|финалист|обладател|)" + noun +
         R"()(?:[\p{L}-]+(?:ого|его|ому|ему|ий|ый|ой|ом|ем|ая|яя|ей|ую|юю|ые|ие|ых|их|ым|им|ыми|)"
         R"(ими|ое|ее)|[ivxх]{1,5}(?:-\p{L}{1,3})?|\d{1,3}-\p{L}{1,3}|онлайн|)" +
         event.text("stage") + R"()\s+){0,7}(?:)" + noun + R"()(?!\p{L}))";
}

/// The end of `line`, or of the lines behind it, at most `last`, that go on in small letters.
std::size_t end_of_phrase(const PaperText& text, std::size_t line, std::size_t last) {
  static const Pattern kGoesOn(R"(^\p{Ll})");
  while (line < last) {
    const PaperLine& next = text.lines()[line + 1];
    if (next.page != text.lines()[line].page) break;
    if (!kGoesOn.find(PatternText(text.printed(next.span)))) break;
    ++line;
  }
  return text.lines()[line].span.end;
}

}  // namespace

EventFinder::EventFinder(const DataTable& patterns)
    : event_(word_pattern(event_expression(patterns.table("event")))),
      lead_(word_pattern(
          R"((?:место|участие|победу|результат\p{L}*|успех\p{L}*|победител\p{L}+|призер\p{L}*|лауреат\p{L}*|участни[кц]\p{L}*|итогам|проведени[ияе]|жюри)(?: (?:в|во|на))?)")),
      tail_(word_pattern(R"(среди (?:обучающ|учащ|воспитан|школьник|дет|педагог)[^\n,;"]{3,60})")),
      stop_(word_pattern(
          R"(номинаци\p{L}*|\d{1,2}\.\d{2}\.\d{4}|в (?:виде|составе|зачет|возраст)\p{L}*|среди (?:юнош|дев|мальч|команд)\p{L}*|на дистанци\p{L}+|награжда\p{L}+|вруча\p{L}+|присужда\p{L}+|(?:(?<=\n)|(?<=,\s))(?:руководител\p{L}*|педагог\p{L}*|директор|председател\p{L}*|концертмейстер|наставник|возрастн\p{L}+|приказ|протокол))")),
      nomination_(
          word_pattern("(?:" + patterns.table("nomination").text("word") + R"()\s?[:-]?\s?)")),
      section_(patterns.table("nomination")),
      nomination_stop_(pattern_of(patterns.table("nomination"), "stop")),
      threshold_(patterns.table("threshold").number("event")),
      nomination_threshold_(patterns.table("threshold").number("nomination")) {
  patterns.table("nomination").expect_only({"word", "stop", "section", "conference"});
}

TextSpan EventFinder::whole(const Paper& paper, TextSpan noun, const Quotes& quotes) const {
  const PaperText& text = paper.text;
  const std::size_t line = text.line_at(noun.end - 1);
  const std::size_t last = std::min(line + kLinesToTitle, text.lines().size() - 1);
  std::size_t until = std::min(noun.end + kToTitle, text.lines()[last].span.end);
  const auto stop = stop_.find(text.ready(), noun.end);
  if (stop) until = std::min(until, stop->whole.begin);
  // A full stop or a semicolon ends the phrase before any title.
  const std::size_t full_stop = text.folded().find_first_of(".;", noun.end);
  const auto title = quotes.next(noun.end, until);
  TextSpan whole{noun.begin, text.lines()[line].span.end};
  if (title && title->end <= text.lines()[last].span.end &&
      (!stop || title->end <= stop->whole.begin) &&
      (full_stop == std::string::npos || full_stop > title->begin)) {
    whole.end = title->end;
  } else {
    whole.end = std::min(end_of_phrase(text, line, last), until);
    whole.end = std::min(whole.end, text.folded().find_first_of(",.;(", noun.end));
  }
  const auto tail = tail_.find(text.ready(), whole.end);
  if (tail && tail->whole.begin <= whole.end + 2) whole.end = tail->whole.end;
  while (whole.end > whole.begin && text.folded()[whole.end - 1] == ' ') --whole.end;
  return whole;
}

Finding<std::string> EventFinder::weigh(const Paper& paper, TextSpan noun,
                                        const Quotes& quotes) const {
  const PaperText& text = paper.text;
  const TextSpan span = whole(paper, noun, quotes);
  Finding<std::string> finding{text.printed(span), span, 0, {}};
  double points = 0.8;
  if (quotes.around(noun.begin)) points -= 2.5;
  if (span.end > noun.end && quotes.around(span.end - 1)) {
    points += 1.5;
    finding.reasons.push_back({tr_later("a title in quotes follows «{}»"), {text.printed(noun)}});
  }
  if (text.folded(noun).find_first_of(" \n") != std::string_view::npos) points += 0.7;
  if (text.folded(span).find_first_of(" \n") == std::string_view::npos) points -= 1.5;
  const auto leads = spans_of(lead_, text);
  if (ends_before(leads, noun.begin, 8)) {
    points += 1.2;
    finding.reasons.push_back({tr_later("«{}» follows words for a result"), {text.printed(noun)}});
  }
  if (paper.title && noun.begin > paper.title->end) points += 0.8;
  if (paper.title && noun.begin < paper.title->begin && !paper.has_form(SheetForm::table)) {
    points -= 0.5;
  }
  const double depth = static_cast<double>(noun.begin) / static_cast<double>(text.folded().size());
  finding.confidence = points - 0.5 * depth;
  if (finding.reasons.empty()) {
    finding.reasons.push_back({tr_later("the words «{}» speak for it"), {text.printed(noun)}});
  }
  return finding;
}

Decision<std::string> EventFinder::find(const Paper& paper, const Quotes& quotes) const {
  std::optional<Finding<std::string>> best;
  double second = kNone;
  for (const TextSpan& noun : spans_of(event_, paper.text)) {
    Finding<std::string> finding = weigh(paper, noun, quotes);
    if (!best || finding.confidence > best->confidence) {
      best = std::move(finding);
    }
  }
  if (!best || best->confidence <= 0) return {};
  const double odds = std::exp(best->confidence);
  best->confidence = odds / (odds + std::exp(second));
  return decide(paper.text, std::move(*best), threshold_);
}

Decision<std::string> EventFinder::find_nomination(const Paper& paper, const Quotes& quotes) const {
  const PaperText& text = paper.text;
  for (const TextSpan& word : spans_of(nomination_, text)) {
    if (section_.is_collective(text, word)) continue;
    const PaperLine& line = text.lines()[text.line_at(word.begin)];
    TextSpan value{word.end, line.span.end};
    double confidence = 0.7;
    if (const auto quoted = quotes.next(word.end > 0 ? word.end - 1 : 0, word.end + 3)) {
      value = inside_quotes(*quoted);
      confidence = 0.93;
    } else {
      const auto stop = nomination_stop_.find(text.ready(), word.end);
      if (stop) value.end = std::min(value.end, stop->whole.begin);
      value.end = std::min(value.end, text.folded().find_first_of(",;", value.begin));
      while (value.end > value.begin && text.folded()[value.end - 1] == ' ') --value.end;
      // Running text goes on behind the word; a label has its colon.
      if (text.folded(word).find(':') == std::string_view::npos) confidence = 0.45;
    }
    if (value.end <= value.begin + 2) continue;
    Finding<std::string> finding{text.printed(value), value, confidence, {}};
    finding.reasons.push_back({tr_later("it stands behind «{}»"), {text.printed(word)}});
    return decide(text, std::move(finding), nomination_threshold_);
  }
  return {};
}

}  // namespace fonds

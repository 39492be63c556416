#include "ingest/fields_control.h"

#include <optional>

#include "base/messages.h"

namespace fonds {

ControlFinder::ControlFinder(const DataTable& table, double threshold) : threshold_(threshold) {
  table.expect_only({"word"});
  for (const DataTable& entry : table.tables("word")) {
    entry.expect_only({"control", "words"});
    const auto control = control_from(entry.text("control"));
    if (!control) {
      entry.refuse(say(tr("there is no control '{}'"), entry.text("control")),
                   tr("write current, interim or final"));
    }
    words_.push_back({*control, pattern_of(entry, "words")});
  }
}

Decision<Control> ControlFinder::find(const Paper& paper) const {
  struct Said {
    Control control;
    TextSpan span;
  };
  std::vector<Said> said;
  for (const Word& word : words_) {
    const std::vector<TextSpan> spans = spans_of(word.pattern, paper.text);
    if (!spans.empty()) said.push_back({word.control, spans.front()});
  }
  if (said.empty()) return {};
  const Said* first = &said.front();
  for (const Said& each : said) {
    if (each.span.begin < first->span.begin) first = &each;
  }
  double confidence = 0.93;
  const std::size_t line = paper.text.line_at(first->span.begin);
  for (const Said& each : said) {
    // Both in one line: a printed choice.
    if (each.control != first->control && paper.text.line_at(each.span.begin) == line) {
      confidence = 0.3;
    }
  }
  Finding<Control> finding{first->control, first->span, confidence, {}};
  finding.reasons.push_back(
      {tr_later("«{}» names the control"), {paper.text.printed(first->span)}});
  return decide(paper.text, std::move(finding), threshold_);
}

}  // namespace fonds

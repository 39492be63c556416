/// What all fields of a paper are found with: the paper, its kind and the making of a Decision.
///
/// Each field has a finder of its own (fields_date.h, fields_number.h …) made once from its table
/// of config/paper_patterns.toml; finding is pure. Threads: finders are immutable.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/data_file.h"
#include "base/messages.h"
#include "ingest/document_kinds.h"
#include "ingest/paper_text.h"

namespace fonds {

/// A paper whose fields are sought. References outlive it.
struct Paper {
  const PaperText& text;
  const PaperKind* kind = nullptr;  ///< nothing: unknown
  std::optional<TextSpan> title;    ///< of the kind

  [[nodiscard]] bool is(std::string_view id) const { return kind != nullptr && kind->id == id; }
  [[nodiscard]] bool has_form(SheetForm form) const {
    return kind != nullptr && kind->sheet == form;
  }
  /// Line of the title's end; 0 without a title.
  [[nodiscard]] std::size_t title_line() const { return title ? text.line_at(title->end) : 0; }
};

/// What is known about a possible value, to become a Decision.
template <class Value>
struct Finding {
  Value value{};
  TextSpan span;
  double confidence = 0;  ///< of the evidence alone; how well it was read comes in addition
  std::vector<Reason> reasons;
};

/// How much doubt words read with a mean confidence of `read` leave.
[[nodiscard]] double legibility(double read);

template <class Value>
Decision<Value> decide(const PaperText& text, Finding<Value> finding, double threshold) {
  Decision<Value> decision;
  decision.confidence = finding.confidence * legibility(text.mean_confidence(finding.span));
  decision.reasons = std::move(finding.reasons);
  decision.source = text.place(finding.span);
  if (decision.confidence >= threshold) {
    decision.value = std::move(finding.value);
  } else {
    decision.reasons.push_back({tr_later("too unsure to take «{}»"), {text.printed(finding.span)}});
  }
  return decision;
}

/// The pattern `key` of `table` (word_pattern), told apart by line when it cannot be read.
[[nodiscard]] Pattern pattern_of(const DataTable& table, std::string_view key);
/// Where in the text `pattern` matches, in order.
[[nodiscard]] std::vector<TextSpan> spans_of(const Pattern& pattern, const PaperText& text);
/// In `text` made ready, e.g. of mended().
[[nodiscard]] std::vector<TextSpan> spans_of(const Pattern& pattern, const PatternText& text);
/// Whether one of `spans` (in order) ends in the `within` bytes before `at`, or holds it.
[[nodiscard]] bool ends_before(const std::vector<TextSpan>& spans, std::size_t at,
                               std::size_t within);
/// Whether one of `spans` begins in the `within` bytes after `at`.
[[nodiscard]] bool begins_after(const std::vector<TextSpan>& spans, std::size_t at,
                                std::size_t within);

/// «Секция»: of a conference where the paper speaks of one, else a collective («спортивная
/// секция»).
class SectionWords {
 public:
  /// Of the table [nomination].
  explicit SectionWords(const DataTable& nomination);
  /// Whether `word` is a section, of a conference. No for other words.
  [[nodiscard]] bool is_of_conference(const PaperText& text, TextSpan word) const;
  /// Whether `word` is a section, of no conference.
  [[nodiscard]] bool is_collective(const PaperText& text, TextSpan word) const;

 private:
  [[nodiscard]] bool is_section(const PaperText& text, TextSpan word) const;

  Pattern section_;
  Pattern conference_;
};

/// The folded text with words that begin almost like one of `stems` (letters misread, none lost)
/// put right; every byte keeps its place.
[[nodiscard]] std::string mended(const PaperText& text, const std::vector<std::string>& stems);

/// Digits as printed where the recogniser read letters: "2О24" is 2024, "З" is 3. Nothing when a
/// character is neither a digit nor taken for one.
[[nodiscard]] std::optional<std::string> as_digits(std::string_view folded);
/// Of a folded Roman numeral from I to XII, its letters Latin or the Ukrainian і.
[[nodiscard]] std::optional<int> roman_number(std::string_view folded);

}  // namespace fonds

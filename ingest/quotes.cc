#include "ingest/quotes.h"

#include <algorithm>
#include <string_view>

namespace fonds {
namespace {

/// A title is no longer than this: a quote whose end was not read is dropped.
constexpr std::size_t kMostBytes = 400;
constexpr std::size_t kMostLines = 4;
constexpr std::size_t kFarAbove = 2;  ///< lines

enum class Mark { opens, closes };

Mark mark_at(const PaperText& text, std::size_t at) {
  const std::string printed = text.printed({at, at + 1});
  if (printed == "«" || printed == "„" || printed == "<") return Mark::opens;
  if (printed == "»") return Mark::closes;
  // “ closes in Russian („…“) and opens in English; " says nothing: what stands beside it does.
  const std::string& folded = text.folded();
  const auto is_gap = [](char c) {
    return c == ' ' || c == '\n' || c == '\f' || c == '(' || c == '-' || c == '"';
  };
  const bool gap_before = at == 0 || is_gap(folded[at - 1]);
  const bool gap_after = at + 1 >= folded.size() || is_gap(folded[at + 1]);
  return gap_before && !gap_after ? Mark::opens : Mark::closes;
}

}  // namespace

Quotes::Quotes(const PaperText& text) {
  const std::string& folded = text.folded();
  std::size_t depth = 0;
  std::size_t begin = 0;
  std::size_t last_close = 0;
  const auto drop_or_keep = [&] {
    // Fewer ends than beginnings: the last end there was.
    if (depth > 0 && last_close > begin) spans_.push_back({begin, last_close});
    depth = 0;
  };
  for (std::size_t at = 0; at < folded.size(); ++at) {
    if (depth > 0 && (at - begin > kMostBytes || folded[at] == '\f')) drop_or_keep();
    // «Центр «Радуга» at the end of a line: one mark ends both.
    if (folded[at] == '\n' && depth > 0 && last_close == at) drop_or_keep();
    if (folded[at] == '\n' && depth > 0 &&
        text.line_at(at) - text.line_at(begin) + 1 >= kMostLines) {
      drop_or_keep();
    }
    if (folded[at] != '"') continue;
    if (mark_at(text, at) == Mark::opens) {
      // A title that begins a line of its own stands in none that was opened far above: the end of
      // that one was not read.
      const bool begins_line = at > 0 && folded[at - 1] == '\n';
      if (depth > 0 && begins_line && text.line_at(at) - text.line_at(begin) >= kFarAbove) {
        drop_or_keep();
      }
      if (depth == 0) {
        begin = at;
        last_close = 0;
      }
      ++depth;
    } else if (depth > 0) {
      last_close = at + 1;
      if (--depth == 0) spans_.push_back({begin, at + 1});
    }
  }
  drop_or_keep();
}

std::optional<TextSpan> Quotes::around(std::size_t byte) const {
  const auto found = std::find_if(spans_.begin(), spans_.end(), [&](const TextSpan& span) {
    return span.begin <= byte && byte < span.end;
  });
  return found == spans_.end() ? std::nullopt : std::optional<TextSpan>(*found);
}

std::optional<TextSpan> Quotes::next(std::size_t from, std::size_t until) const {
  const auto found = std::find_if(spans_.begin(), spans_.end(),
                                  [&](const TextSpan& span) { return span.begin >= from; });
  if (found == spans_.end() || found->begin >= until) return std::nullopt;
  return *found;
}

TextSpan inside_quotes(TextSpan span) {
  if (span.size() >= 2) return {span.begin + 1, span.end - 1};
  return span;
}

}  // namespace fonds

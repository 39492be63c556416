/// Pattern: a regular expression (ICU syntax) over UTF-8 text, with byte offsets.
///
/// Matching takes bounded time whatever the text is: a match that ICU's step limit ends counts as
/// none, so hostile text costs an answer, never the program.
/// Threads: a Pattern and a PatternText are immutable; use them from all threads.
/// Faults:  usage (the expression cannot be read: says where).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fonds {

/// A piece of a text, in bytes.
struct TextSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
  [[nodiscard]] bool empty() const { return begin == end; }
  [[nodiscard]] std::size_t size() const { return end - begin; }
  [[nodiscard]] std::string_view of(std::string_view text) const {
    return text.substr(begin, end - begin);
  }
  bool operator==(const TextSpan&) const = default;
};

/// A text made ready for many patterns: converting it costs more than most searches.
class PatternText {
 public:
  explicit PatternText(std::string_view utf8);
  ~PatternText();
  PatternText(PatternText&&) noexcept;
  PatternText& operator=(PatternText&&) noexcept;

 private:
  friend class Pattern;
  struct Units;
  std::unique_ptr<const Units> units_;
};

struct PatternMatch {
  TextSpan whole;
  /// By group number; [0] is the whole. Nothing: the group took no part.
  std::vector<std::optional<TextSpan>> groups;
};

class Pattern {
 public:
  /// Case counts: write patterns in lower case and look in folded text.
  explicit Pattern(std::string_view expression);
  ~Pattern();
  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;

  /// The first match that begins at byte `from` or later.
  [[nodiscard]] std::optional<PatternMatch> find(const PatternText& text,
                                                 std::size_t from = 0) const;
  /// All matches in order, none over another; at most `most`.
  [[nodiscard]] std::vector<PatternMatch> find_all(const PatternText& text,
                                                   std::size_t most = 1000) const;
  /// Whether the whole of `text` matches.
  [[nodiscard]] bool matches(std::string_view text) const;
  /// Number of the group written (?<name>…). Fault usage when there is none.
  [[nodiscard]] std::size_t group(std::string_view name) const;

 private:
  struct Compiled;
  std::unique_ptr<const Compiled> compiled_;
};

}  // namespace fonds

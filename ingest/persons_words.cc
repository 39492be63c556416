#include "ingest/persons_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "registry/letters.h"

namespace fonds {
namespace {

/// Fewer letters set apart are initials or a list of classes, not a word set wide.
constexpr std::size_t kLeastSpacedLetters = 4;
/// A gap this much wider than the usual one between spaced letters parts two words.
constexpr double kWordGap = 1.6;
/// A quotation does not hold more words; beyond, a mark was lost.
constexpr std::size_t kLongestQuotation = 25;
constexpr std::size_t kShortestGluedName = 3;  ///< letters

bool is_letter(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte >= 0x80) return byte == 0xD0 || byte == 0xD1 || byte == 0xC3;
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool has_latin(std::string_view word) {
  return std::any_of(word.begin(), word.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

/// Look-alikes as Cyrillic letters, where that makes the whole word Cyrillic or it partly is.
std::string cyrillic(const std::string& printed) {
  std::string folded = fold_lookalikes(printed);
  return has_cyrillic(printed) || !has_latin(folded) ? folded : printed;
}

/// О for 0 and З for 3, in the size of the letters around.
std::string with_letters_for_figures(std::string word) {
  const bool capitals = is_all_capitals(word);
  for (const auto& [figure, large, small] :
       {std::array<std::string_view, 3>{"0", "О", "о"}, {"3", "З", "з"}}) {
    const std::size_t at = word.find(figure);
    if (at != std::string::npos) word.replace(at, 1, at == 0 || capitals ? large : small);
  }
  return word;
}

class Reader {
 public:
  explicit Reader(const PaperText& paper) : paper_(paper), folded_(paper.folded()) {}

  std::vector<NameWord> read() {
    for (std::size_t i = 0; i < paper_.words().size(); ++i) read_word(i);
    join_spaced_letters();
    find_initials();
    join_divided_words();
    std::size_t end = 0;
    for (NameWord& word : words_) {
      word.before = {end, word.span.begin};
      end = word.span.end;
    }
    find_quotations();
    return std::move(words_);
  }

 private:
  void read_word(std::size_t index) {
    const TextSpan span = paper_.words()[index].span;
    std::size_t at = span.begin;
    while (at < span.end) {
      const bool letter = is_letter(folded_, at);
      if (!letter && !is_digit(folded_[at])) {
        at += letter_bytes(folded_[at]);
        continue;
      }
      std::size_t end = at;
      bool digits = false;
      while (end < span.end) {
        if (is_digit(folded_[end])) {
          digits = true;
        } else if (is_letter(folded_, end)) {
          if (digits && !letter && begins_name(end, span.end)) break;  // 1Иванов
        } else if (!joins(end, span.end)) {
          break;
        }
        end += letter_bytes(folded_[end]);
      }
      end = std::min(end, span.end);
      if (digits && is_letters_misread({at, end})) digits = false;
      add(index, {at, end}, digits ? NameWord::Kind::number : NameWord::Kind::word);
      at = end;
    }
  }

  /// ФОМЕНК0: a figure that looks like a letter, behind letters of a word.
  [[nodiscard]] bool is_letters_misread(TextSpan span) const {
    constexpr std::size_t kFewest = 4;
    const std::string_view word = span.of(folded_);
    const auto figures =
        static_cast<std::size_t>(std::count_if(word.begin(), word.end(), is_digit));
    return is_letter(folded_, span.begin) && count_letters(word) >= kFewest && figures == 1 &&
           word.find_first_of("03") != std::string_view::npos;
  }

  /// A hyphen or apostrophe between letters belongs to the word.
  [[nodiscard]] bool joins(std::size_t at, std::size_t end) const {
    const char c = folded_[at];
    return (c == '-' || c == '\'') && at + 1 < end && is_letter(folded_, at + 1) &&
           !is_digit(folded_[at - 1]);
  }

  [[nodiscard]] bool begins_name(std::size_t at, std::size_t end) const {
    const std::string rest = paper_.printed({at, end});
    return is_capitalised(rest) && has_cyrillic(rest) && count_letters(rest) >= kShortestGluedName;
  }

  void add(std::size_t paper_word, TextSpan span, NameWord::Kind kind) {
    NameWord word;
    word.kind = kind;
    word.span = span;
    word.paper_word = paper_word;
    word.line = paper_.words()[paper_word].line;
    std::string text = cyrillic(paper_.printed(span));
    if (kind == NameWord::Kind::word) text = with_letters_for_figures(std::move(text));
    set_text(word, std::move(text));
    words_.push_back(std::move(word));
  }

  static void set_text(NameWord& word, std::string text) {
    word.text = std::move(text);
    word.folded = fold_letters(word.text);
    word.capital = is_capitalised(word.text);
    word.all_capitals = is_all_capitals(word.text);
  }

  [[nodiscard]] std::string_view between(std::size_t left, std::size_t right) const {
    return TextSpan{words_[left].span.end, words_[right].span.begin}.of(folded_);
  }
  [[nodiscard]] bool single_letter(std::size_t at) const {
    return words_[at].kind == NameWord::Kind::word && count_letters(words_[at].text) == 1;
  }
  [[nodiscard]] const Box& box(std::size_t at) const {
    return paper_.words()[words_[at].paper_word].box;
  }
  [[nodiscard]] int gap(std::size_t left, std::size_t right) const {
    return box(right).left - box(left).left - box(left).width;
  }

  void join_spaced_letters() {
    std::vector<NameWord> joined;
    for (std::size_t at = 0; at < words_.size();) {
      std::size_t end = at + 1;
      while (single_letter(at) && end < words_.size() && single_letter(end) &&
             words_[end].line == words_[at].line && between(end - 1, end) == " ") {
        ++end;
      }
      if (end - at >= kLeastSpacedLetters) {
        join_run(at, end, joined);
      } else {
        for (std::size_t i = at; i < end; ++i) joined.push_back(std::move(words_[i]));
      }
      at = end;
    }
    words_ = std::move(joined);
  }

  void join_run(std::size_t at, std::size_t end, std::vector<NameWord>& joined) const {
    std::vector<int> gaps;
    for (std::size_t i = at + 1; i < end; ++i) gaps.push_back(gap(i - 1, i));
    std::nth_element(gaps.begin(), gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2),
                     gaps.end());
    const double usual = std::max(1, gaps[gaps.size() / 2]);
    NameWord word = words_[at];
    std::string text = word.text;
    for (std::size_t i = at + 1; i <= end; ++i) {
      const bool parts = i == end || gap(i - 1, i) > kWordGap * usual ||
                         (words_[i].capital && !words_[i - 1].capital);
      if (!parts) {
        text += words_[i].text;
        word.span.end = words_[i].span.end;
        continue;
      }
      set_text(word, text);
      joined.push_back(word);
      if (i == end) break;
      word = words_[i];
      text = word.text;
    }
  }

  void find_initials() {
    for (std::size_t at = 0; at < words_.size(); ++at) {
      if (single_letter(at) && words_[at].capital && stop_follows(at)) {
        words_[at].kind = NameWord::Kind::initial;
      }
    }
    for (std::size_t at = 0; at < words_.size(); ++at) {
      NameWord& word = words_[at];
      const bool beside = (at > 0 && glued_initial(at - 1, at, at - 1)) ||
                          (at + 1 < words_.size() && glued_initial(at, at + 1, at + 1));
      if (!beside) continue;
      if (single_letter(at) && word.capital) word.kind = NameWord::Kind::initial;
      if (word.kind != NameWord::Kind::number || !stop_follows(at)) continue;
      if (word.text == "3" || word.text == "0") {  // И.3. is И.З.
        word.kind = NameWord::Kind::initial;
        set_text(word, word.text == "3" ? "З" : "О");
      }
    }
  }

  [[nodiscard]] bool stop_follows(std::size_t at) const {
    const std::size_t end = words_[at].span.end;
    return end < folded_.size() &&
           (folded_[end] == '.' ||
            (folded_[end] == ',' && end + 1 < folded_.size() && is_letter(folded_, end + 1)));
  }
  /// Whether `initial` is one and the two stand in one word of the paper.
  [[nodiscard]] bool glued_initial(std::size_t left, std::size_t right, std::size_t initial) const {
    return words_[initial].kind == NameWord::Kind::initial &&
           words_[left].line == words_[right].line &&
           (between(left, right) == "." || between(left, right) == ". ") &&
           (words_[left].paper_word == words_[right].paper_word || single_letter(left));
  }

  /// Иван-\nович is one word, Сидорова-\nБелых and Сидорова- Белых are one with its hyphen.
  void join_divided_words() {
    std::vector<NameWord> joined;
    for (NameWord& word : words_) {
      if (!joined.empty()) {
        NameWord& last = joined.back();
        const std::string_view gap = TextSpan{last.span.end, word.span.begin}.of(folded_);
        const bool both = last.kind == NameWord::Kind::word && word.kind == NameWord::Kind::word &&
                          last.capital && count_letters(last.text) > 1;
        const bool line_ends = gap == "-\n";
        if (both && (line_ends || (word.capital && (gap == "- " || gap == " -")))) {
          const bool hyphen = word.capital && !(word.all_capitals && line_ends);
          set_text(last, last.text + (hyphen ? "-" : "") + word.text);
          last.span.end = word.span.end;
          continue;
        }
      }
      joined.push_back(std::move(word));
    }
    words_ = std::move(joined);
  }

  /// Opening marks stand directly before a word, closing ones do not; an inner pair may be inside.
  void find_quotations() {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      read_marks(words_[i].before.of(folded_), i, true, open);
    }
    const std::size_t end = words_.empty() ? 0 : words_.back().span.end;
    read_marks(std::string_view(folded_).substr(end), words_.size(), false, open);
  }

  void read_marks(std::string_view gap, std::size_t next, bool word_follows,
                  std::vector<std::size_t>& open) {
    for (std::size_t at = 0; at < gap.size(); ++at) {
      if (gap[at] != '"' && gap[at] != '<' && gap[at] != '>') continue;
      const std::string_view rest = gap.substr(at + 1);
      const bool touches_next =
          word_follows && rest.find_first_not_of("\"<>(") == std::string_view::npos;
      const bool touches_both = touches_next && at == 0 && rest.empty();
      const bool opens =
          gap[at] == '<' || (gap[at] == '"' && touches_next && !(touches_both && !open.empty()));
      if (opens) {
        open.push_back(next);
      } else if (!open.empty()) {
        quote(open.back(), next);
        open.pop_back();
      }
    }
  }

  void quote(std::size_t from, std::size_t end) {
    if (end - from > kLongestQuotation) return;
    for (std::size_t i = from; i < end; ++i) words_[i].quoted = true;
  }

  const PaperText& paper_;
  const std::string& folded_;
  std::vector<NameWord> words_;
};

}  // namespace

std::vector<NameWord> name_words(const PaperText& paper) { return Reader(paper).read(); }

}  // namespace fonds

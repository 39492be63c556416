#include "indexer/snippet.h"

#include <algorithm>
#include <deque>

#include "base/text.h"

namespace fonds {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kPagesRead = 3;             ///< of those with hits
constexpr std::size_t kBytesOfPage = 256 * 1024;  ///< looked at; a page of print has 4 000

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// The beginning of the text that many bytes long at most, cut between characters.
std::string_view beginning(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && continues(text[bytes])) --bytes;
  return text.substr(0, bytes);
}

/// `count` characters from `at` on, back or forth, without leaving the text.
std::size_t forth(std::string_view text, std::size_t at, std::size_t count) {
  while (at < text.size() && count > 0) {
    ++at;
    while (at < text.size() && continues(text[at])) ++at;
    --count;
  }
  return at;
}
std::size_t back(std::string_view text, std::size_t at, std::size_t count) {
  while (at > 0 && count > 0) {
    --at;
    while (at > 0 && continues(text[at])) --at;
    --count;
  }
  return at;
}

bool is_blank(char c) { return static_cast<unsigned char>(c) <= ' ' || c == '\x7F'; }

/// Moves an end of the window outwards or inwards to white space, a few characters at most, so
/// that no word is cut in two.
std::size_t to_word_begin(std::string_view text, std::size_t at, std::size_t limit) {
  if (at == 0 || is_blank(text[at - 1])) return at;
  for (std::size_t i = at; i < std::min(limit, at + 40); ++i) {
    if (is_blank(text[i])) return i + 1;
  }
  return at;
}
std::size_t to_word_end(std::string_view text, std::size_t at, std::size_t limit) {
  if (at == text.size() || is_blank(text[at])) return at;
  for (std::size_t i = at; i > limit && i + 40 > at; --i) {
    if (is_blank(text[i - 1])) return i - 1;
  }
  return at;
}

}  // namespace

std::vector<std::string_view> pages_of(std::string_view text) {
  std::vector<std::string_view> pages;
  while (true) {
    const std::size_t end = text.find('\f');
    pages.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return pages;
    text.remove_prefix(end + 1);
  }
}

Snippets::Snippets(const WantedWords& wanted) : wanted_(wanted) {}

std::size_t Snippets::find(const Token& token) {
  std::size_t base = 0;
  const auto& exact = wanted_.exact;
  if (const auto found = std::lower_bound(exact.begin(), exact.end(), token.text);
      found != exact.end() && *found == token.text) {
    return static_cast<std::size_t>(found - exact.begin());
  }
  base += exact.size();
  for (std::size_t i = 0; i < wanted_.beginnings.size(); ++i) {
    if (token.text.starts_with(wanted_.beginnings[i])) return base + i;
  }
  base += wanted_.beginnings.size();
  if (token.form != Token::Form::word) return kNone;
  // The stem is always the beginning of its word, so hardly any word has to be stemmed.
  for (std::size_t i = 0; i < wanted_.stems.size(); ++i) {
    if (token.text.starts_with(wanted_.stems[i]) && stems_.of(token.text) == wanted_.stems[i]) {
      return base + i;
    }
  }
  return kNone;
}

std::vector<Snippets::Match> Snippets::matches_in(std::string_view page) {
  const std::size_t phrases =
      wanted_.exact.size() + wanted_.beginnings.size() + wanted_.stems.size();
  std::vector<Match> matches;
  struct Word {
    std::string text;
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  std::deque<Word> recent;  // as many words as the longest phrase has
  std::size_t longest = 0;
  for (const auto& phrase : wanted_.phrases) longest = std::max(longest, phrase.size());
  Tokeniser tokeniser(page);
  while (const Token* token = tokeniser.next()) {
    if (const std::size_t word = find(*token); word != kNone) {
      matches.push_back({token->begin, token->end, word});
    }
    if (longest == 0 || token->form == Token::Form::run || token->form == Token::Form::part) {
      continue;
    }
    recent.push_back({token->text, token->begin, token->end});
    if (recent.size() > longest) recent.pop_front();
    for (std::size_t i = 0; i < wanted_.phrases.size(); ++i) {
      const std::vector<std::string>& phrase = wanted_.phrases[i];
      if (recent.size() < phrase.size()) continue;
      const auto first = recent.end() - static_cast<std::ptrdiff_t>(phrase.size());
      const bool same = std::equal(first, recent.end(), phrase.begin(),
                                   [](const Word& a, const std::string& b) { return a.text == b; });
      if (!same) continue;
      for (auto word = first; word != recent.end(); ++word) {
        matches.push_back({word->begin, word->end, phrases + i});
      }
    }
  }
  std::stable_sort(matches.begin(), matches.end(),
                   [](const Match& a, const Match& b) { return a.begin < b.begin; });
  return matches;
}

std::vector<Snippet::Mark> Snippets::marks_in(std::string_view page) {
  std::vector<Snippet::Mark> marks;
  for (const Match& match : matches_in(beginning(page, kBytesOfPage))) {
    if (marks.empty() || match.begin >= marks.back().end) {
      marks.push_back({match.begin, match.end});
    } else {
      marks.back().end = std::max(marks.back().end, match.end);
    }
  }
  return marks;
}

Snippets::Window Snippets::best_window(std::string_view page, const std::vector<Match>& matches,
                                       std::size_t length) const {
  Window best{0, forth(page, 0, length), 0, 0};
  std::vector<std::size_t> seen(wanted_.exact.size() + wanted_.beginnings.size() +
                                    wanted_.stems.size() + wanted_.phrases.size(),
                                0);
  std::size_t last = 0;  // matches [first, last) fit into the window that begins at `first`
  std::size_t distinct = 0;
  std::size_t end = 0;
  std::size_t begin = 0;
  for (std::size_t first = 0; first < matches.size(); ++first) {
    // Both ends only move on, so the page is walked through once.
    end = first == 0 ? forth(page, matches[0].begin, length)
                     : forth(page, end,
                             count_characters(page.substr(begin, matches[first].begin - begin)));
    begin = matches[first].begin;
    while (last < matches.size() && matches[last].end <= end) {
      if (seen[matches[last++].word]++ == 0) ++distinct;
    }
    if (last <= first) {  // longer than the window
      last = first + 1;
      if (seen[matches[first].word]++ == 0) ++distinct;
    }
    const std::size_t count = last - first;
    if (distinct > best.distinct || (distinct == best.distinct && count > best.count)) {
      best = {begin, matches[last - 1].end, distinct, count};
    }
    if (--seen[matches[first].word] == 0) --distinct;
  }
  return best;
}

namespace {

/// Copies [begin, end) of `page`, white space made single spaces, ranges moved along.
struct Copy {
  std::string_view page;
  Snippet& snippet;
  bool blank = true;

  void put(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      if (!is_blank(page[i])) {
        snippet.text += page[i];
        blank = false;
      } else if (!blank) {
        snippet.text += ' ';
        blank = true;
      }
    }
  }
};

}  // namespace

Snippet Snippets::of(const std::string& text, const std::vector<int>& pages, int length) {
  const auto wanted_length = static_cast<std::size_t>(std::clamp(length, 20, 10'000));
  const std::string valid = is_valid_utf8(text) ? std::string() : to_valid_utf8(text);
  const std::vector<std::string_view> all = pages_of(valid.empty() ? text : valid);
  std::vector<std::size_t> candidates;
  for (const int page : pages) {
    const auto index = static_cast<std::size_t>(page - 1);
    if (page >= 1 && index < all.size() && candidates.size() < kPagesRead) {
      candidates.push_back(index);
    }
  }
  if (candidates.empty()) candidates.push_back(0);
  std::size_t best_page = candidates.front();
  Window best;
  std::vector<Match> best_matches;
  for (const std::size_t candidate : candidates) {
    const std::string_view page = beginning(all[candidate], kBytesOfPage);
    std::vector<Match> matches = matches_in(page);
    const Window window = best_window(page, matches, wanted_length);
    const bool better = window.distinct > best.distinct ||
                        (window.distinct == best.distinct && window.count > best.count);
    if (candidate != candidates.front() && !better) continue;
    best = window;
    best_page = candidate;
    best_matches = std::move(matches);
  }

  const std::string_view page = beginning(all[best_page], kBytesOfPage);
  std::size_t begin = best.begin;
  std::size_t end = best.end;
  if (best.count > 0) {
    // The hits in the middle of what may be shown.
    const std::size_t used = count_characters(page.substr(begin, end - begin));
    const std::size_t around = wanted_length > used ? wanted_length - used : 0;
    begin = to_word_begin(page, back(page, best.begin, around / 2), best.begin);
    end = forth(page, best.end,
                wanted_length - std::min(wanted_length,
                                         count_characters(page.substr(begin, best.end - begin))));
    end = to_word_end(page, end, best.end);
  } else {
    end = to_word_end(page, end, begin);
  }

  Snippet snippet;
  snippet.page = static_cast<int>(best_page) + 1;
  Copy copy{page, snippet};
  std::size_t at = begin;
  for (const Match& match : best_matches) {
    if (match.begin < at || match.end > end) continue;  // outside, or within the mark before
    copy.put(at, match.begin);
    const std::size_t mark = snippet.text.size();
    copy.put(match.begin, match.end);
    snippet.marks.push_back({mark, snippet.text.size()});
    at = match.end;
  }
  copy.put(at, end);
  while (snippet.text.ends_with(' ')) snippet.text.pop_back();
  return snippet;
}

}  // namespace fonds

#include "ingest/title_finder.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ingest/fuzzy.h"
#include "registry/letters.h"

namespace fonds {
namespace {

/// Share of the letters of a title that may be misread in ordinary and in large type: ornamental
/// capitals are read badly, and large type is seldom anything but a title.
constexpr double kMisread = 0.17;
constexpr double kMisreadLarge = 0.34;
constexpr double kLarge = 1.35;
/// Below this share of the sheet stands what ends a paper.
constexpr double kFoot = 0.6;
/// Words before a title on its line: specks and ornaments are read as such.
constexpr std::size_t kWordsBefore = 3;
constexpr std::size_t kFirstLines = 5;
constexpr std::size_t kMostTokens = 1500;

bool is_letter(char32_t c) {
  return (c >= U'а' && c <= U'я') || (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9');
}

std::u32string bare(std::string_view word) {
  std::u32string letters = characters_of(word);
  while (!letters.empty() && !is_letter(letters.back())) letters.pop_back();
  const auto first = std::find_if(letters.begin(), letters.end(), is_letter);
  letters.erase(letters.begin(), first);
  return letters;
}

/// Whether `word` is `title` with another ending: грамоты, дипломом.
bool is_bent(std::u32string_view word, std::u32string_view title) {
  static constexpr std::u32string_view kEndings = U"аеиоуыэюяйм";
  if (word == title || word.size() < title.size()) return false;
  if (word.starts_with(title)) return true;
  const std::u32string_view stem = title.substr(0, title.size() - 1);
  return word.starts_with(stem) &&
         std::all_of(word.begin() + static_cast<std::ptrdiff_t>(stem.size()), word.end(),
                     [](char32_t c) { return kEndings.find(c) != std::u32string_view::npos; });
}

bool is_adjective(std::u32string_view word) {
  static constexpr std::array<std::u32string_view, 8> kEndings{U"ый", U"ий", U"ой", U"ая",
                                                               U"яя", U"ое", U"ее", U"ые"};
  constexpr std::size_t kFewest = 6;
  return word.size() >= kFewest && std::any_of(kEndings.begin(), kEndings.end(),
                                               [&](auto ending) { return word.ends_with(ending); });
}

/// Words of the line that are not of the title. Numbers and degrees go with many titles; beside
/// large type words are another piece of the sheet.
std::size_t words_behind(std::string_view rest) {
  static const Pattern kNumber(R"(^\W{0,3}(?:№|n[oо]?\W?(?=\d))\W?\S+)");
  static const Pattern kWord(R"(\p{L}{2,}(?<![ivxп]))");
  constexpr std::size_t kMost = 10;
  if (const auto number = kNumber.find(PatternText(rest))) rest.remove_prefix(number->whole.end);
  return kWord.find_all(PatternText(rest), kMost).size();
}

}  // namespace

TitleFinder::TitleFinder(const PaperText& text) : text_(text) {
  const auto& pages = text.pages();
  const auto page = std::find_if(pages.begin(), pages.end(), [](const PaperPage& each) {
    return each.end_line > each.first_line;
  });
  if (page == pages.end()) return;
  first_line_ = page->first_line;
  for (std::size_t i = page->first_line; i < page->end_line && tokens_.size() < kMostTokens; ++i) {
    add_line(*page, i);
  }
}

void TitleFinder::add_line(const PaperPage& page, std::size_t index) {
  const PaperLine& line = text_.lines()[index];
  LineLook look;
  if (page.height > 0) {
    look.depth = (line.box.top + line.box.height / 2.0) / page.height;
  }
  std::vector<Token> words;
  for (std::size_t i = line.first_word; i < line.end_word; ++i) {
    const PaperWord& word = text_.words()[i];
    Token token;
    token.letters = bare(text_.folded(word.span));
    token.span = word.span;
    token.line = index;
    if (page.line_height > 0) {
      // A row of pieces is one line: the title may stand beside small type.
      token.size = static_cast<double>(word.box.height) / page.line_height;
    }
    if (token.letters.empty()) continue;
    words.push_back(std::move(token));
  }
  join_spaced(words);
  if (words.size() > 1 && is_adjective(words[0].letters) &&
      is_all_capitals(text_.printed(words[0].span)) ==
          is_all_capitals(text_.printed(words[1].span))) {
    words[1].adjective = words[0].span.begin;
  }
  // Single letters before a title are specks and ornaments.
  std::size_t place = 0;
  for (Token& word : words) {
    word.place = place;
    if (word.letters.size() > 1) ++place;
  }
  lines_.push_back(look);
  tokens_.insert(tokens_.end(), words.begin(), words.end());
}

/// Д И П Л О М № 4: letters set wide come as words of one letter.
void TitleFinder::join_spaced(std::vector<Token>& words) {
  constexpr std::ptrdiff_t kFewest = 5;
  const auto single = [](const Token& token) { return token.letters.size() == 1; };
  const auto first = std::find_if(words.begin(), words.end(), single);
  // A letter or two may have been read as one word.
  auto last = first;
  for (auto at = first; at != words.end() && at->letters.size() <= 2; ++at) {
    if (single(*at)) last = at + 1;
  }
  if (last - first < kFewest) return;
  for (auto at = first + 1; at != last; ++at) first->letters += at->letters;
  first->span.end = (last - 1)->span.end;
  first->spaced = true;
  words.erase(first + 1, last);
}

std::optional<FoundTitle> TitleFinder::find(std::string_view words, double weight) const {
  std::vector<std::u32string> wanted;
  for (const std::string_view word : split_letters(words, " ")) {
    wanted.push_back(characters_of(word));
  }
  std::optional<FoundTitle> best;
  if (wanted.empty()) return best;
  std::vector<std::u32string> as_one(1);
  for (const std::u32string& word : wanted) as_one[0] += word;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    if (tokens_[i].place > kWordsBefore && tokens_[i].size < kLarge) continue;
    const auto found = at(i, tokens_[i].spaced ? as_one : wanted, weight);
    if (found && (!best || found->points > best->points)) best = found;
  }
  return best;
}

std::optional<double> TitleFinder::misread(const std::u32string& letters,
                                           const std::u32string& word, bool large) {
  const auto most = static_cast<std::size_t>(static_cast<double>(word.size()) *
                                             (large ? kMisreadLarge : kMisread));
  // Letters that look alike count half, so twice as many may differ; few words come so near.
  const std::size_t nearly = large ? 2 * most : most;
  const std::size_t differing = edit_distance(letters, word, nearly);
  if (differing > nearly) return std::nullopt;
  const double distance =
      differing <= most ? static_cast<double>(differing) : ornamental_distance(letters, word);
  if (distance > static_cast<double>(most)) return std::nullopt;
  return distance;
}

bool TitleFinder::is_divided(std::size_t token, const std::u32string& word) const {
  return token + 1 < tokens_.size() && tokens_[token + 1].line == tokens_[token].line &&
         tokens_[token].letters + tokens_[token + 1].letters == word;
}

std::optional<FoundTitle> TitleFinder::at(std::size_t first,
                                          const std::vector<std::u32string>& words,
                                          double weight) const {
  double wrong = 0;
  double letters = 0;
  bool bent = false;
  std::size_t next = first;
  for (const std::u32string& word : words) {
    if (next >= tokens_.size()) return std::nullopt;
    const Token& token = tokens_[next];
    // A title goes on in the next line only from its beginning.
    if (next > first && token.line > tokens_[next - 1].line + 1) return std::nullopt;
    letters += static_cast<double>(word.size());
    if (is_divided(next, word)) {
      next += 2;
      continue;
    }
    const auto distance = misread(token.letters, word, token.size >= kLarge);
    if (!distance) return std::nullopt;
    bent = bent || is_bent(token.letters, word);
    wrong += *distance;
    ++next;
  }
  const Token& last = tokens_[next - 1];
  double points = 2 * weight - 4 * wrong / letters + look_points(tokens_[first], last);
  // What the paper begins with, word for word: «Диплом призёра зонального этапа …».
  if (tokens_[first].line - first_line_ < kFirstLines && tokens_[first].strange() == 0 &&
      wrong == 0) {
    points += 2.0;
  }
  if (bent) points -= 4;
  return FoundTitle{{tokens_[first].span.begin, last.span.end}, points};
}

double TitleFinder::look_points(const Token& first, const Token& last) const {
  const LineLook& look = lines_[first.line - first_line_];
  const bool large = first.size >= kLarge;
  double points = std::clamp((first.size - 1) * 3, -1.0, 3.0);
  points += look.depth <= kFoot ? 0.8 : -0.8;
  const PaperLine& end = text_.lines()[last.line];
  const std::size_t beside =
      words_behind(text_.folded({last.span.end, end.span.end})) + first.strange();
  if (large) {
    points += beside == 0 ? 2.0 : 1.0;
  } else {
    points -= 1.2 * static_cast<double>(first.strange());
    points += beside == 0 ? 2.0 : beside <= 3 ? 0.8 : beside <= 6 ? 0.0 : -1.5;
    // At the foot, «Протокол жюри № 4, приказ от …» is what the paper rests on.
    if (beside > 0 && look.depth > kFoot) points -= 2;
  }
  const std::string printed =
      text_.printed({first.adjective.value_or(first.span.begin), last.span.end});
  const bool alone = beside == 0 && last.span.end == end.span.end;
  if (is_all_capitals(printed)) return points + (alone ? 1.8 : 1.2);
  if (is_capitalised(printed)) return points + (beside == 0 || large ? 0.3 : -0.5);
  return points - (beside == 0 || large ? 0.5 : 2.5);
}

}  // namespace fonds

#include "ingest/figures.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "ingest/word_pairs.h"
#include "model/calendar_date.h"

namespace fonds {
namespace {

/// Of numbers with figures more or fewer the Latin engine is right where it is so much surer
/// (measured: 9 of 10); otherwise it has as often swallowed the point or the letter behind.
constexpr double kSurer = 0.1;
/// Below it the Latin engine saw letters or a stamp.
constexpr double kLeast = 0.3;
/// Where all three differ the display model is believed unless it is so much less sure than the
/// Russian engine (measured on worn lines in types it was not made from).
constexpr double kLessSure = 0.3;

bool is_figure(char c) { return c >= '0' && c <= '9'; }

std::ptrdiff_t figures_in(std::string_view word) {
  return std::count_if(word.begin(), word.end(), is_figure);
}

/// The part of `text` from its first figure to its last: where it begins and ends.
std::pair<std::size_t, std::size_t> figures_of(std::string_view text) {
  const auto first = std::find_if(text.begin(), text.end(), is_figure) - text.begin();
  const auto last = text.rend() - std::find_if(text.rbegin(), text.rend(), is_figure);
  return {static_cast<std::size_t>(first), static_cast<std::size_t>(std::max(first, last))};
}

/// Whether the figures of `word` are a day as people write it, 4.05.2024, of these centuries.
bool is_date(std::string_view word) {
  const auto [first, last] = figures_of(word);
  std::string day(word.substr(first, last - first));
  if (day.size() == 9) day.insert(0, "0");
  if (day.size() != 10 || day[2] != '.' || day[5] != '.') return false;
  const std::string iso = day.substr(6) + "-" + day.substr(3, 2) + "-" + day.substr(0, 2);
  const auto date = calendar_date_from(iso);
  return date && iso >= "1900" && iso < "2100";
}

struct Run {
  std::size_t at = 0;
  std::size_t length = 0;
};

std::vector<Run> runs_of(std::string_view text) {
  std::vector<Run> runs;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_figure(text[i])) continue;
    if (i == 0 || !is_figure(text[i - 1])) runs.push_back({i, 0});
    ++runs.back().length;
  }
  return runs;
}

/// `word` with each run of figures taken from the run of `latin` at its place; `word` when they do
/// not have as many runs.
std::string with_runs_of(std::string_view latin, std::string_view word) {
  const std::vector<Run> theirs = runs_of(latin);
  const std::vector<Run> mine = runs_of(word);
  if (theirs.size() != mine.size()) return std::string(word);
  std::string result;
  std::size_t done = 0;
  for (std::size_t i = 0; i < mine.size(); ++i) {
    result += word.substr(done, mine[i].at - done);
    result += latin.substr(theirs[i].at, theirs[i].length);
    done = mine[i].at + mine[i].length;
  }
  return result += word.substr(done);
}

/// `date` between the marks that stand around the figures of `word`.
std::string with_marks_of(const std::string& word, const std::string& date) {
  const auto [first, last] = figures_of(word);
  const auto [from, to] = figures_of(date);
  return word.substr(0, first) + date.substr(from, to - from) + word.substr(last);
}

/// Whether `word` is a date to the Latin engine only: as many figures, or one more or fewer.
bool became_date(const Word& word, const Word& latin) {
  const auto difference = figures_in(latin.text) - figures_in(word.text);
  return is_date(latin.text) && !is_date(word.text) && difference >= -1 && difference <= 1;
}

/// Whether a letter stands behind the figures (2023г): one figure more to the Latin engine.
bool ends_in_letter(std::string_view word) {
  return !word.empty() && static_cast<unsigned char>(word.back()) >= 0x80;
}

std::string better_figures(const Word& word, const Word& latin) {
  if (latin.confidence < kLeast) return word.text;
  if (became_date(word, latin)) return with_marks_of(word.text, latin.text);
  const auto more = figures_in(latin.text) - figures_in(word.text);
  if (more != 0 && latin.confidence < word.confidence + kSurer) return word.text;
  if (more > 0 && ends_in_letter(word.text)) return word.text;
  return with_runs_of(latin.text, word.text);
}

/// Fewer than three figures are ordinals, marks, classes; of two only those often mistaken count.
bool is_number(std::string_view word) {
  const auto figures = figures_in(word);
  return figures >= 3 || (figures == 2 && word.find_first_of("58") != std::string_view::npos);
}

/// What the engine is so unsure of may be a number that lost figures.
bool may_be_number(const Word& word) {
  constexpr double kDoubtful = 0.6;
  return is_number(word.text) || (word.confidence < kDoubtful && figures_in(word.text) > 0);
}

/// Whether a sign says that the word `at` is a number, however short: № 7-А, №12, номер 5.
bool is_marked(const std::vector<Word>& words, std::size_t at) {
  static constexpr std::string_view kSign = "№";
  if (figures_in(words[at].text) == 0) return false;
  if (words[at].text.starts_with(kSign)) return true;
  if (at == 0) return false;
  const std::string& before = words[at - 1].text;
  return before.starts_with(kSign) || fold(before).starts_with("номер");
}

/// Whether other engines are asked about the figures of the word `at`.
bool is_asked_about(const std::vector<Word>& words, std::size_t at) {
  return figures_in(words[at].text) >= 2 || is_marked(words, at);
}

std::vector<std::string_view> runs_in(std::string_view text) {
  std::vector<std::string_view> runs;
  for (const Run& run : runs_of(text)) runs.push_back(text.substr(run.at, run.length));
  return runs;
}

bool equal(const Word& a, const Word& b) { return runs_in(a.text) == runs_in(b.text); }

/// `word` with the figures of `other` and, where these are parted in another way, all that stands
/// between them.
std::string with_figures_of(std::string_view other, std::string_view word) {
  if (runs_of(other).size() == runs_of(word).size()) return with_runs_of(other, word);
  const auto [first, last] = figures_of(word);
  const auto [from, to] = figures_of(other);
  return std::string(word.substr(0, first)) + std::string(other.substr(from, to - from)) +
         std::string(word.substr(last));
}

/// The parts of a number between its marks: ОЭОЗ, ф and 2025 of ОЭОЗ-ф/2025.
std::vector<std::string_view> parts_of(std::string_view text) {
  std::vector<std::string_view> parts;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find_first_of("-/.", from), text.size());
    parts.push_back(text.substr(from, end - from));
    from = end + 1;
  }
  return parts;
}

/// The part that a Latin engine read with O and l for figures.
std::string as_figures(std::string_view part) {
  std::string figures(part);
  for (char& c : figures) {
    if (c == 'O' || c == 'o' || c == 'Q') c = '0';
    if (c == 'l' || c == 'I' || c == '|') c = '1';
  }
  return figures;
}

bool is_number_part(std::string_view part) {
  return part.size() >= 2 && std::all_of(part.begin(), part.end(), is_figure);
}

/// `word` where whole parts without a figure are figures to both others.
std::string with_lost_parts(std::string_view display, std::string_view latin,
                            std::string_view word) {
  const auto mine = parts_of(word);
  const auto theirs = parts_of(display);
  const auto third = parts_of(latin);
  if (mine.size() < 2 || mine.size() != theirs.size() || mine.size() != third.size()) {
    return std::string(word);
  }
  std::string result(word);
  for (std::size_t i = mine.size(); i-- > 0;) {
    if (figures_in(mine[i]) > 0 || !is_number_part(theirs[i]) || as_figures(third[i]) != theirs[i])
      continue;
    result.replace(static_cast<std::size_t>(mine[i].data() - word.data()), mine[i].size(),
                   theirs[i]);
  }
  return result;
}

struct Settled {
  std::string text;
  double confidence = 0;
};

constexpr double kAgreed = 0.7;

/// How sure a number is that two engines read alike. Their own figure says little: the dictionaries
/// they are trained with hold no numbers.
double agreed(std::string_view text, double confidence) {
  constexpr std::ptrdiff_t kFewest = 4;  // fewer are alike by chance
  return figures_in(text) >= kFewest ? std::max(confidence, kAgreed) : confidence;
}

/// Whether a word in Latin letters stands where the Russian engine was unsure: DP-25/0301.
bool is_latin_word(const Word& latin, const Word& word) {
  constexpr double kSure = 0.8;
  constexpr double kDoubtful = 0.6;
  const bool letters = std::any_of(latin.text.begin(), latin.text.end(),
                                   [](char c) { return c >= 'A' && c <= 'Z'; });
  const bool plain = std::all_of(latin.text.begin(), latin.text.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || is_figure(c) || c == '-' || c == '/' || c == '.';
  });
  return letters && plain && latin.confidence >= kSure && word.confidence < kDoubtful;
}

/// `display` and `latin`: what stands at the place of `word`; null when nothing does.
Settled settled(const Word& word, const std::optional<Word>& display,
                const std::optional<Word>& latin) {
  Settled as_read{word.text, word.confidence};
  if (display && !runs_of(display->text).empty()) {
    if (equal(*display, word)) {
      const double surer = display->text == word.text ? std::min(display->confidence, kAgreed) : 0;
      return {word.text, std::max(surer, agreed(word.text, word.confidence))};
    }
    if (latin && equal(*latin, *display)) {
      if (is_latin_word(*latin, word)) return {latin->text, latin->confidence};
      return {with_figures_of(display->text, word.text),
              agreed(display->text, display->confidence)};
    }
    if (latin) {
      std::string whole = with_lost_parts(display->text, latin->text, word.text);
      if (whole != word.text) return {std::move(whole), display->confidence};
    }
    if (latin && equal(*latin, word)) return {word.text, agreed(word.text, word.confidence)};
    const bool as_many = runs_of(display->text).size() == runs_of(word.text).size();
    if (as_many && display->confidence >= word.confidence - kLessSure) {
      return {with_runs_of(display->text, word.text), display->confidence};
    }
  }
  if (!latin) return as_read;
  std::string better = better_figures(word, *latin);
  const bool same = better == word.text;
  return {std::move(better), same ? word.confidence : latin->confidence};
}

}  // namespace

bool has_numbers(const std::vector<Word>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (may_be_number(words[i]) || is_marked(words, i)) return true;
  }
  return false;
}

bool same_figures(const std::vector<Word>& words, const std::vector<Word>& others) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is_asked_about(words, i)) continue;
    const auto other = read_at_place(words[i], others);
    if (!other || !equal(words[i], *other)) return false;
  }
  return true;
}

bool take_figures(std::vector<Word>& words, const std::vector<Word>& display,
                  const std::vector<Word>& latin) {
  bool changed = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is_asked_about(words, i)) continue;
    Word& word = words[i];
    Settled figures = settled(word, read_at_place(word, display), read_at_place(word, latin));
    if (figures.text == word.text) {
      // Nobody contradicts it with better reason: at most it is surer.
      word.confidence = std::max(word.confidence, figures.confidence);
      continue;
    }
    word.text = std::move(figures.text);
    word.confidence = figures.confidence;
    changed = true;
  }
  return changed;
}

bool take_figures_of_two(std::vector<Word>& words, const std::vector<Word>& russian,
                         const std::vector<Word>& latin) {
  bool changed = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is_asked_about(words, i)) continue;
    Word& word = words[i];
    const auto first = read_at_place(word, russian);
    const auto second = read_at_place(word, latin);
    if (!first || !second || !equal(*first, *second) || equal(*first, word)) continue;
    if (runs_of(first->text).empty()) continue;
    word.text = with_figures_of(first->text, word.text);
    changed = true;
  }
  return changed;
}

bool take_place_figure(Word& word, const std::vector<Word>& display,
                       const std::vector<Word>& latin) {
  constexpr double kSure = 0.85;
  constexpr double kContradicted = 0.5;
  const auto first = read_at_place(word, display);
  const auto second = read_at_place(word, latin);
  const auto says_place = [](const std::optional<Word>& read) {
    return read && figures_in(read->text) == 1 && read->text[figures_of(read->text).first] <= '3';
  };
  if (!says_place(first)) return false;
  const bool agreed = second && equal(*first, *second);
  if (!agreed && first->confidence < kSure) return false;
  word.text = with_runs_of(first->text, word.text);
  word.confidence = agreed ? first->confidence : kContradicted;
  return true;
}

}  // namespace fonds

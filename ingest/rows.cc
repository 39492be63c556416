#include "ingest/rows.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <utility>

#include "ingest/rows_starts.h"

namespace fonds {
namespace {

/// A row whose number was not read: at most so many in a row.
constexpr int kMostMissing = 4;
// In heights of a line.
constexpr double kNumberAlign = 2.5;
constexpr double kNameAlign = 1.2;
constexpr double kOffPitch = 0.4;  ///< of the distance of two rows
/// Numbers before the name of a row.
constexpr std::size_t kMostLead = 3;
constexpr std::size_t kMostChains = 12;
/// Above and below a list so many lines are looked at for rows whose number was not read.
constexpr std::size_t kMostLinesAside = 60;

/// A line that begins a row, with the word that is its number (or none) and where its name begins.
struct Start {
  int number = 0;
  bool read = true;
  std::size_t line = 0;
  std::size_t number_word = 0;
  std::size_t name_word = 0;
  std::size_t end_word = 0;         ///< of the part of its line that is the row's
  std::vector<std::size_t> before;  ///< words of lines above that belong to it
  std::vector<std::size_t> more;    ///< the same of lines below
};

struct Chain {
  std::vector<Start> starts;
};

class RowFinder {
 public:
  RowFinder(const PaperText& paper, const std::vector<NameWord>& words,
            const PersonWording& wording)
      : paper_(paper),
        words_(words),
        wording_(wording),
        layout_(paper, words),
        starts_(paper, words, wording),
        taken_(words.size(), false),
        emitted_(words.size(), false) {}

  PaperTables find() {
    for (std::size_t line = 0; line < layout_.line_count(); ++line) read_line(line);
    std::vector<Chain> chains;
    for (Chain& chain : chains_) {
      if (chain.starts.size() < 2 &&
          !has_names(headings_above(layout_, wording_, chain.starts.front().name_word)))
        continue;
      complete(chain);
      chains.push_back(std::move(chain));
    }
    find_headed(chains);
    for (const Chain& chain : chains) emit(chain);
    return std::move(tables_);
  }

 private:
  void read_line(std::size_t line) {
    const auto [from, end] = layout_.line(line);
    std::vector<std::size_t> numbers;
    for (std::size_t at = from; at < end; ++at) {
      if (!starts_.begins_row(at, end)) continue;
      // Inside a line only where a column begins: a class or a school has its number, too.
      if (at > from &&
          layout_.place(at).left - layout_.place(at - 1).right < layout_.height_at(line))
        continue;
      numbers.push_back(at);
    }
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      Start start;
      start.number = *starts_.number_at(numbers[i]);
      start.line = line;
      start.number_word = numbers[i];
      start.name_word = starts_.name_behind(numbers[i], end);
      start.end_word = end;
      const std::size_t joined = join_chain(start, numbers[i] == from);
      if (joined == kNone) continue;
      // What stood to the left of it belongs to the row on the left.
      if (i > 0) cut(line, numbers[i]);
    }
  }

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  void cut(std::size_t line, std::size_t at) {
    for (Chain& chain : chains_) {
      Start& last = chain.starts.back();
      if (last.line == line && last.name_word < at) last.end_word = std::min(last.end_word, at);
    }
  }

  /// The chain the start goes on or begins; kNone when it can do neither.
  std::size_t join_chain(const Start& start, bool first_in_line) {
    const double tolerance = kNumberAlign * layout_.height_at(start.line);
    std::size_t best = kNone;
    int least = kMostMissing + 1;
    const std::size_t newest = chains_.size() > kMostChains ? chains_.size() - kMostChains : 0;
    for (std::size_t i = newest; i < chains_.size(); ++i) {
      const Start& last = chains_[i].starts.back();
      const int step = start.number - last.number;
      if (step < 1 || step > least || last.line == start.line) continue;
      const std::size_t pages = layout_.page_of(start.line) - layout_.page_of(last.line);
      if (pages > 1 || (pages == 1 && step > 2)) continue;
      const double off =
          layout_.place(start.number_word).right - layout_.place(last.number_word).right;
      if (pages == 0 && std::abs(off) > tolerance) continue;
      best = i;
      least = step;
    }
    if (best == kNone) {
      if (!first_in_line && start.number == 1) return kNone;
      best = chains_.size();
      chains_.emplace_back();
    }
    chains_[best].starts.push_back(start);
    return best;
  }

  /// Finds rows whose number was not read and gives every row the lines that belong to it.
  void complete(Chain& chain) {
    std::vector<Start> all;
    add_above(chain, all);
    for (std::size_t i = 0; i < chain.starts.size(); ++i) {
      const Start& here = chain.starts[i];
      all.push_back(here);
      if (i + 1 == chain.starts.size()) break;
      const Start& next = chain.starts[i + 1];
      if (layout_.page_of(next.line) != layout_.page_of(here.line)) continue;
      const int missing = next.number - here.number - 1;
      if (missing > 0) add_between(here, next, missing, all);
    }
    add_below(chain, all);
    chain.starts = std::move(all);
    for (std::size_t i = 0; i < chain.starts.size(); ++i) {
      const bool first_of_page = i == 0 || layout_.page_of(chain.starts[i - 1].line) !=
                                               layout_.page_of(chain.starts[i].line);
      if (first_of_page) add_first_lines(chain.starts[i]);
      const bool has_next =
          i + 1 < chain.starts.size() &&
          layout_.page_of(chain.starts[i + 1].line) == layout_.page_of(chain.starts[i].line);
      add_lines(chain.starts[i], has_next ? &chain.starts[i + 1] : nullptr);
    }
  }

  [[nodiscard]] double middle(const Start& start) const {
    return layout_.place(start.name_word).middle;
  }

  /// A row at `line` whose name begins where that of `like` does.
  [[nodiscard]] std::optional<Start> unnumbered(std::size_t line, const Start& like) const {
    const auto [from, end] = layout_.line(line);
    const double wanted = layout_.place(like.name_word).left;
    for (std::size_t at = from; at < end; ++at) {
      if (std::abs(layout_.place(at).left - wanted) > kNameAlign * layout_.height_at(line))
        continue;
      if (!starts_.begins_name(at)) continue;
      Start start;
      start.read = false;
      start.line = line;
      start.number_word = start.name_word = at;
      start.end_word =
          like.end_word < layout_.line(like.line).second ? cut_like(like, at, end) : end;
      return start;
    }
    return std::nullopt;
  }

  /// Where a row ends that has another at its right, as `like` does.
  [[nodiscard]] std::size_t cut_like(const Start& like, std::size_t at, std::size_t end) const {
    const double edge = layout_.place(like.end_word).left - layout_.height_at(like.line);
    while (at < end && layout_.place(at).left < edge) ++at;
    return at;
  }

  void add_between(const Start& here, const Start& next, int missing, std::vector<Start>& all) {
    const double pitch = (middle(next) - middle(here)) / (missing + 1);
    for (int i = 1; i <= missing; ++i) {
      const double wanted = middle(here) + i * pitch;
      std::optional<Start> best;
      for (std::size_t line = here.line + 1; line < next.line; ++line) {
        const auto start = unnumbered(line, here);
        if (!start || std::abs(middle(*start) - wanted) > kOffPitch * pitch) continue;
        if (!best || std::abs(middle(*start) - wanted) < std::abs(middle(*best) - wanted)) {
          best = start;
        }
      }
      if (!best) continue;
      best->number = here.number + i;
      all.push_back(*best);
    }
  }

  /// The usual distance of two rows; 0 when the chain does not tell.
  [[nodiscard]] double pitch_of(const Chain& chain) const {
    std::vector<double> all;
    for (std::size_t i = 0; i + 1 < chain.starts.size(); ++i) {
      const Start& a = chain.starts[i];
      const Start& b = chain.starts[i + 1];
      if (layout_.page_of(a.line) != layout_.page_of(b.line)) continue;
      all.push_back((middle(b) - middle(a)) / std::max(1, b.number - a.number));
    }
    if (all.empty()) return 0;
    const auto at = all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2);
    std::nth_element(all.begin(), at, all.end());
    return *at;
  }

  void add_above(const Chain& chain, std::vector<Start>& all) const {
    const Start& first = chain.starts.front();
    const double pitch = pitch_of(chain);
    if (pitch <= 0) return;
    const std::size_t top = paper_.pages()[layout_.page_of(first.line)].first_line;
    std::vector<Start> found;
    double below = middle(first);
    int number = first.number;
    for (std::size_t line = first.line;
         line-- > top && number > 1 && first.line - line < kMostLinesAside;) {
      const auto start = unnumbered(line, first);
      if (!start || !starts_.full_name_begins(start->name_word)) continue;
      if (std::abs(below - middle(*start) - pitch) > kOffPitch * pitch) break;
      below = middle(*start);
      found.push_back(*start);
      found.back().number = --number;
    }
    all.insert(all.end(), found.rbegin(), found.rend());
  }

  void add_below(const Chain& chain, std::vector<Start>& all) const {
    const double pitch = pitch_of(chain);
    if (pitch <= 0) return;
    const Start last = all.back();
    const std::size_t end =
        std::min(paper_.pages()[layout_.page_of(last.line)].end_line, last.line + kMostLinesAside);
    double above = middle(last);
    int number = last.number;
    for (std::size_t line = last.line + 1; line < end; ++line) {
      const auto start = unnumbered(line, last);
      if (!start || !starts_.full_name_begins(start->name_word)) continue;
      if (std::abs(middle(*start) - above - pitch) > kOffPitch * pitch) break;
      above = middle(*start);
      all.push_back(*start);
      all.back().number = ++number;
    }
  }

  void take(std::size_t at, std::vector<std::size_t>& into) {
    if (taken_[at]) return;
    taken_[at] = true;
    into.push_back(at);
  }

  void take_lines(std::size_t from, std::size_t end, std::vector<std::size_t>& into) {
    for (std::size_t line = from; line < end; ++line) {
      for (std::size_t at = layout_.line(line).first; at < layout_.line(line).second; ++at) {
        take(at, into);
      }
    }
  }

  void add_first_lines(Start& start) {
    if (start.end_word < layout_.line(start.line).second) return;
    take_lines(layout_.begin_of_first_row(start.line), start.line, start.before);
  }

  void add_lines(Start& start, Start* next) {
    for (std::size_t at = start.number_word; at < start.end_word; ++at) taken_[at] = true;
    if (next == nullptr) {
      add_tail(start);
      return;
    }
    if (start.end_word < layout_.line(start.line).second) {  // another row stands at its right
      for (std::size_t line = start.line + 1; line < next->line; ++line) {
        const auto [from, end] = layout_.line(line);
        const std::size_t limit = cut_like(start, from, end);
        for (std::size_t at = from; at < limit; ++at) take(at, start.more);
      }
      return;
    }
    const std::size_t begin = layout_.begin_of_row(start.line, next->line);
    take_lines(start.line + 1, begin, start.more);
    take_lines(begin, next->line, next->before);
  }

  /// Under the last row of a page stand its own second lines, but also the next paragraph: only
  /// what overlaps it and a lone word under the name are believed (a patronymic that found no
  /// room).
  void add_tail(Start& start) {
    const std::size_t line = start.line + 1;
    if (line >= layout_.line_count() || layout_.page_of(line) != layout_.page_of(start.line))
      return;
    if (layout_.overlaps_next(start.line, line)) {
      take_lines(line, line + 1, start.more);
      return;
    }
    const auto [from, end] = layout_.line(line);
    if (end != from + 1 || !starts_.begins_name(from) || wording_.is_no_name(words_[from].folded))
      return;
    const double height = layout_.height_at(line);
    if (std::abs(layout_.place(from).left - layout_.place(start.name_word).left) >
        kNameAlign * height)
      return;
    if (layout_.place(from).middle - middle(start) > 2.2 * height) return;
    taken_[from] = true;
    start.more.push_back(from);
  }

  // ------------------------------------------------------------------ lists without numbers

  /// Lines under a heading that names a column of names, each beginning with a name; a number in
  /// Roman figures or a misread one may stand before it.
  void find_headed(std::vector<Chain>& chains) {
    for (std::size_t line = 0; line < layout_.line_count(); ++line) {
      if (!is_heading_line(layout_, wording_, line)) continue;
      Chain chain;
      const std::size_t end = paper_.pages()[layout_.page_of(line)].end_line;
      std::size_t last = line;
      for (std::size_t next = line + 1; next < end && next - last <= 2; ++next) {
        if (layout_.line(next).first == layout_.line(next).second) continue;
        if (taken_[layout_.line(next).first]) break;
        const auto start = headed_start(next, static_cast<int>(chain.starts.size()) + 1);
        if (!start) {
          if (chain.starts.empty() && is_heading_line(layout_, wording_, next)) last = next;
          continue;
        }
        last = next;
        chain.starts.push_back(*start);
      }
      if (chain.starts.empty()) continue;
      for (std::size_t i = 0; i < chain.starts.size(); ++i) {
        add_lines(chain.starts[i], i + 1 < chain.starts.size() ? &chain.starts[i + 1] : nullptr);
      }
      line = last;
      chains.push_back(std::move(chain));
    }
  }

  [[nodiscard]] std::optional<Start> headed_start(std::size_t line, int number) const {
    const auto [from, end] = layout_.line(line);
    std::size_t at = from;
    while (at < end && at < from + kMostLead && starts_.is_lead(at)) ++at;
    if (at >= end || !starts_.full_name_begins(at)) return std::nullopt;
    Start start;
    start.number = number;
    start.read = false;
    start.line = line;
    start.number_word = from;
    start.name_word = at;
    start.end_word = end;
    return start;
  }

  /// The words of a row in reading order.
  [[nodiscard]] std::vector<std::size_t> words_of(const Start& start) const {
    std::vector<std::size_t> all;
    for (const std::size_t at : start.before) {
      if (!emitted_[at]) all.push_back(at);
    }
    for (std::size_t at = start.name_word; at < start.end_word; ++at) {
      if (!emitted_[at]) all.push_back(at);
    }
    for (const std::size_t at : start.more) {
      if (!emitted_[at]) all.push_back(at);
    }
    return all;
  }

  void emit(const Chain& chain) {
    std::size_t from = 0;
    for (std::size_t i = 1; i <= chain.starts.size(); ++i) {
      const bool page_ends =
          i == chain.starts.size() ||
          layout_.page_of(chain.starts[i].line) != layout_.page_of(chain.starts[from].line);
      if (!page_ends) continue;
      emit_page(chain, from, i);
      from = i;
    }
  }

  void emit_page(const Chain& chain, std::size_t from, std::size_t end) {
    const Start& first = chain.starts[from];
    std::vector<std::vector<std::size_t>> rows;
    for (std::size_t i = from; i < end; ++i) rows.push_back(words_of(chain.starts[i]));
    auto columns = find_columns(layout_, rows, first.line);
    const auto headings = headings_above(layout_, wording_, first.name_word);
    name_columns(headings, layout_.height_at(first.line), columns);
    const ColumnHeading* lead = result_before_names(headings, first);
    const bool bare = std::none_of(columns.begin(), columns.end(), [](const TableColumn& each) {
      return each.holds != ColumnHolds::unknown;
    });
    if (from > 0 && bare) copy_meanings(tables_.columns.back(), columns);
    for (std::size_t i = from; i < end; ++i) {
      if (rows[i - from].empty()) continue;  // another list has them
      const Start& start = chain.starts[i];
      TableRow row;
      row.number = start.number;
      row.number_read = start.read;
      row.table = tables_.columns.size();
      row.page = layout_.page_of(start.line);
      if (lead != nullptr && start.name_word > start.number_word) {
        row.lead = paper_.printed(words_[start.number_word].span);
        row.lead_weight = lead->meaning.weight;
      }
      row.words = std::move(rows[i - from]);
      for (const std::size_t at : row.words) {
        const RowLayout::Place& place = layout_.place(at);
        row.columns.push_back(nearest_column(columns, (place.left + place.right) / 2));
        emitted_[at] = true;
      }
      tables_.rows.push_back(std::move(row));
    }
    tables_.columns.push_back(std::move(columns));
  }

  /// The heading of the first column when that is the place won, left of the names. `headings`: the
  /// nearest first; a sentence above them may begin with the same words.
  [[nodiscard]] const ColumnHeading* result_before_names(const std::vector<ColumnHeading>& headings,
                                                         const Start& first) const {
    const auto names = std::find_if(headings.begin(), headings.end(), [](const auto& each) {
      return each.meaning.holds == ColumnHolds::name;
    });
    if (names == headings.end()) return nullptr;
    const ColumnHeading* leftmost = &*names;
    for (const ColumnHeading& each : headings) {
      if (each.line == names->line && each.left < leftmost->left) leftmost = &each;
    }
    const double left = layout_.place(first.name_word).left - layout_.height_at(first.line);
    const bool before = leftmost->meaning.holds == ColumnHolds::result && leftmost->left < left;
    return before ? leftmost : nullptr;
  }

  const PaperText& paper_;
  const std::vector<NameWord>& words_;
  const PersonWording& wording_;
  RowLayout layout_;
  RowStarts starts_;
  std::vector<Chain> chains_;
  std::vector<bool> taken_;    ///< words of a row or of its further lines
  std::vector<bool> emitted_;  ///< words of a row given out
  PaperTables tables_;
};

}  // namespace

PaperTables find_rows(const PaperText& paper, const std::vector<NameWord>& words,
                      const PersonWording& wording) {
  if (words.empty()) return {};
  return RowFinder(paper, words, wording).find();
}

}  // namespace fonds

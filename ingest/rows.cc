#include "ingest/rows.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <utility>

#include "registry/letters.h"

namespace fonds {
namespace {

constexpr int kMostNumber = 999;
/// A row whose number was not read: at most so many in a row.
constexpr int kMostMissing = 4;
// In heights of a line.
constexpr double kNumberAlign = 2.5;
constexpr double kNameAlign = 1.2;
constexpr double kHeadingReach = 9;
constexpr double kGutterOfMany = 0.45;  ///< between columns, when many rows agree
constexpr double kGutterOfFew = 1.0;
/// Fewer rows may agree on a gap inside a name by chance.
constexpr std::size_t kManyRows = 5;
constexpr double kOffPitch = 0.4;  ///< of the distance of two rows
constexpr std::size_t kMostHeadingLines = 4;
constexpr std::size_t kMostChains = 12;

/// A word in the level frame: the page upright and its skew taken out.
struct Place {
  double left = 0;
  double right = 0;
  double middle = 0;  ///< of its height
};

/// A line that begins a row, with the word that is its number (or none) and where its name begins.
struct Start {
  int number = 0;
  bool read = true;
  std::size_t line = 0;
  std::size_t number_word = 0;
  std::size_t name_word = 0;
  std::size_t end_word = 0;  ///< of the part of its line that is the row's
  std::vector<std::size_t> more;  ///< words of the lines that belong to it
};

struct Chain {
  std::vector<Start> starts;
};

class RowFinder {
 public:
  RowFinder(const PaperText& paper, const std::vector<NameWord>& words,
            const PersonWording& wording)
      : paper_(paper), words_(words), wording_(wording) {
    level();
    lines_.assign(paper.lines().size(), {0, 0});
    for (std::size_t i = 0; i < words.size(); ++i) {
      auto& [from, end] = lines_[words[i].line];
      if (end == 0) from = i;
      end = i + 1;
    }
    taken_.assign(words.size(), false);
  }

  PaperTables find() {
    for (std::size_t line = 0; line < lines_.size(); ++line) read_line(line);
    for (Chain& chain : chains_) {
      if (chain.starts.size() < 2 && !has_heading(chain.starts.front())) continue;
      complete(chain);
      emit(chain);
    }
    return std::move(tables_);
  }

 private:
  void level() {
    std::vector<double> slopes(paper_.pages().size(), 0);
    for (std::size_t page = 0; page < slopes.size(); ++page) slopes[page] = slope_of(page);
    places_.reserve(words_.size());
    for (const NameWord& word : words_) {
      const PaperWord& whole = paper_.words()[word.paper_word];
      const double slope = slopes[page_of(word.line)];
      const double bytes = static_cast<double>(std::max<std::size_t>(1, whole.span.size()));
      const auto along = [&](std::size_t at) {
        const double share = (static_cast<double>(at) - static_cast<double>(whole.span.begin)) / bytes;
        return whole.box.left + std::clamp(share, 0.0, 1.0) * whole.box.width;
      };
      const double y = whole.box.top + whole.box.height / 2.0;
      Place place;
      place.left = along(word.span.begin) + slope * y;
      place.right = (word.span.end > whole.span.end ? whole.box.left + whole.box.width
                                                    : along(word.span.end)) +
                    slope * y;
      place.middle = y - slope * place.left;
      places_.push_back(place);
    }
  }

  /// How much the lines of a page fall to the right: dy / dx, the median of its long lines.
  [[nodiscard]] double slope_of(std::size_t page) const {
    std::vector<double> slopes;
    const PaperPage& of = paper_.pages()[page];
    for (std::size_t i = of.first_line; i < of.end_line; ++i) {
      const PaperLine& line = paper_.lines()[i];
      if (line.end_word - line.first_word < 3 || line.box.width * 3 < of.width) continue;
      const Box& a = paper_.words()[line.first_word].box;
      const Box& b = paper_.words()[line.end_word - 1].box;
      const double dx = b.left + b.width / 2.0 - a.left - a.width / 2.0;
      if (dx <= 0) continue;
      slopes.push_back((b.top + b.height / 2.0 - a.top - a.height / 2.0) / dx);
    }
    if (slopes.empty()) return 0;
    const auto middle = slopes.begin() + static_cast<std::ptrdiff_t>(slopes.size() / 2);
    std::nth_element(slopes.begin(), middle, slopes.end());
    return std::clamp(*middle, -0.1, 0.1);
  }

  [[nodiscard]] std::size_t page_of(std::size_t line) const { return paper_.lines()[line].page; }
  [[nodiscard]] double height_at(std::size_t line) const {
    return std::max(1, paper_.pages()[page_of(line)].line_height);
  }

  /// Whether a row's number can be followed by this word.
  [[nodiscard]] bool begins_name(std::size_t at) const {
    const NameWord& word = words_[at];
    if (word.kind == NameWord::Kind::initial) return true;
    return word.kind == NameWord::Kind::word && word.capital && has_cyrillic(word.text) &&
           count_letters(word.text) > 1 && !word.quoted;
  }

  [[nodiscard]] std::optional<int> number_at(std::size_t at) const {
    const NameWord& word = words_[at];
    if (word.kind != NameWord::Kind::number || word.folded.size() > 3) return std::nullopt;
    int number = 0;
    for (const char c : word.folded) {
      if (c < '0' || c > '9') return std::nullopt;
      number = number * 10 + (c - '0');
    }
    if (number < 1 || number > kMostNumber) return std::nullopt;
    return number;
  }

  [[nodiscard]] bool begins_row(std::size_t at, std::size_t end) const {
    if (at + 1 >= end || !number_at(at) || !begins_name(at + 1)) return false;
    const std::string_view before = words_[at].before.of(paper_.folded());
    if (before.find("№") != std::string_view::npos || before.ends_with('-') ||
        before.ends_with(',') || before.ends_with('.')) {
      return false;
    }
    const std::string_view after = words_[at + 1].before.of(paper_.folded());
    return after.find_first_of(",-/\"%") == std::string_view::npos;
  }

  void read_line(std::size_t line) {
    const auto [from, end] = lines_[line];
    std::vector<std::size_t> numbers;
    for (std::size_t at = from; at < end; ++at) {
      if (!begins_row(at, end)) continue;
      // Inside a line only where a column begins: a class or a school has its number, too.
      if (at > from && places_[at].left - places_[at - 1].right < height_at(line)) continue;
      numbers.push_back(at);
    }
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      Start start;
      start.number = *number_at(numbers[i]);
      start.line = line;
      start.number_word = numbers[i];
      start.name_word = numbers[i] + 1;
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
    const double tolerance = kNumberAlign * height_at(start.line);
    std::size_t best = kNone;
    int least = kMostMissing + 2;
    const std::size_t newest = chains_.size() > kMostChains ? chains_.size() - kMostChains : 0;
    for (std::size_t i = newest; i < chains_.size(); ++i) {
      const Start& last = chains_[i].starts.back();
      const int step = start.number - last.number;
      if (step < 1 || step >= least || last.line == start.line) continue;
      const std::size_t pages = page_of(start.line) - page_of(last.line);
      if (pages > 1 || (pages == 1 && step > 2)) continue;
      const double off = places_[start.number_word].right - places_[last.number_word].right;
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
      if (page_of(next.line) != page_of(here.line)) continue;
      const int missing = next.number - here.number - 1;
      if (missing > 0) add_between(here, next, missing, all);
    }
    add_below(chain, all);
    chain.starts = std::move(all);
    for (std::size_t i = 0; i < chain.starts.size(); ++i) {
      const bool has_next = i + 1 < chain.starts.size() &&
                            page_of(chain.starts[i + 1].line) == page_of(chain.starts[i].line);
      add_lines(chain.starts[i], has_next ? &chain.starts[i + 1] : nullptr);
    }
  }

  [[nodiscard]] double middle(const Start& start) const { return places_[start.name_word].middle; }

  /// A row at `line` whose name begins where that of `like` does.
  [[nodiscard]] std::optional<Start> unnumbered(std::size_t line, const Start& like) const {
    const auto [from, end] = lines_[line];
    const double wanted = places_[like.name_word].left;
    for (std::size_t at = from; at < end; ++at) {
      if (std::abs(places_[at].left - wanted) > kNameAlign * height_at(line)) continue;
      if (!begins_name(at)) continue;
      Start start;
      start.read = false;
      start.line = line;
      start.number_word = start.name_word = at;
      start.end_word = like.end_word < lines_[like.line].second ? cut_like(like, at, end) : end;
      return start;
    }
    return std::nullopt;
  }

  /// Where a row ends that has another at its right, as `like` does.
  [[nodiscard]] std::size_t cut_like(const Start& like, std::size_t at, std::size_t end) const {
    const double edge = places_[like.end_word].left - height_at(like.line);
    while (at < end && places_[at].left < edge) ++at;
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
      if (page_of(a.line) != page_of(b.line)) continue;
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
    const std::size_t top = paper_.pages()[page_of(first.line)].first_line;
    std::vector<Start> found;
    double below = middle(first);
    int number = first.number;
    for (std::size_t line = first.line; line-- > top && number > 1;) {
      const auto start = unnumbered(line, first);
      if (!start || !full_name_begins(start->name_word)) continue;
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
    const std::size_t end = paper_.pages()[page_of(last.line)].end_line;
    double above = middle(last);
    int number = last.number;
    for (std::size_t line = last.line + 1; line < end; ++line) {
      const auto start = unnumbered(line, last);
      if (!start || !full_name_begins(start->name_word)) continue;
      if (std::abs(middle(*start) - above - pitch) > kOffPitch * pitch) break;
      above = middle(*start);
      all.push_back(*start);
      all.back().number = ++number;
    }
  }

  /// Two words in one line that may be surname and first name.
  [[nodiscard]] bool full_name_begins(std::size_t at) const {
    return at + 1 < words_.size() && words_[at + 1].line == words_[at].line &&
           begins_name(at + 1) && !wording_.is_no_name(words_[at].folded) &&
           !wording_.is_no_name(words_[at + 1].folded);
  }

  void add_lines(Start& start, const Start* next) {
    const auto take = [&](std::size_t at) {
      if (taken_[at]) return;
      taken_[at] = true;
      start.more.push_back(at);
    };
    for (std::size_t at = start.number_word; at < start.end_word; ++at) taken_[at] = true;
    if (next == nullptr) {
      add_tail(start);
      return;
    }
    const bool shared = start.end_word < lines_[start.line].second;
    for (std::size_t line = start.line + 1; line < next->line; ++line) {
      const auto [from, end] = lines_[line];
      const std::size_t limit = shared ? cut_like(start, from, end) : end;
      for (std::size_t at = from; at < limit; ++at) take(at);
    }
  }

  /// Under the last row of a page stand its own second lines, but also the next paragraph: only a
  /// lone word under the name is believed (a patronymic that found no room).
  void add_tail(Start& start) {
    const std::size_t line = start.line + 1;
    if (line >= lines_.size() || page_of(line) != page_of(start.line)) return;
    const auto [from, end] = lines_[line];
    if (end != from + 1 || !begins_name(from) || wording_.is_no_name(words_[from].folded)) return;
    const double height = height_at(line);
    if (std::abs(places_[from].left - places_[start.name_word].left) > kNameAlign * height) return;
    if (places_[from].middle - middle(start) > 2.2 * height) return;
    taken_[from] = true;
    start.more.push_back(from);
  }

  // ------------------------------------------------------------------ columns

  struct Heading {
    ColumnMeaning meaning;
    double left = 0;
    double right = 0;
    std::string text;
  };

  [[nodiscard]] std::vector<Heading> headings_above(const Start& first) const {
    std::vector<Heading> headings;
    const double height = height_at(first.line);
    const std::size_t top = paper_.pages()[page_of(first.line)].first_line;
    std::size_t looked = 0;
    for (std::size_t line = first.line; line-- > top && looked < kMostHeadingLines;) {
      const auto [from, end] = lines_[line];
      if (from == end) continue;
      if (middle(first) - places_[from].middle > kHeadingReach * height) break;
      ++looked;
      for (std::size_t at = from; at < end; ++at) {
        const auto hit = wording_.column_at(words_, at, paper_.folded());
        if (!hit || words_[hit->last].line != line) continue;
        headings.push_back({wording_.columns()[hit->meaning], places_[hit->first].left,
                            places_[hit->last].right,
                            paper_.printed({words_[hit->first].span.begin,
                                            words_[hit->last].span.end})});
        at = hit->last;
      }
    }
    return headings;
  }

  [[nodiscard]] bool has_heading(const Start& first) const {
    const auto headings = headings_above(first);
    return headings.size() >= 2 &&
           std::any_of(headings.begin(), headings.end(), [](const Heading& each) {
             return each.meaning.holds == ColumnHolds::name;
           });
  }

  /// The words of a row in reading order.
  [[nodiscard]] static std::vector<std::size_t> words_of(const Start& start) {
    std::vector<std::size_t> all;
    for (std::size_t at = start.name_word; at < start.end_word; ++at) all.push_back(at);
    all.insert(all.end(), start.more.begin(), start.more.end());
    return all;
  }

  void emit(const Chain& chain) {
    std::size_t from = 0;
    for (std::size_t i = 1; i <= chain.starts.size(); ++i) {
      const bool page_ends = i == chain.starts.size() ||
                             page_of(chain.starts[i].line) != page_of(chain.starts[from].line);
      if (!page_ends) continue;
      emit_page(chain, from, i);
      from = i;
    }
  }

  void emit_page(const Chain& chain, std::size_t from, std::size_t end) {
    auto columns = columns_of(chain, from, end);
    const bool goes_on = from > 0;
    name_columns(headings_above(chain.starts[from]), columns, chain.starts[from].line);
    if (goes_on && std::none_of(columns.begin(), columns.end(), [](const TableColumn& each) {
          return each.holds != ColumnHolds::unknown;
        })) {
      copy_meanings(tables_.columns.back(), columns);
    }
    for (std::size_t i = from; i < end; ++i) {
      const Start& start = chain.starts[i];
      TableRow row;
      row.number = start.number;
      row.number_read = start.read;
      row.table = tables_.columns.size();
      row.page = page_of(start.line);
      row.words = words_of(start);
      for (const std::size_t at : row.words) row.columns.push_back(column_at(columns, at));
      tables_.rows.push_back(std::move(row));
    }
    tables_.columns.push_back(std::move(columns));
  }

  /// A table that goes on without its heading has the columns of the page before.
  static void copy_meanings(const std::vector<TableColumn>& from, std::vector<TableColumn>& to) {
    if (from.size() != to.size()) return;
    for (std::size_t i = 0; i < to.size(); ++i) {
      to[i].holds = from[i].holds;
      to[i].weight = from[i].weight;
      to[i].heading = from[i].heading;
    }
  }

  /// Columns are what lies between gutters: upright strips where (nearly) no row has a word.
  [[nodiscard]] std::vector<TableColumn> columns_of(const Chain& chain, std::size_t from,
                                                    std::size_t end) const {
    const double height = height_at(chain.starts[from].line);
    const double step = std::max(1.0, height / 8);
    double left = 1e9;
    double right = -1e9;
    for (std::size_t i = from; i < end; ++i) {
      for (const std::size_t at : words_of(chain.starts[i])) {
        left = std::min(left, places_[at].left);
        right = std::max(right, places_[at].right);
      }
    }
    if (right <= left) return {TableColumn{}};
    const auto bins = static_cast<std::size_t>(std::min(4000.0, (right - left) / step)) + 1;
    const double width = (right - left) / static_cast<double>(bins) + 1e-9;
    std::vector<unsigned> covered(bins + 1, 0);
    for (std::size_t i = from; i < end; ++i) {
      std::vector<bool> row(bins + 1, false);
      for (const std::size_t at : words_of(chain.starts[i])) {
        const auto a = static_cast<std::size_t>((places_[at].left - left) / width);
        const auto b = static_cast<std::size_t>(
            std::max(0.0, (places_[at].right - left) / width));
        for (std::size_t bin = a; bin <= std::min(b, bins); ++bin) row[bin] = true;
      }
      for (std::size_t bin = 0; bin <= bins; ++bin) covered[bin] += row[bin] ? 1 : 0;
    }
    const std::size_t rows = end - from;
    const unsigned stray = static_cast<unsigned>(rows / 12);
    const double gutter = (rows >= kManyRows ? kGutterOfMany : kGutterOfFew) * height;
    return between_gutters(covered, stray, static_cast<std::size_t>(std::ceil(gutter / width)),
                           left, width);
  }

  [[nodiscard]] static std::vector<TableColumn> between_gutters(
      const std::vector<unsigned>& covered, unsigned stray, std::size_t gutter, double left,
      double width) {
    std::vector<TableColumn> columns;
    const auto add = [&](std::size_t from, std::size_t end) {
      TableColumn column;
      column.left = static_cast<int>(left + static_cast<double>(from) * width);
      column.right = static_cast<int>(left + static_cast<double>(end) * width);
      columns.push_back(column);
    };
    std::size_t from = 0;
    std::size_t last = 0;  // the last covered bin
    for (std::size_t bin = 0; bin < covered.size(); ++bin) {
      if (covered[bin] <= stray) continue;
      if (bin - last > gutter && last >= from && bin > 0 && (last > 0 || covered[0] > stray)) {
        add(from, last + 1);
        from = bin;
      }
      last = bin;
    }
    add(from, last + 1);
    return columns;
  }

  /// The column whose strip and half the gutters beside it hold the middle of the word.
  [[nodiscard]] std::size_t column_at(const std::vector<TableColumn>& columns,
                                      std::size_t word) const {
    return nearest(columns, (places_[word].left + places_[word].right) / 2);
  }

  [[nodiscard]] static std::size_t nearest(const std::vector<TableColumn>& columns, double x) {
    std::size_t best = 0;
    double least = 1e12;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const double off = std::max({columns[i].left - x, x - columns[i].right, 0.0});
      if (off >= least) continue;
      least = off;
      best = i;
    }
    return best;
  }

  void name_columns(const std::vector<Heading>& headings, std::vector<TableColumn>& columns,
                    std::size_t line) const {
    const double height = height_at(line);
    for (const Heading& heading : headings) {
      if (heading.meaning.holds == ColumnHolds::number) continue;
      const double x = (heading.left + heading.right) / 2;
      TableColumn& column = columns[nearest(columns, x)];
      const bool apart = heading.right < column.left - height || heading.left > column.right + height;
      if (apart) continue;
      const bool person = heading.meaning.holds == ColumnHolds::teacher ||
                          heading.meaning.holds == ColumnHolds::parents;
      if (column.holds != ColumnHolds::unknown &&
          !(person && column.holds == ColumnHolds::name)) {
        continue;
      }
      column.holds = heading.meaning.holds;
      column.weight = heading.meaning.weight;
      column.heading = heading.text;
    }
  }

  const PaperText& paper_;
  const std::vector<NameWord>& words_;
  const PersonWording& wording_;
  std::vector<Place> places_;
  std::vector<std::pair<std::size_t, std::size_t>> lines_;  ///< words of each line
  std::vector<Chain> chains_;
  std::vector<bool> taken_;
  PaperTables tables_;
};

}  // namespace

PaperTables find_rows(const PaperText& paper, const std::vector<NameWord>& words,
                      const PersonWording& wording) {
  if (words.empty()) return {};
  return RowFinder(paper, words, wording).find();
}

}  // namespace fonds

#include "ingest/text_lines.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace fonds {
namespace {

constexpr double kMillimetresPerInch = 25.4;
/// Lower-case letters of 6-point print; smaller parts are dots, commas and dust.
constexpr double kLeastLetter = 1.0;
/// Two letters belong to one piece when the gap between them is below this many letter heights.
/// A space is half a letter height, doubled in justified text; columns stand further apart.
constexpr double kWidestGap = 1.7;
constexpr double kMostUnequal = 2.3;  ///< heights of neighbours: ф beside о
/// Millimetres. Rows of real tables are lower; what is taller is a frame.
constexpr double kTallestCell = 40;
constexpr double kTallestOfPiece = 2.2;
constexpr double kMostUnequalMark = 3.6;
constexpr double kLeastOverlap = 0.45;

int right(const Box& b) { return b.left + b.width; }
int bottom(const Box& b) { return b.top + b.height; }

double overlap_share(int a0, int a1, int b0, int b1) {
  const int shared = std::min(a1, b1) - std::max(a0, b0);
  const int smaller = std::min(a1 - a0, b1 - b0);
  return smaller > 0 ? static_cast<double>(shared) / smaller : 0;
}

class Groups {
 public:
  explicit Groups(std::size_t count) : parent_(count) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t find(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) { parent_[find(a)] = find(b); }

 private:
  std::vector<std::size_t> parent_;
};

bool rule_between(const std::vector<Box>& verticals, const Box& a, const Box& b) {
  const int y = (std::max(a.top, b.top) + std::min(bottom(a), bottom(b))) / 2;
  const int from = a.left + a.width / 2;
  const int to = b.left + b.width / 2;
  return std::any_of(verticals.begin(), verticals.end(), [&](const Box& rule) {
    const int x = rule.left + rule.width / 2;
    return x > from && x < to && y >= rule.top && y <= bottom(rule);
  });
}

/// Whether `b`, to the right of `a`, goes on in its line.
bool continues(const Box& a, const Box& b) {
  const int tall = std::max(a.height, b.height);
  const int low = std::min(a.height, b.height);
  if (tall > kMostUnequal * low) {
    // Quotes and dashes are low, stand wholly beside their neighbour, and close to it.
    return tall <= kMostUnequalMark * low && b.left - right(a) <= tall &&
           overlap_share(a.top, bottom(a), b.top, bottom(b)) > 0.99;
  }
  if (b.left - right(a) > kWidestGap * tall) return false;
  return overlap_share(a.top, bottom(a), b.top, bottom(b)) >= kLeastOverlap;
}

/// Joins each letter with the nearest one to its right. `letters` are sorted by their left side.
void join_neighbours(const std::vector<Box>& letters, const std::vector<Box>& verticals,
                     Groups& groups) {
  for (std::size_t i = 0; i < letters.size(); ++i) {
    std::optional<std::size_t> nearest;
    int nearest_gap = 0;
    const int reach =
        right(letters[i]) + static_cast<int>(kWidestGap * kMostUnequal * letters[i].height);
    for (std::size_t j = i + 1; j < letters.size() && letters[j].left <= reach; ++j) {
      const int gap = letters[j].left - right(letters[i]);
      if (nearest && gap >= nearest_gap) break;
      if (!continues(letters[i], letters[j])) continue;
      if (gap <= 0) {
        groups.join(i, j);  // overlapping letters of slanted or joined writing
        continue;
      }
      nearest = j;
      nearest_gap = gap;
    }
    if (nearest && !rule_between(verticals, letters[i], letters[*nearest])) {
      groups.join(i, *nearest);
    }
  }
}

int median(std::vector<int> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// Slope of the line through the feet of ordinary letters, by least squares; 0 for short pieces,
/// where tails and capitals would decide.
double slope_of(const std::vector<Box>& letters, int height) {
  constexpr int kLeastLetters = 8;
  double n = 0, sx = 0, sy = 0, sxx = 0, sxy = 0;
  for (const Box& letter : letters) {
    if (letter.height > kTallestOfPiece * height || 2 * letter.height < height) continue;
    const double x = letter.left + letter.width / 2.0;
    const double y = letter.top + letter.height / 2.0;
    n += 1;
    sx += x;
    sy += y;
    sxx += x * x;
    sxy += x * y;
  }
  const double spread = n * sxx - sx * sx;
  if (n < kLeastLetters || spread <= 0) return 0;
  const double slope = (n * sxy - sx * sy) / spread;
  constexpr double kSteepest = 0.1;
  return std::abs(slope) < kSteepest ? slope : 0;
}

/// The height of a piece is that of its ordinary letters: a stamp ring or a signature that touches
/// the line must not widen it over its neighbours.
Piece piece_of(const std::vector<Box>& letters) {
  std::vector<int> heights;
  std::vector<int> feet;
  for (const Box& letter : letters) {
    heights.push_back(letter.height);
    feet.push_back(bottom(letter));
  }
  Piece piece;
  piece.letters = static_cast<int>(letters.size());
  piece.height = median(heights);
  piece.base = median(feet);
  Box all{};
  for (const Box& letter : letters) {
    all = hull(all, letter);
    if (letter.height <= kTallestOfPiece * piece.height) piece.box = hull(piece.box, letter);
  }
  piece.box.left = all.left;
  piece.box.width = all.width;
  piece.slope = slope_of(letters, piece.height);
  return piece;
}

/// Whether all of `letters` that stand between `from` and `to` are parts of letters only: much
/// lower than their line.
bool are_broken(const std::vector<Box>& letters, int from, int to, int height) {
  return std::all_of(letters.begin(), letters.end(), [&](const Box& letter) {
    return right(letter) <= from || letter.left >= to || 4 * letter.height <= 3 * height;
  });
}

/// Whether two pieces are one line with broken letters: a thin figure of pale print falls into an
/// upper and a lower half, which go on in different neighbours.
bool are_one_line(const Piece& a, const std::vector<Box>& letters_of_a, const Piece& b,
                  const std::vector<Box>& letters_of_b) {
  constexpr double kSameRow = 0.8;
  constexpr double kSameHeight = 1.5;
  const int height = std::min(a.height, b.height);
  if (std::max(a.height, b.height) > kSameHeight * height) return false;
  // They meet at the broken letters.
  const int from = std::max(a.box.left, b.box.left) - height / 4;
  const int to = std::min(right(a.box), right(b.box)) + height / 4;
  if (from >= to || to - from > 2 * height) return false;
  return overlap_share(a.box.top, bottom(a.box), b.box.top, bottom(b.box)) >= kSameRow &&
         are_broken(letters_of_a, from, to, height) && are_broken(letters_of_b, from, to, height);
}

/// The letters of each piece, those of broken lines brought together.
std::vector<std::vector<Box>> join_broken_lines(const std::vector<std::vector<Box>>& members,
                                                const std::vector<Box>& verticals) {
  std::vector<Piece> pieces;
  pieces.reserve(members.size());
  for (const auto& member : members) pieces.push_back(piece_of(member));
  Groups groups(members.size());
  // From left to right, so that each is compared only with those it can meet.
  std::vector<std::size_t> order(pieces.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return pieces[a].box.left < pieces[b].box.left;
  });
  for (auto left = order.begin(); left != order.end(); ++left) {
    const std::size_t i = *left;
    const int reach = right(pieces[i].box) + pieces[i].height;
    for (auto next = left + 1; next != order.end() && pieces[*next].box.left <= reach; ++next) {
      const std::size_t j = *next;
      const Piece& a = pieces[i];
      const Piece& b = pieces[j];
      if (are_one_line(a, members[i], b, members[j]) && !rule_between(verticals, a.box, b.box) &&
          !rule_between(verticals, b.box, a.box)) {
        groups.join(j, i);
      }
    }
  }
  std::vector<std::vector<Box>> joined(members.size());
  for (std::size_t i = 0; i < members.size(); ++i) {
    auto& whole = joined[groups.find(i)];
    whole.insert(whole.end(), members[i].begin(), members[i].end());
  }
  std::erase_if(joined, [](const auto& member) { return member.empty(); });
  return joined;
}

/// Marks (dots, commas, breves, hyphens) go to the piece they stand in or next to.
void add_marks(std::vector<Piece>& pieces, const std::vector<Box>& marks) {
  std::vector<Box> grown;
  grown.reserve(pieces.size());
  for (const Piece& piece : pieces) grown.push_back(piece.box);
  for (const Box& mark : marks) {
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const Box& box = pieces[i].box;
      const int reach = pieces[i].height;
      const int x = mark.left + mark.width / 2;
      const int y = mark.top + mark.height / 2;
      const bool inside = x > box.left - reach && x < right(box) + reach &&
                          y > box.top - reach / 2 && y < bottom(box) + reach / 3;
      if (inside && mark.height <= 2 * reach && mark.width <= 3 * reach) {
        grown[i] = hull(grown[i], mark);
        break;
      }
    }
  }
  for (std::size_t i = 0; i < pieces.size(); ++i) pieces[i].box = grown[i];
}

/// The sides of the cell around `box`: the nearest rules that pass it on each side.
std::optional<Box> cell_around(const Ink& ink, const Box& box, int slack) {
  const int x = box.left + box.width / 2;
  const int y = box.top + box.height / 2;
  std::optional<int> left, top, right_side, below;
  for (const Box& rule : ink.verticals) {
    if (y < rule.top - slack || y > bottom(rule) + slack) continue;
    const int at = rule.left + rule.width / 2;
    if (at < x && (!left || at > *left)) left = at;
    if (at > x && (!right_side || at < *right_side)) right_side = at;
  }
  for (const Box& rule : ink.horizontals) {
    if (x < rule.left - slack || x > right(rule) + slack) continue;
    const int at = rule.top + rule.height / 2;
    if (at < y && (!top || at > *top)) top = at;
    if (at > y && (!below || at < *below)) below = at;
  }
  if (!left || !top || !right_side || !below) return std::nullopt;
  return Box{*left, *top, *right_side - *left, *below - *top};
}

bool same_row(const Box& a, const Box& b) {
  return overlap_share(a.top, bottom(a), b.top, bottom(b)) > 0.5;
}

const Box& row_box(const Piece& piece) { return piece.in_table ? piece.cell : piece.box; }

std::vector<std::vector<std::size_t>> rows_of(const std::vector<Piece>& pieces,
                                              std::vector<std::size_t> order) {
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const Box& x = row_box(pieces[a]);
    const Box& y = row_box(pieces[b]);
    return 2 * x.top + x.height < 2 * y.top + y.height;
  });
  std::vector<std::vector<std::size_t>> rows;
  for (const std::size_t i : order) {
    // Compared with the first of the row, not the last: a sagging line must not chain two rows.
    const bool goes_on =
        !rows.empty() && same_row(row_box(pieces[rows.back().front()]), row_box(pieces[i]));
    if (!goes_on) rows.emplace_back();
    rows.back().push_back(i);
  }
  for (auto& row : rows) {
    std::stable_sort(row.begin(), row.end(), [&](std::size_t a, std::size_t b) {
      const Piece& x = pieces[a];
      const Piece& y = pieces[b];
      if (x.in_table && y.in_table && x.cell.left == y.cell.left) {
        return same_row(x.box, y.box) ? x.box.left < y.box.left : x.box.top < y.box.top;
      }
      return x.box.left < y.box.left;
    });
  }
  return rows;
}

/// Where an open booklet or journal is folded: a gap without writing from top to bottom near the
/// middle of a page wider than high, with much writing on both sides; 0 when there is none.
int fold_of(const std::vector<Piece>& pieces) {
  constexpr int kLeastLettersOfPiece = 4;
  Box all{};
  int letters = 0;
  for (const Piece& piece : pieces) {
    if (piece.letters < kLeastLettersOfPiece) continue;
    all = hull(all, piece.box);
    letters += piece.letters;
  }
  int best = 0;
  int best_gap = 0;
  for (int share = 35; share <= 65; ++share) {
    const int x = all.left + all.width * share / 100;
    int before = 0;
    int left_edge = all.left;
    int right_edge = all.left + all.width;
    bool crossed = false;
    for (const Piece& piece : pieces) {
      if (piece.letters < kLeastLettersOfPiece) continue;
      const Box& box = piece.box;
      crossed = crossed || (box.left < x && right(box) > x);
      if (right(box) <= x) {
        before += piece.letters;
        left_edge = std::max(left_edge, right(box));
      } else {
        right_edge = std::min(right_edge, box.left);
      }
    }
    const bool both = before * 5 > letters && (letters - before) * 5 > letters;
    if (!crossed && both && right_edge - left_edge > best_gap) {
      best = x;
      best_gap = right_edge - left_edge;
    }
  }
  return best;
}

}  // namespace

std::vector<Piece> find_pieces(const Ink& ink, int dpi) {
  const int least = std::max(3, static_cast<int>(kLeastLetter / kMillimetresPerInch * dpi));
  std::vector<Box> letters;
  std::vector<Box> marks;
  for (const Box& part : ink.parts) (part.height >= least ? letters : marks).push_back(part);
  std::sort(letters.begin(), letters.end(),
            [](const Box& a, const Box& b) { return a.left < b.left; });
  Groups groups(letters.size());
  join_neighbours(letters, ink.verticals, groups);

  std::vector<std::vector<Box>> members(letters.size());
  for (std::size_t i = 0; i < letters.size(); ++i) members[groups.find(i)].push_back(letters[i]);
  std::erase_if(members, [](const auto& member) { return member.empty(); });
  std::vector<Piece> pieces;
  for (const auto& member : join_broken_lines(members, ink.verticals)) {
    pieces.push_back(piece_of(member));
  }
  add_marks(pieces, marks);
  for (Piece& piece : pieces) {
    const auto cell = cell_around(ink, piece.box, least);
    // A frame around the sheet is no table.
    if (!cell || cell->height > kTallestCell / kMillimetresPerInch * dpi) continue;
    piece.in_table = true;
    piece.cell = *cell;
  }
  return pieces;
}

std::vector<std::vector<std::size_t>> reading_order(const std::vector<Piece>& pieces,
                                                    const Box& page) {
  std::vector<std::size_t> left;
  std::vector<std::size_t> rest;
  const int fold = page.width > page.height ? fold_of(pieces) : 0;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    (pieces[i].box.left + pieces[i].box.width / 2 < fold ? left : rest).push_back(i);
  }
  auto rows = rows_of(pieces, std::move(left));
  for (auto& row : rows_of(pieces, std::move(rest))) rows.push_back(std::move(row));
  return rows;
}

}  // namespace fonds

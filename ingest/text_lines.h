/// Groups parts of ink into pieces of text lines, and pieces into rows in reading order.
///
/// Pure geometry on boxes, no pixels. A piece is what the recogniser reads at once: writing on one
/// line without a wide gap or a table rule in it. Frame: the prepared picture. Threads: pure.
#pragma once

#include <vector>

#include "ingest/geometry.h"
#include "ingest/ink.h"

namespace fonds {

/// A run of writing on one line.
struct Piece {
  Box box;
  int letters = 0;   ///< parts as tall as letters
  int height = 0;    ///< median height of those parts
  int base = 0;      ///< median foot of those parts
  double slope = 0;  ///< of the line: pixels down per pixel right
  bool in_table = false;
  Box cell{};  ///< the table cell around it, when in_table
};

/// Pieces found in `ink` at `dpi`, in no order.
std::vector<Piece> find_pieces(const Ink& ink, int dpi);

/// Rows in reading order: each a list of indexes into `pieces`, to be read from first to last.
/// Cells of one table row make one row. On a `page` wider than high a fold in the middle parts two
/// columns, as in an open booklet or journal.
std::vector<std::vector<std::size_t>> reading_order(const std::vector<Piece>& pieces,
                                                    const Box& page);

}  // namespace fonds

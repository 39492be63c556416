/// PageView: a page prepared one way, the pieces of writing found on it, and the reading of single
/// pieces.
///
/// Frame: pixels of the prepared picture. Threads: as Recogniser. Faults: as Recogniser.
#pragma once

#include <string>
#include <vector>

#include "ingest/ink.h"
#include "ingest/preparation.h"
#include "ingest/recogniser.h"
#include "ingest/text_lines.h"

namespace fonds {

struct PageView {
  Pose pose;
  PixPtr flat;
  InkLevels levels;
  Ink ink;
  std::vector<Piece> pieces;
  int usual = 0;  ///< letter height of most of the writing
};

/// A piece of a view and what was read of it; no words when it is not worth reading.
struct ReadPiece {
  Piece piece;
  std::vector<Word> words;
  const PageView* view = nullptr;  ///< outlives it
  bool by_display = false;         ///< the words are the display model's
};

PageView look(const PageImage& image, const Pose& pose, Projection projection);

/// How the picture of a line is changed before it is read: ornamental, thin and worn types read
/// well in one tone and badly in the next.
/// bold: for large type, whose hairlines the engine loses; large: for small type, enlarged.
enum class Tone { plain, light, bold, large };

/// What stands in `piece` of `view`.
std::vector<Word> read_piece(const PageView& view, const Piece& piece, Recogniser& recogniser,
                             const std::string& languages, Layout layout = Layout::line,
                             Tone tone = Tone::plain);

/// The boxes of words read as one line, from left to right, without what belongs to the next word:
/// taken as it is, a line gives its first word a box as long as itself.
void part_boxes(std::vector<Word>& words, const PixPtr& line, int ink_level);

}  // namespace fonds

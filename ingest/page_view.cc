#include "ingest/page_view.h"

#include <algorithm>
#include <cmath>

#include "ingest/sifting.h"

namespace fonds {
namespace {

/// Room around a line for the recogniser, which tells small letters from capitals by their place
/// in it: a short word of small letters without tails is given the height of a whole line.
Box with_margin(const Piece& piece, int usual, int width, int height) {
  const int margin = std::max(3, piece.height / 4);
  int top = piece.box.top;
  int bottom = piece.box.top + piece.box.height;
  const bool short_word = piece.letters < 12;
  const bool small_letters = 100 * piece.height < 118 * usual && 100 * piece.height > 85 * usual;
  if (short_word && small_letters && std::abs(piece.slope) < 0.01) {
    top = std::min(top, piece.base - piece.height * 145 / 100);
    bottom = std::max(bottom, piece.base + piece.height * 40 / 100);
  }
  return intersection({piece.box.left - margin, top - margin, piece.box.width + 2 * margin,
                       bottom - top + 2 * margin},
                      {0, 0, width, height});
}

/// A line cut out of the page, level, and where its top left corner was.
struct Cutting {
  PixPtr picture;
  Box box;
  double slope = 0;  ///< taken out by shearing about the left side
};

/// Paints over the smaller writing that reaches into the cutting of a title from beside it.
void clear_neighbours(const PixPtr& cutting, const Box& where, const Piece& piece,
                      const std::vector<Piece>& pieces) {
  for (const Piece& other : pieces) {
    if (other.letters < 4 || 10 * other.height > 7 * piece.height) continue;
    const int middle = other.box.top + other.box.height / 2;
    if (middle > piece.base - piece.height && middle < piece.base) continue;
    const Box shared = intersection(other.box, where);
    if (shared.width == 0 || shared.height == 0) continue;
    ::Box* box =
        boxCreate(shared.left - where.left, shared.top - where.top, shared.width, shared.height);
    pixSetInRectArbitrary(cutting.get(), box, 255);
    boxDestroy(&box);
  }
}

Cutting cut_piece(const PageView& view, const Piece& piece) {
  Cutting result;
  result.box =
      with_margin(piece, view.usual, pixGetWidth(view.flat.get()), pixGetHeight(view.flat.get()));
  result.picture = cut(view.flat, result.box);
  clear_neighbours(result.picture, result.box, piece, view.pieces);
  const int rise = static_cast<int>(std::abs(piece.slope) * result.box.width);
  if (4 * rise < piece.height || 2 * rise > result.box.height) return result;
  result.slope = piece.slope;
  const auto angle = static_cast<float>(-std::atan(piece.slope));
  PixPtr level =
      checked(pixVShearLI(result.picture.get(), 0, angle, L_BRING_IN_WHITE), "levelling");
  // Level, the line stands where its left end stood: at the bottom if it rises to the right.
  const int top = piece.slope < 0 ? rise : 0;
  result.picture = cut(level, {0, top, result.box.width, result.box.height - rise});
  result.box.top += top;
  result.box.height -= rise;
  return result;
}

/// `letters`: their height in the line, pixels.
PixPtr toned(const PixPtr& line, Tone tone, int letters) {
  constexpr float kLighter = 2.0F;
  constexpr int kLettersToStroke = 12;
  constexpr int kWhite = 230;  // what is nearly paper becomes paper
  switch (tone) {
    case Tone::plain:
    case Tone::large:
      return share(line);
    case Tone::light:
      return checked(pixGammaTRC(nullptr, line.get(), kLighter, 0, kWhite), "toning");
    case Tone::bold: {
      const int stroke = std::max(3, letters / kLettersToStroke) | 1;
      return checked(pixErodeGray(line.get(), stroke, stroke), "thickening");
    }
  }
  return share(line);
}

/// How much larger small letters are made: engines are made from larger ones.
float enlargement(const Piece& piece) {
  constexpr float kLetters = 40;  // pixels
  return std::max(1.0F, kLetters / static_cast<float>(std::max(1, piece.height)));
}

Box shrunk(const Box& box, float scale) {
  const auto back = [&](int value) {
    return static_cast<int>(std::lround(static_cast<float>(value) / scale));
  };
  return {back(box.left), back(box.top), std::max(1, back(box.width)),
          std::max(1, back(box.height))};
}

/// The last column of `line` from `left` to before `right` with ink in it; `left` without any.
int last_ink(const PixPtr& line, int left, int right, int ink_level) {
  const int height = pixGetHeight(line.get());
  const l_uint32* data = pixGetData(line.get());
  const int words = pixGetWpl(line.get());
  for (int x = std::min(right, pixGetWidth(line.get())) - 1; x > left; --x) {
    for (int y = 0; y < height; ++y) {
      if (GET_DATA_BYTE(data + static_cast<std::ptrdiff_t>(y) * words, x) < ink_level) return x;
    }
  }
  return left;
}

}  // namespace

PageView look(const PageImage& image, const Pose& pose, Projection projection) {
  PageView view;
  view.pose = pose;
  view.flat = flat_picture(image, pose, projection);
  view.levels = ink_levels(view.flat);
  view.ink = find_ink(view.flat, pose.dpi);
  view.pieces = find_pieces(view.ink, pose.dpi);
  view.usual = usual_height(view.pieces);
  return view;
}

std::vector<Word> read_piece(const PageView& view, const Piece& piece, Recogniser& recogniser,
                             const std::string& languages, Layout layout, Tone tone) {
  const Cutting line = cut_piece(view, piece);
  PixPtr picture = toned(line.picture, tone, piece.height);
  const float scale = tone == Tone::large ? enlargement(piece) : 1.0F;
  if (scale > 1) picture = checked(pixScale(picture.get(), scale, scale), "enlarging");
  std::vector<Word> words;
  for (Line& read : recogniser.recognise(picture, view.pose.dpi, layout, languages)) {
    for (Word& word : read.words) word.box = shrunk(word.box, scale);
    part_boxes(read.words, line.picture, view.levels.any);
    for (Word& word : read.words) {
      const double middle = word.box.left + word.box.width / 2.0;
      word.box.top += line.box.top + static_cast<int>(std::lround(middle * line.slope));
      word.box.left += line.box.left;
      words.push_back(std::move(word));
    }
  }
  return words;
}

void part_boxes(std::vector<Word>& words, const PixPtr& line, int ink_level) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    Box& box = words[i].box;
    const int next = words[i + 1].box.left;
    if (box.left + box.width <= next || next <= box.left) continue;
    box.width = std::max(1, last_ink(line, box.left, next - 1, ink_level) + 1 - box.left);
  }
}

}  // namespace fonds

#include "ingest/page_reading.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "base/text.h"
#include "ingest/barcode.h"
#include "ingest/desk_check.h"
#include "ingest/ink.h"
#include "ingest/sifting.h"
#include "ingest/stopwatch.h"
#include "ingest/text_lines.h"

namespace fonds {
namespace {

/// A prepared page and what was found on it.
struct View {
  Pose pose;
  PixPtr flat;
  InkLevels levels;
  Ink ink;
  std::vector<Piece> pieces;
  int usual = 0;  ///< letter height of most of the writing
};

View look(const PageImage& image, const Pose& pose) {
  View view;
  view.pose = pose;
  view.flat = flat_picture(image, pose, Projection::luminance);
  view.levels = ink_levels(view.flat);
  view.ink = find_ink(view.flat, pose.dpi);
  view.pieces = find_pieces(view.ink, pose.dpi);
  view.usual = usual_height(view.pieces);
  return view;
}

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

PixPtr cut(const PixPtr& picture, const Box& box) {
  ::Box* where = boxCreate(box.left, box.top, box.width, box.height);
  Pix* part = pixClipRectangle(picture.get(), where, nullptr);
  boxDestroy(&where);
  return checked(part, "line");
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

Cutting cut_piece(const View& view, const PixPtr& picture, const Piece& piece) {
  Cutting result;
  result.box =
      with_margin(piece, view.usual, pixGetWidth(picture.get()), pixGetHeight(picture.get()));
  result.picture = cut(picture, result.box);
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

std::vector<Word> read_piece(const View& view, const PixPtr& picture, const Piece& piece,
                             Recogniser& recogniser, const std::string& languages,
                             Layout layout = Layout::line) {
  const Cutting line = cut_piece(view, picture, piece);
  std::vector<Word> words;
  for (Line& read : recogniser.recognise(line.picture, view.pose.dpi, layout, languages)) {
    for (Word& word : read.words) {
      const double middle = word.box.left + word.box.width / 2.0;
      word.box.top += line.box.top + static_cast<int>(std::lround(middle * line.slope));
      word.box.left += line.box.left;
      words.push_back(std::move(word));
    }
  }
  return words;
}

double confidence_of(const std::vector<Word>& words) { return mean_confidence({Line{{}, words}}); }

/// Readings of single pieces, kept so that none is read twice.
using Readings = std::map<std::size_t, std::vector<Word>>;

/// Pieces that tell best which way is up: long, of ordinary height.
std::vector<std::size_t> telling_pieces(const std::vector<Piece>& pieces, std::size_t count) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].letters >= 6 && pieces[i].letters <= 60) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return pieces[a].letters > pieces[b].letters;
  });
  if (order.size() > count) order.resize(count);
  return order;
}

/// How well the most telling lines read: the mean of the better ones of a few, since some of them
/// may be ornaments.
double sample(const View& view, Recogniser& recogniser, const std::string& languages,
              Readings& readings) {
  std::vector<double> scores;
  for (const std::size_t i : telling_pieces(view.pieces, 5)) {
    readings[i] = read_piece(view, view.flat, view.pieces[i], recogniser, languages);
    scores.push_back(confidence_of(readings[i]));
    std::sort(scores.rbegin(), scores.rend());
    constexpr double kSettled = 0.88;
    if (scores.size() >= 2 && scores[1] > kSettled) break;
  }
  if (scores.empty()) return 0;
  const std::size_t better = std::min<std::size_t>(scores.size(), 3);
  return std::accumulate(scores.begin(), scores.begin() + static_cast<std::ptrdiff_t>(better),
                         0.0) /
         static_cast<double>(better);
}

/// The page as it stands upright; what was read to find that out is left in `readings`.
View upright_view(const PageImage& image, Recogniser& recogniser, const std::string& languages,
                  Readings& readings) {
  const Pose pose = find_pose(image);
  View best = look(image, pose);
  double best_score = sample(best, recogniser, languages, readings);
  for (const int turn : {180, 90, 270}) {
    if (best_score > (turn == 180 ? 0.80 : 0.70)) break;
    Readings other;
    View view = look(image, turned(pose, turn));
    const double score = sample(view, recogniser, languages, other);
    if (score > best_score + 0.05) {
      best = std::move(view);
      best_score = score;
      readings = std::move(other);
    }
  }
  return best;
}

/// Bars and modules read as letters.
bool is_of_barcode(const Word& word, const std::vector<Barcode>& barcodes) {
  const int x = word.box.left + word.box.width / 2;
  const int y = word.box.top + word.box.height / 2;
  return std::any_of(barcodes.begin(), barcodes.end(), [&](const Barcode& barcode) {
    const Box& box = barcode.box;
    return x >= box.left && x < box.left + box.width && y >= box.top && y < box.top + box.height;
  });
}

/// Reads again what the first reading left doubtful, and keeps the better.
class SecondReading {
 public:
  SecondReading(const PageImage& image, const View& view, Recogniser& recogniser,
                std::string languages)
      : image_(image), view_(view), recogniser_(recogniser), languages_(std::move(languages)) {}

  void improve(std::vector<Word>& words, const Piece& piece) {
    const bool text_sized = piece.letters >= 4 && 100 * piece.height >= 60 * view_.usual;
    // Not for titles: the smaller line beside them would be found instead.
    const bool ordinary = piece.height < 2 * view_.usual;
    if (text_sized && ordinary && worth_of(words) < kDoubtful) {
      keep_better(words, read_piece(view_, view_.flat, piece, recogniser_, languages_,
                                    Layout::framed_line));
    }
    // In the brightest channel coloured ink (stamps, guilloche) fades, black does not.
    if (text_sized && worth_of(words) < kDoubtful && pixGetDepth(image_.pix.get()) == 32) {
      if (!brightest_) brightest_ = flat_picture(image_, view_.pose, Projection::brightest);
      const bool better =
          keep_better(words, read_piece(view_, brightest_, piece, recogniser_, languages_));
      if (better) variant_ = Projection::brightest;
    }
    for (Word& word : words) {
      if (word.confidence < kSureOfNumeral && may_be_roman(word.text)) read_numeral(word);
    }
  }

  [[nodiscard]] Projection variant() const { return variant_; }
  [[nodiscard]] const std::string& languages() const { return languages_used_; }

 private:
  static constexpr double kDoubtful = 0.8;
  /// The Russian engine is rarely this sure of a word it has no letters for.
  static constexpr double kSureOfNumeral = 0.97;

  static bool keep_better(std::vector<Word>& words, std::vector<Word> others) {
    constexpr double kClearly = 0.03;
    constexpr double kGood = 0.5;  // ornaments seldom read that well, even at a second look
    if (worth_of(others) < std::max(kGood, worth_of(words) + kClearly)) return false;
    words = std::move(others);
    return true;
  }

  void read_numeral(Word& word) {
    static const std::string kLatin = "eng";
    if (languages_.find(kLatin) != std::string::npos || !recogniser_.has(kLatin)) return;
    constexpr int kMargin = 4;
    const Box box =
        intersection({word.box.left - kMargin, word.box.top - kMargin, word.box.width + 2 * kMargin,
                      word.box.height + 2 * kMargin},
                     {0, 0, pixGetWidth(view_.flat.get()), pixGetHeight(view_.flat.get())});
    if (box.width < 2 * kMargin || box.height < 2 * kMargin) return;
    const auto lines =
        recogniser_.recognise(cut(view_.flat, box), view_.pose.dpi, Layout::line, kLatin);
    if (lines.size() != 1 || lines[0].words.size() != 1) return;
    const Word& read = lines[0].words[0];
    constexpr double kLeast = 0.5;
    if (!is_roman(read.text) || read.confidence < kLeast) return;
    word.text = read.text;
    word.confidence = read.confidence;
    languages_used_ = kLatin;
  }

  const PageImage& image_;
  const View& view_;
  Recogniser& recogniser_;
  std::string languages_;
  std::string languages_used_;  ///< besides languages_
  PixPtr brightest_;
  Projection variant_ = Projection::luminance;
};

}  // namespace

RecognisedPage read_page(const PageImage& image, Recogniser& recogniser,
                         const std::string& languages) {
  Stopwatch watch;
  RecognisedPage page;
  page.languages = languages;
  Readings readings;
  const View view = upright_view(image, recogniser, languages, readings);
  page.geometry = view.pose.geometry;
  page.variant = name_of(Projection::luminance);
  page.barcodes = find_barcodes(image.pix, page.geometry.dpi);
  page.timings.prepare = watch.lap();

  SecondReading second(image, view, recogniser, languages);
  const Transform back = view.pose.to_picture.inverse();
  for (const auto& row : reading_order(view.pieces, {0, 0, view.pose.width, view.pose.height})) {
    Line line;
    for (const std::size_t i : row) {
      const Piece& piece = view.pieces[i];
      if (!worth_reading(piece, view.usual)) continue;
      if (readings.count(i) == 0) {
        readings[i] = read_piece(view, view.flat, piece, recogniser, languages);
      }
      std::vector<Word> words = readings[i];
      second.improve(words, piece);
      sift(words, piece, view.usual);
      for (Word& word : words) {
        word.box = back.apply(word.box, page.geometry.width, page.geometry.height);
        if (is_of_barcode(word, page.barcodes)) continue;
        line.box = hull(line.box, word.box);
        line.words.push_back(std::move(word));
      }
    }
    if (!line.words.empty()) page.lines.push_back(std::move(line));
  }
  page.variant = name_of(second.variant());
  if (!second.languages().empty()) page.languages += "+" + second.languages();
  page.confidence = mean_confidence(page.lines);
  page.source = page.lines.empty() ? TextSource::none : TextSource::recognised;
  page.warnings =
      check_page(page, view.ink,
                 {view.pose.width, view.pose.height, view.pose.dpi, view.levels, image.turn_hint});
  page.timings.recognise = watch.lap();
  return page;
}

}  // namespace fonds

#include "ingest/page_reading.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "base/text.h"
#include "ingest/barcode.h"
#include "ingest/desk_check.h"
#include "ingest/numerals.h"
#include "ingest/page_view.h"
#include "ingest/second_reading.h"
#include "ingest/second_view.h"
#include "ingest/sifting.h"
#include "ingest/stopwatch.h"

namespace fonds {
namespace {

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
double sample(const PageView& view, Recogniser& recogniser, const std::string& languages,
              Readings& readings) {
  std::vector<double> scores;
  for (const std::size_t i : telling_pieces(view.pieces, 5)) {
    readings[i] = read_piece(view, view.pieces[i], recogniser, languages);
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
PageView upright_view(const PageImage& image, Recogniser& recogniser, const std::string& languages,
                      Readings& readings) {
  const Pose pose = find_pose(image);
  PageView best = look(image, pose, Projection::luminance);
  double best_score = sample(best, recogniser, languages, readings);
  for (const int turn : {180, 90, 270}) {
    if (best_score > (turn == 180 ? 0.80 : 0.70)) break;
    Readings other;
    PageView view = look(image, turned(pose, turn), Projection::luminance);
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

/// Every piece of `view` and what is read of it; `known` was read before.
std::vector<ReadPiece> read_pieces(const PageView& view, Recogniser& recogniser,
                                   const std::string& languages, Readings known) {
  std::vector<ReadPiece> read;
  for (std::size_t i = 0; i < view.pieces.size(); ++i) {
    const Piece& piece = view.pieces[i];
    read.push_back({piece, {}, &view});
    if (!worth_reading(piece, view.usual)) continue;
    const auto at = known.find(i);
    read.back().words =
        at != known.end() ? std::move(at->second) : read_piece(view, piece, recogniser, languages);
  }
  return read;
}

/// Adds lines of pale writing that read well; `pale` outlives `read`.
void add_pale_lines(std::vector<ReadPiece>& read, const PageView& view, PageView& pale,
                    Recogniser& recogniser, const std::string& languages) {
  constexpr double kRead = 0.6;  // anything else pale is a pattern of the paper
  pale.ink = find_pale_ink(view.flat, view.ink, view.pose.dpi);
  if (pale.ink.parts.empty()) return;
  pale.pose = view.pose;
  pale.flat = share(view.flat);
  pale.levels = view.levels;
  pale.usual = view.usual;
  pale.pieces = find_pieces(pale.ink, pale.pose.dpi);
  for (const Piece& piece : pale.pieces) {
    constexpr int kFewest = 4;
    constexpr double kLevel = 0.03;  // the words of stamps stand askew
    if (piece.letters < kFewest || std::abs(piece.slope) > kLevel) continue;
    if (!worth_reading(piece, pale.usual)) continue;
    ReadPiece line{piece, read_piece(pale, piece, recogniser, languages), &pale};
    if (worth_of(line.words) >= kRead) read.push_back(std::move(line));
  }
}

/// The words of the page in reading order, boxes still of the prepared picture.
std::vector<Line> lines_of(const std::vector<ReadPiece>& read, const Box& page) {
  std::vector<Piece> pieces;
  pieces.reserve(read.size());
  for (const ReadPiece& each : read) pieces.push_back(each.piece);
  std::vector<Line> lines;
  for (const auto& row : reading_order(pieces, page)) {
    Line line;
    for (const std::size_t i : row) {
      line.words.insert(line.words.end(), read[i].words.begin(), read[i].words.end());
    }
    if (!line.words.empty()) lines.push_back(std::move(line));
  }
  return lines;
}

/// Brings `lines` into the frame of the original image, without what a barcode was read as.
void place_in_image(std::vector<Line>& lines, const Transform& back, const RecognisedPage& page) {
  for (Line& line : lines) {
    for (Word& word : line.words) {
      word.box = back.apply(word.box, page.geometry.width, page.geometry.height);
    }
    std::erase_if(line.words, [&](const Word& word) { return is_of_barcode(word, page.barcodes); });
    for (const Word& word : line.words) line.box = hull(line.box, word.box);
  }
  std::erase_if(lines, [](const Line& line) { return line.words.empty(); });
}

}  // namespace

RecognisedPage read_page(const PageImage& image, Recogniser& recogniser,
                         const std::string& languages) {
  Stopwatch watch;
  RecognisedPage page;
  page.languages = languages;
  Readings readings;
  const PageView view = upright_view(image, recogniser, languages, readings);
  page.geometry = view.pose.geometry;
  page.variant = name_of(Projection::luminance);
  page.barcodes = find_barcodes(image.pix, page.geometry.dpi);
  page.timings.prepare = watch.lap();

  std::vector<ReadPiece> read = read_pieces(view, recogniser, languages, std::move(readings));
  SecondReading second(image, recogniser, languages);
  for (ReadPiece& each : read) {
    if (second.improve(each)) page.variant = name_of(Projection::brightest);
    count_strokes(each);
  }
  PageView pale;
  add_pale_lines(read, view, pale, recogniser, languages);
  PageView black;
  if (pixGetDepth(image.pix.get()) == 32 &&
      is_disturbed(read, view.usual, view.ink.pictures, view.pose.dpi)) {
    black = look(image, view.pose, Projection::black_ink);
    const auto read_words = [&](ReadPiece& piece) {
      piece.words = read_piece(black, piece.piece, recogniser, languages);
      second.read_ornamental(piece);
      count_strokes(piece);
    };
    if (add_black_ink(read, black, read_words)) {
      page.variant = name_of(Projection::black_ink);
    }
  }
  for (ReadPiece& each : read) {
    second.read_numerals(each);
    second.read_place(each);
    second.read_figures(each);
  }
  read_lone_numerals(read, recogniser, languages);
  for (ReadPiece& each : read) {
    sift(each.words, each.piece, view.usual);
  }
  page.lines = lines_of(read, {0, 0, view.pose.width, view.pose.height});
  place_in_image(page.lines, view.pose.to_picture.inverse(), page);
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

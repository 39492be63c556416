#include "ingest/second_reading.h"

#include <algorithm>

#include "ingest/figures.h"
#include "ingest/numerals.h"
#include "ingest/sifting.h"
#include "ingest/title_words.h"
#include "ingest/word_pairs.h"

namespace fonds {
namespace {

constexpr const char* kLatin = "eng";
constexpr double kDoubtful = 0.8;
/// Ornaments and stamps are read so: no other reading saves what is, unless it may be a title.
constexpr double kHopeless = 0.2;
/// The Russian engine is rarely this sure of a word it has no letters for.
constexpr double kSureOfNumeral = 0.97;
constexpr int kTitle = 2;  ///< heights of ordinary writing

constexpr double kClearly = 0.03;
/// Another tone changes figures easily: it must do much better.
constexpr double kMuch = 0.1;

bool keep_better(std::vector<Word>& words, std::vector<Word> others, double by) {
  constexpr double kGood = 0.5;  // ornaments seldom read that well, even at a second look
  if (worth_of(others) < std::max(kGood, worth_of(words) + by)) return false;
  words = std::move(others);
  return true;
}

/// Whether the words stand as high as the piece: not a smaller line beside it.
bool fill(const std::vector<Word>& words, const Piece& piece) {
  return std::all_of(words.begin(), words.end(), [&](const Word& word) {
    return 10 * word.box.height >= 6 * piece.height && 10 * word.box.height <= 16 * piece.height;
  });
}

/// The Latin engine reads I as a bar or a small letter, too.
std::string with_strokes_as_ones(std::string text) {
  static constexpr std::string_view kStrokes = "il|[]!";
  std::replace_if(
      text.begin(), text.end(), [](char c) { return kStrokes.find(c) != std::string_view::npos; },
      'I');
  return text;
}

/// 5, 8-е: of places on an award the rarer ones.
bool is_figure_above_three(std::string_view word) {
  static constexpr std::string_view kFigures = "0123456789";
  return !word.empty() && word[0] > '3' && word[0] <= '9' &&
         word.find_first_of(kFigures, 1) == std::string_view::npos;
}

/// Large enough for a title, if a small one.
bool is_large(const ReadPiece& read) {
  constexpr double kTitleLike = 1.35;  // heights of ordinary writing
  return read.piece.height >= kTitleLike * read.view->usual;
}

}  // namespace

SecondReading::SecondReading(const PageImage& image, Recogniser& recogniser, std::string languages)
    : image_(image), recogniser_(recogniser), languages_(std::move(languages)) {}

bool SecondReading::improve(ReadPiece& read) {
  const Piece& piece = read.piece;
  std::vector<Word>& words = read.words;
  const PageView* view = read.view;
  const bool text_sized = piece.letters >= 4 && 100 * piece.height >= 60 * view->usual;
  if (!text_sized || worth_of(words) >= kDoubtful) return false;
  read_ornamental(read);
  const bool title = piece.height >= kTitle * view->usual;
  const double first = worth_of(words);
  if (first >= kDoubtful || (first < kHopeless && !is_large(read))) return false;
  const auto keep = [&](std::vector<Word> others, double by) {
    if (!keep_better(words, std::move(others), by)) return false;
    read.by_display = false;
    return true;
  };
  const auto in_tone = [&](Tone tone) {
    keep(read_piece(*view, piece, recogniser_, languages_, Layout::line, tone), kMuch);
  };
  // Specks around a line, the wide spacing and swashes of a title do not count when letters are
  // found first.
  std::vector<Word> others = read_piece(*view, piece, recogniser_, languages_, Layout::framed_line);
  if (!title || fill(others, piece)) keep(std::move(others), kClearly);
  const auto doubtful = [&] { return worth_of(words) < kDoubtful && worth_of(words) >= kHopeless; };
  if (title && worth_of(words) < kDoubtful) in_tone(Tone::bold);
  if (doubtful()) in_tone(Tone::light);
  const bool brighter =
      doubtful() && pixGetDepth(image_.pix.get()) == 32 &&
      keep(read_piece(brightest(*view), piece, recogniser_, languages_), kClearly);
  read_title(read);
  return brighter;
}

void SecondReading::read_title(ReadPiece& read) {
  constexpr double kRead = 0.5;
  constexpr double kFewest = 4;  // letters a title must explain
  const Piece& piece = read.piece;
  const std::vector<Word>& words = read.words;
  const PageView* view = read.view;
  if (!is_large(read) || worth_of(words) >= kRead) return;
  TitleReading best = as_title(words);
  const std::string display = kDisplayLanguage;
  for (const auto& [language, layout] :
       {std::pair{languages_, Layout::line}, std::pair{display, Layout::line},
        std::pair{languages_, Layout::framed_line}}) {
    TitleReading other = as_title(read_piece(*view, piece, recogniser_, language, layout));
    if (other.explained > best.explained) best = std::move(other);
  }
  if (best.explained >= kFewest) read.words = std::move(best.words);
}

void SecondReading::read_ornamental(ReadPiece& read) {
  if (worth_of(read.words) >= kDoubtful) return;
  const auto others = read_piece(*read.view, read.piece, recogniser_, kDisplayLanguage);
  read.by_display = keep_better(read.words, others, kMuch);
  if (read.by_display || take_surer_words(read.words, others)) use(kDisplayLanguage);
}

const PageView& SecondReading::brightest(const PageView& of) {
  if (!brightest_.flat) {
    brightest_.pose = of.pose;
    brightest_.flat = flat_picture(image_, of.pose, Projection::brightest);
    brightest_.levels = ink_levels(brightest_.flat);
    brightest_.pieces = of.pieces;
    brightest_.usual = of.usual;
  }
  return brightest_;
}

void SecondReading::read_numerals(ReadPiece& read) {
  const int letters = read.piece.height;
  for (std::size_t i = 0; i < read.words.size(); ++i) {
    Word& word = read.words[i];
    if (word.confidence >= kSureOfNumeral) continue;
    const bool ones = is_strokes(word.text) || word.text == "И";
    if (may_be_roman(word.text) || (ones && stands_before_word(read.words, i))) {
      read_numeral(word, letters, *read.view);
    }
  }
}

std::optional<Word> SecondReading::read_latin_numeral(const PixPtr& picture, int dpi) {
  constexpr double kLeast = 0.45;
  // Some strokes read as what they are only with more paper around them, others only without.
  for (const int border : {0, 5}) {
    const PixPtr bordered = checked(pixAddBorder(picture.get(), border, 255), "numeral");
    const auto lines = recogniser_.recognise(bordered, dpi, Layout::line, kLatin);
    if (lines.size() != 1 || lines[0].words.size() != 1) continue;
    Word read = lines[0].words[0];
    read.text = with_strokes_as_ones(read.text);
    if (is_roman(read.text) && read.confidence >= kLeast) return read;
  }
  return std::nullopt;
}

void SecondReading::read_numeral(Word& word, int letters, const PageView& view) {
  if (!knows_latin()) return;
  constexpr int kMargin = 3;  // the next word may begin close by
  const Box box = intersection({word.box.left - kMargin, word.box.top - kMargin,
                                word.box.width + 2 * kMargin, word.box.height + 2 * kMargin},
                               {0, 0, pixGetWidth(view.flat.get()), pixGetHeight(view.flat.get())});
  if (box.width < 2 * kMargin || box.height < 2 * kMargin) return;
  const auto read = read_latin_numeral(cut(view.flat, box), view.pose.dpi);
  if (!read) return;
  // That it is a numeral is the Latin engine's word. Which one, look-alikes tell best, then strokes
  // that stand apart: the engine often loses one of several.
  const std::string meant = roman_of(word.text);
  const std::size_t ones = strokes_in(word.box, letters, view.ink);
  word.text = !meant.empty() ? meant : ones > 0 ? std::string(ones, 'I') : read->text;
  word.confidence = read->confidence;
  use(kLatin);
}

void SecondReading::read_place(ReadPiece& read) {
  if (read.piece.in_table || !knows_latin()) return;
  for (std::size_t i = 0; i < read.words.size(); ++i) {
    if (!is_figure_above_three(read.words[i].text) || !stands_before_place(read.words, i)) continue;
    const auto display = read_piece(*read.view, read.piece, recogniser_, kDisplayLanguage);
    const auto latin = read_piece(*read.view, read.piece, recogniser_, kLatin);
    if (take_place_figure(read.words[i], display, latin)) use(kDisplayLanguage);
  }
}

std::vector<Word> SecondReading::read_by_display(const ReadPiece& read) {
  constexpr int kSmall = 30;  // letters, pixels
  std::vector<Word> words = read_piece(*read.view, read.piece, recogniser_, kDisplayLanguage);
  if (read.piece.height >= kSmall || same_figures(read.words, words)) return words;
  std::vector<Word> enlarged =
      read_piece(*read.view, read.piece, recogniser_, kDisplayLanguage, Layout::line, Tone::large);
  return worth_of(enlarged) > worth_of(words) ? enlarged : words;
}

void SecondReading::read_figures(ReadPiece& read) {
  if (!has_numbers(read.words)) return;
  if (read.by_display) {
    if (!knows_latin()) return;
    const auto russian = read_piece(*read.view, read.piece, recogniser_, languages_);
    if (same_figures(read.words, russian)) return;
    const auto latin = read_piece(*read.view, read.piece, recogniser_, kLatin);
    if (take_figures_of_two(read.words, russian, latin)) use(kLatin);
    return;
  }
  // The whole line: over the number alone other engines err oftener than the Russian.
  // Tables are set in plain types: there the Latin engine is enough.
  std::vector<Word> display;
  if (!read.piece.in_table) {
    display = read_by_display(read);
    if (same_figures(read.words, display)) {
      take_figures(read.words, display, {});
      return;
    }
  }
  std::vector<Word> latin;
  if (knows_latin()) latin = read_piece(*read.view, read.piece, recogniser_, kLatin);
  if (!take_figures(read.words, display, latin)) return;
  if (!display.empty()) use(kDisplayLanguage);
  if (!latin.empty()) use(kLatin);
}

void SecondReading::use(const std::string& language) {
  if (("+" + languages_used_ + "+").find("+" + language + "+") != std::string::npos) return;
  languages_used_ += (languages_used_.empty() ? "" : "+") + language;
}

bool SecondReading::knows_latin() const {
  return languages_.find(kLatin) == std::string::npos && recogniser_.has(kLatin);
}

}  // namespace fonds

/// A recognised page: words with boxes and confidences, lines, and how the page lay on the glass.
///
/// Coordinate frame of every Box: pixels of the original image as it is stored in the file (before
/// any turning), origin top left, x right, y down. For PDF pages without an image the "original
/// image" is the page at 300 dpi. Threads: value types.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace fonds {

struct Box {
  int left = 0;
  int top = 0;
  int width = 0;
  int height = 0;
  bool operator==(const Box&) const = default;
};

struct Word {
  std::string text;  ///< valid UTF-8, not empty, without spaces
  Box box;
  double confidence = 0;  ///< 0 … 1, as the engine says; 1 for a PDF's own text
};

struct Line {
  Box box;
  std::vector<Word> words;  ///< in reading order
};

enum class TextSource {
  none,        ///< blank page
  recognised,  ///< Tesseract read the picture
  embedded,    ///< the PDF's own sound text layer
};
constexpr std::string_view name_of(TextSource source) {
  switch (source) {
    case TextSource::none:
      return "none";
    case TextSource::recognised:
      return "recognised";
    case TextSource::embedded:
      return "embedded";
  }
  return "none";
}

/// How the page lay: what must be done to the original image to read it.
struct PageGeometry {
  int width = 0;  ///< of the original image, pixels
  int height = 0;
  double dpi = 300;  ///< resolution of the original image
  int rotation = 0;  ///< clockwise turn that makes it upright: 0, 90, 180, 270 degrees
  double skew = 0;   ///< remaining clockwise turn that makes lines level, degrees
  Box content{};     ///< the sheet without scanner borders, in the original image
};

struct PageTimings {
  double decode = 0;  ///< seconds
  double prepare = 0;
  double recognise = 0;
};

/// A mark made for machines: QR, Data Matrix or Code 128.
struct Barcode {
  std::string text;  ///< valid UTF-8 without control characters, not empty
  Box box;
};

/// What is wrong with a scan that can be put right while the paper is still at hand.
enum class PageWarning {
  blank,        ///< an empty sheet
  upside_down,  ///< it lay head down
  cut_off,      ///< writing goes on beyond the edge of the picture
  faint,        ///< hardly darker than the paper
};
inline constexpr std::array<std::string_view, 4> kPageWarnings{"blank", "upside_down", "cut_off",
                                                               "faint"};
constexpr std::string_view name_of(PageWarning warning) {
  return kPageWarnings[static_cast<std::size_t>(warning)];
}

struct RecognisedPage {
  int number = 1;  ///< from 1 within the document
  PageGeometry geometry;
  TextSource source = TextSource::none;
  std::string languages;    ///< "rus", "rus+eng"
  std::string variant;      ///< which preparation was kept: "luminance", "red", …
  std::vector<Line> lines;  ///< in reading order
  double confidence = 0;    ///< mean over words weighted by their length, 0 … 1
  PageTimings timings;
  std::vector<Barcode> barcodes;      ///< from top to bottom
  std::vector<PageWarning> warnings;  ///< each at most once, in their order
};

/// Pages of a document, one behind another.
struct PageRange {
  int first = 1;  ///< from 1
  int count = 1;
  bool operator==(const PageRange&) const = default;
};

/// "upside_down,faint"; empty for none.
std::string to_text(const std::vector<PageWarning>& warnings);
/// Unknown names are left out.
std::vector<PageWarning> page_warnings_from(std::string_view text);

/// All words of the page: one line of text a Line, words parted by one space.
std::string text_of(const RecognisedPage& page);
/// Pages parted by a form feed.
std::string text_of(const std::vector<RecognisedPage>& pages);
int count_words(const RecognisedPage& page);

}  // namespace fonds

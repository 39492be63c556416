/// PdfA writes a PDF/A-1b file (ISO 19005-1) page by page: one picture a page, invisible text over
/// it, nothing else: no fonts but an empty one, no transparency, no scripts.
///
/// Invariant: what finish() gives passes a strict PDF/A-1b validator; the same pages give the same
///            bytes (there is no date in it, and the document's ID is a hash of its content).
/// Memory:    the compressed data of every page once, each let go as finish() writes it; never a
///            decoded picture. 300 pages of 1 MB take some 300 MB.
/// Threads:   an object is used by one thread.
/// Faults:    bug (a page that cannot be: no pixels, turned by 45 degrees).
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/page_matrix.h"
#include "pdf/pdf_image.h"
#include "pdf/text_layer.h"

namespace fonds {

/// A page: its frame is how it was scanned, `turn` makes it upright.
struct PdfPage {
  PdfImage image;
  double width = 0;  ///< of the frame, points (1/72 inch)
  double height = 0;
  int turn = 0;  ///< clockwise, degrees: 0, 90, 180, 270
  /// Where the picture stands: the unit square (y up) to the frame in points, y up. Absent: it
  /// fills the frame.
  std::optional<Matrix> placement;
  double text_width = 0;  ///< of the frame in the unit of the words, as a rule its pixels
  double text_height = 0;
  std::vector<PdfLine> lines;
};

class PdfA {
 public:
  PdfA();
  ~PdfA();

  void add(PdfPage&& page);
  /// Gives the file to `sink` in pieces. `title` goes to the metadata. Call once.
  void finish(const std::string& title, const std::function<void(std::string_view)>& sink);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Page sizes a PDF 1.4 viewer accepts: each side 3 … 14 400 points.
inline constexpr double kLeastPageSide = 3;
inline constexpr double kMostPageSide = 14'400;

}  // namespace fonds

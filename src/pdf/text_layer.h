/// The invisible text layer of one page, as PDF operators.
///
/// Every word fills its box: size and horizontal scaling are chosen so that the box a reader (or
/// `pdftotext -bbox`) gets back is the box that was given. Words stand level even on a skewed
/// page: their boxes are level, and a viewer's highlight then covers what the archive's own does.
/// Threads: pure. Faults: none.
#pragma once

#include <string>
#include <vector>

#include "pdf/glyphless_font.h"
#include "pdf/page_matrix.h"

namespace fonds {

/// A word in the frame of its page: pixels, origin top left, y down.
struct PdfWord {
  std::string text;  ///< valid UTF-8
  double left = 0;
  double top = 0;
  double width = 0;
  double height = 0;
};
using PdfLine = std::vector<PdfWord>;

/// Operators that write `lines`, nothing when there is no word. `to_page` maps the frame (pixels,
/// y down) to the upright page (points, y up). The font's resource name is "F".
std::string write_text_layer(const std::vector<PdfLine>& lines, const Matrix& to_page,
                             GlyphlessFont& font);

}  // namespace fonds

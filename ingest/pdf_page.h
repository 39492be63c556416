/// PdfFile: the pages of a PDF through Poppler: their own text with boxes, and their picture.
///
/// Frame of boxes and pictures: the page as it is shown (turned by its own /Rotate), at 300 dpi,
/// whatever images it holds. Threads: one. Faults: corrupt (damaged or encrypted), usage (limits).
#pragma once

#include <memory>
#include <vector>

#include "ingest/pix.h"
#include "ingest/reader.h"

namespace fonds {

/// Resolution of the frame of every PDF page.
inline constexpr double kPdfDpi = 300;
/// Resolution of render_small().
inline constexpr double kSmallDpi = 60;

class PdfFile {
 public:
  /// `bytes` must outlive the object.
  PdfFile(const std::string& bytes, const ReadLimits& limits);
  ~PdfFile();
  PdfFile(const PdfFile&) = delete;
  PdfFile& operator=(const PdfFile&) = delete;

  [[nodiscard]] int pages() const;

  struct Size {
    int width = 0;  ///< pixels at 300 dpi
    int height = 0;
  };
  /// Held against the limits of pixels: throws usage.
  [[nodiscard]] Size size(int index) const;
  /// The words of the page's own text layer, sound or not, as lines; empty without one.
  [[nodiscard]] std::vector<Line> own_text(int index) const;
  /// The page at 300 dpi, 32 bits a pixel.
  [[nodiscard]] PixPtr render(int index) const;
  /// The page at kSmallDpi, for a thumbnail and a look at its ink.
  [[nodiscard]] PixPtr render_small(int index) const;
  /// The page with at most `side` pixels on its longer side, never at more than 300 dpi.
  [[nodiscard]] PixPtr render_within(int index, int side) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Poppler turns texts into Unicode by iconv, whose modules are files. A process that is about to
/// lock itself out of the file system calls this before; without it no PDF has a text of its own.
void prepare_pdf_text();

}  // namespace fonds

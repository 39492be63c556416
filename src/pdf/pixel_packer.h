/// PixelPacker compresses the rows of a picture losslessly, one at a time, as PDF's FlateDecode
/// with PNG predictors (ISO 32000-1, 7.4.4): about as small as a PNG.
///
/// Threads: an object is used by one thread. Memory: the packed bytes and two rows.
/// Faults:  bug (a row of another length, more or fewer rows than promised).
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "pdf/pdf_image.h"

namespace fonds {

class PixelPacker {
 public:
  PixelPacker(int width, int height, PdfColour colour);
  ~PixelPacker();

  /// The next row, top first: 1 byte a pixel (grey), 3 (rgb), or 8 pixels a byte (bilevel, the
  /// highest bit leftmost, 1 = white).
  void add_row(std::string_view row);
  /// Bytes the rows so far take, to within a buffer.
  [[nodiscard]] std::size_t packed() const;
  /// The picture. Call once, after the last row.
  PdfImage finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// `bytes` compressed by Flate, for content streams.
std::string deflate_bytes(std::string_view bytes);

}  // namespace fonds

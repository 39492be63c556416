/// What the header of a JPEG file says about its picture (ITU-T T.81), read without decoding.
///
/// Bytes are hostile: every read is checked. Threads: pure. Faults: none; an unreadable header is
/// absent.
#pragma once

#include <optional>
#include <string_view>

#include "pdf/pdf_image.h"

namespace fonds {

struct JpegFrame {
  int width = 0;
  int height = 0;
  int components = 0;
  int bits = 0;               ///< per component
  bool huffman = false;       ///< baseline, extended or progressive: what every viewer decodes
  bool named_rgb = false;     ///< the components call themselves R, G and B
  bool adobe_marker = false;  ///< it says by itself how its colours are transformed
};

std::optional<JpegFrame> read_jpeg_frame(std::string_view bytes);

/// Whether a PDF/A page may hold the file as it is: 8 bits, grey or three colours, Huffman-coded.
bool fits_pdf(const JpegFrame& frame);
/// The picture with `bytes` unchanged; the frame must fit.
PdfImage embed_jpeg(const JpegFrame& frame, std::string_view bytes);

}  // namespace fonds

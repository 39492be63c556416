/// PdfImage: a picture as a PDF page holds it, compressed already.
///
/// Threads: value types.
#pragma once

#include <array>
#include <string>

namespace fonds {

enum class PdfColour { bilevel, grey, rgb };
constexpr int components_of(PdfColour colour) { return colour == PdfColour::rgb ? 3 : 1; }
constexpr int bits_of(PdfColour colour) { return colour == PdfColour::bilevel ? 1 : 8; }

enum class PdfCoding {
  flate,  ///< FlateDecode with PNG predictors
  jpeg,   ///< DCTDecode: the bytes of a JPEG file as they are
  g4,     ///< CCITTFaxDecode, K = -1
};

/// What the colour transform of a JPEG file without an Adobe marker is.
enum class JpegTransform { as_usual, none };
/// What a coded black run means.
enum class FaxInk { black, white };

struct PdfImage {
  int width = 0;  ///< pixels
  int height = 0;
  PdfColour colour = PdfColour::grey;
  PdfCoding coding = PdfCoding::flate;
  JpegTransform transform = JpegTransform::as_usual;
  FaxInk ink = FaxInk::black;
  std::string data;
};

}  // namespace fonds

/// One sheet with a picture nothing like its own mirror image or turn, in every encoding an
/// original may come in.
///
/// Threads: pure. The sheet is invented: bars for lines of text, a colour ramp, a corner mark.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/pix.h"
#include "ingest/reader.h"

namespace fonds {

struct SamplePage {
  std::string name;
  SourceFile file;
  int page_in_source = 0;
  PageGeometry geometry;  ///< width, height, dpi, rotation as a reader would find them
  PixPtr upright;         ///< what a person must see, 32 bits
  double tolerance = 0;   ///< mean difference of a colour value that the encoding itself costs
  std::string kept;       ///< bytes of the original that the access copy must hold unchanged
};

inline constexpr int kSampleWidth = 480;
inline constexpr int kSampleHeight = 624;
/// Two pixels a point: renderers then draw pixel for pixel.
inline constexpr int kSampleDpi = 144;

/// Every encoding, some turned.
std::vector<SamplePage> sample_pages();

/// The mean difference of colour values of two pictures of 32 bits; 255 when sizes differ.
double difference(const PixPtr& a, const PixPtr& b);
PixPtr read_pix(std::string_view bytes);

}  // namespace fonds

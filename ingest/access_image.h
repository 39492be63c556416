/// The pictures of access copies: the original's own compressed data where a PDF/A may hold them,
/// decoded pixels packed losslessly or, for photographs, as a good JPEG where it may not.
///
/// Threads: pure. Faults: corrupt (damaged original), bug.
#pragma once

#include <optional>
#include <string>

#include "ingest/pix.h"
#include "pdf/pdf_image.h"

namespace fonds {

/// Packs 1, 8 or 32 bits a pixel. Black and white goes as G4, grey and colour without loss; only
/// a picture that would take more than three times its JPEG (quality 90) becomes that JPEG.
PdfImage pack_pixels(const PixPtr& pix);

/// A page of a TIFF as the access copy wants to know it.
struct TiffPage {
  /// The strip as it is: G4, one strip, not mirrored. Absent: decode it.
  std::optional<PdfImage> unchanged;
  /// Height of a pixel by its width (faxes: 1.9); 1 when the file says nothing believable.
  double pixel_height = 1;
};
TiffPage look_at_tiff(const std::string& bytes, int index);

}  // namespace fonds

/// Barcodes: QR, Data Matrix and Code 128 symbols on the picture of a page.
///
/// A quick look at the share and the contrast of ink, place by place, says where a symbol may be;
/// only such places are given to the reader, so that a page without one costs next to nothing.
/// Symbols smaller than a centimetre are not looked for. Boxes are in pixels of `image`, as it is
/// stored. Threads: pure. Faults: bug (no memory).
#pragma once

#include <vector>

#include "ingest/pix.h"
#include "model/page.h"

namespace fonds {

/// Where on `picture` (1, 8 or 32 bits a pixel) a symbol may be, likeliest first; few.
std::vector<Box> likely_barcodes(const PixPtr& picture, double dpi);

/// The symbols of the page, from top to bottom.
std::vector<Barcode> find_barcodes(const PixPtr& image, double dpi);

}  // namespace fonds

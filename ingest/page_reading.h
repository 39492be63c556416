/// PageReading: one page from pose to lines of words: pieces are found, read one by one, read again
/// another way and in the black ink of the page where the first reading was poor, and sifted.
///
/// Threads: as Recogniser. Faults: as Recogniser.
#pragma once

#include "ingest/page_image.h"
#include "ingest/preparation.h"
#include "ingest/recogniser.h"

namespace fonds {

/// Reads `image`; fills geometry, lines (boxes of the original image), confidence, source, variant,
/// languages and the timings of preparation and recognition.
RecognisedPage read_page(const PageImage& image, Recogniser& recogniser,
                         const std::string& languages);

}  // namespace fonds

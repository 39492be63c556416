/// ALTO 4 XML (https://www.loc.gov/standards/alto/): words with boxes and confidences, unit pixel,
/// coordinates of the original image.
///
/// Threads: pure. Faults: bug.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/page.h"

namespace fonds {

struct AltoSoftware {
  std::string name;  ///< empty: not told
  std::string version;
};

/// What made the text.
struct AltoMakers {
  AltoSoftware program;  ///< this one: all pages went through it
  AltoSoftware engine;   ///< "Tesseract": it read the pages whose text was recognised
};

/// One ALTO document of all pages (at least one; fault bug without any), valid against version 4.2
/// of the schema. The same pages give the same bytes. Characters that no XML may hold are left out,
/// and so is a word of which nothing remains. ROTATION of a page's block is the counter-clockwise
/// turn of its text in the image, skew included.
std::string write_alto(const std::vector<RecognisedPage>& pages, std::string_view accession,
                       const AltoMakers& makers = {});

}  // namespace fonds

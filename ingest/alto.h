/// ALTO 4 XML (https://www.loc.gov/standards/alto/): words with boxes and confidences, unit pixel,
/// coordinates of the original image.
///
/// Threads: pure. Faults: corrupt (reading).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/page.h"

namespace fonds {

/// One ALTO document of all pages.
std::string write_alto(const std::vector<RecognisedPage>& pages, std::string_view accession);

}  // namespace fonds

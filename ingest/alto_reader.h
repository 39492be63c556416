/// read_alto: pages, lines, words with boxes and confidences back from the ALTO that write_alto
/// made, so that a document can be understood anew without being recognised anew.
///
/// What ALTO does not tell (dpi, rotation, source) stays as RecognisedPage begins; the catalogue's
/// PageRecord knows it. Threads: pure. Faults: corrupt (no ALTO, or one that is none of ours).
#pragma once

#include <string_view>
#include <vector>

#include "model/page.h"

namespace fonds {

std::vector<RecognisedPage> read_alto(std::string_view xml);

}  // namespace fonds

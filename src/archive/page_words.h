/// shown_lines: what stands on a page, line by line, with the place of each word on its picture.
///
/// The machine's lines stand as they were read; a line that a person has corrected has the person's
/// words. Threads: pure. Faults: none.
#pragma once

#include <string>
#include <vector>

#include "model/document.h"
#include "model/page.h"
#include "model/text_correction.h"
#include "model/upright_box.h"

namespace fonds {

struct ShownWord {
  std::string text;
  double confidence = 0;  ///< 0 … 1; a person's word: 1
  UprightBox box;
};

struct ShownLine {
  int number = 1;  ///< of the page's text, from 1, as ArchiveReview::correct_text() counts
  UprightBox box;  ///< empty: a person's line that a new reading did not find again
  /// In reading order. None: a person says that nothing is printed there. Words of a person that
  /// are not as many as the machine's part the line's box by their lengths.
  std::vector<ShownWord> words;
  std::string corrected_by;  ///< login of the person; empty: the machine's line
};

/// Of the page `page` is the record of; `pages` are all of its document, as the stored ALTO gives
/// them.
std::vector<ShownLine> shown_lines(const std::vector<RecognisedPage>& pages, const PageRecord& page,
                                   const std::vector<TextCorrection>& corrections);

}  // namespace fonds

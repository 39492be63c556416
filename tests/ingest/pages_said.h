/// said_by: what pages say, lines parted by line ends and pages by form feeds.
///
/// Threads: pure.
#pragma once

#include <string>
#include <vector>

#include "model/page.h"

namespace fonds {

inline std::string said_by(const RecognisedPage& page) {
  std::string text = text_of(page);
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

inline std::string said_by(const std::vector<RecognisedPage>& pages) {
  std::string text;
  for (const RecognisedPage& page : pages) {
    if (&page != &pages.front()) text += '\f';
    text += said_by(page);
  }
  return text;
}

}  // namespace fonds

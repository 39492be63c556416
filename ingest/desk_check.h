/// DeskCheck: what is wrong with a scan that a clerk can put right while the paper is at hand.
///
/// Warnings, never refusals: the page is kept as it came. Threads: pure.
#pragma once

#include <vector>

#include "ingest/ink.h"
#include "model/page.h"

namespace fonds {

/// What was seen of a page beside its words. Frame of the ink: the prepared picture.
struct DeskView {
  int width = 0;  ///< of the prepared picture, pixels
  int height = 0;
  int dpi = 0;
  InkLevels levels;
  int turn_hint = 0;  ///< the turn the camera itself asked for
};

std::vector<PageWarning> check_page(const RecognisedPage& page, const Ink& ink,
                                    const DeskView& view);

}  // namespace fonds

/// Stacks of sample papers: papers laid one upon another as somebody scans them without separator
/// sheets, some over several pages, with blank backs between.
///
/// Threads: pure functions.
#pragma once

#include <vector>

#include "model/page.h"
#include "support/sample_papers.h"

namespace fonds {

struct SampleStack {
  std::vector<RecognisedPage> pages;
  std::vector<int> first_pages;  ///< of its papers: from 1
  std::vector<int> papers;       ///< their numbers
};

/// Stacks in which each of `papers` lies once; the same ones for the same `seed`. One in five holds
/// a single paper.
std::vector<SampleStack> sample_stacks(const std::vector<SamplePaper>& papers, unsigned seed);

}  // namespace fonds

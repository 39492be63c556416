/// Whether a PDF's own text can be believed, or its pages must be read from their pictures.
///
/// Text layers go wrong in known ways: fonts without a map to Unicode, code pages taken for one
/// another, recognition made with the wrong language, a page number stamped on a picture. Threads:
/// pure.
#pragma once

#include <vector>

#include "ingest/pix.h"
#include "model/page.h"

namespace fonds {

enum class LayerVerdict {
  absent,    ///< no text at all
  sound,     ///< take it as it is
  doubtful,  ///< read the picture too and keep the better
  broken,    ///< read the picture
};

/// Share of the characters that stand in words of a Russian or English text, 0 … 1.
double quality_of(const std::vector<Line>& lines);

/// `small` is the page's picture (8 bits) whose pixels are `scale` times those of the boxes: ink
/// that no word of the layer covers tells of writing the layer does not know.
LayerVerdict judge_layer(const std::vector<Line>& lines, const PixPtr& small, double scale);

}  // namespace fonds

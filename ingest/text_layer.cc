#include "ingest/text_layer.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "ingest/ink.h"
#include "ingest/sifting.h"

namespace fonds {
namespace {

/// Real texts reach 0.97 and more (formulas, abbreviations and addresses cost some); text of the
/// wrong code page or script stays below 0.3.
constexpr double kSound = 0.9;
constexpr double kBroken = 0.5;
/// A layer that covers less of the ink than this knows only part of the page.
constexpr double kLeastCovered = 0.35;

/// Part of the page's ink that lies under words of the layer.
double covered_share(const std::vector<Line>& lines, const PixPtr& small, double scale) {
  PixPtr ink = checked(pixThresholdToBinary(small.get(), 160), "text layer");
  l_int32 all = 0;
  pixCountPixels(ink.get(), &all, nullptr);
  if (all == 0) return 1;
  for (const Line& line : lines) {
    for (const Word& word : line.words) {
      const auto at = [scale](int value) { return static_cast<int>(std::lround(value * scale)); };
      pixRasterop(ink.get(), at(word.box.left) - 1, at(word.box.top) - 1, at(word.box.width) + 2,
                  at(word.box.height) + 2, PIX_CLR, nullptr, 0, 0);
    }
  }
  l_int32 outside = 0;
  pixCountPixels(ink.get(), &outside, nullptr);
  return 1 - static_cast<double>(outside) / all;
}

}  // namespace

double quality_of(const std::vector<Line>& lines) {
  constexpr double kPlausible = 0.75;
  double good = 0;
  double all = 0;
  for (const Line& line : lines) {
    for (const Word& word : line.words) {
      const auto length = static_cast<double>(count_characters(word.text));
      all += length;
      if (plausibility(word.text) >= kPlausible && !mixes_scripts(word.text)) good += length;
    }
  }
  return all > 0 ? good / all : 0;
}

LayerVerdict judge_layer(const std::vector<Line>& lines, const PixPtr& small, double scale) {
  if (lines.empty()) return LayerVerdict::absent;
  const double quality = quality_of(lines);
  if (quality < kBroken) return LayerVerdict::broken;
  if (quality < kSound) return LayerVerdict::doubtful;
  const bool whole = covered_share(lines, small, scale) >= kLeastCovered;
  return whole ? LayerVerdict::sound : LayerVerdict::doubtful;
}

}  // namespace fonds

/// BarPlot: counts as bars, drawn on the server as SVG: no script, no library, sharp at any size.
///
/// Colours come from the stylesheet (classes part-0, part-1, …), so both themes are served. What a
/// plot shows stands beside it as a table for those who do not see it: see table_of().
/// Frame: user units of 640 × 240, y downwards, the bars between (44, 12) and (632, 200).
/// Threads: pure.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "web/api/json.h"

namespace fonds {

struct Bar {
  std::string label;                ///< below it
  std::vector<std::int64_t> parts;  ///< of each series, from below; none negative
};

struct BarPlot {
  std::string title;                ///< read aloud in place of the picture
  std::vector<std::string> series;  ///< what parts are; one or more
  std::vector<Bar> bars;
};

/// An <svg> element. Texts are escaped.
std::string svg_of(const BarPlot& plot);
/// The least of 1, 2, 5, 10, 20, 50, … that is no less than `most`; 1 for nothing.
std::int64_t axis_end(std::int64_t most);
/// {"title", "svg", "series": [{"name", "part"}], "rows": [{"label", "counts": […]}]}.
Json plot_model(const BarPlot& plot);

}  // namespace fonds

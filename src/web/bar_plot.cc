#include "web/bar_plot.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "base/xml_text.h"

namespace fonds {
namespace {

constexpr double kLeft = 44;
constexpr double kRight = 632;
constexpr double kTop = 12;
constexpr double kBottom = 200;
constexpr std::size_t kMostLabels = 10;

std::int64_t whole(const Bar& bar) {
  return std::accumulate(bar.parts.begin(), bar.parts.end(), std::int64_t{0});
}

std::string text_at(double x, double y, std::string_view anchor, std::string_view text) {
  return fmt::format(R"(<text x="{:.1f}" y="{:.1f}" text-anchor="{}">{}</text>)", x, y, anchor,
                     xml_escaped(text));
}

/// Lines at nothing, the half and the end of the axis.
std::string grid(std::int64_t end) {
  std::string drawn;
  for (const double share : {0.0, 0.5, 1.0}) {
    if (share == 0.5 && end % 2 != 0) continue;
    const double y = kBottom - share * (kBottom - kTop);
    drawn += fmt::format(R"(<line x1="{:.0f}" x2="{:.0f}" y1="{:.1f}" y2="{:.1f}"></line>)", kLeft,
                         kRight, y, y);
    drawn +=
        text_at(kLeft - 6, y + 4, "end",
                fmt::format("{}", static_cast<std::int64_t>(share * static_cast<double>(end))));
  }
  return drawn;
}

}  // namespace

std::int64_t axis_end(std::int64_t most) {
  for (std::int64_t step = 1;; step *= 10) {
    for (const std::int64_t of : {1, 2, 5}) {
      if (of * step >= most) return of * step;
    }
  }
}

std::string svg_of(const BarPlot& plot) {
  std::int64_t most = 0;
  for (const Bar& bar : plot.bars) most = std::max(most, whole(bar));
  const std::int64_t end = axis_end(most);
  std::string drawn =
      fmt::format(R"(<svg class="plot" viewBox="0 0 640 240" role="img" aria-label="{}">)",
                  xml_escaped(plot.title));
  drawn += grid(end);
  const std::size_t count = std::max<std::size_t>(1, plot.bars.size());
  const double room = (kRight - kLeft) / static_cast<double>(count);
  const std::size_t each = (count + kMostLabels - 1) / kMostLabels;
  for (std::size_t i = 0; i < plot.bars.size(); ++i) {
    const Bar& bar = plot.bars[i];
    const double x = kLeft + room * static_cast<double>(i);
    double y = kBottom;
    for (std::size_t part = 0; part < bar.parts.size(); ++part) {
      const double height =
          (kBottom - kTop) * static_cast<double>(bar.parts[part]) / static_cast<double>(end);
      y -= height;
      if (bar.parts[part] == 0) continue;
      drawn += fmt::format(
          R"(<rect class="part-{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"></rect>)",
          part, x + room * 0.12, y, room * 0.76, height);
    }
    // The last is always named: it is the newest.
    if ((plot.bars.size() - 1 - i) % each == 0) {
      drawn += text_at(x + room / 2, kBottom + 18, "middle", bar.label);
    }
  }
  return drawn + "</svg>";
}

Json plot_model(const BarPlot& plot) {
  Json series = Json::array();
  for (std::size_t i = 0; i < plot.series.size(); ++i) {
    series.push_back({{"name", plot.series[i]}, {"part", fmt::format("part-{}", i)}});
  }
  Json rows = Json::array();
  for (const Bar& bar : plot.bars) {
    if (whole(bar) == 0) continue;
    Json counts = Json::array();
    for (const std::int64_t each : bar.parts) counts.push_back({{"count", std::to_string(each)}});
    rows.push_back({{"label", bar.label}, {"counts", std::move(counts)}});
  }
  return {
      {"title", plot.title},         {"svg", svg_of(plot)},     {"several", plot.series.size() > 1},
      {"series", std::move(series)}, {"nothing", rows.empty()}, {"rows", std::move(rows)}};
}

}  // namespace fonds

#include "model/upright_box.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace fonds {
namespace {

/// Shares of a side of `whole` pixels: from where to where.
struct Span {
  double from = 0;
  double to = 0;
};

Span span_of(int from, int length, int whole) {
  const auto share = [&](std::int64_t pixel) {
    return static_cast<double>(std::clamp<std::int64_t>(pixel, 0, whole)) / whole;
  };
  const double begin = share(from);
  return {begin, std::max(begin, share(std::int64_t{from} + length))};
}

Span mirrored(const Span& span) { return {1 - span.to, 1 - span.from}; }

}  // namespace

UprightBox upright_box(const Box& box, int width, int height, int rotation) {
  if (width <= 0 || height <= 0) return {};
  Span x = span_of(box.left, box.width, width);
  Span y = span_of(box.top, box.height, height);
  if (rotation == 180 || rotation == 270) x = mirrored(x);
  if (rotation == 90 || rotation == 180) y = mirrored(y);
  if (rotation == 90 || rotation == 270) std::swap(x, y);
  return {x.from, y.from, x.to - x.from, y.to - y.from};
}

UprightBox upright_box(const Box& box, const PageRecord& page) {
  return upright_box(box, page.width, page.height, page.rotation);
}

}  // namespace fonds

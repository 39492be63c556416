#include "ingest/sheet.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace fonds {
namespace {

constexpr int kReduction = 4;
/// A sheet photographed on purpose fills at least this part of the picture …
constexpr double kLeastShare = 0.25;
/// … and one that fills more has nothing around it worth cutting off.
constexpr double kMostShare = 0.985;
/// The bright region must fill its four corners this well: anything less is no sheet but a shape.
constexpr double kLeastFill = 0.96;
/// Ground that is hardly darker than the paper is shading of the paper itself.
constexpr int kLeastContrast = 35;

double area_of(const std::array<Point, 4>& q) {
  double twice = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    const Point& a = q[i];
    const Point& b = q[(i + 1) % 4];
    twice += a.x * b.y - b.x * a.y;
  }
  return std::abs(twice) / 2;
}

/// Sides of the picture at which ground is seen beside the sheet. A coloured band of the printed
/// design leaves ground at one side only.
int free_sides(const Box& sheet, int width, int height) {
  const int margin_x = std::max(2, width / 100);
  const int margin_y = std::max(2, height / 100);
  return (sheet.left >= margin_x ? 1 : 0) + (sheet.top >= margin_y ? 1 : 0) +
         (sheet.left + sheet.width <= width - margin_x ? 1 : 0) +
         (sheet.top + sheet.height <= height - margin_y ? 1 : 0);
}

int mean_where(const PixPtr& grey, const PixPtr& mask) {
  l_float32 mean = 0;
  pixGetAverageMasked(grey.get(), mask.get(), 0, 0, 1, L_MEAN_ABSVAL, &mean);
  return static_cast<int>(mean);
}

/// The extreme pixels of `mask` along the diagonals: the corners of a sheet that lies about
/// straight.
std::array<Point, 4> corners_of(const PixPtr& mask) {
  const int width = pixGetWidth(mask.get());
  const int height = pixGetHeight(mask.get());
  std::array<Point, 4> corners{};
  std::array<int, 4> best{1 << 30, 1 << 30, 1 << 30, 1 << 30};
  for (int y = 0; y < height; ++y) {
    l_uint32* line =
        pixGetData(mask.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(mask.get());
    for (int x = 0; x < width; ++x) {
      if (!GET_DATA_BIT(line, x)) continue;
      const std::array<int, 4> keys{x + y, y - x, -x - y, x - y};
      for (std::size_t i = 0; i < 4; ++i) {
        if (keys[i] >= best[i]) continue;
        best[i] = keys[i];
        corners[i] = {x + (i == 1 || i == 2 ? 1.0 : 0.0), y + (i >= 2 ? 1.0 : 0.0)};
      }
    }
  }
  return corners;
}

}  // namespace

std::optional<std::array<Point, 4>> find_sheet(const PixPtr& small) {
  const float factor = 1.0F / kReduction;
  const PixPtr tiny = checked(pixScaleAreaMap(small.get(), factor, factor), "sheet");
  l_int32 threshold = 0;
  if (pixSplitDistributionFgBg(tiny.get(), 0.5, 1, &threshold, nullptr, nullptr, nullptr) != 0) {
    return std::nullopt;
  }
  PixPtr bright = checked(pixThresholdToBinary(tiny.get(), threshold), "sheet");
  pixInvert(bright.get(), bright.get());
  // Writing and frames leave holes and bays: close them.
  bright = checked(pixCloseSafeBrick(nullptr, bright.get(), 9, 9), "sheet");
  bright = checked(pixOpenBrick(nullptr, bright.get(), 9, 9), "sheet");
  Pixa* parts = nullptr;
  const BoxaPtr boxes(pixConnComp(bright.get(), &parts, 4));
  const PixaPtr owner(parts);
  const double whole = static_cast<double>(pixGetWidth(tiny.get())) * pixGetHeight(tiny.get());
  for (int i = 0; boxes && i < boxaGetCount(boxes.get()); ++i) {
    Box box;
    boxaGetBoxGeometry(boxes.get(), i, &box.left, &box.top, &box.width, &box.height);
    if (static_cast<double>(box.width) * box.height < kLeastShare * whole) continue;
    if (free_sides(box, pixGetWidth(tiny.get()), pixGetHeight(tiny.get())) < 3) continue;
    PixPtr sheet = checked(pixCreateTemplate(bright.get()), "sheet");
    const PixPtr part(pixaGetPix(parts, i, L_CLONE));
    pixRasterop(sheet.get(), box.left, box.top, box.width, box.height, PIX_SRC, part.get(), 0, 0);
    sheet = checked(pixFillHolesToBoundingRect(sheet.get(), 1, 1.1F, 0.9F), "sheet");
    const auto corners = corners_of(sheet);
    const double quad = area_of(corners);
    l_int32 pixels = 0;
    pixCountPixels(sheet.get(), &pixels, nullptr);
    if (quad > kMostShare * whole || quad < kLeastShare * whole) continue;
    if (pixels < kLeastFill * quad || quad < kLeastFill * pixels) continue;
    const PixPtr ground = checked(pixInvert(nullptr, sheet.get()), "sheet");
    if (mean_where(tiny, sheet) - mean_where(tiny, ground) < kLeastContrast) continue;
    std::array<Point, 4> found = corners;
    for (Point& corner : found) corner = {corner.x * kReduction, corner.y * kReduction};
    return found;
  }
  return std::nullopt;
}

namespace {

/// Positions in the source are counted in 1/65536 px; 8 bits of the fraction weigh its neighbours.
constexpr int kFraction = 16;
constexpr double kOne = 1 << kFraction;

/// The level of `source` between four pixels; paper outside.
int level_between(const l_uint32* data, std::ptrdiff_t stride, int width, int height,
                  std::int64_t x, std::int64_t y) {
  const auto left = static_cast<int>(x >> kFraction);
  const auto top = static_cast<int>(y >> kFraction);
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return 255;
  const l_uint32* upper = data + top * stride;
  const l_uint32* lower = upper + stride;
  const int right = static_cast<int>(x >> (kFraction - 8)) & 255;
  const int below = static_cast<int>(y >> (kFraction - 8)) & 255;
  const int first =
      GET_DATA_BYTE(upper, left) * (256 - right) + GET_DATA_BYTE(upper, left + 1) * right;
  const int second =
      GET_DATA_BYTE(lower, left) * (256 - right) + GET_DATA_BYTE(lower, left + 1) * right;
  constexpr int kHalf = 1 << 15;
  return (first * (256 - below) + second * below + kHalf) >> 16;
}

}  // namespace

PixPtr warp(const PixPtr& source, const Transform& to_result, int width, int height) {
  // The way back is computed for every sixteenth pixel: between them it is straight, to less than
  // a hundredth of a pixel for any sheet that can be read.
  constexpr int kRun = 16;
  PixPtr result = checked(pixCreate(width, height, 8), "flattening");
  const Transform back = to_result.inverse();
  const int source_width = pixGetWidth(source.get());
  const int source_height = pixGetHeight(source.get());
  const l_uint32* data = pixGetData(source.get());
  const std::ptrdiff_t stride = pixGetWpl(source.get());
  for (int y = 0; y < height; ++y) {
    l_uint32* line =
        pixGetData(result.get()) + y * static_cast<std::ptrdiff_t>(pixGetWpl(result.get()));
    Point from = back.apply({0.5, y + 0.5});  // pixel centres, in the source's frame
    for (int begin = 0; begin < width; begin += kRun) {
      const Point to = back.apply({begin + kRun + 0.5, y + 0.5});
      const auto step_x = static_cast<std::int64_t>((to.x - from.x) * kOne / kRun);
      const auto step_y = static_cast<std::int64_t>((to.y - from.y) * kOne / kRun);
      auto at_x = static_cast<std::int64_t>((from.x - 0.5) * kOne);
      auto at_y = static_cast<std::int64_t>((from.y - 0.5) * kOne);
      for (int x = begin; x < std::min(begin + kRun, width); ++x) {
        SET_DATA_BYTE(line, x,
                      level_between(data, stride, source_width, source_height, at_x, at_y));
        at_x += step_x;
        at_y += step_y;
      }
      from = to;
    }
  }
  return result;
}

}  // namespace fonds

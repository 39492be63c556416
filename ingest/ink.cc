#include "ingest/ink.h"

#include <algorithm>
#include <cmath>

namespace fonds {
namespace {

constexpr double kMillimetresPerInch = 25.4;
/// A ruled line is at least this long (a letter stroke is not) and at most this thick.
constexpr double kRuleRun = 6;
constexpr double kRuleLength = 14;
constexpr double kRuleThickness = 1.3;
/// Taller or wider than writing ever is in one connected part: frames, emblems, photographs.
constexpr double kTallestPart = 34;
constexpr double kWidestPart = 110;
/// Smaller than the dot of an i in 6-point print: dust.
constexpr double kDust = 0.2;

/// A frame runs along at least this part of a side, and its bands are at most this wide.
constexpr double kFrameShare = 0.5;
constexpr double kFrameBand = 25;

int pixels(double millimetres, int dpi) {
  return std::max(1, static_cast<int>(std::lround(millimetres / kMillimetresPerInch * dpi)));
}

Box box_of(Boxa* boxa, int index) {
  Box box;
  boxaGetBoxGeometry(boxa, index, &box.left, &box.top, &box.width, &box.height);
  return box;
}

enum class Direction { across, down };

/// Ink without what is thicker than a ruled line: the strokes of a title are none.
PixPtr thin_ink(const PixPtr& ink, int dpi) {
  const int thick = pixels(kRuleThickness, dpi) + 1;
  PixPtr solid = checked(pixOpenBrick(nullptr, ink.get(), thick, thick), "ruled lines");
  return checked(pixSubtract(nullptr, ink.get(), solid.get()), "ruled lines");
}

/// The ruled lines of one direction; their pixels are left in `mask`.
std::vector<Box> find_rules(const PixPtr& ink, int dpi, Direction direction, PixPtr& mask) {
  const bool across = direction == Direction::across;
  const int run = pixels(kRuleRun, dpi);
  PixPtr runs =
      checked(pixOpenBrick(nullptr, ink.get(), across ? run : 1, across ? 1 : run), "ruled lines");
  // Residual slope and print gaps break a line into pieces of neighbouring rows: join them.
  const int gap = pixels(1.0, dpi);
  PixPtr joined = checked(
      pixCloseSafeBrick(nullptr, runs.get(), across ? gap : 3, across ? 3 : gap), "ruled lines");
  Pixa* parts = nullptr;
  const BoxaPtr boxes(pixConnComp(joined.get(), &parts, 8));
  const PixaPtr part_owner(parts);
  std::vector<Box> rules;
  const int longest_thick = pixels(kRuleThickness, dpi);
  for (int i = 0; boxes && i < boxaGetCount(boxes.get()); ++i) {
    const Box box = box_of(boxes.get(), i);
    const int length = across ? box.width : box.height;
    const PixPtr part(pixaGetPix(parts, i, L_CLONE));
    l_int32 area = 0;
    pixCountPixels(part.get(), &area, nullptr);
    // Thickness from the area: a sloping line has a tall box but stays thin.
    const bool thin = area <= static_cast<double>(length) * longest_thick;
    if (length >= pixels(kRuleLength, dpi) && thin) {
      rules.push_back(box);
      pixRasterop(mask.get(), box.left, box.top, box.width, box.height, PIX_SRC | PIX_DST,
                  part.get(), 0, 0);
    }
  }
  return rules;
}

/// Takes the ruled lines out of `ink` and paints them over in `flat`; strokes that cross a line
/// are closed again over its place.
void erase_rules(PixPtr& flat, PixPtr& ink, const PixPtr& mask) {
  const PixPtr wide = checked(pixDilateBrick(nullptr, mask.get(), 3, 3), "ruled lines");
  pixSubtract(ink.get(), ink.get(), wide.get());
  pixSetMasked(flat.get(), wide.get(), 255);
}

/// Ornamental frames: bands of fine lines, dots or leaves along the sides of the sheet. Seen from
/// afar (a quarter of the scale, small gaps closed) a band is one part that runs along most of a
/// side; upright ones are never writing, and level ones only count together with upright ones.
void erase_frame(PixPtr& ink, int dpi, std::vector<Box>& pictures) {
  constexpr int kReduction = 4;
  PixPtr far = checked(pixReduceRankBinaryCascade(ink.get(), 1, 1, 0, 0), "frame");
  far = checked(pixCloseSafeBrick(nullptr, far.get(), 3, 3), "frame");
  Pixa* parts = nullptr;
  const BoxaPtr boxes(pixConnComp(far.get(), &parts, 8));
  const PixaPtr owner(parts);
  const int width = pixGetWidth(far.get());
  const int height = pixGetHeight(far.get());
  const int band = pixels(kFrameBand, dpi) / kReduction;
  std::vector<int> level;
  std::vector<int> upright;
  std::vector<int> taken;
  for (int i = 0; boxes && i < boxaGetCount(boxes.get()); ++i) {
    const Box box = box_of(boxes.get(), i);
    const bool wide = box.width > kFrameShare * width;
    const bool tall = box.height > kFrameShare * height;
    if (wide && tall) taken.push_back(i);
    if (tall && box.width < band) upright.push_back(i);
    if (wide && box.height < band) level.push_back(i);
  }
  taken.insert(taken.end(), upright.begin(), upright.end());
  if (upright.size() >= 2) {
    Box inside{};
    for (const int i : upright) inside = hull(inside, box_of(boxes.get(), i));
    for (const int i : level) {
      const Box box = box_of(boxes.get(), i);
      const int middle = box.top + box.height / 2;
      if (middle < inside.top + band || middle > inside.top + inside.height - band) {
        taken.push_back(i);
      }
    }
  }
  if (taken.empty()) return;
  PixPtr mask = checked(pixCreateTemplate(far.get()), "frame");
  for (const int i : taken) {
    const Box box = box_of(boxes.get(), i);
    const PixPtr part(pixaGetPix(parts, i, L_CLONE));
    pixRasterop(mask.get(), box.left, box.top, box.width, box.height, PIX_SRC | PIX_DST, part.get(),
                0, 0);
    pictures.push_back({box.left * kReduction, box.top * kReduction, box.width * kReduction,
                        box.height * kReduction});
  }
  mask = checked(pixExpandReplicate(mask.get(), kReduction), "frame");
  pixSubtract(ink.get(), ink.get(), mask.get());
}

}  // namespace

int ink_threshold(const PixPtr& flat) {
  const std::unique_ptr<Numa, void (*)(Numa*)> histogram(pixGetGrayHistogram(flat.get(), 4),
                                                         [](Numa* numa) { numaDestroy(&numa); });
  if (!histogram) return 128;
  l_float32 all = 0;
  numaGetSum(histogram.get(), &all);
  // The level of the darkest 1 % is solid ink on any page that has writing on it.
  const double dark_part = 0.01 * all;
  double sum = 0;
  int dark = 0;
  for (int level = 0; level < 256; ++level) {
    l_float32 count = 0;
    numaGetFValue(histogram.get(), level, &count);
    sum += count;
    if (sum >= dark_part) {
      dark = level;
      break;
    }
  }
  constexpr int kPaper = 245;
  return std::clamp(static_cast<int>(dark + 0.55 * (kPaper - dark)), 90, 205);
}

Ink find_ink(PixPtr& flat, int dpi) {
  Ink found;
  PixPtr ink = checked(pixThresholdToBinary(flat.get(), ink_threshold(flat)), "ink");
  PixPtr mask = checked(pixCreateTemplate(ink.get()), "ruled lines");
  {
    const PixPtr thin = thin_ink(ink, dpi);
    found.horizontals = find_rules(thin, dpi, Direction::across, mask);
    found.verticals = find_rules(thin, dpi, Direction::down, mask);
  }
  if (!found.horizontals.empty() || !found.verticals.empty()) erase_rules(flat, ink, mask);
  mask.reset();
  erase_frame(ink, dpi, found.pictures);

  const BoxaPtr boxes(pixConnCompBB(ink.get(), 8));
  const int tallest = pixels(kTallestPart, dpi);
  const int widest = pixels(kWidestPart, dpi);
  const int dust = pixels(kDust, dpi);
  for (int i = 0; boxes && i < boxaGetCount(boxes.get()); ++i) {
    const Box box = box_of(boxes.get(), i);
    if (box.height > tallest || box.width > widest) {
      found.pictures.push_back(box);
    } else if (box.height > dust || box.width > dust) {
      found.parts.push_back(box);
    }
  }
  found.writing = std::move(ink);
  return found;
}

}  // namespace fonds

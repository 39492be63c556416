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
    const int area = count_pixels(part);
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

float median_level(const PixPtr& grey, const PixPtr& where) {
  l_float32 level = 0;
  pixGetRankValueMasked(grey.get(), where.get(), 0, 0, 1, 0.5F, &level, nullptr);
  return level;
}

/// Where a stamp or a signature crosses writing they make one part too tall for a letter. Such a
/// part that holds some solid ink among lighter is reduced to the solid: writing is darker than
/// what was stamped over it. The lighter ink is painted over in `flat`.
void uncover(PixPtr& flat, PixPtr& ink, int dpi, const InkLevels& levels) {
  constexpr double kTooTall = 7;  // millimetres
  constexpr double kLeastSolid = 0.03;
  constexpr double kMostSolid = 0.6;
  constexpr float kLeastDifference = 30;  // grey levels
  const int solid_level = levels.solid + (levels.any - levels.solid) * 45 / 100;
  Pixa* found = nullptr;
  const int tall = pixels(kTooTall, dpi);
  PixPtr large = checked(
      pixSelectBySize(ink.get(), 0, tall, 8, L_SELECT_HEIGHT, L_SELECT_IF_GT, nullptr), "stamps");
  const BoxaPtr boxes(pixConnComp(large.get(), &found, 8));
  const PixaPtr owner(found);
  for (int i = 0; boxes && i < boxaGetCount(boxes.get()); ++i) {
    const Box box = box_of(boxes.get(), i);
    const PixPtr part(pixaGetPix(found, i, L_CLONE));
    const PixPtr grey = cut(flat, box);
    PixPtr solid = checked(pixThresholdToBinary(grey.get(), solid_level), "stamps");
    pixAnd(solid.get(), solid.get(), part.get());
    // Grain of a grey title is no writing under it.
    solid = checked(pixOpenBrick(nullptr, solid.get(), 2, 2), "stamps");
    const int all = count_pixels(part);
    const int dark = count_pixels(solid);
    if (dark < kLeastSolid * all || dark > kMostSolid * all) continue;
    // The soft edges of solid strokes stay with them.
    PixPtr kept = checked(pixDilateBrick(nullptr, solid.get(), 3, 3), "stamps");
    PixPtr removed = checked(pixSubtract(nullptr, part.get(), kept.get()), "stamps");
    // The darker half of a title in one colour is no other ink.
    if (median_level(grey, removed) - median_level(grey, solid) < kLeastDifference) continue;
    pixRasterop(ink.get(), box.left, box.top, box.width, box.height, PIX_NOT(PIX_SRC) & PIX_DST,
                removed.get(), 0, 0);
    PixPtr spread = checked(pixDilateBrick(nullptr, removed.get(), 3, 3), "stamps");
    pixSubtract(spread.get(), spread.get(), kept.get());
    PixPtr mask = checked(pixCreateTemplate(ink.get()), "stamps");
    pixRasterop(mask.get(), box.left, box.top, box.width, box.height, PIX_SRC, spread.get(), 0, 0);
    pixSetMasked(flat.get(), mask.get(), 255);
  }
}

constexpr int kPale = 205;    // lighter is paper and what shines through it
constexpr int kStroke = 190;  // what the middle of a stroke reaches

/// What pale writing may look like, millimetres.
struct PaleLetters {
  double least_height = 0;
  double most_height = 0;
  double least_stroke = 0;
};

/// What of `part`, which stands in `box`, is set in `page`.
PixPtr shared(const PixPtr& part, const PixPtr& page, const Box& box) {
  PixPtr there = checked(pixCopy(nullptr, part.get()), "pale writing");
  pixRasterop(there.get(), 0, 0, box.width, box.height, PIX_SRC & PIX_DST, page.get(), box.left,
              box.top);
  return there;
}

/// Parts of such letters little of which is as dark as `ink`: their strokes, 1 bit a pixel.
PixPtr pale_letters(const PixPtr& flat, const PixPtr& ink, int dpi, const PaleLetters& like) {
  constexpr double kLeastDark = 0.35;  // of a part that is ink as it is
  const int most = pixels(like.most_height, dpi);
  const int stroke = pixels(like.least_stroke, dpi);
  PixPtr pale = checked(pixThresholdToBinary(flat.get(), kPale), "pale writing");
  pale = checked(pixSelectBySize(pale.get(), 0, pixels(like.least_height, dpi), 8, L_SELECT_HEIGHT,
                                 L_SELECT_IF_GTE, nullptr),
                 "pale writing");
  pale = checked(
      pixSelectBySize(pale.get(), 4 * most, most, 8, L_SELECT_IF_BOTH, L_SELECT_IF_LTE, nullptr),
      "pale writing");
  const PixPtr strokes = checked(pixThresholdToBinary(flat.get(), kStroke), "pale writing");
  const PixPtr full = checked(pixOpenBrick(nullptr, strokes.get(), stroke, stroke), "pale writing");
  PixPtr letters = checked(pixCreateTemplate(strokes.get()), "pale writing");
  Pixa* found = nullptr;
  const BoxaPtr boxes(pixConnComp(pale.get(), &found, 8));
  const PixaPtr owner(found);
  for (int i = 0; boxes && i < boxaGetCount(boxes.get()); ++i) {
    const Box box = box_of(boxes.get(), i);
    const PixPtr part(pixaGetPix(found, i, L_CLONE));
    const PixPtr letter = shared(part, strokes, box);
    if (count_pixels(shared(part, ink, box)) >= kLeastDark * count_pixels(letter)) continue;
    if (count_pixels(shared(part, full, box)) == 0) continue;
    pixRasterop(letters.get(), box.left, box.top, box.width, box.height, PIX_SRC | PIX_DST,
                letter.get(), 0, 0);
  }
  return letters;
}

/// Large writing paler than the rest of the page, a name in light blue among black print, joins
/// `ink` whole. The writing of stamps is smaller, nets of lines are thinner.
void add_pale(const PixPtr& flat, PixPtr& ink, int dpi, const InkLevels& levels) {
  constexpr PaleLetters kLarge{2.3, 20, 0.35};
  if (levels.any >= kStroke) return;
  const PixPtr letters = pale_letters(flat, ink, dpi, kLarge);
  pixOr(ink.get(), ink.get(), letters.get());
}

}  // namespace

InkLevels ink_levels(const PixPtr& flat) {
  InkLevels levels;
  const std::unique_ptr<Numa, void (*)(Numa*)> histogram(pixGetGrayHistogram(flat.get(), 4),
                                                         [](Numa* numa) { numaDestroy(&numa); });
  if (!histogram) return levels;
  l_float32 all = 0;
  numaGetSum(histogram.get(), &all);
  // Solid ink is the darkest 1 % on a page full of writing, the darker third of all that is clearly
  // no paper on one with little.
  constexpr int kClearlyInk = 160;
  l_float32 clear = 0;
  numaGetSumOnInterval(histogram.get(), 0, kClearlyInk, &clear);
  const double wanted = std::min(0.01 * all, 0.3 * clear);
  double sum = 0;
  while (levels.solid < kClearlyInk && sum <= wanted) {
    l_float32 count = 0;
    numaGetFValue(histogram.get(), levels.solid, &count);
    sum += count;
    ++levels.solid;
  }
  constexpr int kPaper = 245;
  levels.any = std::clamp(static_cast<int>(levels.solid + 0.55 * (kPaper - levels.solid)), 90, 205);
  return levels;
}

Ink find_ink(PixPtr& flat, int dpi) {
  Ink found;
  const InkLevels levels = ink_levels(flat);
  PixPtr ink = checked(pixThresholdToBinary(flat.get(), levels.any), "ink");
  PixPtr mask = checked(pixCreateTemplate(ink.get()), "ruled lines");
  {
    const PixPtr thin = thin_ink(ink, dpi);
    found.horizontals = find_rules(thin, dpi, Direction::across, mask);
    found.verticals = find_rules(thin, dpi, Direction::down, mask);
  }
  if (!found.horizontals.empty() || !found.verticals.empty()) erase_rules(flat, ink, mask);
  mask.reset();
  erase_frame(ink, dpi, found.pictures);
  uncover(flat, ink, dpi, levels);
  add_pale(flat, ink, dpi, levels);

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

Ink find_pale_ink(const PixPtr& flat, const Ink& ink, int dpi) {
  constexpr PaleLetters kSmall{1.2, 6, 0.15};
  constexpr int kFewest = 5;
  Ink pale;
  pale.writing = pale_letters(flat, ink.writing, dpi, kSmall);
  const BoxaPtr boxes(pixConnCompBB(pale.writing.get(), 8));
  for (int i = 0; boxes && i < boxaGetCount(boxes.get()); ++i) {
    pale.parts.push_back(box_of(boxes.get(), i));
  }
  if (pale.parts.size() < kFewest) pale.parts.clear();
  return pale;
}

}  // namespace fonds

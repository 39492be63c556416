#include "ingest/dark_ground.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "ingest/geometry.h"

namespace fonds {
namespace {

constexpr double kMillimetresPerInch = 25.4;
/// Bands are looked for in a picture of about this resolution: thin strokes still part from ground.
constexpr double kLookDpi = 55;
/// Darker than this share of the paper is ground or ink.
constexpr double kDark = 0.8;
/// The smallest band worth turning, millimetres.
constexpr double kLeastWidth = 8;
constexpr double kLeastHeight = 3.5;
/// Writing in a band, letter by letter or a word of joined letters, millimetres.
constexpr double kLeastLetter = 1;
constexpr double kTallestLetter = 28;
constexpr double kWidestLetter = 90;
constexpr int kFewestLetters = 3;
/// A band is mostly ground; a table or a net of lines is mostly holes.
constexpr double kLeastGround = 0.5;
/// The outline of a band is about as long as that of its box, or fills little less of it. Letters
/// that touch one another also have holes, but an outline that follows every one of them.
constexpr double kLongestOutline = 1.35;
constexpr double kLeastFilled = 0.5;
/// Ground is levelled over this distance, millimetres: bands may fade from one side to the other.
constexpr double kGroundReach = 6;
/// The least difference of writing and ground, grey levels.
constexpr double kLeastContrast = 30;
/// Rules of tables are thinner than this, millimetres, and longer than any letter is wide.
constexpr double kRuleThickness = 1.4;
constexpr double kRuleLength = 10;

/// A band in the small picture; the pictures have the size of `box`.
struct Band {
  Box box;
  PixPtr region;   ///< 1 bit: ground and letters
  PixPtr ground;   ///< 1 bit: ground alone
  PixPtr letters;  ///< 1 bit: writing lighter than the ground
  PixPtr level;    ///< 8 bits: of the ground, everywhere
};

/// The small picture bands are looked for in.
struct Look {
  PixPtr grey;
  int paper = 255;  ///< its level, 0 ... 255
  int dark = 0;     ///< below this level is ground or ink
  double dpi = 0;
  int reduction = 1;

  [[nodiscard]] int pixels(double millimetres) const {
    return std::max(1, static_cast<int>(std::lround(millimetres / kMillimetresPerInch * dpi)));
  }
};

Look look_at(const PixPtr& grey, double dpi) {
  Look look;
  look.reduction = std::max(1, static_cast<int>(std::lround(dpi / kLookDpi)));
  look.dpi = dpi / look.reduction;
  const float factor = 1.0F / static_cast<float>(look.reduction);
  look.grey = look.reduction == 1
                  ? share(grey)
                  : checked(pixScaleAreaMap(grey.get(), factor, factor), "dark ground");
  // The paper of the whole page: bands are too wide for a local measure.
  l_float32 paper = 0;
  pixGetRankValueMasked(look.grey.get(), nullptr, 0, 0, 1, 0.7F, &paper, nullptr);
  look.paper = static_cast<int>(paper);
  look.dark = std::max(1, static_cast<int>(paper * kDark));
  return look;
}

/// `part` with all that it encloses.
PixPtr filled(const PixPtr& part) {
  // A border of paper closes the outline.
  PixPtr whole = checked(pixAddBorder(part.get(), 1, 0), "dark ground");
  const PixPtr holes = checked(pixHolesByFilling(whole.get(), 4), "dark ground");
  pixOr(whole.get(), whole.get(), holes.get());
  return checked(pixRemoveBorder(whole.get(), 1), "dark ground");
}

/// `whole` has its own size.
bool has_smooth_outline(const PixPtr& whole) {
  const int width = pixGetWidth(whole.get());
  const int height = pixGetHeight(whole.get());
  if (count_pixels(whole) < kLeastFilled * width * height) return false;
  const PixPtr edge = checked(pixExtractBoundary(whole.get(), 1), "dark ground");
  return count_pixels(edge) < kLongestOutline * 2 * (width + height);
}

/// The level of ground everywhere around it: its mean over `reach` pixels.
PixPtr ground_level(const PixPtr& grey, const PixPtr& ground, int reach) {
  const int width = pixGetWidth(grey.get());
  const int height = pixGetHeight(grey.get());
  const PixPtr weight = checked(pixConvert1To8(nullptr, ground.get(), 0, 255), "dark ground");
  PixPtr value = checked(pixCopy(nullptr, grey.get()), "dark ground");
  const PixPtr rest = checked(pixInvert(nullptr, ground.get()), "dark ground");
  pixSetMasked(value.get(), rest.get(), 0);
  const int half = std::clamp(reach, 1, std::max(1, (std::min(width, height) - 1) / 2 - 1));
  const PixPtr values = checked(pixBlockconv(value.get(), half, half), "dark ground");
  const PixPtr weights = checked(pixBlockconv(weight.get(), half, half), "dark ground");
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      l_uint32 sum = 0, share_of_ground = 0;
      pixGetPixel(values.get(), x, y, &sum);
      pixGetPixel(weights.get(), x, y, &share_of_ground);
      const l_uint32 level = share_of_ground > 0 ? std::min(255U, sum * 255 / share_of_ground) : 0;
      pixSetPixel(value.get(), x, y, level);
    }
  }
  return value;
}

/// Where `grey` is clearly lighter than the ground of `level` on the way to `paper`: thin strokes
/// of small letters are far from white in the small picture.
PixPtr lighter_than(const PixPtr& grey, const PixPtr& level, int paper) {
  constexpr int kClearly = 25;  // hundredths of the way
  PixPtr lighter =
      checked(pixCreate(pixGetWidth(grey.get()), pixGetHeight(grey.get()), 1), "dark ground");
  for (int y = 0; y < pixGetHeight(grey.get()); ++y) {
    for (int x = 0; x < pixGetWidth(grey.get()); ++x) {
      l_uint32 light = 0, ground = 0;
      pixGetPixel(grey.get(), x, y, &light);
      pixGetPixel(level.get(), x, y, &ground);
      const int way = std::max(0, paper - static_cast<int>(ground));
      if (100 * (static_cast<int>(light) - static_cast<int>(ground)) > kClearly * way) {
        pixSetPixel(lighter.get(), x, y, 1);
      }
    }
  }
  return lighter;
}

/// Those of `holes` that are no larger than letters.
PixPtr small_holes(const PixPtr& holes, const Look& look) {
  return checked(
      pixSelectBySize(holes.get(), look.pixels(kWidestLetter), look.pixels(kTallestLetter), 8,
                      L_SELECT_IF_BOTH, L_SELECT_IF_LTE, nullptr),
      "dark ground");
}

/// `ground` with its letters; paper that a frame encloses is none.
PixPtr with_letters(const PixPtr& ground, const PixPtr& whole, const Look& look) {
  PixPtr holes = checked(pixSubtract(nullptr, whole.get(), ground.get()), "dark ground");
  holes = small_holes(holes, look);
  pixOr(holes.get(), holes.get(), ground.get());
  return holes;
}

/// The band that the dark part `ground` in `box` is, if it is one.
std::optional<Band> band_of(const PixPtr& ground, const Box& box, const Look& look) {
  if (box.width < look.pixels(kLeastWidth) || box.height < look.pixels(kLeastHeight)) return {};
  const PixPtr whole = filled(ground);
  if (!has_smooth_outline(whole)) return {};
  Band band{box, with_letters(ground, whole, look), {}, {}, {}};
  const PixPtr grey = cut(look.grey, box);
  band.level = ground_level(grey, ground, look.pixels(kGroundReach));
  band.letters = lighter_than(grey, band.level, look.paper);
  // The edge of the ground, neither dark nor light, is no letter.
  const PixPtr inner = checked(pixErodeBrick(nullptr, band.region.get(), 3, 3), "dark ground");
  pixAnd(band.letters.get(), band.letters.get(), inner.get());
  band.ground = checked(pixSubtract(nullptr, band.region.get(), band.letters.get()), "dark ground");
  if (count_pixels(band.ground) < kLeastGround * count_pixels(band.region)) return {};
  const PixPtr tall = checked(pixSelectBySize(band.letters.get(), 0, look.pixels(kLeastLetter), 8,
                                              L_SELECT_HEIGHT, L_SELECT_IF_GTE, nullptr),
                              "dark ground");
  l_int32 letters = 0;
  pixCountConnComp(tall.get(), 8, &letters);
  if (letters < kFewestLetters) return {};
  return band;
}

/// Dark parts that are bands, into `bands`; they are taken out of `dark`.
void take_bands(PixPtr& dark, const Look& look, std::vector<Band>& bands) {
  Pixa* found = nullptr;
  const BoxaPtr boxes(pixConnComp(dark.get(), &found, 8));
  const PixaPtr owner(found);
  for (int i = 0; boxes && i < boxaGetCount(boxes.get()); ++i) {
    Box box;
    boxaGetBoxGeometry(boxes.get(), i, &box.left, &box.top, &box.width, &box.height);
    const PixPtr part(pixaGetPix(found, i, L_CLONE));
    auto band = band_of(part, box, look);
    if (!band) continue;
    pixRasterop(dark.get(), box.left, box.top, box.width, box.height, PIX_NOT(PIX_SRC) & PIX_DST,
                band->region.get(), 0, 0);
    bands.push_back(std::move(*band));
  }
}

/// `dark` without what thin lines join to bands: the rules of a table, a frame, the edge of a page.
PixPtr loosened(const PixPtr& dark, const Look& look) {
  const int thick = look.pixels(kRuleThickness);
  const int run = look.pixels(kRuleLength);
  const PixPtr solid = checked(pixOpenBrick(nullptr, dark.get(), thick, thick), "dark ground");
  const PixPtr thin = checked(pixSubtract(nullptr, dark.get(), solid.get()), "dark ground");
  const PixPtr level = checked(pixOpenBrick(nullptr, thin.get(), run, 1), "dark ground");
  const PixPtr upright = checked(pixOpenBrick(nullptr, thin.get(), 1, run), "dark ground");
  PixPtr loose = checked(pixSubtract(nullptr, dark.get(), level.get()), "dark ground");
  pixSubtract(loose.get(), loose.get(), upright.get());
  // What is left of them is thinner than a band, seen with its letters filled.
  const PixPtr holes = checked(pixHolesByFilling(loose.get(), 4), "dark ground");
  PixPtr wide = small_holes(holes, look);
  pixOr(wide.get(), wide.get(), loose.get());
  const int least = look.pixels(kLeastHeight);
  wide = checked(pixOpenBrick(nullptr, wide.get(), least, least), "dark ground");
  pixAnd(loose.get(), loose.get(), wide.get());
  return loose;
}

/// Whether the band is one from near, too: bold letters of small print only touch from afar.
bool is_one_part(const Band& band, const Look& look, const PixPtr& page) {
  const int reduction = look.reduction;
  const PixPtr near = cut(page, {band.box.left * reduction, band.box.top * reduction,
                                 band.box.width * reduction, band.box.height * reduction});
  const PixPtr dark = checked(pixThresholdToBinary(near.get(), look.dark), "dark ground");
  Pixa* found = nullptr;
  const BoxaPtr boxes(pixConnComp(dark.get(), &found, 8));
  const PixaPtr owner(found);
  constexpr double kMostOfIt = 0.6;
  const double most = kMostOfIt * reduction * reduction * count_pixels(band.ground);
  for (int i = 0; boxes && i < boxaGetCount(boxes.get()); ++i) {
    const PixPtr part(pixaGetPix(found, i, L_CLONE));
    if (count_pixels(part) >= most) return has_smooth_outline(filled(part));
  }
  return false;
}

/// How dark writing of level `grey` on `ground` becomes, with `light` the level of light writing.
/// Writing darker than a ground of middle tone stays dark.
l_uint32 as_ink(double grey, double ground, double light) {
  constexpr double kMiddleTone = 110;
  const double lighter = (grey - ground) / std::max(kLeastContrast, light - ground);
  const double darker = ground > kMiddleTone ? (ground - grey) / ground : 0;
  // The grain of the ground is no writing.
  constexpr double kGrain = 0.12;
  const double ink = (std::max(lighter, darker) - kGrain) / (1 - kGrain);
  return static_cast<l_uint32>(std::lround(255 * (1 - std::clamp(ink, 0.0, 1.0))));
}

/// Turns one band of `page`; its edge, neither dark nor light, becomes paper.
void turn(const Band& band, const Look& look, PixPtr& page) {
  const PixPtr grey = cut(look.grey, band.box);
  l_float32 light = 0;
  pixGetRankValueMasked(grey.get(), band.letters.get(), 0, 0, 1, 0.8F, &light, nullptr);
  l_float32 mean = 0;
  pixGetRankValueMasked(grey.get(), band.ground.get(), 0, 0, 1, 0.5F, &mean, nullptr);
  if (light - mean < kLeastContrast) return;
  constexpr int kEdge = 2;  // small pixels
  const PixPtr region = checked(pixAddBorder(band.region.get(), kEdge, 0), "dark ground");
  const PixPtr wide =
      checked(pixDilateBrick(nullptr, region.get(), 2 * kEdge + 1, 2 * kEdge + 1), "dark ground");
  const PixPtr inner = checked(pixErodeBrick(nullptr, region.get(), 3, 3), "dark ground");
  constexpr l_uint32 kPaper = 255;
  const int scale = look.reduction;
  const Box reach =
      intersection({(band.box.left - kEdge) * scale, (band.box.top - kEdge) * scale,
                    (band.box.width + 2 * kEdge) * scale, (band.box.height + 2 * kEdge) * scale},
                   {0, 0, pixGetWidth(page.get()), pixGetHeight(page.get())});
  for (int y = reach.top; y < reach.top + reach.height; ++y) {
    l_uint32* row = pixGetData(page.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(page.get());
    const int small_y = y / scale - band.box.top;
    for (int x = reach.left; x < reach.left + reach.width; ++x) {
      const int small_x = x / scale - band.box.left;
      l_uint32 covered = 0, inside = 0, level = 0;
      pixGetPixel(wide.get(), small_x + kEdge, small_y + kEdge, &covered);
      if (covered == 0) continue;
      pixGetPixel(inner.get(), small_x + kEdge, small_y + kEdge, &inside);
      pixGetPixel(band.level.get(), small_x, small_y, &level);
      SET_DATA_BYTE(row, x, inside == 0 ? kPaper : as_ink(GET_DATA_BYTE(row, x), level, light));
    }
  }
}

}  // namespace

PixPtr turn_dark_ground(const PixPtr& grey, double dpi) {
  const double least = kLeastWidth / kMillimetresPerInch * dpi;
  if (pixGetWidth(grey.get()) < least || pixGetHeight(grey.get()) < least) return share(grey);
  const Look look = look_at(grey, dpi);
  PixPtr dark = checked(pixThresholdToBinary(look.grey.get(), look.dark), "dark ground");
  std::vector<Band> bands;
  take_bands(dark, look, bands);
  dark = loosened(dark, look);
  take_bands(dark, look, bands);
  std::erase_if(bands, [&](const Band& band) { return !is_one_part(band, look, grey); });
  if (bands.empty()) return share(grey);
  PixPtr page = checked(pixCopy(nullptr, grey.get()), "dark ground");
  for (const Band& band : bands) turn(band, look, page);
  return page;
}

}  // namespace fonds

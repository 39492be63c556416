#include "ingest/preparation.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>

#include "ingest/dark_ground.h"
#include "ingest/ink.h"
#include "ingest/sheet.h"

namespace fonds {
namespace {

constexpr int kThumbnailSide = 320;
constexpr int kThumbnailQuality = 75;
/// Longer side of A4, inches: the resolution of pictures that do not state one.
constexpr double kA4Inches = 11.69;
/// Pages are read at this resolution. Every line is brought to 36 px by the recogniser anyway, so
/// more only costs time; less loses the dots and commas of 8-point print.
constexpr double kReadingDpi = 220;
/// Resolutions of the small picture on which lines are levelled.
constexpr double kPoseDpi = 100;
constexpr float kWidestSkew = 8;
/// Below this the deskewed picture is no better and only blurred.
constexpr double kLeastSkew = 0.08;

/// What of each pixel is colour: the difference of its channels, the largest one near it. Cameras
/// and JPEG keep colours coarsely, so the edges of coloured strokes look grey by themselves.
PixPtr colour_near(const PixPtr& pix) {
  constexpr int kReach = 5;
  const PixPtr least = checked(pixConvertRGBToGrayMinMax(pix.get(), L_CHOOSE_MIN), "colour");
  PixPtr most = checked(pixConvertRGBToGrayMinMax(pix.get(), L_CHOOSE_MAX), "colour");
  most = checked(pixSubtractGray(nullptr, most.get(), least.get()), "colour");
  return checked(pixDilateGray(most.get(), kReach, kReach), "colour");
}

/// The level of the paper: the middle one of all.
int paper_level(const PixPtr& grey) {
  l_float32 level = 255;
  pixGetRankValueMasked(grey.get(), nullptr, 0, 0, 8, 0.5F, &level, nullptr);
  return static_cast<int>(level);
}

/// Coloured ink is as bright as its brightest channel, and brighter by its colour: a blue stamp
/// becomes paper, black ink stays black, also where the stamp crosses it.
PixPtr black_ink_of(const PixPtr& pix) {
  constexpr int kColourIsBright = 3;  // halves
  PixPtr grey = checked(pixConvertRGBToGrayMinMax(pix.get(), L_CHOOSE_MAX), "grey");
  const PixPtr near = colour_near(pix);
  const int dark = paper_level(grey) / 2;
  const int height = pixGetHeight(pix.get());
  const int width = pixGetWidth(pix.get());
  for (int y = 0; y < height; ++y) {
    const auto row = [&](const PixPtr& of) {
      return pixGetData(of.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(of.get());
    };
    const l_uint32* from = row(pix);
    const l_uint32* colours = row(near);
    l_uint32* to = row(grey);
    for (int x = 0; x < width; ++x) {
      l_int32 red = 0, green = 0, blue = 0;
      extractRGBValues(from[x], &red, &green, &blue);
      const auto [least, most] = std::minmax({red, green, blue});
      const int colour = most < dark ? most - least : GET_DATA_BYTE(colours, x);
      SET_DATA_BYTE(to, x, std::min(255, most + kColourIsBright * colour / 2));
    }
  }
  return grey;
}

PixPtr grey_of(const PixPtr& pix, Projection projection) {
  if (pixGetDepth(pix.get()) == 1)
    return checked(pixConvert1To8(nullptr, pix.get(), 255, 0), "grey");
  if (pixGetDepth(pix.get()) == 8) return share(pix);
  if (projection == Projection::black_ink) return black_ink_of(pix);
  if (projection == Projection::brightest) {
    return checked(pixConvertRGBToGrayMinMax(pix.get(), L_CHOOSE_MAX), "grey");
  }
  return checked(pixConvertRGBToLuminance(pix.get()), "grey");
}

PixPtr scaled_grey(const PixPtr& pix, Projection projection, double factor) {
  const auto f = static_cast<float>(factor);
  if (pixGetDepth(pix.get()) == 1) {
    if (f < 1) return checked(pixScaleToGray(pix.get(), f), "scale");
    const PixPtr grey = grey_of(pix, projection);
    return f > 1 ? checked(pixScaleGrayLI(grey.get(), f, f), "scale") : share(grey);
  }
  const PixPtr grey = grey_of(pix, projection);
  if (std::abs(f - 1) < 0.02F) return share(grey);
  if (f < 0.7F) return checked(pixScaleAreaMap(grey.get(), f, f), "scale");
  return checked(pixScaleGrayLI(grey.get(), f, f), "scale");
}

/// Paper near white everywhere: what is darker than its surroundings of 11 mm is ink; that is wider
/// than the strokes of a poster title.
PixPtr flatten(const PixPtr& grey, double dpi) {
  constexpr int kReduction = 8;
  constexpr int kPaper = 245;
  const int size = std::max(3, static_cast<int>(dpi * 11 / 25.4 / kReduction) | 1);
  Pix* flat = pixBackgroundNormMorph(grey.get(), nullptr, kReduction, size, kPaper);
  return flat != nullptr ? PixPtr(flat) : share(grey);  // a picture smaller than one tile
}

/// Only what has the size of letters, 1 bit a pixel: frames and rules have their own directions.
PixPtr letters_of(const PixPtr& flat, double dpi) {
  const PixPtr ink = checked(pixThresholdToBinary(flat.get(), ink_levels(flat).any), "letters");
  const int least = std::max(2, static_cast<int>(dpi * 0.03));
  const int most = static_cast<int>(dpi * 0.6);
  PixPtr some =
      checked(pixSelectBySize(ink.get(), most, most, 8, L_SELECT_IF_BOTH, L_SELECT_IF_LT, nullptr),
              "letters");
  return checked(
      pixSelectBySize(some.get(), least, least, 8, L_SELECT_IF_EITHER, L_SELECT_IF_GT, nullptr),
      "letters");
}

struct Level {
  double angle = 0;  ///< clockwise turn that makes lines level
  double score = 0;  ///< how much rows of ink stand out from the gaps
};

Level find_level(const PixPtr& letters) {
  l_float32 angle = 0;
  l_float32 confidence = 0;
  l_float32 score = 0;
  const l_ok failed = pixFindSkewSweepAndSearchScore(letters.get(), &angle, &confidence, &score, 2,
                                                     1, 0, kWidestSkew, 1.0, 0.02F);
  if (failed != 0) return {};
  constexpr float kSure = 2.5;  // Leptonica's own measure: best score against worst
  return {confidence >= kSure ? angle : 0, score};
}

}  // namespace

const char* name_of(Projection projection) {
  switch (projection) {
    case Projection::luminance:
      return "luminance";
    case Projection::brightest:
      return "brightest";
    case Projection::black_ink:
      return "black ink";
  }
  return "luminance";
}

namespace {

/// Puts together the transform of a pose whose geometry is known.
void compose(Pose& pose) {
  PageGeometry& g = pose.geometry;
  double width = g.width;
  double height = g.height;
  Transform chain;
  if (pose.sheet) {
    const auto& q = *pose.sheet;
    const auto distance = [](Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); };
    width = std::max(distance(q[0], q[1]), distance(q[3], q[2]));
    height = std::max(distance(q[0], q[3]), distance(q[1], q[2]));
    chain = Transform::quad(q, {Point{0, 0}, {width, 0}, {width, height}, {0, height}});
  }
  const double factor = pose.dpi / g.dpi;
  chain = chain.then(Transform::turn(g.rotation, width, height));
  if (g.rotation % 180 != 0) std::swap(width, height);
  chain = chain.then(Transform::scale(factor, factor));
  pose.width = static_cast<int>(std::lround(width * factor));
  pose.height = static_cast<int>(std::lround(height * factor));
  pose.to_picture = chain.then(Transform::rotate(g.skew, {pose.width / 2.0, pose.height / 2.0}));
}

}  // namespace

Pose find_pose(const PageImage& image) {
  Pose pose;
  PageGeometry& g = pose.geometry;
  g.width = pixGetWidth(image.pix.get());
  g.height = pixGetHeight(image.pix.get());
  g.content = {0, 0, g.width, g.height};
  g.rotation = image.turn_hint;
  g.dpi = image.dpi > 0 ? image.dpi : std::max(g.width, g.height) / kA4Inches;
  const PixPtr small = scaled_grey(image.pix, Projection::luminance, kPoseDpi / g.dpi);
  const double reduction = kPoseDpi / g.dpi;
  if (const auto sheet = find_sheet(small)) {
    pose.sheet = *sheet;
    double x0 = g.width, y0 = g.height, x1 = 0, y1 = 0;
    for (Point& corner : *pose.sheet) {
      corner = {corner.x / reduction, corner.y / reduction};
      x0 = std::min(x0, corner.x);
      x1 = std::max(x1, corner.x);
      y0 = std::min(y0, corner.y);
      y1 = std::max(y1, corner.y);
    }
    g.content = intersection({static_cast<int>(x0), static_cast<int>(y0), static_cast<int>(x1 - x0),
                              static_cast<int>(y1 - y0)},
                             g.content);
    if (image.dpi <= 0) g.dpi = std::max(x1 - x0, y1 - y0) / kA4Inches;
  }
  pose.dpi = static_cast<int>(g.dpi < kReadingDpi ? g.dpi : kReadingDpi);

  Pose rough = pose;
  rough.dpi = static_cast<int>(kPoseDpi);
  compose(rough);
  const PixPtr letters = letters_of(flat_picture(image, rough, Projection::luminance), kPoseDpi);
  const Level across = find_level(letters);
  const PixPtr sideways = checked(pixRotateOrth(letters.get(), 1), "turning");
  const Level down = find_level(sideways);
  if (down.score > across.score) g.rotation = (g.rotation + 90) % 360;
  g.skew = down.score > across.score ? down.angle : across.angle;
  if (std::abs(g.skew) < kLeastSkew) g.skew = 0;
  compose(pose);
  return pose;
}

Pose turned(const Pose& pose, int degrees) {
  Pose result = pose;
  result.geometry.rotation = (pose.geometry.rotation + degrees) % 360;
  compose(result);
  return result;
}

PixPtr flat_picture(const PageImage& image, const Pose& pose, Projection projection) {
  const auto& g = pose.geometry;
  PixPtr grey;
  if (pose.sheet) {
    // Sampled once, straight from the image, through the whole chain.
    grey = warp(grey_of(image.pix, projection), pose.to_picture, pose.width, pose.height);
  } else {
    grey = scaled_grey(image.pix, projection, pose.dpi / g.dpi);
    if (g.rotation != 0) grey = checked(pixRotateOrth(grey.get(), g.rotation / 90), "turning");
  }
  const double dpi = pose.dpi;
  PixPtr flat = flatten(turn_dark_ground(grey, dpi), dpi);
  grey.reset();
  if (!pose.sheet && g.skew != 0) {
    const auto radians = static_cast<float>(g.skew * std::numbers::pi / 180);
    flat = checked(pixRotateAMGray(flat.get(), radians, 255), "levelling");
  }
  return flat;
}

std::string make_thumbnail(const PageImage& image, int rotation) {
  const int width = pixGetWidth(image.pix.get());
  const int height = pixGetHeight(image.pix.get());
  const float factor = std::min(
      1.0F, static_cast<float>(kThumbnailSide) / static_cast<float>(std::max(width, height)));
  PixPtr small =
      pixGetDepth(image.pix.get()) == 1
          ? checked(pixScaleToGray(image.pix.get(), std::min(factor, 0.99F)), "thumbnail")
          : checked(pixScale(image.pix.get(), factor, factor), "thumbnail");
  small = checked(pixRotateOrth(small.get(), rotation / 90), "thumbnail");
  l_uint8* data = nullptr;
  size_t size = 0;
  pixWriteMemJpeg(&data, &size, small.get(), kThumbnailQuality, 0);
  std::string jpeg(reinterpret_cast<const char*>(data), size);
  lept_free(data);
  return jpeg;
}

}  // namespace fonds

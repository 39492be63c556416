#include "ingest/preparation.h"

#include <algorithm>
#include <memory>

namespace fonds {
namespace {

constexpr int kThumbnailSide = 320;
constexpr int kThumbnailQuality = 75;
/// Longer side of A4, inches: the resolution of pictures that do not state one.
constexpr double kA4Inches = 11.69;

}  // namespace

Prepared prepare(const PageImage& image) {
  Prepared prepared;
  const int width = pixGetWidth(image.pix.get());
  const int height = pixGetHeight(image.pix.get());
  prepared.geometry.width = width;
  prepared.geometry.height = height;
  prepared.geometry.dpi = image.dpi > 0 ? image.dpi : std::max(width, height) / kA4Inches;
  prepared.geometry.rotation = image.turn_hint;
  prepared.geometry.content = {0, 0, width, height};
  PixPtr grey = checked(pixConvertTo8(image.pix.get(), 0), "grey");
  prepared.picture = checked(pixRotateOrth(grey.get(), image.turn_hint / 90), "turning");
  prepared.to_image = Transform::turn(image.turn_hint, width, height).inverse();
  prepared.dpi = static_cast<int>(prepared.geometry.dpi);
  prepared.variant = "luminance";
  return prepared;
}

std::string make_thumbnail(const PageImage& image, int rotation) {
  const int width = pixGetWidth(image.pix.get());
  const int height = pixGetHeight(image.pix.get());
  const float factor = std::min(
      1.0F, static_cast<float>(kThumbnailSide) / static_cast<float>(std::max(width, height)));
  PixPtr small = checked(pixScale(image.pix.get(), factor, factor), "thumbnail");
  if (pixGetDepth(small.get()) == 1) small = checked(pixConvertTo8(small.get(), 0), "thumbnail");
  small = checked(pixRotateOrth(small.get(), rotation / 90), "thumbnail");
  l_uint8* data = nullptr;
  size_t size = 0;
  pixWriteMemJpeg(&data, &size, small.get(), kThumbnailQuality, 0);
  std::string jpeg(reinterpret_cast<const char*>(data), size);
  lept_free(data);
  return jpeg;
}

}  // namespace fonds

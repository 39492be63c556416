#include "ingest/page_image.h"

#include <algorithm>
#include <limits>
#include <new>
#include <utility>

#include "base/error.h"
#include "base/messages.h"
#include "ingest/image_header.h"

namespace fonds {
namespace {

/// Resolutions outside this range are defaults of programs (72, 1) or nonsense.
constexpr int kLeastDpi = 90;
constexpr int kMostDpi = 2400;
/// Pixels: not one line of writing fits into less.
constexpr int kLeastSide = 16;

const l_uint8* data_of(const SourceFile& file) {
  return reinterpret_cast<const l_uint8*>(file.bytes.data());
}

Error damaged() {
  return {Fault::corrupt, tr("the picture is damaged or incomplete"),
          tr("scan the paper again or ask for the file once more")};
}

std::optional<ImageSize> size_of(const SourceFile& file, int index) {
  if (file.kind == FileKind::bmp) return bmp_size(file.bytes);
  if (file.kind == FileKind::jp2) return jp2_size(file.bytes);
  l_int32 width = 0;
  l_int32 height = 0;
  l_int32 bits = 0;
  l_int32 samples = 0;
  l_int32 mapped = 0;
  l_int32 format = 0;
  const bool failed =
      file.kind == FileKind::tiff
          ? readHeaderMemTiff(data_of(file), file.bytes.size(), index, &width, &height, &bits,
                              &samples, nullptr, &mapped, &format) != 0
          : pixReadHeaderMem(data_of(file), file.bytes.size(), &format, &width, &height, &bits,
                             &samples, &mapped) != 0;
  if (failed) return std::nullopt;
  return ImageSize{width, height};
}

ImageSize check_size(const SourceFile& file, int index, const ReadLimits& limits) {
  const auto size = size_of(file, index);
  if (!size || size->width <= 0 || size->height <= 0) throw damaged();
  if (std::min(size->width, size->height) < kLeastSide) {
    throw Error(
        Fault::usage,
        say(tr("the picture is too small for a page: {} × {} pixels"), size->width, size->height),
        tr("scan the paper at 300 dpi"));
  }
  // Divided, not multiplied: the header may claim any number.
  if (size->width > limits.pixels / size->height) {
    throw Error(Fault::usage,
                say(tr("the picture is too large: {} × {} pixels, at most {} million are read"),
                    size->width, size->height, limits.pixels / 1'000'000),
                tr("scan the paper at 300 dpi"));
  }
  return *size;
}

bool is_whole(const SourceFile& file) {
  if (file.kind == FileKind::jpeg) return jpeg_is_whole(file.bytes);
  if (file.kind == FileKind::webp) return webp_is_whole(file.bytes);
  return true;  // the decoders of the other kinds fail on missing rows
}

/// A JPEG may be decoded at a half, a quarter or an eighth (`reduction` 2, 4, 8) of its size.
Pix* decode_bytes(const SourceFile& file, int index, int reduction) {
  const auto* data = data_of(file);
  const std::size_t size = file.bytes.size();
  if (file.kind == FileKind::tiff) return pixReadMemTiff(data, size, index);
  if (reduction > 1) return pixReadMemJpeg(data, size, 0, reduction, nullptr, 0);
  return pixReadMem(data, size);
}

/// The largest reduction that leaves at least `side` pixels of the longer side.
int reduction_for(const SourceFile& file, const ImageSize& size, int side) {
  if (file.kind != FileKind::jpeg) return 1;
  int reduction = 8;
  while (reduction > 1 && std::max(size.width, size.height) / reduction < side) reduction /= 2;
  return reduction;
}

/// The decoders tell a want of memory and a damaged file alike: where not even the bare picture
/// fits, it is memory. Throws std::bad_alloc.
void expect_room(const ImageSize& size) {
  const PixPtr room(pixCreateNoInit(size.width, size.height, 32));
  if (!room) throw std::bad_alloc();
}

/// 1, 8 or 32 bits without colour map and alpha.
PixPtr plain(PixPtr pix) {
  if (pixGetColormap(pix.get()) != nullptr) {
    pix = checked(pixRemoveColormap(pix.get(), REMOVE_CMAP_BASED_ON_SRC), "colour map");
  }
  if (pixGetDepth(pix.get()) == 32 && pixGetSpp(pix.get()) == 4) {
    pix = checked(pixAlphaBlendUniform(pix.get(), 0xFFFFFF00), "transparency");
  }
  const int depth = pixGetDepth(pix.get());
  if (depth == 1 || depth == 8 || depth == 32) return pix;
  return checked(pixConvertTo8(pix.get(), 0), "depth");
}

double believable_dpi(Pix* pix) {
  const int dpi = pixGetXRes(pix);
  return dpi >= kLeastDpi && dpi <= kMostDpi ? dpi : 0;
}

int turn_hint_of(const SourceFile& file, int index) {
  if (file.kind == FileKind::jpeg) return jpeg_turn(file.bytes);
  if (file.kind != FileKind::tiff) return 0;
  const auto orientations = tiff_directories(file.bytes, index + 1);
  const int orientation = orientations.at(static_cast<std::size_t>(index));
  const bool mirrored = orientation != 3 && orientation != 6 && orientation != 8;
  return mirrored ? 0 : turn_of_orientation(orientation);
}

}  // namespace

int count_images(const SourceFile& file, const ReadLimits& limits) {
  silence_image_libraries();
  if (file.kind != FileKind::tiff) {
    check_size(file, 0, limits);
    if (!is_whole(file)) throw damaged();
    return 1;
  }
  const auto pages = static_cast<int>(tiff_directories(file.bytes, limits.pages + 1).size());
  // Of a file that was cut off the first pages alone would be taken, and nobody would know.
  if (pages == 0 || !tiff_chain_is_whole(file.bytes, limits.pages + 1)) throw damaged();
  if (pages > limits.pages) {
    throw Error(Fault::usage, say(tr("the file has more than {} pages"), limits.pages),
                tr("divide it into smaller files"));
  }
  return pages;
}

PageImage decode_image(const SourceFile& file, int index, const ReadLimits& limits) {
  return decode_image(file, index, limits, std::numeric_limits<int>::max());
}

PageImage decode_image(const SourceFile& file, int index, const ReadLimits& limits, int side) {
  silence_image_libraries();
  const ImageSize size = check_size(file, index, limits);
  if (!is_whole(file)) throw damaged();
  PixPtr pix(decode_bytes(file, index, reduction_for(file, size, side)));
  if (!pix) {
    expect_room(size);
    throw damaged();
  }
  PageImage image;
  image.dpi = believable_dpi(pix.get());
  image.turn_hint = turn_hint_of(file, index);
  image.pix = plain(std::move(pix));
  if (file.kind == FileKind::tiff && image.turn_hint != 0) {
    // Leptonica has turned it already; boxes are told in the stored pixels.
    image.pix = checked(pixRotateOrth(image.pix.get(), 4 - image.turn_hint / 90), "turning back");
  }
  return image;
}

}  // namespace fonds

#include "ingest/access_image.h"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string_view>

#include "base/error.h"
#include "ingest/tiff_memory.h"
#include "pdf/jpeg_frame.h"
#include "pdf/pixel_packer.h"

namespace fonds {
namespace {

constexpr int kJpegQuality = 90;
constexpr std::size_t kWorthLosing = 3;  // how many times smaller a JPEG must be

struct FreeBytes {
  void operator()(l_uint8* bytes) const { std::free(bytes); }  // Leptonica allocates with malloc
};

struct Bytes {
  std::unique_ptr<l_uint8, FreeBytes> data;
  std::size_t size = 0;
  [[nodiscard]] std::string_view view() const {
    return {reinterpret_cast<const char*>(data.get()), size};
  }
};

template <class Write>
Bytes written(Write write) {
  l_uint8* data = nullptr;
  std::size_t size = 0;
  const bool failed = write(&data, &size) != 0;
  Bytes bytes{std::unique_ptr<l_uint8, FreeBytes>(data), size};
  if (failed || data == nullptr) throw Error(Fault::bug, "a picture cannot be encoded");
  return bytes;
}

/// Gives every row of `pix` as PixelPacker takes it, until `enough` says so.
class Rows {
 public:
  Rows(const PixPtr& pix, PdfColour colour) : pix_(pix.get()), colour_(colour) {
    const auto width = static_cast<std::size_t>(pixGetWidth(pix_));
    const auto bits = static_cast<std::size_t>(components_of(colour) * bits_of(colour));
    row_.resize((width * bits + 7) / 8);
  }

  std::string_view row(int y) {
    const l_uint32* line = pixGetData(pix_) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(pix_);
    const int depth = pixGetDepth(pix_);
    if (colour_ == PdfColour::bilevel) {
      for (std::size_t i = 0; i < row_.size(); ++i) {
        row_[i] = static_cast<char>(~GET_DATA_BYTE(line, i));  // Leptonica: 1 is black
      }
    } else if (depth == 8) {
      for (std::size_t x = 0; x < row_.size(); ++x) {
        row_[x] = static_cast<char>(GET_DATA_BYTE(line, x));
      }
    } else {
      from_colours(line);
    }
    return row_;
  }

 private:
  void from_colours(const l_uint32* line) {
    const auto step = static_cast<std::size_t>(components_of(colour_));
    for (std::size_t i = 0; i < row_.size(); i += step, ++line) {
      row_[i] = static_cast<char>(*line >> L_RED_SHIFT & 0xFF);
      if (step == 1) continue;
      row_[i + 1] = static_cast<char>(*line >> L_GREEN_SHIFT & 0xFF);
      row_[i + 2] = static_cast<char>(*line >> L_BLUE_SHIFT & 0xFF);
    }
  }

  Pix* pix_;
  PdfColour colour_;
  std::string row_;
};

bool is_grey(const PixPtr& pix) {
  const auto count = static_cast<std::ptrdiff_t>(pixGetWpl(pix.get())) * pixGetHeight(pix.get());
  const l_uint32* data = pixGetData(pix.get());
  return std::all_of(data, data + count, [](l_uint32 pixel) {
    const l_uint32 red = pixel >> L_RED_SHIFT & 0xFF;
    return red == (pixel >> L_GREEN_SHIFT & 0xFF) && red == (pixel >> L_BLUE_SHIFT & 0xFF);
  });
}

PdfColour colour_of(const PixPtr& pix) {
  switch (pixGetDepth(pix.get())) {
    case 1:
      return PdfColour::bilevel;
    case 8:
      return PdfColour::grey;
    case 32:
      return is_grey(pix) ? PdfColour::grey : PdfColour::rgb;
    default:
      throw Error(Fault::bug, "a picture of unexpected depth");
  }
}

/// Nothing when it would take more than `most` bytes.
std::optional<PdfImage> pack_losslessly(const PixPtr& pix, PdfColour colour, std::size_t most) {
  const int height = pixGetHeight(pix.get());
  PixelPacker packer(pixGetWidth(pix.get()), height, colour);
  Rows rows(pix, colour);
  for (int y = 0; y < height; ++y) {
    packer.add_row(rows.row(y));
    if (packer.packed() > most) return std::nullopt;
  }
  PdfImage image = packer.finish();
  if (image.data.size() > most) return std::nullopt;
  return image;
}

PdfImage pack_bilevel(const PixPtr& pix) {
  const Bytes tiff = written([&](l_uint8** data, std::size_t* size) {
    return pixWriteMemTiff(data, size, pix.get(), IFF_TIFF_G4);
  });
  auto g4 = look_at_tiff(std::string(tiff.view()), 0).unchanged;
  if (!g4) throw Error(Fault::bug, "a page cannot be encoded as G4");
  // Screened pictures defeat G4.
  auto flate = pack_losslessly(pix, PdfColour::bilevel, g4->data.size());
  return flate ? std::move(*flate) : std::move(*g4);
}

}  // namespace

PdfImage pack_pixels(const PixPtr& pix) {
  const PdfColour colour = colour_of(pix);
  if (colour == PdfColour::bilevel) return pack_bilevel(pix);
  PixPtr grey;
  if (colour == PdfColour::grey && pixGetDepth(pix.get()) == 32) {
    grey = checked(pixGetRGBComponent(pix.get(), COLOR_RED), "grey");
  }
  const PixPtr& picture = grey ? grey : pix;
  const Bytes jpeg = written([&](l_uint8** data, std::size_t* size) {
    return pixWriteMemJpeg(data, size, picture.get(), kJpegQuality, 0);
  });
  if (auto exact = pack_losslessly(picture, colour, kWorthLosing * jpeg.size)) {
    return std::move(*exact);
  }
  const auto frame = read_jpeg_frame(jpeg.view());
  if (!frame) throw Error(Fault::bug, "a picture cannot be encoded as JPEG");
  return embed_jpeg(*frame, jpeg.view());
}

namespace {

template <class Value>
Value tag(TIFF* tiff, std::uint32_t which, Value otherwise) {
  Value value = otherwise;
  return TIFFGetFieldDefaulted(tiff, which, &value) == 1 ? value : otherwise;
}

bool is_one_g4_strip(TIFF* tiff) {
  const auto orientation = tag<std::uint16_t>(tiff, TIFFTAG_ORIENTATION, 1);
  const bool mirrored =
      orientation != 1 && orientation != 3 && orientation != 6 && orientation != 8;
  constexpr std::uint32_t kUncompressedMode = 2;
  return tag<std::uint16_t>(tiff, TIFFTAG_COMPRESSION, 0) == COMPRESSION_CCITTFAX4 && !mirrored &&
         tag<std::uint16_t>(tiff, TIFFTAG_BITSPERSAMPLE, 1) == 1 &&
         tag<std::uint16_t>(tiff, TIFFTAG_SAMPLESPERPIXEL, 1) == 1 &&
         tag<std::uint16_t>(tiff, TIFFTAG_PHOTOMETRIC, 0) <= PHOTOMETRIC_MINISBLACK &&
         (tag<std::uint32_t>(tiff, TIFFTAG_GROUP4OPTIONS, 0) & kUncompressedMode) == 0 &&
         TIFFIsTiled(tiff) == 0 && TIFFNumberOfStrips(tiff) == 1;
}

std::optional<PdfImage> strip_of(TIFF* tiff, std::size_t file_size) {
  if (!is_one_g4_strip(tiff)) return std::nullopt;
  const auto size = TIFFRawStripSize64(tiff, 0);
  if (size == 0 || size > file_size) return std::nullopt;
  PdfImage image;
  image.coding = PdfCoding::g4;
  image.colour = PdfColour::bilevel;
  image.width = static_cast<int>(tag<std::uint32_t>(tiff, TIFFTAG_IMAGEWIDTH, 0));
  image.height = static_cast<int>(tag<std::uint32_t>(tiff, TIFFTAG_IMAGELENGTH, 0));
  const bool ones_are_white =
      tag<std::uint16_t>(tiff, TIFFTAG_PHOTOMETRIC, 0) == PHOTOMETRIC_MINISBLACK;
  image.ink = ones_are_white ? FaxInk::white : FaxInk::black;
  image.data.resize(size);
  const auto got = TIFFReadRawStrip(tiff, 0, image.data.data(), static_cast<tmsize_t>(size));
  if (got != static_cast<tmsize_t>(size) || image.width <= 0 || image.height <= 0) {
    return std::nullopt;
  }
  if (tag<std::uint16_t>(tiff, TIFFTAG_FILLORDER, FILLORDER_MSB2LSB) == FILLORDER_LSB2MSB) {
    TIFFReverseBits(reinterpret_cast<std::uint8_t*>(image.data.data()),
                    static_cast<tmsize_t>(size));
  }
  return image;
}

/// Fax machines scan 204 × 98 or 204 × 196 dots an inch.
double pixel_height_of(TIFF* tiff) {
  const auto across = tag<float>(tiff, TIFFTAG_XRESOLUTION, 0);
  const auto down = tag<float>(tiff, TIFFTAG_YRESOLUTION, 0);
  if (!(across > 0) || !(down > 0)) return 1;
  const double ratio = static_cast<double>(across) / static_cast<double>(down);
  constexpr double kMost = 4;
  return ratio > 1 / kMost && ratio < kMost ? ratio : 1;
}

}  // namespace

TiffPage look_at_tiff(const std::string& bytes, int index) {
  silence_image_libraries();
  TiffSource source{bytes};
  const TiffPtr tiff = open_tiff(source);
  TiffPage page;
  if (!tiff || TIFFSetDirectory(tiff.get(), static_cast<tdir_t>(index)) == 0) return page;
  page.unchanged = strip_of(tiff.get(), bytes.size());
  page.pixel_height = pixel_height_of(tiff.get());
  return page;
}

}  // namespace fonds

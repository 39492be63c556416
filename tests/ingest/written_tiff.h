/// TIFFs of several pages in every layout libtiff writes, and a look at their raw data.
///
/// Threads: pure. The pictures are invented: noise over a slope, other on every page.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "ingest/tiff_memory.h"

namespace fonds {

struct TiffLayout {
  std::string name{};
  const char* mode = "wl";
  std::uint16_t compression = COMPRESSION_NONE;
  std::uint16_t bits = 8;
  std::uint16_t samples = 1;
  std::uint16_t photometric = PHOTOMETRIC_MINISBLACK;
  std::uint32_t rows_per_strip = 96;
  std::uint32_t tile = 0;  ///< side of a tile, 0: strips
  /// Sets further tags of page `index`.
  std::function<void(TIFF*, int index)> more{};
};

inline constexpr std::uint32_t kTiffWidth = 64;
inline constexpr std::uint32_t kTiffHeight = 96;

inline std::string written_tiff(const TiffLayout& layout, int pages) {
  TiffTarget target{{}, 64U << 20};
  TiffPtr tiff = create_tiff(target, layout.mode);
  unsigned seed = 1;
  for (int page = 0; page < pages; ++page) {
    TIFFSetField(tiff.get(), TIFFTAG_COMPRESSION, layout.compression);
    TIFFSetField(tiff.get(), TIFFTAG_IMAGEWIDTH, kTiffWidth);
    TIFFSetField(tiff.get(), TIFFTAG_IMAGELENGTH, kTiffHeight);
    TIFFSetField(tiff.get(), TIFFTAG_BITSPERSAMPLE, layout.bits);
    TIFFSetField(tiff.get(), TIFFTAG_SAMPLESPERPIXEL, layout.samples);
    TIFFSetField(tiff.get(), TIFFTAG_PHOTOMETRIC, layout.photometric);
    TIFFSetField(tiff.get(), TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
    if (layout.tile > 0) {
      TIFFSetField(tiff.get(), TIFFTAG_TILEWIDTH, layout.tile);
      TIFFSetField(tiff.get(), TIFFTAG_TILELENGTH, layout.tile);
    } else {
      TIFFSetField(tiff.get(), TIFFTAG_ROWSPERSTRIP, layout.rows_per_strip);
    }
    TIFFSetField(tiff.get(), TIFFTAG_XRESOLUTION, 200.0 + 100 * page);
    TIFFSetField(tiff.get(), TIFFTAG_YRESOLUTION, 200.0 + 100 * page);
    TIFFSetField(tiff.get(), TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH);
    if (layout.more) layout.more(tiff.get(), page);
    const std::uint32_t count =
        layout.tile > 0 ? TIFFNumberOfTiles(tiff.get()) : TIFFNumberOfStrips(tiff.get());
    for (std::uint32_t i = 0; i < count; ++i) {
      const tmsize_t size = layout.tile > 0 ? TIFFTileSize(tiff.get())
                                            : TIFFVStripSize(tiff.get(), layout.rows_per_strip);
      std::vector<std::uint8_t> data(static_cast<std::size_t>(size));
      for (std::uint8_t& byte : data) {
        seed = seed * 1664525 + 1013904223;
        byte = static_cast<std::uint8_t>(page * 60 + (seed >> 28));
      }
      layout.tile > 0 ? TIFFWriteEncodedTile(tiff.get(), i, data.data(), size)
                      : TIFFWriteEncodedStrip(tiff.get(), i, data.data(), size);
    }
    TIFFWriteDirectory(tiff.get());
  }
  tiff.reset();
  return std::move(target.bytes);
}

/// The data of every strip or tile of page `index`, as they are stored.
inline std::vector<std::string> raw_data(const std::string& bytes, int index) {
  TiffSource source{bytes};
  const TiffPtr tiff = open_tiff(source);
  std::vector<std::string> all;
  if (!tiff || TIFFSetDirectory(tiff.get(), static_cast<tdir_t>(index)) != 1) return all;
  const bool tiled = TIFFIsTiled(tiff.get()) != 0;
  const std::uint32_t count =
      tiled ? TIFFNumberOfTiles(tiff.get()) : TIFFNumberOfStrips(tiff.get());
  for (std::uint32_t i = 0; i < count; ++i) {
    std::string data(TIFFGetStrileByteCount(tiff.get(), i), '\0');
    const auto size = static_cast<tmsize_t>(data.size());
    tiled ? TIFFReadRawTile(tiff.get(), i, data.data(), size)
          : TIFFReadRawStrip(tiff.get(), i, data.data(), size);
    all.push_back(std::move(data));
  }
  return all;
}

inline std::vector<TiffLayout> every_layout() {
  const auto fax = PHOTOMETRIC_MINISWHITE;
  std::vector<TiffLayout> all{
      {"none", "wl", COMPRESSION_NONE},
      {"none-1-bit", "wl", COMPRESSION_NONE, 1, 1, fax},
      {"none-rgb", "wl", COMPRESSION_NONE, 8, 3, PHOTOMETRIC_RGB, 7},
      {"none-big-endian-16-bit", "wb", COMPRESSION_NONE, 16, 1, PHOTOMETRIC_MINISBLACK, 10},
      {"none-bigtiff", "wl8", COMPRESSION_NONE, 8, 1, PHOTOMETRIC_MINISBLACK, 20},
      {"none-big-endian-bigtiff", "wb8", COMPRESSION_NONE},
      {"rle", "wl", COMPRESSION_CCITTRLE, 1, 1, fax},
      {"g3", "wl", COMPRESSION_CCITTFAX3, 1, 1, fax},
      {"g3-two-dimensional", "wl", COMPRESSION_CCITTFAX3, 1, 1, fax, 32},
      {"g4", "wl", COMPRESSION_CCITTFAX4, 1, 1, fax},
      {"g4-strips-big-endian", "wb", COMPRESSION_CCITTFAX4, 1, 1, PHOTOMETRIC_MINISBLACK, 16},
      {"g4-reversed-bits", "wl", COMPRESSION_CCITTFAX4, 1, 1, fax},
      {"g4-tiles", "wl", COMPRESSION_CCITTFAX4, 1, 1, fax, 0, 32},
      {"lzw", "wl", COMPRESSION_LZW},
      {"lzw-predictor-rgb", "wb", COMPRESSION_LZW, 8, 3, PHOTOMETRIC_RGB, 11},
      {"lzw-tiles", "wl", COMPRESSION_LZW, 8, 3, PHOTOMETRIC_RGB, 0, 48},
      {"deflate", "wl", COMPRESSION_ADOBE_DEFLATE, 8, 1, PHOTOMETRIC_MINISBLACK, 9},
      {"deflate-old-number", "wl", COMPRESSION_DEFLATE},
      {"packbits", "wb", COMPRESSION_PACKBITS, 1, 1, fax, 5},
      {"jpeg-grey", "wl", COMPRESSION_JPEG, 8, 1, PHOTOMETRIC_MINISBLACK, 16},
      {"jpeg-rgb", "wl", COMPRESSION_JPEG, 8, 3, PHOTOMETRIC_RGB, 16},
      {"jpeg-ycbcr", "wb", COMPRESSION_JPEG, 8, 3, PHOTOMETRIC_YCBCR, 16},
      {"jpeg-ycbcr-full", "wl", COMPRESSION_JPEG, 8, 3, PHOTOMETRIC_YCBCR, 96},
      {"jpeg-tiles", "wl", COMPRESSION_JPEG, 8, 3, PHOTOMETRIC_YCBCR, 0, 32},
      {"jpeg-without-tables", "wl", COMPRESSION_JPEG, 8, 1, PHOTOMETRIC_MINISBLACK, 32},
      {"palette-8-bit", "wl", COMPRESSION_LZW, 8, 1, PHOTOMETRIC_PALETTE},
      {"palette-4-bit", "wb", COMPRESSION_NONE, 4, 1, PHOTOMETRIC_PALETTE, 30},
  };
  for (TiffLayout& layout : all) {
    const std::string& name = layout.name;
    layout.more = [name, palette = layout.photometric == PHOTOMETRIC_PALETTE, bits = layout.bits](
                      TIFF* tiff, int page) {
      if (name == "g3-two-dimensional") TIFFSetField(tiff, TIFFTAG_GROUP3OPTIONS, 5);
      if (name == "g4-reversed-bits") TIFFSetField(tiff, TIFFTAG_FILLORDER, FILLORDER_LSB2MSB);
      if (name == "lzw-predictor-rgb") TIFFSetField(tiff, TIFFTAG_PREDICTOR, 2);
      if (name == "jpeg-ycbcr-full") TIFFSetField(tiff, TIFFTAG_YCBCRSUBSAMPLING, 1, 1);
      if (name.find("ycbcr") != std::string::npos || name == "jpeg-tiles") {
        TIFFSetField(tiff, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
      }
      if (name == "jpeg-without-tables") TIFFSetField(tiff, TIFFTAG_JPEGTABLESMODE, 0);
      if (!palette) return;
      std::vector<std::uint16_t> red(1U << bits);
      for (std::size_t i = 0; i < red.size(); ++i) {
        red[i] = static_cast<std::uint16_t>(i * 257 + static_cast<std::size_t>(page) * 4000);
      }
      const std::vector<std::uint16_t> other(red.rbegin(), red.rend());
      TIFFSetField(tiff, TIFFTAG_COLORMAP, red.data(), other.data(), red.data());
    };
  }
  return all;
}

}  // namespace fonds

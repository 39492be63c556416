/// Small whole images of each kind, and ones that harm a careless reader.
///
/// Threads: pure. Sources: TIFF 6.0, BigTIFF (libtiff), PNG 1.2, BMP, RIFF/WebP container.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace fonds {

enum class TiffForm { little, big_endian, bigtiff };

/// A TIFF of `pages` bare grey pages of 8 × 8 pixels.
std::string small_tiff(int pages, TiffForm form = TiffForm::little);
/// A TIFF whose directory points back at itself.
std::string looping_tiff();

enum class PngColour : std::uint8_t { bilevel, rgb };
/// A white PNG of any size, packed to about a thousandth: 20 000 × 20 000 is harmless to hold and
/// 1.2 GB to unpack as colour.
std::string white_png(std::uint32_t width, std::uint32_t height, PngColour colour);

/// Bytes with the structure of a JPEG with one scan (not decodable: a few bytes of entropy data).
std::string bare_jpeg();
/// The structure of a phone's photo: Exif with a thumbnail that is itself a JPEG, two pictures
/// (MPF).
std::string phone_jpeg();
/// An 8 × 8 grey BMP.
std::string small_bmp();
/// The structure of a WebP and of a JPEG 2000 file (not decodable).
std::string bare_webp();
std::string bare_jp2();

}  // namespace fonds

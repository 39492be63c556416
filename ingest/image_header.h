/// What the headers of an image file say, read without decoding: size, pages, orientation, and
/// whether the file goes on to its end.
///
/// Our own few lines where Leptonica has no header reader or would decode. Bytes are hostile: every
/// read is checked against the length. Threads: pure. Faults: none, an unreadable header is absent.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace fonds {

struct ImageSize {
  std::int64_t width = 0;
  std::int64_t height = 0;
};

std::optional<ImageSize> bmp_size(std::string_view bytes);
/// JPEG 2000, boxed or bare codestream: the SIZ marker (ISO 15444-1, A.5.1).
std::optional<ImageSize> jp2_size(std::string_view bytes);

/// The clockwise turn the EXIF orientation of a JPEG asks for; mirrored pictures count as the turn
/// they also carry. 0 when it says nothing.
int jpeg_turn(std::string_view bytes);
/// The same number from an orientation value (TIFF 6.0, tag 274).
int turn_of_orientation(int orientation);

/// Whether a JPEG goes on to its end marker. Embedded previews are not mistaken for the picture.
bool jpeg_is_whole(std::string_view bytes);
/// Whether the RIFF chunk of a WebP is all there.
bool webp_is_whole(std::string_view bytes);

/// Orientation tag of each directory of a TIFF, in order: its length is the number of pages. Stops
/// at a directory met before (a loop), out of the file, or after `at_most` ones.
std::vector<int> tiff_directories(std::string_view bytes, int at_most);
/// Whether the chain of the first `at_most` directories comes to its end: else pages are missing.
bool tiff_chain_is_whole(std::string_view bytes, int at_most);

}  // namespace fonds

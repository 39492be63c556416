// Headers of pictures, and what kind of file they begin: any bytes give an answer within its range.
#include "fuzz_input.h"
#include "ingest/image_header.h"
#include "model/file_kind.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fonds;
  const std::string_view bytes = input_of(data, size);
  constexpr std::int64_t kMost = std::int64_t{1} << 32;
  constexpr int kMostDirectories = 100;
  for (const auto& found : {bmp_size(bytes), jp2_size(bytes)}) {
    if (!found) continue;
    require(found->width >= -kMost && found->width <= kMost);
    require(found->height >= -kMost && found->height <= kMost);
  }
  const int turn = jpeg_turn(bytes);
  require(turn >= 0 && turn <= 270 && turn % 90 == 0);
  if (jpeg_is_whole(bytes)) require(bytes.find("\xFF\xD9") != std::string_view::npos);
  if (webp_is_whole(bytes)) require(bytes.size() >= 7);
  const auto directories = tiff_directories(bytes, kMostDirectories);
  require(directories.size() <= static_cast<std::size_t>(kMostDirectories));
  for (const int orientation : directories) turn_of_orientation(orientation);
  if (const auto kind = tell_kind(bytes)) require(entry_of(*kind).kind == *kind);
  return 0;
}

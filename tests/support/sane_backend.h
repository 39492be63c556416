/// SaneBackend: SANE confined to one of its own backends for tests, "test" (a scanner that makes
/// its pictures and every error) or "pnm" (a scanner that gives the picture of a file), while it
/// lives.
///
/// Threads: one, and one at a time; it sets SANE_CONFIG_DIR of the process.
#pragma once

#include <string>
#include <vector>

#include "support/temp_folder.h"

namespace fonds {

class SaneBackend {
 public:
  explicit SaneBackend(const std::string& name);
  ~SaneBackend();
  SaneBackend(const SaneBackend&) = delete;
  SaneBackend& operator=(const SaneBackend&) = delete;

  /// The folder to give to another process as SANE_CONFIG_DIR.
  [[nodiscard]] const TempFolder& folder() const;
};

/// A binary PPM (colour) or PGM (grey) of these samples, 8 bits each.
enum class PnmColour { grey, rgb };
std::string make_pnm(int width, int height, PnmColour colour, const std::string& samples);

/// A PNG as the scanner makes it, unpacked.
struct UnpackedPng {
  int width = 0;
  int height = 0;
  int channels = 0;
  int depth = 0;
  double dpi = 0;
  std::string samples;  ///< rows without padding between them, as PNG has them
};
UnpackedPng unpack_png(const std::string& png);

}  // namespace fonds

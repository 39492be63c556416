/// PageSource: something that gives scanned pages one after another: a scanner, or a test double.
///
/// Threads: one. Faults: unavailable (cable pulled, device gone), busy, io, usage (bad option); the
/// pages given before a fault are whole and stay good.
#pragma once

#include <optional>
#include <string>

namespace fonds {

struct ScannedPage {
  std::string png;  ///< lossless, with the resolution in its pHYs chunk
  int width = 0;    ///< pixels
  int height = 0;
  double dpi = 0;
};

enum class FeederEnd { empty };  ///< no more paper: the ordinary end of an ADF batch

class PageSource {
 public:
  virtual ~PageSource() = default;
  /// The next page, or nothing when the feeder is empty (flatbed: after one page).
  virtual std::optional<ScannedPage> next() = 0;
};

}  // namespace fonds

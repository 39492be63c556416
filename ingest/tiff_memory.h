/// MemoryTiff lets libtiff read a TIFF in memory or write one into memory.
///
/// Included by files of ingest that use libtiff. The object must outlive the TIFF opened on it and
/// must not move. Threads: one. Faults: none of its own: what does not fit fails in libtiff.
#pragma once

#include <tiffio.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace fonds {

struct CloseTiff {
  void operator()(TIFF* tiff) const { TIFFClose(tiff); }
};
using TiffPtr = std::unique_ptr<TIFF, CloseTiff>;

/// Bytes for libtiff to read.
struct TiffSource {
  std::string_view bytes;
  toff_t at = 0;
};
/// `source` as a TIFF with the strips it has (libtiff may else cut large ones); null when it is
/// none.
TiffPtr open_tiff(TiffSource& source);

/// Bytes that libtiff writes, at most `most`.
struct TiffTarget {
  std::string bytes;
  std::uint64_t most = 0;
  toff_t at = 0;
  bool out_of_memory = false;  ///< a write failed for want of it
};
/// A TIFF to write, `mode` as TIFFOpen() takes it ("wl", "wb8", …).
TiffPtr create_tiff(TiffTarget& target, const char* mode);

}  // namespace fonds

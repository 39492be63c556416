/// PageBuilder: one scanned page out of the frames a scanner gives: grey, colour, or three passes
/// of one colour each; samples of 1, 8 or 16 bits; rows with padding; height unknown before.
///
/// Threads: one. Faults: io (the device announced or gave an impossible picture), usage (larger
/// than any paper). Source of the sample order: SANE standard 1.06, 3.2 "Image data format".
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "ingest/page_source.h"
#include "ingest/png_writer.h"

namespace fonds {

struct FrameForm {
  enum class Colour { grey, rgb, red, green, blue };
  Colour colour = Colour::grey;
  int width = 0;      ///< pixels
  int row_bytes = 0;  ///< with padding
  int depth = 8;      ///< bits of a sample; 16 in the byte order of this machine
};

class PageBuilder {
 public:
  explicit PageBuilder(double dpi);
  /// A new frame begins. Frames of one colour come three times, in any order.
  void begin(const FrameForm& form);
  /// The next bytes of the frame, cut anywhere.
  void add(std::string_view bytes);
  /// The frame is over; what there is of a last row is filled up with its lightest value.
  void end();
  /// The page. Call once.
  ScannedPage finish();

 private:
  void add_row(std::string_view row);
  void write_planes();

  double dpi_;
  FrameForm form_;
  std::string pending_;  ///< the beginning of a row
  std::uint64_t bytes_ = 0;
  std::array<std::string, 3> planes_;  ///< of three passes
  std::unique_ptr<PngWriter> png_;
  std::string row_;
};

}  // namespace fonds

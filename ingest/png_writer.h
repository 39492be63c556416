/// PngWriter: a lossless PNG written row by row, its height told only at the end (a hand scanner
/// does not know it before); memory is what the packed picture takes.
///
/// Threads: one. Faults: bug (a row of the wrong length). Source: PNG 1.2 (ISO/IEC 15948).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace fonds {

class PngWriter {
 public:
  struct Form {
    int width = 0;     ///< pixels, at least 1
    int channels = 1;  ///< 1: grey, 3: red green blue
    int depth = 8;     ///< bits of a sample: 1 (grey only), 8, 16
    double dpi = 0;    ///< 0: unknown, no pHYs chunk
  };
  explicit PngWriter(const Form& form);
  ~PngWriter();

  /// Bytes of one row.
  [[nodiscard]] std::size_t row_bytes() const { return row_bytes_; }
  [[nodiscard]] int rows() const { return rows_; }
  /// The next row: samples as PNG has them, 0 is black, most significant byte first.
  void add(std::string_view row);
  /// The whole file. Call once, after at least one row.
  std::string finish();

 private:
  struct Packer;
  Form form_;
  std::size_t row_bytes_;
  std::size_t step_;  ///< bytes from a sample to its left neighbour
  int rows_ = 0;
  std::string above_;
  std::string filtered_;
  std::string out_;
  std::unique_ptr<Packer> packer_;
};

}  // namespace fonds

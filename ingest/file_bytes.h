/// FileBytes: any place of a file, read in small pieces within a budget, for parsers of hostile
/// bytes that jump about.
///
/// Invariant: nothing beyond the file's size is given; all reading together stays below the budget
///            (twice the size and 64 MiB), so that no file can keep its reader busy for ever.
/// Threads:   one. Faults: what `read` throws.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace fonds {

class FileBytes {
 public:
  /// Reads up to `size` bytes from `offset`; less only at the end of the file.
  using ReadAt = std::function<std::size_t(std::uint64_t offset, char* buffer, std::size_t size)>;
  /// The most get() gives at once.
  static constexpr std::size_t kMost = 16384;

  FileBytes(std::uint64_t size, ReadAt read);

  [[nodiscard]] std::uint64_t size() const { return size_; }
  /// `count` bytes from `offset`, good until the next get(); nothing when the file ends before, or
  /// the budget is spent.
  std::optional<std::string_view> get(std::uint64_t offset, std::size_t count);
  /// What there is from `offset`, at most `count` bytes.
  std::string_view get_some(std::uint64_t offset, std::size_t count);

 private:
  std::uint64_t size_;
  ReadAt read_;
  std::uint64_t budget_;
  std::string window_;
  std::uint64_t window_at_ = 0;
};

/// `bytes` as an unsigned number, least or most significant byte first; at most eight bytes.
std::uint64_t little_endian(std::string_view bytes);
std::uint64_t big_endian(std::string_view bytes);

}  // namespace fonds

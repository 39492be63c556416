/// OfficePackage: the parts of an office document that is a ZIP (OOXML, OpenDocument).
///
/// Hostile input: parts, their sizes and what they unpack to together are limited; a part is
/// unpacked only when it is asked for. Threads: one a package. Runs in the sandboxed worker.
/// Faults: corrupt (damaged), usage (over a limit, protected by a password).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "model/file_kind.h"

namespace fonds {

struct PackageLimits {
  std::size_t parts = 10'000;
  std::uint64_t part_bytes = 128ULL << 20;   ///< of one part that is read
  std::uint64_t total_bytes = 512ULL << 20;  ///< of all parts, as the directory says
};

class OfficePackage {
 public:
  /// `bytes` must outlive the package.
  explicit OfficePackage(std::string_view bytes, const PackageLimits& limits = {});

  [[nodiscard]] bool has(std::string_view part) const { return sizes_.count(part) != 0; }
  /// What all parts together unpack to, by their directory.
  [[nodiscard]] std::uint64_t unpacked_bytes() const { return unpacked_; }
  /// Names of the parts in order of name, and their sizes unpacked.
  [[nodiscard]] const std::map<std::string, std::uint64_t, std::less<>>& parts() const {
    return sizes_;
  }
  /// The whole part; fault corrupt when there is none.
  [[nodiscard]] std::string read(std::string_view part) const;

  /// What the package is by its parts; nothing when it is an ordinary ZIP.
  [[nodiscard]] std::optional<FileKind> kind() const;

 private:
  std::string_view bytes_;
  PackageLimits limits_;
  std::map<std::string, std::uint64_t, std::less<>> sizes_;
  std::uint64_t unpacked_ = 0;
};

}  // namespace fonds

/// ScanPresets: settings of the scanning desk kept under a title, for all who scan.
///
/// Titles are compared folded (lower case, ё = е). Threads: as Database. Faults: as Database;
/// absent is a value.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalogue/database.h"

namespace fonds {

/// Texts are those of `fonds scan`; what they mean is said there.
struct ScanPreset {
  std::string title{};
  std::string device{};  ///< empty: the first one found
  std::string source{};  ///< empty: as the device is set
  int dpi = 0;
  std::string mode{};
  std::string sheet{};     ///< empty: all the scanner sees
  bool one_paper = false;  ///< all sheets are one paper
};

class ScanPresets {
 public:
  explicit ScanPresets(Database& database) : database_(database) {}

  /// In place of one of this title.
  void set(Transaction& transaction, std::string_view login, const ScanPreset& preset);
  /// False when there was none.
  bool remove(Transaction& transaction, std::string_view title);
  /// In order of titles.
  std::vector<ScanPreset> list();

 private:
  Database& database_;
};

}  // namespace fonds

/// InventoryWords: which headings of cases are of papers that bear numbers («Приказы …»,
/// «Протоколы …»), and whether a heading says which numbers.
///
/// The words are data: config/inventory_words.toml. Any text may be asked about, ill-formed UTF-8,
/// too. Threads: immutable, use from all. Faults: usage (data that are none).
#pragma once

#include <string_view>

#include "base/data_file.h"
#include "base/pattern.h"

namespace fonds {

class InventoryWords {
 public:
  /// config/inventory_words.toml as compiled in; read once.
  static const InventoryWords& shipped();
  explicit InventoryWords(const DataTable& data);

  /// Whether the first word of the heading is the name of papers that bear numbers.
  [[nodiscard]] bool is_numbered(std::string_view heading) const;

 private:
  Pattern first_word_;
};

/// «№ 1 – № 54», «№ 1–54», «№№ 1-54», «№ 3», «№ 12-лс», «№ лс-12».
bool names_numbers(std::string_view heading);

}  // namespace fonds

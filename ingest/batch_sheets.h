/// BatchSheets tells from the codes on a page whether it is a separator, cover or case sheet, and
/// what the sheet says: ours (model/sheet_code.h) and those of other makers
/// (config/separator_sheets.toml).
///
/// Threads: immutable. Faults: usage (the data file is wrong).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/data_file.h"
#include "base/pattern.h"
#include "model/page.h"
#include "model/sheet_code.h"

namespace fonds {

class BatchSheets {
 public:
  /// `sheets`: separator_sheets.toml.
  explicit BatchSheets(const DataTable& sheets);
  /// With the data the program comes with.
  static BatchSheets shipped();

  /// Of several codes on a page ours count before others, and the one that says most: our sheets
  /// carry the same twice, once in brief. Two that contradict each other are no sheet.
  [[nodiscard]] std::optional<SheetCode> read(const std::vector<Barcode>& codes) const;

 private:
  struct Foreign {
    Pattern code;
    SheetKind kind;
    std::size_t case_group = 0;  ///< 0: none
    std::size_t year_group = 0;
  };
  [[nodiscard]] std::optional<SheetCode> read_foreign(std::string_view code) const;
  std::vector<Foreign> foreign_;
};

}  // namespace fonds

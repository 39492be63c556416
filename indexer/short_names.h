/// ShortNames: first names that a short form stands for: «Саша» is Александр or Александра.
///
/// Threads: immutable; from any thread. Faults: usage (the data file is wrong, with its line).
#pragma once

#include <map>
#include <string>
#include <vector>

namespace fonds {

class DataTable;

class ShortNames {
 public:
  /// config/short_names.toml as compiled in; read once.
  static const ShortNames& shipped();
  explicit ShortNames(const DataTable& data);

  /// The names in full, folded nominatives, that `word` (folded, in any case form) is short for.
  [[nodiscard]] std::vector<std::string> full_names(const std::string& word) const;

 private:
  std::map<std::string, std::vector<std::string>> full_by_form_;
};

}  // namespace fonds

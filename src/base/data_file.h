/// DataTable: a TOML file of domain data (kinds of papers, rules of declension, patterns) as a tree
/// that whoever owns the data walks; what is missing, misspelt or of the wrong type is named with
/// its line.
///
/// The data shipped with the program stands in config/ and is compiled in (shipped_data).
/// Threads: immutable after loading.
/// Faults:  usage (says file, line and what to write), not_found (no such shipped file).
#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace fonds {

class DataTable {
 public:
  /// `name` is used in messages.
  static DataTable parse(std::string_view toml_text, std::string_view name);

  [[nodiscard]] bool has(std::string_view key) const;
  /// Keys in the order of the alphabet.
  [[nodiscard]] std::vector<std::string> keys() const;
  [[nodiscard]] const std::string& text(std::string_view key) const;
  [[nodiscard]] std::string text_or(std::string_view key, std::string_view standard) const;
  [[nodiscard]] double number(std::string_view key) const;  ///< a whole one too
  [[nodiscard]] double number_or(std::string_view key, double standard) const;
  [[nodiscard]] bool flag_or(std::string_view key, bool standard) const;
  /// An array of texts; absent: empty.
  [[nodiscard]] const std::vector<std::string>& texts(std::string_view key) const;
  /// [key]; refuses when absent.
  [[nodiscard]] const DataTable& table(std::string_view key) const;
  /// [[key]]; absent: empty.
  [[nodiscard]] const std::vector<DataTable>& tables(std::string_view key) const;
  /// Refuses a key that is not among `known`: a misspelt one must not be ignored.
  void expect_only(std::initializer_list<std::string_view> known) const;
  /// An Error of this table's place in its file.
  [[noreturn]] void refuse(const std::string& what, const std::string& hint) const;

 private:
  friend struct DataReader;
  using Value =
      std::variant<std::string, double, bool, std::vector<std::string>, std::vector<DataTable>>;
  [[nodiscard]] const Value* find(std::string_view key) const;
  template <class Type>
  [[nodiscard]] const Type& get(std::string_view key, const char* type_name) const;

  std::string file_;
  unsigned line_ = 1;
  std::map<std::string, Value, std::less<>> values_;  ///< a table inside: a vector of one
};

/// The text of `config/<name>` as the program was built with it.
std::string_view shipped_data(std::string_view name);

}  // namespace fonds

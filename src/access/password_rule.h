/// PasswordRule: which passwords a user may choose (config/passwords.toml).
///
/// Threads: immutable; use one from all threads. Faults: usage (the data file is wrong, with its
/// line).
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace fonds {

class DataTable;

class PasswordRule {
 public:
  /// config/passwords.toml as compiled in; read once.
  static const PasswordRule& shipped();
  explicit PasswordRule(const DataTable& data);

  /// What to do instead, in one line; empty: the password is good. The line never holds the
  /// password.
  [[nodiscard]] std::string problem(std::string_view password, std::string_view login) const;

 private:
  [[nodiscard]] bool is_common(std::string_view folded) const;

  std::size_t least_ = 0;  ///< characters
  std::set<std::string, std::less<>> common_;
};

}  // namespace fonds

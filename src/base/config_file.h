/// ConfigFile reads a TOML file against a table of known settings: unknown keys, wrong types and
/// values out of range are named with their line, so that a misspelt setting is never ignored.
///
/// Threads: immutable after loading.
/// Faults:  usage (the file is wrong: says where and what to write), not_found, io.
#pragma once

#include <boost/filesystem/path.hpp>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace fonds {

using SettingValue = std::variant<std::int64_t, double, bool, std::string>;

/// One setting: `key` is dotted ("recognition.jobs"); for numbers `least`/`most` bound the value.
struct Setting {
  std::string_view key;
  SettingValue standard;
  double least = 0;
  double most = 0;
  std::string_view help;  ///< English, marked by tr_later()
};

class ConfigFile {
 public:
  /// All settings at their standard value.
  explicit ConfigFile(std::span<const Setting> known);
  /// As above, overlaid by what `toml_text` says; `name` is used in messages.
  ConfigFile(std::span<const Setting> known, std::string_view toml_text, std::string_view name);

  [[nodiscard]] std::int64_t integer(std::string_view key) const;
  [[nodiscard]] double number(std::string_view key) const;
  [[nodiscard]] bool flag(std::string_view key) const;
  [[nodiscard]] const std::string& text(std::string_view key) const;

 private:
  [[nodiscard]] const SettingValue& value(std::string_view key) const;
  std::map<std::string, SettingValue, std::less<>> values_;
};

}  // namespace fonds

#include "base/config_file.h"

#include <toml++/toml.h>

#include <algorithm>
#include <optional>

#include "base/error.h"
#include "base/messages.h"

namespace fonds {
namespace {

[[noreturn]] void refuse(std::string_view name, const toml::source_region& where,
                         const std::string& what, const std::string& hint) {
  throw Error(Fault::usage, fmt::format("{}:{}: {}", name, where.begin.line, what), hint);
}

std::optional<SettingValue> read_value(const toml::node& node, const SettingValue& standard) {
  if (std::holds_alternative<std::int64_t>(standard)) {
    if (node.is_integer()) return SettingValue(**node.as_integer());
  } else if (std::holds_alternative<double>(standard)) {
    // Not value<double>(): it has no answer for a whole number that no double can hold exactly.
    if (node.is_integer()) return SettingValue(static_cast<double>(**node.as_integer()));
    if (node.is_floating_point()) return SettingValue(**node.as_floating_point());
  } else if (std::holds_alternative<bool>(standard)) {
    if (node.is_boolean()) return SettingValue(**node.as_boolean());
  } else if (node.is_string()) {
    return SettingValue(**node.as_string());
  }
  return std::nullopt;
}

const char* type_name(const SettingValue& value) {
  switch (value.index()) {
    case 0:
      return tr("a whole number");
    case 1:
      return tr("a number");
    case 2:
      return tr("true or false");
    default:
      return tr("a text in quotes");
  }
}

void check_range(const Setting& setting, const SettingValue& value, std::string_view name,
                 const toml::node& node) {
  if (setting.least == 0 && setting.most == 0) return;
  double number = 0;
  if (const auto* whole = std::get_if<std::int64_t>(&value)) number = static_cast<double>(*whole);
  if (const auto* real = std::get_if<double>(&value)) number = *real;
  if (!(number >= setting.least && number <= setting.most)) {  // so written, it refuses nan too
    refuse(name, node.source(),
           say(tr("{} must be between {} and {}"), setting.key, setting.least, setting.most),
           tr("correct the value"));
  }
}

void read_table(const toml::table& table, const std::string& prefix, std::span<const Setting> known,
                std::string_view name, std::map<std::string, SettingValue, std::less<>>& values) {
  for (const auto& [key, node] : table) {
    const std::string full = prefix + std::string(key.str());
    const toml::table* inner = node.as_table();
    const bool group = std::any_of(known.begin(), known.end(), [&](const Setting& each) {
      return each.key.substr(0, full.size() + 1) == full + ".";
    });
    if (inner != nullptr && group) {
      read_table(*inner, full + ".", known, name, values);
      continue;
    }
    const auto setting = std::find_if(known.begin(), known.end(),
                                      [&](const Setting& each) { return each.key == full; });
    if (setting == known.end()) {
      refuse(name, key.source(), say(tr("unknown setting '{}'"), full),
             tr("correct or remove it; `fonds config check` lists the known ones"));
    }
    const auto value = read_value(node, setting->standard);
    if (!value) {
      refuse(name, node.source(), say(tr("{} must be {}"), full, type_name(setting->standard)),
             tr("correct the value"));
    }
    check_range(*setting, *value, name, node);
    values[full] = *value;
  }
}

}  // namespace

ConfigFile::ConfigFile(std::span<const Setting> known) {
  for (const Setting& setting : known) values_.emplace(setting.key, setting.standard);
}

ConfigFile::ConfigFile(std::span<const Setting> known, std::string_view toml_text,
                       std::string_view name)
    : ConfigFile(known) {
  try {
    read_table(toml::parse(toml_text), "", known, name, values_);
  } catch (const toml::parse_error& error) {
    refuse(name, error.source(), std::string(error.description()), tr("correct the line"));
  }
}

const SettingValue& ConfigFile::value(std::string_view key) const {
  const auto found = values_.find(key);
  if (found == values_.end()) throw Error(Fault::bug, fmt::format("no setting '{}'", key));
  return found->second;
}

std::int64_t ConfigFile::integer(std::string_view key) const {
  return std::get<std::int64_t>(value(key));
}
double ConfigFile::number(std::string_view key) const { return std::get<double>(value(key)); }
bool ConfigFile::flag(std::string_view key) const { return std::get<bool>(value(key)); }
const std::string& ConfigFile::text(std::string_view key) const {
  return std::get<std::string>(value(key));
}

}  // namespace fonds

#include "archive/settings.h"

#include <boost/algorithm/string/split.hpp>
#include <boost/algorithm/string/trim.hpp>

#include "base/messages.h"

namespace fonds {
namespace {

std::string written(const SettingValue& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
  if (const auto* real = std::get_if<double>(&value)) return fmt::format("{}", *real);
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
  return '"' + std::get<std::string>(value) + '"';
}

}  // namespace

std::string settings_template() {
  std::string text =
      fmt::format("# {}\n", tr("Settings of this Fonds archive. `fonds config check` "
                               "says whether they are right."));
  std::string_view section;
  for (const Setting& setting : kSettings) {
    const auto dot = setting.key.find('.');
    const std::string_view its_section = setting.key.substr(0, dot);
    if (its_section != section) text += fmt::format("\n[{}]\n", its_section);
    section = its_section;
    text += fmt::format("# {}\n# {} = {}\n", tr(setting.help.data()), setting.key.substr(dot + 1),
                        written(setting.standard));
  }
  return text;
}

std::vector<std::string> own_names(const ConfigFile& settings) {
  std::vector<std::string> names;
  boost::algorithm::split(names, settings.text("institution.names"),
                          [](char c) { return c == ';'; });
  for (std::string& name : names) boost::algorithm::trim(name);
  std::erase(names, "");
  return names;
}

std::string own_name(const ConfigFile& settings) {
  const std::vector<std::string> names = own_names(settings);
  return names.empty() ? "" : names.front();
}

}  // namespace fonds

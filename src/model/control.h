/// Control and Scope: what a result is a record of, and who judged it (DOMAIN §6).
///
/// The names stand in the catalogue, in JSON and in config/. Threads: value types.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace fonds {

enum class Control {
  current,  ///< текущий: single works
  interim,  ///< промежуточный: parts of a programme, contests
  final,    ///< итоговый: the programme as a whole
};
inline constexpr std::array<std::string_view, 3> kControlNames{"current", "interim", "final"};
constexpr std::string_view name_of(Control control) {
  return kControlNames[static_cast<std::size_t>(control)];
}
constexpr std::optional<Control> control_from(std::string_view name) {
  for (std::size_t i = 0; i < kControlNames.size(); ++i) {
    if (kControlNames[i] == name) return static_cast<Control>(i);
  }
  return std::nullopt;
}

enum class Scope {
  internal,  ///< within the institution
  external,  ///< by somebody else
};
inline constexpr std::array<std::string_view, 2> kScopeNames{"internal", "external"};
constexpr std::string_view name_of(Scope scope) {
  return kScopeNames[static_cast<std::size_t>(scope)];
}
constexpr std::optional<Scope> scope_from(std::string_view name) {
  for (std::size_t i = 0; i < kScopeNames.size(); ++i) {
    if (kScopeNames[i] == name) return static_cast<Scope>(i);
  }
  return std::nullopt;
}

}  // namespace fonds

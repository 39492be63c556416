/// named: the value of an enumeration by the name that stands in the catalogue and in JSON.
///
/// Threads: pure.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace fonds {

/// `names` in the order of the enumerators. Nothing: there is no such name.
template <class Value, std::size_t kCount>
std::optional<Value> named(const std::array<std::string_view, kCount>& names,
                           std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Value>(found - names.begin());
}

}  // namespace fonds

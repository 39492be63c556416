/// chosen_if_said: a field that names one of an enumeration, by the name that stands in JSON.
///
/// Threads: pure. Faults: those of Asked; usage (there is no such name: those there are, are told).
#pragma once

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <optional>
#include <string_view>

#include "base/error.h"
#include "base/messages.h"
#include "model/named.h"
#include "web/api/asked.h"

namespace fonds {

/// `names` in the order of the enumerators. Nothing when it is not said.
template <class Value, std::size_t kCount>
std::optional<Value> chosen_if_said(const Asked& asked, std::string_view field,
                                    const std::array<std::string_view, kCount>& names) {
  const auto said = asked.text_if_said(field);
  if (!said) return std::nullopt;
  if (const auto value = named<Value>(names, *said)) return value;
  throw Error(Fault::usage, say(tr("“{}” can not be {}"), field, *said),
              say(tr("send {}"), fmt::format("{}", fmt::join(names, ", "))));
}

}  // namespace fonds

/// Values as columns keep them: days as text, empty where there is none; enumerations by name.
///
/// Only sources of this folder include it. Threads: pure. Faults: corrupt (the column holds what
/// nobody wrote).
#pragma once

#include <optional>
#include <string>

#include "base/error.h"
#include "model/calendar_date.h"

namespace fonds::stored {

/// `what` is the whole message: "the catalogue holds a volume that is none".
template <class Value>
Value known(const std::optional<Value>& value, const char* what) {
  if (!value) throw Error(Fault::corrupt, what);
  return *value;
}

inline std::optional<CalendarDate> day(const std::string& text, const char* what) {
  if (text.empty()) return std::nullopt;
  return known(calendar_date_from(text), what);
}

inline std::string text(const std::optional<CalendarDate>& day) {
  return day ? to_text(*day) : std::string();
}

}  // namespace fonds::stored

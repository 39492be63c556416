/// Asked: what a program asks of the API, field by field: the JSON object it sent, or the fields of
/// the query of a GET.
///
/// A field that is not known, or of another type, is refused and named: a misspelt one must not
/// pass as not said. `null` is as good as nothing. Fields of a query are texts; numbers and
/// true/false are read from them.
/// Threads: pure. Faults: usage, naming the field.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/calendar_date.h"
#include "web/api/json.h"
#include "web/http.h"

namespace fonds {

class Asked {
 public:
  /// `fields`: all there may be. No body is an empty object.
  Asked(const Request& request, std::initializer_list<std::string_view> fields);

  [[nodiscard]] bool has(std::string_view field) const { return value(field) != nullptr; }
  /// One printable line; empty when it is not said.
  [[nodiscard]] std::string text(std::string_view field) const;
  /// Nothing when it is not said; an empty text is said.
  [[nodiscard]] std::optional<std::string> text_if_said(std::string_view field) const;
  /// Fault usage when it is not said, or empty.
  [[nodiscard]] std::string needed_text(std::string_view field) const;
  [[nodiscard]] std::vector<std::string> texts(std::string_view field) const;
  [[nodiscard]] std::optional<std::int64_t> whole_if_said(std::string_view field) const;
  [[nodiscard]] std::int64_t needed_whole(std::string_view field) const;
  /// `standard` when it is not said. Fault usage when it is not between `least` and `most`.
  [[nodiscard]] int whole(std::string_view field, int standard, int least, int most) const;
  /// False when it is not said.
  [[nodiscard]] bool flag(std::string_view field) const;
  /// "2024-05-31".
  [[nodiscard]] std::optional<CalendarDate> day_if_said(std::string_view field) const;
  [[nodiscard]] CalendarDate needed_day(std::string_view field) const;
  /// An object with texts in it: its fields in their order.
  [[nodiscard]] FormFields fields_of(std::string_view field) const;

 private:
  /// Null: it is not said.
  [[nodiscard]] const Json* value(std::string_view field) const;
  Json object_ = Json::object();
};

/// A whole number a path names, as {act}. Fault not_found when it is none.
std::int64_t number_in_path(std::string_view captured);

}  // namespace fonds

#include "web/form_answers.h"

#include <charconv>

#include "base/messages.h"
#include "base/text.h"
#include "model/spoken_date.h"

namespace fonds {
namespace {

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t number = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_whole = parsed.ec == std::errc() && parsed.ptr == text.data() + text.size();
  return is_whole && number >= 0 ? std::optional(number) : std::nullopt;
}

}  // namespace

std::int64_t number_in_path(const Visit& visit, std::string_view name) {
  if (const auto number = whole_number(visit.captured(name))) return *number;
  throw Error(Fault::not_found, tr("there is no such page"), tr("go to the first page"));
}

std::int64_t number_typed(const Visit& visit, std::string_view field) {
  const std::string_view text = visit.request.value(field);
  if (text.empty()) return 0;
  if (const auto number = whole_number(text)) return *number;
  throw Error(Fault::usage, say(tr("'{}' is no whole number"), printable(text)),
              tr("write it in figures"));
}

std::string text_typed(const Visit& visit, std::string_view field) {
  return std::string(visit.request.value(field));
}

std::string spoken_or_empty(const std::optional<CalendarDate>& day) {
  return day ? spoken(*day) : std::string();
}

std::string today_typed(const Visit& visit) {
  return to_text(day_here(visit.archive().clock().now()));
}

Json choice_of(std::string_view value, std::string_view title, std::string_view chosen) {
  return {{"value", value}, {"title", title}, {"chosen", value == chosen}};
}

}  // namespace fonds

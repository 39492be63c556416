#include "archive/card_words.h"

#include <fmt/format.h>

#include "base/messages.h"
#include "model/calendar_date.h"

namespace fonds {
namespace {

/// A day as people here write it; other dates as they are kept.
std::string date_in_words(const std::string& value) {
  const auto span = date_span_from(value);
  if (!span || language() == Language::english) return value;
  const auto day = [](const CalendarDate& date) {
    return fmt::format("{:02}.{:02}.{:04}", date.day, date.month, date.year);
  };
  if (span->precision == DatePrecision::month) {
    return fmt::format("{:02}.{:04}", span->from.month, span->from.year);
  }
  if (span->precision != DatePrecision::day) return value;
  return span->from == span->to ? day(span->from) : day(span->from) + "–" + day(span->to);
}

}  // namespace

ValueWords card_words(const DocumentKinds& kinds) {
  ValueWords words = ValueWords::shipped();
  for (const PaperKind& kind : kinds.all()) {
    words.add({"kind", kind.id, kind.ru, kind.en, {}});
  }
  return words;
}

std::string value_in_words(const ValueWords& words, std::string_view field,
                           const std::string& value) {
  return field == "date" ? date_in_words(value) : words.title(field, value);
}

}  // namespace fonds

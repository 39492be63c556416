#include "indexer/date_query.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "indexer/fields.h"

namespace fonds {
namespace {

using Xapian::Query;

bool all_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The numbers between the marks; empty when there is anything else, or more than four digits.
std::vector<int> numbers_of(std::string_view text, char mark) {
  std::vector<int> numbers;
  for (;;) {
    const std::size_t end = std::min(text.find(mark), text.size());
    const std::string_view part = text.substr(0, end);
    if (!all_digits(part) || part.size() > 4) return {};
    numbers.push_back(std::stoi(std::string(part)));
    if (end == text.size()) return numbers;
    text.remove_prefix(end + 1);
  }
}

/// "15.05.2024" and "05.2024" in the order of ISO; anything else as it is.
std::string in_iso_order(std::string_view typed) {
  const std::vector<int> numbers = numbers_of(typed, '.');
  if (numbers.size() == 3 && numbers[2] >= 1000) {
    return fmt::format("{:04}-{:02}-{:02}", numbers[2], numbers[1], numbers[0]);
  }
  if (numbers.size() == 2 && numbers[1] >= 1000) {
    return fmt::format("{:04}-{:02}", numbers[1], numbers[0]);
  }
  return std::string(typed);
}

}  // namespace

std::string day_value(const CalendarDate& day) {
  return fmt::format("{:04}{:02}{:02}", day.year, day.month, day.day);
}

std::optional<DateSpan> typed_date(std::string_view typed) {
  if (typed.size() < 4) return std::nullopt;
  return date_span_from(in_iso_order(typed));
}

Query dated_within(const std::optional<CalendarDate>& from, const std::optional<CalendarDate>& to) {
  std::vector<Query> bounds;
  if (from) {
    bounds.emplace_back(Query::OP_VALUE_GE, static_cast<Xapian::valueno>(Slot::last_day),
                        day_value(*from));
  }
  // A range, not a comparison: a paper without a date has an empty value, which is below all.
  if (to) {
    bounds.emplace_back(Query::OP_VALUE_RANGE, static_cast<Xapian::valueno>(Slot::first_day), "0",
                        day_value(*to));
  }
  return bounds.empty() ? Query() : Query(Query::OP_AND, bounds.begin(), bounds.end());
}

std::optional<Query> date_query(std::string_view typed) {
  const std::size_t dots = typed.find("..");
  if (dots == std::string_view::npos) {
    const auto span = typed_date(typed);
    return span ? std::optional(dated_within(span->from, span->to)) : std::nullopt;
  }
  const std::string_view first = typed.substr(0, dots);
  const std::string_view second = typed.substr(dots + 2);
  const auto from = typed_date(first);
  const auto to = typed_date(second);
  if ((!first.empty() && !from) || (!second.empty() && !to) || (!from && !to)) return std::nullopt;
  return dated_within(from ? std::optional(from->from) : std::nullopt,
                      to ? std::optional(to->to) : std::nullopt);
}

}  // namespace fonds

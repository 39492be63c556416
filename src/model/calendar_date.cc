#include "model/calendar_date.h"

#include <fmt/format.h>

#include <array>

namespace fonds {
namespace {

constexpr std::array<std::string_view, 4> kPrecisions{"day", "month", "year", "school_year"};

/// Exactly `digits` digits as a number.
std::optional<int> number_from(std::string_view text, std::size_t digits) {
  if (text.size() != digits) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<DateSpan> month_from(std::string_view text) {
  const auto year = number_from(text.substr(0, 4), 4);
  const auto month = number_from(text.substr(5), 2);
  if (!year || !month || *month < 1 || *month > 12) return std::nullopt;
  return DateSpan{{*year, *month, 1},
                  {*year, *month, days_in_month(*year, *month)},
                  DatePrecision::month,
                  std::string(text)};
}

std::optional<DateSpan> school_year_from(std::string_view text) {
  const auto first = number_from(text.substr(0, 4), 4);
  const auto second = number_from(text.substr(5), 4);
  if (!first || !second || *second != *first + 1) return std::nullopt;
  return DateSpan{{*first, 9, 1}, {*second, 8, 31}, DatePrecision::school_year, std::string(text)};
}

}  // namespace

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays.at(static_cast<std::size_t>(month - 1));
}

bool is_real(const CalendarDate& date) {
  return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.month <= 12 &&
         date.day >= 1 && date.day <= days_in_month(date.year, date.month);
}

CalendarDate days_after(const CalendarDate& date, int days) {
  const std::chrono::sys_days begin = std::chrono::year(date.year) / date.month / date.day;
  const std::chrono::year_month_day end(begin + std::chrono::days(days));
  return {static_cast<int>(end.year()), static_cast<int>(static_cast<unsigned>(end.month())),
          static_cast<int>(static_cast<unsigned>(end.day()))};
}

std::optional<CalendarDate> calendar_date_from(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = number_from(text.substr(0, 4), 4);
  const auto month = number_from(text.substr(5, 2), 2);
  const auto day = number_from(text.substr(8), 2);
  if (!year || !month || !day) return std::nullopt;
  const CalendarDate date{*year, *month, *day};
  return is_real(date) ? std::optional(date) : std::nullopt;
}

std::string to_text(const CalendarDate& date) {
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

CalendarDate day_here(Moment moment) {
  const std::tm here = time_here(moment);
  return {here.tm_year + 1900, here.tm_mon + 1, here.tm_mday};
}

int years_between(const CalendarDate& birth, const CalendarDate& day) {
  const bool before_birthday =
      day.month < birth.month || (day.month == birth.month && day.day < birth.day);
  return day.year - birth.year - (before_birthday ? 1 : 0);
}

std::string_view name_of(DatePrecision precision) {
  return kPrecisions[static_cast<std::size_t>(precision)];
}

std::optional<DatePrecision> date_precision_from(std::string_view name) {
  for (std::size_t i = 0; i < kPrecisions.size(); ++i) {
    if (kPrecisions[i] == name) return static_cast<DatePrecision>(i);
  }
  return std::nullopt;
}

std::string to_text(const DateSpan& span) {
  switch (span.precision) {
    case DatePrecision::month:
      return fmt::format("{:04}-{:02}", span.from.year, span.from.month);
    case DatePrecision::year:
      return fmt::format("{:04}", span.from.year);
    case DatePrecision::school_year:
      return fmt::format("{:04}/{:04}", span.from.year, span.to.year);
    case DatePrecision::day:
      break;
  }
  if (span.from == span.to) return to_text(span.from);
  return to_text(span.from) + "/" + to_text(span.to);
}

std::optional<DateSpan> date_span_from(std::string_view text) {
  if (text.size() == 4) {
    const auto year = number_from(text, 4);
    if (!year || *year < 1) return std::nullopt;
    return DateSpan{{*year, 1, 1}, {*year, 12, 31}, DatePrecision::year, std::string(text)};
  }
  if (text.size() == 7 && text[4] == '-') return month_from(text);
  if (text.size() == 9 && text[4] == '/') return school_year_from(text);
  const std::size_t slash = text.find('/');
  const auto from = calendar_date_from(text.substr(0, slash));
  const auto to =
      slash == std::string_view::npos ? from : calendar_date_from(text.substr(slash + 1));
  if (!from || !to || *to < *from) return std::nullopt;
  return DateSpan{*from, *to, DatePrecision::day, std::string(text)};
}

int school_year_of(const CalendarDate& day) { return day.month >= 9 ? day.year : day.year - 1; }

}  // namespace fonds

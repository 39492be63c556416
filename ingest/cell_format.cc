#include "ingest/cell_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

namespace fonds {
namespace {

constexpr double kSecondsADay = 86'400;
constexpr double kLongestWhole = 1e15;  // beyond, a double has no single digits
/// Days from the year 1 to the year 9999, whatever the origin.
constexpr double kMostDays = 3'652'058;

struct Span {
  std::size_t first;
  std::size_t last;
};
/// 27-36 and 50-58 are the dates of East Asian editions.
constexpr std::array<Span, 4> kDates{{{14, 17}, {22, 22}, {27, 36}, {50, 58}}};
constexpr std::array<Span, 2> kTimes{{{18, 21}, {45, 47}}};

template <std::size_t N>
bool is_in(const std::array<Span, N>& spans, std::size_t number) {
  for (const Span& span : spans) {
    if (number >= span.first && number <= span.last) return true;
  }
  return false;
}

/// The letters of a code that stand for parts of a number: no quoted text, no [colour] or
/// [$-419], nothing behind a backslash; its first section alone.
std::string letters_of(std::string_view code) {
  std::string letters;
  for (std::size_t at = 0; at < code.size() && code[at] != ';'; ++at) {
    const char c = code[at];
    if (c == '\\' || c == '_' || c == '*') {
      ++at;
    } else if (c == '"' || c == '[') {
      const std::size_t end = code.find(c == '"' ? '"' : ']', at + 1);
      if (end == std::string_view::npos) break;
      // [h]:mm counts hours beyond a day.
      if (c == '[' && end == at + 2) letters += code[at + 1];
      at = end;
    } else if (c >= 'A' && c <= 'Z') {
      letters += static_cast<char>(c - 'A' + 'a');
    } else if (c >= 'a' && c <= 'z') {
      letters += c;
    }
  }
  return letters;
}

std::string number_text(double value, std::string_view code) {
  if (!std::isfinite(value)) return {};
  const bool whole = std::trunc(value) == value && std::abs(value) < kLongestWhole;
  if (!whole) return fmt::format("{:.15g}", value);
  const bool padded = code.size() > 1 && code.find_first_not_of('0') == std::string_view::npos;
  const auto width = padded ? std::min<std::size_t>(code.size(), 20) : 1;
  return fmt::format("{:0{}d}", static_cast<std::int64_t>(value), width);
}

std::string time_text(double value) {
  const auto minutes = static_cast<std::int64_t>(std::llround(value * 24 * 60));
  return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

}  // namespace

NumberShows shown_by(std::size_t number, std::string_view code) {
  if (code.empty()) {
    if (is_in(kDates, number)) return NumberShows::date;
    return is_in(kTimes, number) ? NumberShows::time : NumberShows::number;
  }
  std::string letters = letters_of(code);
  if (letters == "general") return NumberShows::number;
  const auto has = [&](const char* any) { return letters.find_first_of(any) != std::string::npos; };
  if (has("dy")) return NumberShows::date;
  if (has("hs")) return NumberShows::time;
  return has("m") ? NumberShows::date : NumberShows::number;
}

std::string text_of_moment(const CalendarDate& day, int hour, int minute) {
  if (hour == 0 && minute == 0) return to_text(day);
  return fmt::format("{} {:02}:{:02}", to_text(day), hour, minute);
}

std::string text_of_number(double value, std::size_t number, std::string_view code,
                           const CalendarDate& origin) {
  const NumberShows shows = shown_by(number, code);
  if (shows == NumberShows::number || !(value >= 0 && value < kMostDays)) {
    return number_text(value, code);
  }
  if (shows == NumberShows::time) return time_text(value);
  using std::chrono::days;
  const double whole = std::floor(value);
  const auto seconds = std::llround((value - whole) * kSecondsADay);
  const std::chrono::sys_days zero{std::chrono::year(origin.year) / origin.month / origin.day};
  auto day = zero + days(static_cast<int>(whole));
  // Excel counts a 29th of February 1900 that never was: days before it are one later.
  if (origin == kSpreadsheetOrigin && whole > 0 && whole < 60) day += days(1);
  const auto minutes = static_cast<int>(std::min<long long>(seconds / 60, 24 * 60 - 1));
  const std::chrono::year_month_day date(day);
  const CalendarDate found{static_cast<int>(date.year()),
                           static_cast<int>(static_cast<unsigned>(date.month())),
                           static_cast<int>(static_cast<unsigned>(date.day()))};
  if (found.year < 1 || found.year > 9999) return number_text(value, code);
  return text_of_moment(found, minutes / 60, minutes % 60);
}

}  // namespace fonds

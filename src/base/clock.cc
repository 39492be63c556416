#include "base/clock.h"

#include <fmt/format.h>

#include "base/error.h"

namespace fonds {

using namespace std::chrono;

Moment SystemClock::now() const { return floor<milliseconds>(system_clock::now()); }

std::string to_text(Moment moment) {
  const auto day = floor<days>(moment);
  const year_month_day date{day};
  const hh_mm_ss time{moment - day};
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                     time.hours().count(), time.minutes().count(), time.seconds().count(),
                     time.subseconds().count());
}

std::tm time_here(Moment moment) {
  const std::time_t seconds = system_clock::to_time_t(floor<std::chrono::seconds>(moment));
  std::tm here{};
  localtime_r(&seconds, &here);
  return here;
}

Moment moment_from_text(std::string_view text) {
  // Every place is checked by itself: a scanning function would take "+026" or " 026" for a year.
  constexpr std::string_view kForm = "dddd-dd-ddTdd:dd:dd.dddZ";
  bool formed = text.size() == kForm.size();
  for (std::size_t i = 0; formed && i < kForm.size(); ++i) {
    formed = kForm[i] == 'd' ? text[i] >= '0' && text[i] <= '9' : text[i] == kForm[i];
  }
  const auto part = [&](std::size_t at, std::size_t length) {
    int number = 0;
    for (const char digit : text.substr(at, length)) number = 10 * number + (digit - '0');
    return number;
  };
  if (formed) {
    const year_month_day date{year{part(0, 4)}, month{static_cast<unsigned>(part(5, 2))},
                              day{static_cast<unsigned>(part(8, 2))}};
    const int h = part(11, 2), mi = part(14, 2), s = part(17, 2);
    if (date.ok() && h <= 23 && mi <= 59 && s <= 59) {
      return sys_days{date} + hours{h} + minutes{mi} + seconds{s} + milliseconds{part(20, 3)};
    }
  }
  throw Error(Fault::corrupt, fmt::format("not a moment: '{}'", text));
}

}  // namespace fonds

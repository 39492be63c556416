#include "base/clock.h"

#include <fmt/format.h>

#include <cstdio>

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

Moment moment_from_text(std::string_view text) {
  int y = 0;
  int end = 0;
  unsigned mo = 0, d = 0, h = 0, mi = 0, s = 0, ms = 0;
  const std::string copy(text);
  // Form and length are checked here, ranges below; sscanf's overflow cannot happen in 24
  // characters. NOLINTNEXTLINE(cert-err34-c)
  const int read = std::sscanf(copy.c_str(), "%4d-%2u-%2uT%2u:%2u:%2u.%3uZ%n", &y, &mo, &d, &h, &mi,
                               &s, &ms, &end);
  const year_month_day date{year{y}, month{mo}, day{d}};
  if (read != 7 || end != 24 || copy.size() != 24 || !date.ok() || h > 23 || mi > 59 || s > 59) {
    throw Error(Fault::corrupt, fmt::format("not a moment: '{}'", text));
  }
  return sys_days{date} + hours{h} + minutes{mi} + seconds{s} + milliseconds{ms};
}

}  // namespace fonds

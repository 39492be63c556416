/// Clock tells what time it is; everything that needs the time is handed one, so tests can set it.
///
/// Threads: now() from any thread.
#pragma once

#include <chrono>
#include <ctime>
#include <string>
#include <string_view>

namespace fonds {

/// A moment in UTC, to the millisecond.
using Moment = std::chrono::sys_time<std::chrono::milliseconds>;

class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual Moment now() const = 0;
};

class SystemClock : public Clock {
 public:
  [[nodiscard]] Moment now() const override;
};

/// "2026-11-23T20:41:07.123Z" (RFC 3339, always UTC, always milliseconds, so it sorts as text).
std::string to_text(Moment moment);
/// The moment by the clock of the place where the program runs (TZ).
std::tm time_here(Moment moment);
/// The reverse of to_text(). Fault corrupt when `text` has any other form.
Moment moment_from_text(std::string_view text);

}  // namespace fonds

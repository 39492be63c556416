/// FixedClock: a clock that stands until a test sets it.
///
/// Threads: any; set and read it from one thread at a time.
#pragma once

#include <atomic>
#include <string_view>

#include "base/clock.h"

namespace fonds {

class FixedClock : public Clock {
 public:
  explicit FixedClock(std::string_view now = "2026-03-01T09:00:00.000Z")
      : now_(moment_from_text(now)) {}
  [[nodiscard]] Moment now() const override { return now_.load(); }
  void set(std::string_view now) { now_ = moment_from_text(now); }
  void advance(std::chrono::milliseconds by) { now_ = now_.load() + by; }

 private:
  std::atomic<Moment> now_;
};

}  // namespace fonds

/// Stopwatch: wall-clock seconds of the stages of reading a page.
///
/// Threads: one.
#pragma once

#include <chrono>

namespace fonds {

class Stopwatch {
 public:
  /// Seconds since it was made or last asked.
  double lap() {
    const auto now = std::chrono::steady_clock::now();
    const std::chrono::duration<double> passed = now - since_;
    since_ = now;
    return passed.count();
  }

 private:
  std::chrono::steady_clock::time_point since_ = std::chrono::steady_clock::now();
};

}  // namespace fonds

/// RequestCounts: how many requests were answered, how, and how long each took, since the program
/// began.
///
/// Threads: any.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>

namespace fonds {

class RequestCounts {
 public:
  void note(int status, std::chrono::duration<double> took);
  /// As Prometheus reads it: fonds_requests_total by status, fonds_request_seconds.
  [[nodiscard]] std::string metrics() const;

 private:
  static constexpr std::array<double, 10> kBounds{.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 10};
  mutable std::mutex mutex_;
  std::map<int, std::int64_t> by_status_;
  std::array<std::int64_t, kBounds.size()> within_{};  ///< took no longer than the bound
  std::int64_t count_ = 0;
  double seconds_ = 0;
};

}  // namespace fonds

#include "web/request_counts.h"

#include <fmt/format.h>

namespace fonds {

void RequestCounts::note(int status, std::chrono::duration<double> took) {
  const std::lock_guard lock(mutex_);
  ++by_status_[status];
  ++count_;
  seconds_ += took.count();
  for (std::size_t at = 0; at < kBounds.size(); ++at) {
    if (took.count() <= kBounds[at]) ++within_[at];
  }
}

std::string RequestCounts::metrics() const {
  const std::lock_guard lock(mutex_);
  std::string text =
      "# HELP fonds_requests_total Requests answered.\n"
      "# TYPE fonds_requests_total counter\n";
  for (const auto& [status, count] : by_status_) {
    text += fmt::format("fonds_requests_total{{status=\"{}\"}} {}\n", status, count);
  }
  text +=
      "# HELP fonds_request_seconds How long a page took.\n"
      "# TYPE fonds_request_seconds histogram\n";
  for (std::size_t at = 0; at < kBounds.size(); ++at) {
    text += fmt::format("fonds_request_seconds_bucket{{le=\"{}\"}} {}\n", kBounds[at], within_[at]);
  }
  text += fmt::format("fonds_request_seconds_bucket{{le=\"+Inf\"}} {}\n", count_);
  text += fmt::format("fonds_request_seconds_sum {}\nfonds_request_seconds_count {}\n", seconds_,
                      count_);
  return text;
}

}  // namespace fonds

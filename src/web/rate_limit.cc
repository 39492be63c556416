#include "web/rate_limit.h"

#include <algorithm>

namespace fonds {
namespace {

constexpr std::size_t kMostKnown = 10'000;

}  // namespace

double RateLimit::filled(const Bucket& bucket, Moment now) const {
  const std::chrono::duration<double, std::milli> passed = now - bucket.at;
  return std::min<double>(burst_, bucket.tokens + std::max(0.0, passed / pause_));
}

bool RateLimit::take(std::string_view who, Moment now) {
  const std::lock_guard lock(mutex_);
  if (buckets_.size() >= kMostKnown) forget_full(now);
  Bucket& bucket =
      buckets_.emplace(std::string(who), Bucket{static_cast<double>(burst_), now}).first->second;
  bucket.tokens = filled(bucket, now);
  bucket.at = now;
  if (bucket.tokens < 1) return false;
  bucket.tokens -= 1;
  return true;
}

void RateLimit::forget_full(Moment now) {
  std::erase_if(buckets_, [&](const auto& known) { return filled(known.second, now) >= burst_; });
  // All are at it: nobody is let through on their account for a while, but memory stays.
  if (buckets_.size() >= kMostKnown) buckets_.clear();
}

}  // namespace fonds

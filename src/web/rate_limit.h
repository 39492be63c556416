/// RateLimit: how often somebody may do a thing: a bucket of tokens each, which fills slowly.
///
/// Threads: any. Memory: bounded; of very many the fullest are forgotten first.
#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "base/clock.h"

namespace fonds {

class RateLimit {
 public:
  /// `burst` at once, then one each `pause`.
  RateLimit(int burst, std::chrono::milliseconds pause) : burst_(burst), pause_(pause) {}

  /// Takes one; false: too often.
  bool take(std::string_view who, Moment now);

 private:
  struct Bucket {
    double tokens = 0;
    Moment at{};
  };
  void forget_full(Moment now);
  [[nodiscard]] double filled(const Bucket& bucket, Moment now) const;
  int burst_;
  std::chrono::milliseconds pause_;
  std::mutex mutex_;
  std::map<std::string, Bucket, std::less<>> buckets_;
};

}  // namespace fonds

#include "access/lockout.h"

#include <algorithm>
#include <chrono>

namespace fonds {
namespace {

constexpr int kFree = 5;  ///< the failure that locks first
constexpr std::chrono::minutes kFirst{1};
constexpr std::chrono::minutes kLongest = std::chrono::hours(24);
constexpr int kMostDoublings = 11;  ///< more minutes than a day has
static_assert(kFirst * (1 << kMostDoublings) > kLongest);

}  // namespace

std::optional<Moment> locked_until(const FailedSignIns& failed, Moment now) {
  return failed.locked_until && now < *failed.locked_until ? failed.locked_until : std::nullopt;
}

FailedSignIns after_failure(const FailedSignIns& failed, Moment now) {
  if (locked_until(failed, now)) return failed;
  FailedSignIns next = failed;
  if (!next.first) next.first = now;
  next.last = now;
  ++next.count;
  if (next.count >= kFree) {
    const int doublings = std::min(next.count - kFree, kMostDoublings);
    next.locked_until = now + std::min(kFirst * (1 << doublings), kLongest);
  }
  return next;
}

}  // namespace fonds

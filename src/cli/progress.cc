#include "cli/progress.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "base/messages.h"

namespace fonds {

Progress::Progress(const Session& session)
    : visible_(!session.quiet && !session.json && ::isatty(STDERR_FILENO) == 1) {}

void Progress::show(const std::string& what, std::int64_t done, std::int64_t total) {
  const auto now = std::chrono::steady_clock::now();
  if (!visible_ || now - last_ < std::chrono::milliseconds(100)) return;
  last_ = now;
  constexpr std::int64_t kWidth = 30;
  const std::int64_t filled =
      total > 0 ? std::clamp<std::int64_t>(kWidth * done / total, 0, kWidth) : 0;
  fmt::print(stderr, "\r\033[K{} [{}{}] {}/{}", what,
             std::string(static_cast<std::size_t>(filled), '#'),
             std::string(static_cast<std::size_t>(kWidth - filled), '.'), done, total);
  std::fflush(stderr);
  drawn_ = true;
}

void Progress::clear() {
  if (!drawn_) return;
  fmt::print(stderr, "\r\033[K");
  std::fflush(stderr);
  drawn_ = false;
}

}  // namespace fonds

/// Progress: a bar on the terminal's last line; silent when standard error is no terminal.
///
/// Threads: one.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "cli/session.h"

namespace fonds {

class Progress {
 public:
  explicit Progress(const Session& session);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  /// Redraws at most ten times a second.
  void show(const std::string& what, std::int64_t done, std::int64_t total);
  /// Takes the bar away before other output.
  void clear();

 private:
  bool visible_;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point last_{};
};

}  // namespace fonds

/// What benchmarks share: a stopwatch, a child process with a peak memory of its own, and how long
/// calls took.
///
/// Threads: one.
#pragma once

#include <boost/filesystem/path.hpp>
#include <chrono>
#include <cstdint>
#include <functional>
#include <vector>

namespace fonds {

/// Wall and processor time of the parts between start() and stop().
class Stopwatch {
 public:
  void start();
  void stop();
  [[nodiscard]] double wall() const { return wall_; }            ///< seconds
  [[nodiscard]] double processor() const { return processor_; }  ///< seconds, of all threads

 private:
  std::chrono::steady_clock::time_point wall_from_;
  double processor_from_ = 0;
  double wall_ = 0;
  double processor_ = 0;
};

/// How long many calls took, in milliseconds.
class Latencies {
 public:
  /// Times one call.
  void time(const std::function<void()>& call);
  /// The least that `part` (0 … 1) of the calls stayed within: 0.5 is the median; by wall time.
  [[nodiscard]] double at(double part) const;
  [[nodiscard]] double processor_at(double part) const;  ///< the same by processor time

 private:
  std::vector<double> wall_;
  std::vector<double> processor_;
};

struct Measured {
  double wall = 0;       ///< seconds
  double processor = 0;  ///< seconds
  double peak = 0;       ///< MB of memory, VmHWM of the child
};
/// Runs `work` in a child process and prints what it took for so many documents.
Measured in_child(const char* name, std::int64_t documents,
                  const std::function<void(Stopwatch&)>& work);

/// Bytes of the files in `folder` and below.
double bytes_in(const boost::filesystem::path& folder);

/// Drops what the system keeps in memory of the files in `folder` and below, so that the next read
/// asks the disk. Changed pages are written first.
void forget_files(const boost::filesystem::path& folder);

}  // namespace fonds

#include "bench/measure.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <boost/filesystem/operations.hpp>
#include <cstdlib>

#include "base/unique_fd.h"

namespace fonds {
namespace {

namespace fs = boost::filesystem;
using Seconds = std::chrono::duration<double>;

double processor_time() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

double at_part(std::vector<double> values, double part) {
  if (values.empty()) return 0;
  const auto place =
      values.begin() + static_cast<std::ptrdiff_t>(part * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), place, values.end());
  return *place;
}

}  // namespace

void Stopwatch::start() {
  wall_from_ = std::chrono::steady_clock::now();
  processor_from_ = processor_time();
}

void Stopwatch::stop() {
  wall_ += Seconds(std::chrono::steady_clock::now() - wall_from_).count();
  processor_ += processor_time() - processor_from_;
}

void Latencies::time(const std::function<void()>& call) {
  Stopwatch watch;
  watch.start();
  call();
  watch.stop();
  wall_.push_back(watch.wall() * 1000);
  processor_.push_back(watch.processor() * 1000);
}

double Latencies::at(double part) const { return at_part(wall_, part); }
double Latencies::processor_at(double part) const { return at_part(processor_, part); }

Measured in_child(const char* name, std::int64_t documents,
                  const std::function<void(Stopwatch&)>& work) {
  std::fflush(stdout);
  int channel[2] = {-1, -1};
  if (::pipe(channel) != 0) std::exit(1);
  Measured measured;
  const pid_t child = ::fork();
  if (child == 0) {
    Stopwatch watch;
    work(watch);
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    measured = {watch.wall(), watch.processor(), static_cast<double>(usage.ru_maxrss) / 1024};
    const bool told = ::write(channel[1], &measured, sizeof measured) == sizeof measured;
    ::_exit(told ? 0 : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  if (status != 0 || ::read(channel[0], &measured, sizeof measured) != sizeof measured) {
    std::exit(1);
  }
  ::close(channel[0]);
  ::close(channel[1]);
  fmt::print("{:<28} {:7.1f} s wall {:7.1f} s cpu {:8.0f} documents/s of cpu  peak {:.0f} MB\n",
             name, measured.wall, measured.processor,
             static_cast<double>(documents) / measured.processor, measured.peak);
  return measured;
}

double bytes_in(const fs::path& folder) {
  double bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (fs::is_regular_file(entry.path()))
      bytes += static_cast<double>(fs::file_size(entry.path()));
  }
  return bytes;
}

void forget_files(const fs::path& folder) {
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!fs::is_regular_file(entry.path())) continue;
    const UniqueFd file(::open(entry.path().c_str(), O_RDONLY | O_CLOEXEC));
    ::fdatasync(file.get());
    ::posix_fadvise(file.get(), 0, 0, POSIX_FADV_DONTNEED);
  }
}

}  // namespace fonds

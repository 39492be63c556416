/// Process is one child process of ours: started with a clean environment and nothing open but what
/// is handed over, watched, ended and reaped with the object.
///
/// Descriptors of the child: 0 and 1 are /dev/null (1 a file of the caller's, when there is one), 2
/// goes to a small buffer in memory that said() reads, 3 is the one handed over; nothing else is
/// open. Threads: one object, one thread. A child that called end_with_parent() ends when the
/// thread that made the object ends: keep the object in a thread that outlives it. Faults:
/// unavailable (cannot be started), io.
#pragma once

#include <sys/types.h>

#include <boost/filesystem/path.hpp>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/unique_fd.h"

namespace fonds {

/// The number under which a child finds the descriptor it was handed.
inline constexpr int kHandedDescriptor = 3;

struct ProcessOptions {
  boost::filesystem::path program;
  std::vector<std::string> arguments;    ///< after the program's name
  std::vector<std::string> environment;  ///< all of it, "NAME=value"
  int handed = -1;                       ///< stays the caller's too
  int output = -1;                       ///< for what it prints; stays the caller's too
};

/// How a process ended and what it used.
struct ProcessEnd {
  int exit_code = 0;              ///< when signal is 0
  int signal = 0;                 ///< that ended it; 0: it ended itself
  std::uint64_t peak_memory = 0;  ///< bytes resident
  double cpu_seconds = 0;
};

class Process {
 public:
  explicit Process(const ProcessOptions& options);
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  ~Process();  ///< ends it

  [[nodiscard]] bool running();
  /// Waits at most `patience`; nothing when it still runs.
  std::optional<ProcessEnd> wait(std::chrono::milliseconds patience);
  /// Asks it to end (SIGINT), as Ctrl-C does; it may take its time.
  void interrupt();
  /// Ends it at once (SIGKILL) and waits until it is gone. A process already ended keeps its end.
  ProcessEnd kill();
  [[nodiscard]] pid_t id() const { return pid_; }
  /// Bytes of memory it holds now; 0 when that cannot be told.
  [[nodiscard]] std::uint64_t resident_memory() const;
  /// The last of what it wrote to standard error, as printable lines.
  [[nodiscard]] std::string said() const;

 private:
  pid_t pid_ = -1;
  UniqueFd pid_descriptor_;
  UniqueFd errors_;
  std::optional<ProcessEnd> end_;
};

/// The environment of a helper process: C.UTF-8, one thread of OpenMP, the time zone, and the
/// options of the sanitizers where this program was started with any.
std::vector<std::string> clean_environment();

/// In the child: the kernel ends this process when its parent ends. Ends it now when `parent` is
/// already gone.
void end_with_parent(pid_t parent);

}  // namespace fonds

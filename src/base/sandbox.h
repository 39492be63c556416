/// Sandbox: locks the calling process in before it touches foreign bytes.
///
/// After confine() the process cannot open a file but those below the readable paths, write any,
/// reach a network, start a program, signal or inspect another process, or gain rights; it keeps
/// the descriptors it holds. There is no way back. Means: seccomp (system calls), Landlock (files),
/// rlimits (memory, size of files, descriptors), a user and a network namespace where the kernel
/// lets us.
/// Threads: once per process, from its only thread. Faults: unavailable (the kernel cannot).
#pragma once

#include <boost/filesystem/path.hpp>
#include <cstdint>
#include <string>
#include <vector>

namespace fonds {

struct SandboxOptions {
  enum class Unconfined { refuse, allow };

  std::vector<boost::filesystem::path> readable;  ///< files and folders; absent ones are left out
  std::uint64_t memory = 0;  ///< bytes of private data; 0: no limit. Not under a sanitizer
  std::uint64_t file_bytes = 64 << 10;  ///< longest file it may write (standard error)
  std::uint64_t descriptors = 4096;
  Unconfined unconfined = Unconfined::refuse;  ///< what to do where the kernel cannot
};

/// Confines this process; returns by what: "seccomp landlock rlimits namespaces".
std::string confine(const SandboxOptions& options);

}  // namespace fonds

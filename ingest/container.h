/// Container: the members of a ZIP or TAR(.gz), read by libarchive with only those readers enabled.
///
/// Hostile input: entries, sizes, ratio and names are limited; links, devices, absolute names and
/// ".." are refused one by one and the rest goes on. Names without the UTF-8 flag are decoded from
/// CP866 or CP1251. Nested containers are passed over with a message (depth 1). What operating
/// systems leave behind (folders, __MACOSX, Thumbs.db, …) is passed over in silence.
/// A member found damaged, or larger than it said, only while it was being read ends in
/// MemberSink::refuse() instead of end(): drop what it wrote. So does an unfinished member when a
/// fault is thrown; members that came to their end() before are whole and stay good.
/// Threads: pure. Runs in the sandboxed worker. Faults: corrupt (damaged), usage (over a limit as a
/// whole: entries, total size, ratio), io, unavailable (the locale C.UTF-8 is missing).
#pragma once

#include <cstdint>

#include "ingest/worker.h"
#include "model/file_kind.h"

namespace fonds {

struct ContainerLimits {
  int entries = 10'000;  ///< folders count too
  std::uint64_t member_bytes = 1ULL << 30;
  std::uint64_t total_bytes = 8ULL << 30;
  int ratio = 200;  ///< unpacked to packed, counted once 64 MiB are unpacked
};

/// Reads the container from `fd`, a regular file read from its beginning (its position is neither
/// used nor changed), and gives its members to `sink`.
void expand_container(int fd, FileKind kind, const ContainerLimits& limits, MemberSink& sink);

/// libarchive needs the C.UTF-8 locale, which is files. A process that is about to lock itself out
/// of the file system calls this before; expand_container() then finds the locale in memory.
void prepare_container_names();

}  // namespace fonds

/// Container: the members of a ZIP or TAR(.gz), read by libarchive with only those readers enabled.
///
/// Hostile input: entries, sizes, ratio and names are limited; links, devices, absolute names and
/// ".." are refused one by one and the rest goes on. Names without the UTF-8 flag are decoded from
/// CP866 or CP1251. Nested containers are passed over with a message (depth 1).
/// Threads: pure. Runs in the sandboxed worker. Faults: corrupt, usage (over a limit as a whole).
#pragma once

#include <cstdint>

#include "ingest/worker.h"
#include "model/file_kind.h"

namespace fonds {

struct ContainerLimits {
  int entries = 10'000;
  std::uint64_t member_bytes = 1ULL << 30;
  std::uint64_t total_bytes = 8ULL << 30;
  int ratio = 200;  ///< unpacked to packed, counted once 64 MiB are unpacked
};

/// Reads the container from `fd` and gives its members to `sink`.
void expand_container(int fd, FileKind kind, const ContainerLimits& limits, MemberSink& sink);

}  // namespace fonds

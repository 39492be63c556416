/// tell_file: what a file that is brought in is, before anything is done with it.
///
/// Most kinds are told by their first bytes; whether a ZIP is an office document only the worker
/// finds out, and CSV has no sign but being text and its name.
/// Threads: one. Faults: corrupt (empty, or a damaged office document), usage, unavailable, io.
#pragma once

#include <functional>
#include <string>

#include "base/error.h"
#include "ingest/worker.h"

namespace fonds {

/// `fd` is read from its beginning and rewound. `other`: nothing Fonds reads.
FileKind tell_file(int fd, const std::string& name, const std::function<WorkerHandle&()>& worker);

/// Why a file of kind `other` is not taken without more, by its first bytes.
Error why_not_read(int fd, const std::string& name);

}  // namespace fonds

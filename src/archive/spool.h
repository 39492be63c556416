/// Files on their way into the object store that have no name yet: gone with their descriptor, so
/// that a crash leaves nothing.
///
/// Threads: as the descriptor. Faults: io.
#pragma once

#include <boost/filesystem/path.hpp>
#include <string_view>

#include "base/unique_fd.h"

namespace fonds {

/// An unnamed file in `folder` (Archive::incoming()).
UniqueFd spool_file(const boost::filesystem::path& folder);
void write_all(int fd, std::string_view bytes);
/// To the file's beginning.
void rewind(int fd);

}  // namespace fonds

/// What both stores need of a folder: its entries in order, the age of one, a name nobody else
/// uses.
///
/// Threads: any.
/// Faults:  io, denied; not_found for a folder that is not there (never an empty answer).
#pragma once

#include <boost/filesystem/path.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/disk.h"

namespace fonds {

enum class EntryKind { absent, file, folder, other };  ///< other: links, pipes, devices

/// What `path` itself is; links are not followed.
EntryKind kind_of(const boost::filesystem::path& path);

/// Full paths of everything in `folder`, sorted by name.
std::vector<boost::filesystem::path> entries_of(const boost::filesystem::path& folder);

/// When `path` was last written to, by the clock of its disk; nothing left of it: the epoch.
Moment last_written(const boost::filesystem::path& path);

/// `prefix` followed by what makes it unique among all processes and machines.
std::string unique_name(std::string_view prefix);

/// Removes a folder and all in it, depth first, without following links. Not there: no failure.
void remove_folder(Disk& disk, const boost::filesystem::path& folder);

}  // namespace fonds

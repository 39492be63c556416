/// Files that commands write for the user: never over one that is there, durable before they are
/// told of.
///
/// Threads: main only. Faults: usage (the file exists, or bytes would go to a terminal), io.
#pragma once

#include <boost/filesystem/path.hpp>
#include <functional>
#include <string_view>

#include "cli/session.h"

namespace fonds {

/// Refuses to print bytes that are no text on a terminal.
void refuse_terminal();

/// Refuses a target that is there: before the journal says that something was taken out.
void expect_new_file(const boost::filesystem::path& target);
/// Refuses a folder that holds something, for the same reason.
void expect_empty_folder(const boost::filesystem::path& folder);

using ByteSink = std::function<void(std::string_view)>;
/// Makes `target` of what `fill` gives to its sink, and tells so; of half of it nothing is left.
void write_new_file(Session& session, const boost::filesystem::path& target,
                    const std::function<void(const ByteSink&)>& fill);

/// A form goes into `target`, or to standard output where it is empty: whether it can, before it is
/// made, and then.
void expect_place_for_bytes(const boost::filesystem::path& target);
void give_bytes(Session& session, const boost::filesystem::path& target, std::string_view bytes);

/// Gives all bytes of an open file to `sink`.
void copy_all(int fd, const ByteSink& sink);

}  // namespace fonds

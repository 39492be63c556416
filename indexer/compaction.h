/// compact_index() writes an index once more without the room its tables grew with.
///
/// Document ids, words, positions and metadata stay as they are. Memory: some blocks of each table.
/// Threads: the caller's and one of its own; nobody writes to `from` meanwhile. Faults: io,
/// corrupt.
#pragma once

#include <boost/filesystem/path.hpp>
#include <functional>

namespace fonds {

/// `from` is a folder of an index, `to` one that does not exist; its files are on the medium when
/// this returns, its name is not. `alive` is called at once and then about once a second; what it
/// throws ends the call when the table being written is done, and leaves `to` half-made.
void compact_index(const boost::filesystem::path& from, const boost::filesystem::path& to,
                   const std::function<void()>& alive = {});

}  // namespace fonds

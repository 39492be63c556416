/// Inspection of an index, for `fonds check`.
///
/// Threads: any; a writer may run meanwhile. Faults: io, corrupt.
#pragma once

#include <boost/filesystem/path.hpp>
#include <cstdint>
#include <functional>
#include <string>

#include "model/ids.h"

namespace fonds {

/// What is wrong with the database in folder `generation`, one line; empty when it is sound. Reads
/// every document and every word and compares them.  Fault busy when a writer kept changing it.
std::string index_problem(const boost::filesystem::path& generation);

/// Every document in the index, in order of id.
void for_each_document(const boost::filesystem::path& generation,
                       const std::function<void(DocumentId)>& visit);

struct IndexSize {
  std::int64_t documents = 0;
  std::uint64_t bytes = 0;  ///< of its files
};
IndexSize index_size(const boost::filesystem::path& generation);

/// The journal entry the index stands at.
EntryNumber index_position(const boost::filesystem::path& generation);

}  // namespace fonds

/// What an index keeps beside its terms: a small record with each document, so that hits are shown
/// without the catalogue, and metadata that says how far the index has come.
///
/// Threads: pure. Faults: corrupt.
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>

#include "base/clock.h"
#include "model/ids.h"

namespace fonds {

inline constexpr std::string_view kFormatKey = "format";
inline constexpr std::string_view kPositionKey = "position";
inline constexpr std::string_view kRebuiltKey = "rebuilt";
inline constexpr std::string_view kRebuildHeadKey = "rebuild-head";

struct IndexRecord {
  std::string accession;  ///< valid UTF-8
  int pages = 0;
  Moment accepted_at{};
};

/// Three lines: pages, moment, accession number.
std::string to_bytes(const IndexRecord& record);
IndexRecord record_from(std::string_view bytes);

/// Fault corrupt, with the hint to rebuild, unless the index is of this program's format.
void check_format(const Xapian::Database& database);

}  // namespace fonds

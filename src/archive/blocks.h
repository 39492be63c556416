/// ArchiveBlocks: records whose data nobody may use but whoever keeps the archive: consent was
/// withdrawn or processing stopped while the period of keeping them still runs.
///
/// A block of a student covers all papers linked to them; nothing is destroyed by it. Threads: one
/// per Archive. Faults: denied, not_found, usage, and those of the catalogue.
#pragma once

#include <string_view>
#include <vector>

#include "archive/archive.h"
#include "catalogue/blocks.h"
#include "model/actor.h"

namespace fonds {

class ArchiveBlocks {
 public:
  explicit ArchiveBlocks(Archive& archive) : archive_(archive) {}

  /// `reference`: a document's number or id, a student's number. `reason` must be said.
  Block block(const Actor& actor, BlockSubject subject, std::string_view reference,
              std::string_view reason);
  /// False when it was not blocked.
  bool lift(const Actor& actor, BlockSubject subject, std::string_view reference);
  std::vector<Block> list(const Actor& actor);

 private:
  std::int64_t meant(const Actor& actor, BlockSubject subject, std::string_view reference);
  Archive& archive_;
};

}  // namespace fonds

/// WaitingFigures: how much waits for people, at the price of a look at an index. Nobody's data.
///
/// Threads: as Database. Faults: as Database.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "catalogue/database.h"
#include "model/ids.h"

namespace fonds {

class WaitingFigures {
 public:
  explicit WaitingFigures(Database& database) : database_(database) {}

  /// Papers in no volume, as Volumes::unfiled gives them.
  std::int64_t unfiled();
  /// How many of these documents are such papers.
  std::int64_t unfiled_of(const std::vector<DocumentId>& documents);
  /// How many of these documents have a card that waits for a person, as Cards::waiting gives them.
  std::int64_t to_review_of(const std::vector<DocumentId>& documents);
  /// Volumes by the step the last plan names for them (retention/plan.h).
  std::map<std::string, std::int64_t> by_step();

 private:
  Database& database_;
};

}  // namespace fonds

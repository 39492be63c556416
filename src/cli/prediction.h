/// Predictions: what `fonds recognise --jsonl` prints, a line a file, for measuring against papers
/// whose content is known.
///
/// Stable names: {"file", "text", "kind", "date", "number", "level", "place", "case", "students":
/// [{"roster_id", "confidence", "mode": "auto" | "manual"}], "event", "nomination", "collective",
/// "group", "issuer", "order", "school_year", "persons": [{"printed", "role", "row", "result"}]};
/// what is not known is left out.
/// Threads: one.
#pragma once

#include <string>
#include <vector>

#include "archive/inspection.h"
#include "archive/understanding.h"
#include "cli/session.h"
#include "ingest/separate.h"

namespace fonds {

class Predictor {
 public:
  /// `students`: the register to match with; may be empty.
  /// `today`: as for Understanding::understand.
  Predictor(const std::vector<Student>& students, const CalendarDate& today);
  /// Files in their order: the sheets of a batch count for the members behind them.
  Json predict(const InspectedFile& file);

 private:
  std::vector<std::string> external_ids_;  ///< by StudentId, from 1
  CalendarDate today_;
  Understanding understanding_;
  SheetFollower sheets_;
  std::string batch_;  ///< whose members are coming
};

}  // namespace fonds

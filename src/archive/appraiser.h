/// Appraiser: volumes appraised by the nomenclatures and lists in force on a day.
///
/// Threads: as Archive. Faults: those of the catalogue.
#pragma once

#include <optional>
#include <string>

#include "archive/archive.h"
#include "catalogue/retention_records.h"
#include "model/verdict.h"
#include "retention/plan.h"
#include "retention/rule_book.h"

namespace fonds {

/// A verdict with all it was derived from.
struct ExplainedVolume {
  VolumeKey key;  ///< number 0: no volume was opened, the rule alone
  std::string heading;
  int nomenclature = 0;  ///< the year of that whose item counts
  RetentionRule rule;
  bool longer_by_list = false;
  RetentionFacts facts;
  Verdict verdict;
  PlannedStep step = PlannedStep::none;
};

class Appraiser {
 public:
  Appraiser(Archive& archive, const CalendarDate& day);

  /// Nothing: no nomenclature has its index.
  [[nodiscard]] std::optional<ExplainedVolume> appraise(const RetentionRecord& record) const;
  [[nodiscard]] const RuleBook& rules() const { return rules_; }
  [[nodiscard]] const CalendarDate& day() const { return day_; }

 private:
  RuleBook rules_;
  CalendarDate day_;
  bool is_source_;
};

}  // namespace fonds

/// Appraiser: volumes appraised by the nomenclatures and lists in force on a day; what stands in an
/// approved inventory by the lists of the day it was approved on (DOMAIN §2.6).
///
/// Threads: as Archive. Faults: those of the catalogue.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

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
  const RuleBook& rules_on(const CalendarDate& day) const;

  std::vector<Nomenclature> in_force_;
  RuleBook rules_;
  mutable std::map<CalendarDate, RuleBook> earlier_;  ///< of days inventories were approved on
  CalendarDate day_;
  std::optional<CalendarDate> liquidated_;
  bool is_source_;
};

}  // namespace fonds

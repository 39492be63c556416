/// ArchiveRetention: what becomes of volumes, and why: explained, planned; events and decisions of
/// commissions on record.
///
/// Nothing here destroys anything. Threads: one per Archive. Faults: denied, not_found, usage, and
/// those of the catalogue.
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/appraiser.h"
#include "archive/archive.h"
#include "archive/viewer.h"
#include "catalogue/retention_records.h"
#include "model/actor.h"
#include "model/case_file.h"
#include "model/verdict.h"
#include "retention/plan.h"

namespace fonds {

/// What the plan says of a volume, and what the last one said.
struct PlannedVolume {
  VolumeKey key;
  std::string heading;
  PlannedStep step = PlannedStep::none;
  PlannedStep before = PlannedStep::none;
  std::optional<CalendarDate> term;  ///< the first day it may stand in an act
  CalendarDate since;                ///< the day since which the plan says so
};

struct PlanTotals {
  std::int64_t volumes = 0;  ///< looked at
  std::array<std::int64_t, kPlannedSteps.size()> steps{};
  std::int64_t changed = 0;  ///< of which the last plan said something else
};

struct PlanOptions {
  std::optional<CalendarDate> on{};  ///< nothing: today
  bool keep = false;                 ///< as the last plan; of today only
};

class ArchiveRetention {
 public:
  explicit ArchiveRetention(Archive& archive) : archive_(archive) {}

  /// `reference`: a volume, a document filed in one, an index, of one year or of all: each volume
  /// it has. Journalled as a read.
  std::vector<ExplainedVolume> explain(const Actor& actor, std::string_view reference,
                                       const std::optional<CalendarDate>& on = {});
  /// Visits the volumes something is to be done with, or was by the last plan, in the order they
  /// were opened.
  PlanTotals plan(const Actor& actor, const PlanOptions& options,
                  const std::function<void(const PlannedVolume&)>& visit);

  /// Puts an event on record, in place of one of the same kind.
  void mark(const Actor& actor, std::string_view volume, const VolumeMark& mark);
  void unmark(const Actor& actor, std::string_view volume, VolumeMarkKind kind);
  /// What the commission decided of a closed volume, in place of a decision before.
  void decide(const Actor& actor, std::string_view volume, const CommissionDecision& decision);

 private:
  [[nodiscard]] CalendarDate today() const;
  std::vector<RetentionRecord> meant(const Viewer& viewer, std::string_view reference,
                                     const RuleBook& book);
  Archive& archive_;
};

}  // namespace fonds

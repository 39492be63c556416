/// RetentionFacts: what is known of a volume of a case; Verdict: what its rule says of it on a day,
/// and why.
///
/// Days are those of the calendar of the institution's place. Threads: value types.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/calendar_date.h"
#include "model/retention_rule.h"

namespace fonds {

/// Why a volume may not be destroyed although its term may be over.
enum class DisposalObstacleKind {
  hold,          ///< запрет на уничтожение
  issued,        ///< выдано и не возвращено
  in_search,     ///< в розыске
  open_request,  ///< an application of the subject that is not settled
  dispute,       ///< спор, разногласия: until the final decision
};
inline constexpr std::array<std::string_view, 5> kDisposalObstacleKinds{
    "hold", "issued", "in_search", "open_request", "dispute"};
constexpr std::string_view name_of(DisposalObstacleKind kind) {
  return kDisposalObstacleKinds[static_cast<std::size_t>(kind)];
}
std::optional<DisposalObstacleKind> disposal_obstacle_kind_from(std::string_view name);

struct DisposalObstacle {
  DisposalObstacleKind kind = DisposalObstacleKind::hold;
  std::string why;                    ///< in the words of whoever set it; may be empty
  std::optional<CalendarDate> until;  ///< its last day; nothing: until it is lifted
};

/// What a commission decided about a volume, by its protocol.
enum class Appraisal { keep, prolong, destroy };
inline constexpr std::array<std::string_view, 3> kAppraisals{"keep", "prolong", "destroy"};
constexpr std::string_view name_of(Appraisal appraisal) {
  return kAppraisals[static_cast<std::size_t>(appraisal)];
}
std::optional<Appraisal> appraisal_from(std::string_view name);

struct CommissionDecision {
  Appraisal outcome = Appraisal::keep;
  std::string protocol;               ///< number and day; without it there is no decision
  std::optional<CalendarDate> until;  ///< of `prolong`: the last day it is kept
};

struct RetentionFacts {
  std::optional<CalendarDate> closed;  ///< day of the volume's last document
  bool one_matter = false;  ///< its volumes are one matter: all are kept as long as the last
  /// Then: the day of the last document of the last of them.
  std::optional<CalendarDate> matter_closed;
  /// Days of the events a rule may be counted from, by Trigger; `case_closed` is `closed`.
  std::array<std::optional<CalendarDate>, kTriggers.size()> events{};
  std::optional<CalendarDate> not_needed;  ///< a person said so: надобность миновала
  std::optional<CalendarDate> liquidated;  ///< of the institution
  bool is_source = false;  ///< источник комплектования of a state or municipal archive
  /// Since when it stands in an approved inventory: the lists of that day count (DOMAIN §2.6).
  std::optional<CalendarDate> inventoried;
  bool audited = false;  ///< the period the volume belongs to was audited
  std::optional<CommissionDecision> decision;
  std::vector<DisposalObstacle> obstacles;

  [[nodiscard]] const std::optional<CalendarDate>& event(Trigger trigger) const {
    return events[static_cast<std::size_t>(trigger)];
  }
};

enum class VerdictState {
  waiting,         ///< for the event its term is counted from
  running,         ///< the term is not over
  needs_decision,  ///< it is over, a commission must decide
  blocked,         ///< something forbids to destroy it, whatever the term
  eligible,        ///< may stand in an act of destruction
  permanent,       ///< never
};
inline constexpr std::array<std::string_view, 6> kVerdictStates{
    "waiting", "running", "needs_decision", "blocked", "eligible", "permanent"};
constexpr std::string_view name_of(VerdictState state) {
  return kVerdictStates[static_cast<std::size_t>(state)];
}

/// One step of the derivation. What `day` and `number` are is said beside each.
enum class StepCode {
  kept_for_ever,      ///< постоянно
  until_liquidation,  ///< the rule says so
  no_source,        ///< постоянно, but the institution is no source: until its liquidation
  not_liquidated,   ///< nothing is known of a liquidation
  liquidated,       ///< day
  period_of_years,  ///< number: years of the rule
  least_years,      ///< number: the least an until_not_needed lasts
  until_replaced,   ///< the rule says so
  personnel,        ///< number: 50 or 75 years; day: the end of the case
  lengthened,       ///< number: years the commission decided instead
  not_closed,       ///< the case is open
  matter_not_closed,   ///< the volume is closed, the last of the matter is not
  no_event,            ///< the event the period is counted from is not known
  closed,              ///< day
  matter_closed,       ///< day: of the last volume of one matter
  event,               ///< day of the event
  counted_from,        ///< day: 1 January after the later of the two years
  from_day,            ///< day: the first on which it may stand in an act
  no_period,           ///< the rule says `years` and names none
  still_needed,        ///< nobody has said that it is not needed any more
  not_needed,          ///< day on which a person said so
  term_runs,           ///< today is before the first day
  term_over,           ///< today is not
  audit_missing,       ///< the period was not audited
  audited,             ///< it was
  decision_missing,    ///< a commission must decide
  decided_to_keep,     ///< the protocol
  decided_to_prolong,  ///< day: the last one
  decided_to_destroy,  ///< the protocol
  obstacle,            ///< number: which of the facts' obstacles
  inventoried,         ///< day: the approval of its inventory
};

inline constexpr std::array<std::string_view, 31> kStepCodes{"kept_for_ever",
                                                             "until_liquidation",
                                                             "no_source",
                                                             "not_liquidated",
                                                             "liquidated",
                                                             "period_of_years",
                                                             "least_years",
                                                             "until_replaced",
                                                             "personnel",
                                                             "lengthened",
                                                             "not_closed",
                                                             "matter_not_closed",
                                                             "no_event",
                                                             "closed",
                                                             "matter_closed",
                                                             "event",
                                                             "counted_from",
                                                             "from_day",
                                                             "no_period",
                                                             "still_needed",
                                                             "not_needed",
                                                             "term_runs",
                                                             "term_over",
                                                             "audit_missing",
                                                             "audited",
                                                             "decision_missing",
                                                             "decided_to_keep",
                                                             "decided_to_prolong",
                                                             "decided_to_destroy",
                                                             "obstacle",
                                                             "inventoried"};
constexpr std::string_view name_of(StepCode code) {
  return kStepCodes[static_cast<std::size_t>(code)];
}

struct VerdictStep {
  StepCode code = StepCode::kept_for_ever;
  CalendarDate day{};
  int number = 0;
  bool operator==(const VerdictStep&) const = default;
};

struct Verdict {
  VerdictState state = VerdictState::waiting;
  /// The first day on which it may stand in an act, as far as its term is concerned; nothing:
  /// never, or not known yet.
  std::optional<CalendarDate> date;
  std::vector<VerdictStep> reasons;  ///< in the order of the derivation; never empty
};

}  // namespace fonds

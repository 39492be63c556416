#include "retention/gates.h"

#include <algorithm>

namespace fonds {
namespace {

bool has_step(const Verdict& verdict, StepCode code) {
  return std::any_of(verdict.reasons.begin(), verdict.reasons.end(),
                     [&](const VerdictStep& each) { return each.code == code; });
}

/// The term alone: whatever else forbids it has a gate of its own.
bool is_over(const AppraisedUnit& unit, const CalendarDate& by) {
  return unit.state == VolumeState::closed && unit.verdict.date && !(by < *unit.verdict.date) &&
         unit.verdict.state != VerdictState::waiting;
}

template <class Test>
Gate gate_of(GateCode code, const std::vector<AppraisedUnit>& units, const Test& passes) {
  Gate gate{code, GateState::passed, {}};
  for (const AppraisedUnit& each : units) {
    if (!passes(each)) gate.units.push_back(each.key);
  }
  if (!gate.units.empty()) gate.state = GateState::closed;
  return gate;
}

Gate gate_of(GateCode code, bool passed) {
  return {code, passed ? GateState::passed : GateState::open, {}};
}

}  // namespace

std::string number_of(GateCode code) { return "G" + std::to_string(static_cast<int>(code) + 1); }

std::vector<Gate> gates_of(const DestructionAct& act, const std::vector<AppraisedUnit>& all,
                           const std::vector<VolumeKey>& unlisted) {
  const CalendarDate by{act.drawn_up_on.year, 1, 1};
  const bool has_begun = act.state == ActState::destroying || act.state == ActState::carried_out;
  std::vector<AppraisedUnit> units;
  for (const AppraisedUnit& each : all) {
    // What the act itself has destroyed has passed them.
    if (!has_begun || each.state != VolumeState::destroyed) units.push_back(each);
  }
  const bool by_term = act.basis == ActBasis::term_over;
  const auto term = all.empty()
                        ? Gate{GateCode::term_over, GateState::closed, {}}
                        : gate_of(GateCode::term_over, units, [&](const AppraisedUnit& each) {
                            return by_term ? is_over(each, by) : each.state == VolumeState::closed;
                          });
  return {term,
          unlisted.empty() ? gate_of(GateCode::inventories, !by_term || !act.inventories.empty())
                           : Gate{GateCode::inventories, GateState::closed, unlisted},
          gate_of(GateCode::audited, units,
                  [&](const AppraisedUnit& each) {
                    return !by_term || !has_step(each.verdict, StepCode::audit_missing);
                  }),
          gate_of(GateCode::decided, units,
                  [&](const AppraisedUnit& each) {
                    return !by_term || (each.verdict.state != VerdictState::needs_decision &&
                                        each.verdict.state != VerdictState::permanent);
                  }),
          gate_of(GateCode::same_meeting, !by_term || act.one_meeting),
          gate_of(GateCode::approved, is_approved(act.state)),
          gate_of(GateCode::nothing_holds, units,
                  [](const AppraisedUnit& each) {
                    return !has_step(each.verdict, StepCode::obstacle);
                  }),
          gate_of(GateCode::end_recorded, has_begun || !act.execution.waybill.empty()),
          gate_of(GateCode::records_changed, act.state == ActState::carried_out),
          gate_of(GateCode::data_recorded, act.state == ActState::carried_out)};
}

bool may_go_on(const std::vector<Gate>& gates) {
  return std::none_of(gates.begin(), gates.end(),
                      [](const Gate& each) { return each.state == GateState::closed; });
}

}  // namespace fonds

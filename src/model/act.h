/// DestructionAct (акт о выделении к уничтожению): volumes selected for destruction, on their way
/// from the archivist's draft through the commission and the head's approval to their end.
///
/// It holds keys and no titles of their own: it is kept for ever and names nobody. Threads: value
/// types.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "model/case_file.h"

namespace fonds {

enum class ActState {
  draft,
  agreed,       ///< by the commission (ЭК)
  approved,     ///< by the head
  withdrawn,    ///< its papers are nobody's to see, and can still be brought back
  destroying,   ///< begun, no way back
  carried_out,  ///< all of it is destroyed
  cancelled,    ///< its volumes are free again
};
inline constexpr std::array<std::string_view, 7> kActStates{
    "draft", "agreed", "approved", "withdrawn", "destroying", "carried_out", "cancelled"};
constexpr std::string_view name_of(ActState state) {
  return kActStates[static_cast<std::size_t>(state)];
}
std::optional<ActState> act_state_from(std::string_view name);
/// Whether its volumes are bound to it.
constexpr bool is_living(ActState state) { return state != ActState::cancelled; }
/// Whether the head has approved it.
constexpr bool is_approved(ActState state) {
  return state >= ActState::approved && state <= ActState::carried_out;
}

/// Why it destroys.
enum class ActBasis {
  term_over,          ///< the term by the nomenclature
  consent_withdrawn,  ///< optional data of one learner, who withdrew the consent (DOMAIN §5.1)
};
inline constexpr std::array<std::string_view, 2> kActBases{"term_over", "consent_withdrawn"};
constexpr std::string_view name_of(ActBasis basis) {
  return kActBases[static_cast<std::size_t>(basis)];
}
std::optional<ActBasis> act_basis_from(std::string_view name);

/// How an act was carried out (gates G8 and G9 of DOMAIN §2.3).
struct ActExecution {
  std::optional<CalendarDate> withdrawn_on;  ///< since when its papers are nobody's to see
  std::string waybill;     ///< of the paper: number and day; empty: there is no paper in it
  std::int64_t grams = 0;  ///< its weight
  std::optional<CalendarDate> done_on;
  std::string done_by;  ///< login
};

struct DestructionAct {
  std::int64_t number = 0;  ///< from 1, without gaps
  ActState state = ActState::draft;
  ActBasis basis = ActBasis::term_over;
  StudentId subject;  ///< of consent_withdrawn: whose data; a number of the register
  CalendarDate drawn_up_on;
  std::string author;        ///< login
  std::string agreed;        ///< protocol of the commission: number and day; empty: was not
  std::string inventories;   ///< what confirms the inventories of the same years; may be empty
  bool one_meeting = false;  ///< a person says that both were considered at one meeting
  std::string approval;      ///< number of the approval; empty: was not
  std::optional<CalendarDate> approved_on;
  std::string approved_by;            ///< login
  std::optional<Moment> approved_at;  ///< on record: the waiting time begins
  ActExecution execution;
  std::int64_t revision = 1;  ///< raised by every change
  std::size_t unit_count = 0;
  std::vector<VolumeId> units;  ///< in order of their keys; lists of acts leave them out
};

/// SHA-256 of what the head approves: units, protocols, numbers and days. The journal's entry of
/// the approval holds it, so a change afterwards shows.
std::string digest_of(const DestructionAct& act);

}  // namespace fonds

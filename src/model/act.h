/// DestructionAct (акт о выделении к уничтожению): volumes selected for destruction, on their way
/// from the archivist's draft through the commission to the head's approval.
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

#include "model/case_file.h"

namespace fonds {

enum class ActState {
  draft,
  agreed,     ///< by the commission (ЭК)
  approved,   ///< by the head
  cancelled,  ///< its volumes are free again
};
inline constexpr std::array<std::string_view, 4> kActStates{"draft", "agreed", "approved",
                                                            "cancelled"};
constexpr std::string_view name_of(ActState state) {
  return kActStates[static_cast<std::size_t>(state)];
}
std::optional<ActState> act_state_from(std::string_view name);
/// Whether its volumes are bound to it.
constexpr bool is_living(ActState state) { return state != ActState::cancelled; }

struct DestructionAct {
  std::int64_t number = 0;  ///< from 1, without gaps
  ActState state = ActState::draft;
  CalendarDate drawn_up_on;
  std::string author;        ///< login
  std::string agreed;        ///< protocol of the commission: number and day; empty: was not
  std::string inventories;   ///< what confirms the inventories of the same years; may be empty
  bool one_meeting = false;  ///< a person says that both were considered at one meeting
  std::string approval;      ///< number of the approval; empty: was not
  std::optional<CalendarDate> approved_on;
  std::string approved_by;    ///< login
  std::int64_t revision = 1;  ///< raised by every change
  std::size_t unit_count = 0;
  std::vector<VolumeId> units;  ///< in order of their keys; lists of acts leave them out
};

}  // namespace fonds

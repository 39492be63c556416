/// The gates of an act of destruction (G1–G10 of DOMAIN §2.3): what it passes before anything is
/// destroyed, and what is put on record of its end.
///
/// Threads: pure.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "model/act.h"
#include "model/verdict.h"

namespace fonds {

enum class GateCode {
  term_over,        ///< G1: by 1 January of the act's year
  inventories,      ///< G2: those of the same years are approved, and it is known by which protocol
  audited,          ///< G3
  decided,          ///< G4: every mark of a commission is resolved
  same_meeting,     ///< G5: inventories and act were considered at one meeting, as a person says
  approved,         ///< G6: by the head
  nothing_holds,    ///< G7: no hold, nothing issued, searched for, disputed, no open request
  end_recorded,     ///< G8: under which waybill the paper goes, how the files are removed
  records_changed,  ///< G9: the records say that it is destroyed
  data_recorded,    ///< G10: whose personal data were destroyed
};
inline constexpr std::array<std::string_view, 10> kGateCodes{
    "term_over", "inventories",   "audited",      "decided",         "same_meeting",
    "approved",  "nothing_holds", "end_recorded", "records_changed", "data_recorded"};
constexpr std::string_view name_of(GateCode code) {
  return kGateCodes[static_cast<std::size_t>(code)];
}
/// "G1".
std::string number_of(GateCode code);

enum class GateState {
  passed,
  open,    ///< its turn has not come
  closed,  ///< nothing may be destroyed
};
inline constexpr std::array<std::string_view, 3> kGateStates{"passed", "open", "closed"};
constexpr std::string_view name_of(GateState state) {
  return kGateStates[static_cast<std::size_t>(state)];
}

struct Gate {
  GateCode code = GateCode::term_over;
  GateState state = GateState::open;
  std::vector<VolumeKey> units;  ///< that close it
};

/// A unit of the act as it is appraised now.
struct AppraisedUnit {
  VolumeKey key;
  VolumeState state = VolumeState::closed;
  Verdict verdict;
};

/// All of them, in order of their codes. A unit that the act has destroyed closes none. `unlisted`:
/// volumes of the same years that belong into inventories of what is kept permanently or on
/// employees, and are in no approved one. An act about withdrawn consent hangs on no term: of it G1
/// asks that its volumes are closed, G2–G5 ask nothing.
std::vector<Gate> gates_of(const DestructionAct& act, const std::vector<AppraisedUnit>& units,
                           const std::vector<VolumeKey>& unlisted = {});
/// Whether the act may go on: none is closed.
bool may_go_on(const std::vector<Gate>& gates);

}  // namespace fonds

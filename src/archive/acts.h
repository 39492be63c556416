/// ArchiveActs: acts of selection for destruction: drawn up, agreed, approved. Nothing is destroyed
/// by that: archive/destruction carries them out.
///
/// Who draws an act up does not approve it. Gates are looked at anew with each step: a hold that
/// was set meanwhile closes one. A volume is in one living act at most. Two people at once: the
/// second is told. Threads: one per Archive. Faults: denied, not_found, usage (which gate, which
/// volumes), busy, and those of the catalogue.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "archive/archive.h"
#include "model/act.h"
#include "model/actor.h"
#include "model/case_inventory.h"
#include "retention/gates.h"

namespace fonds {

/// An act with its units as they are appraised today.
struct ShownAct {
  struct Unit {
    VolumeKey key;
    std::string heading;
    std::string period;
    std::string list;    ///< the act that sets it (Authority::act); empty: not known
    int first_year = 0;  ///< of its documents
    int last_year = 0;
    std::optional<ArchiveCode> code{};  ///< once its inventory is approved
  };
  DestructionAct act;
  std::vector<Unit> units;
  std::vector<Gate> gates;
};

/// What the commission decided about the act.
struct ActAgreement {
  std::string protocol;      ///< number and day
  std::string inventories;   ///< by which protocol those of the same years are approved
  bool one_meeting = false;  ///< both were considered at one meeting
};

/// The head's approval as it stands on the paper.
struct ActApproval {
  std::string number;
  CalendarDate day;
  std::int64_t revision = 0;  ///< of the act that was looked at; 0: as it stands now
};

/// The act of that number. Fault not_found.
DestructionAct existing_act(Archive& archive, std::int64_t number);

/// Returns when all gates are passed, but those of `later`, whose turn may not have come; else
/// throws which is closed, and by what.
void expect_passed(const std::vector<Gate>& gates, const std::vector<GateCode>& later);

class ArchiveActs {
 public:
  explicit ArchiveActs(Archive& archive) : archive_(archive) {}

  /// Of the volumes named, or of all that may stand in an act today.
  ShownAct draw_up(const Actor& actor, const std::vector<std::string>& volumes);
  ShownAct agree(const Actor& actor, std::int64_t number, const ActAgreement& agreement);
  ShownAct approve(const Actor& actor, std::int64_t number, const ActApproval& approval);
  /// Its volumes are free again.
  ShownAct cancel(const Actor& actor, std::int64_t number);

  /// In order of numbers, without units and gates.
  std::vector<DestructionAct> list(const Actor& actor);
  ShownAct show(const Actor& actor, std::int64_t number);
  /// Of the act as its volumes are appraised today; asks for no right.
  std::vector<Gate> gates(const DestructionAct& act) { return shown(act).gates; }

 private:
  ShownAct shown(const DestructionAct& act);
  std::vector<VolumeId> all_eligible();
  template <class Change>
  ShownAct settle(const Actor& actor, std::int64_t number, std::string_view event,
                  const Change& change);
  Archive& archive_;
};

}  // namespace fonds

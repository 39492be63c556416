/// ArchiveStock: whether volumes are where they should be: searched for, found, written off by an
/// act of loss; the acts that are printed of it (F10) and of a check of presence (F11).
///
/// What is searched for or written off is not destroyed, whatever its term; a volume written off is
/// off the records (снят с учета) until it turns up. Threads: one per Archive. Faults: denied,
/// not_found, usage (it is not searched for, no act is named), and those of the catalogue.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "archive/archive.h"
#include "forms/loss_act_forms.h"
#include "forms/presence_check_form.h"
#include "model/actor.h"
#include "model/case_file.h"

namespace fonds {

/// A volume that is not in its place, or can not be used any more.
struct MissingVolume {
  VolumeKey key;
  std::string heading;  ///< of its item
  VolumeMark mark;      ///< in_search, damaged (basis: why) or written_off (the act)
};

struct LossAct {
  LossActFacts facts;
  std::vector<LostUnitRow> units;
};
struct DiscoveryAct {
  LossActFacts facts;
  std::vector<FoundUnitRow> units;
};

/// What a person says of a volume that turned up.
struct FoundWords {
  std::string where;
  std::string decision;  ///< what is done with it; may be empty
};

class ArchiveStock {
 public:
  explicit ArchiveStock(Archive& archive) : archive_(archive) {}

  /// It is not in its place; `reason`: the supposed one.
  MissingVolume miss(const Actor& actor, std::string_view volume, const std::string& reason);
  /// It is damaged beyond repair; `reason`: what the damage is and where it came from.
  MissingVolume damage(const Actor& actor, std::string_view volume, const std::string& reason);
  /// By an act of loss or of damage: its number and day. Of volumes searched for or damaged.
  std::vector<MissingVolume> write_off(const Actor& actor, const std::vector<std::string>& volumes,
                                       const std::string& act, const CalendarDate& day);
  /// It turned up; what is printed of that (акт об обнаружении) if it had been written off.
  DiscoveryAct find(const Actor& actor, std::string_view volume, const FoundWords& words);

  /// Those searched for, damaged, written off, each in order of id. Journalled as a read.
  std::vector<MissingVolume> list(const Actor& actor);
  /// Of all that is searched for (акт об утрате), and of all that is damaged (акт о неисправимых
  /// повреждениях). Journalled as a read.
  LossAct loss(const Actor& actor);
  LossAct damages(const Actor& actor);
  /// Units by approved inventories, and what there is of them. Journalled as a read.
  PresenceCheckForm presence(const Actor& actor);
  /// The same of electronic documents, which is drawn up at least every five years (DOMAIN §4,
  /// Rules 77): every original is read and compared with its hash, so it takes as long.
  PresenceCheckForm electronic(const Actor& actor);

 private:
  MissingVolume mark(const Actor& actor, std::string_view volume, const VolumeMark& mark,
                     std::string_view event);
  std::vector<MissingVolume> with(VolumeMarkKind kind);
  LossAct act_of(const Actor& actor, VolumeMarkKind kind, LossActFacts facts);
  LossActFacts facts(FormKind kind) const;
  Archive& archive_;
};

}  // namespace fonds

/// VolumeMarks: what people put on record of volumes, and what commissions decided of them.
///
/// Threads: as Database. Faults: as Database; absent is a value.
#pragma once

#include <optional>
#include <vector>

#include "catalogue/database.h"
#include "model/actor.h"
#include "model/case_file.h"
#include "model/verdict.h"

namespace fonds {

class VolumeMarks {
 public:
  explicit VolumeMarks(Database& database) : database_(database) {}

  /// In place of one of the same kind.
  void set(Transaction& transaction, const Actor& actor, VolumeId volume, const VolumeMark& mark);
  /// False when there is none.
  bool lift(Transaction& transaction, VolumeId volume, VolumeMarkKind kind);
  /// In order of their kinds.
  std::vector<VolumeMark> of(VolumeId volume);
  /// The volumes that bear a mark of the kind, in order of id.
  std::vector<VolumeId> having(VolumeMarkKind kind);

  /// In place of a decision before.
  void decide(Transaction& transaction, const Actor& actor, VolumeId volume,
              const CommissionDecision& decision);
  std::optional<CommissionDecision> decision(VolumeId volume);
  /// What was said of the volume as it was when closed: the decision, and marks that judge it.
  void forget_judgements(Transaction& transaction, VolumeId volume);

 private:
  Database& database_;
};

}  // namespace fonds

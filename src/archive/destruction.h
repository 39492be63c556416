/// ArchiveDestruction: approved acts carried out, and brought back in time.
///
/// Order: tombstone first, then the bytes. The papers are withdrawn: nobody sees them and the index
/// has them no more, but all of them is there, and `restore` brings them back for some days
/// (retention.undo_days). Then, volume by volume, the catalogue forgets them, originals and derived
/// files are removed, index and database are written anew without them, and a look at all places
/// proves it. Killed anywhere, the next call goes on; whatever forbids to destroy a volume stops it
/// there. Threads: one per Archive. Faults: denied, not_found, usage (what is missing), busy (not
/// yet, or somebody else is at it), corrupt (the act was changed after its approval; something is
/// left), and those of stores, index and catalogue.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "archive/archive.h"
#include "archive/erasure_proof.h"
#include "model/act.h"
#include "model/actor.h"

namespace fonds {

/// How the paper ends (gate G8). Said at the latest when the act destroys: until then the papers
/// can come back, and so must the sheets. Empty where there is no paper, or it is not said yet.
struct PaperHandover {
  std::string waybill;     ///< number and day: "№ 7 от 15.01.2027"
  std::int64_t grams = 0;  ///< its weight
};

class ArchiveDestruction {
 public:
  explicit ArchiveDestruction(Archive& archive) : archive_(archive) {}

  struct Outcome {
    DestructionAct act;  ///< withdrawn or carried_out
    /// Withdrawn: the first day on which it can be destroyed.
    std::optional<CalendarDate> destroyed_from;
    bool wants_waybill = false;         ///< there is paper in it, and nobody has said how it ends
    std::optional<ErasureProof> proof;  ///< of what is carried out
  };
  using Progress = std::function<void(std::int64_t done, std::int64_t total)>;  ///< volumes

  /// The next step that is due: withdraws, or destroys; both where no days lie between.
  Outcome carry_out(const Actor& actor, std::int64_t number, const PaperHandover& paper,
                    const Progress& progress = {});
  /// The papers of a withdrawn act are there again; it is approved as before.
  DestructionAct restore(const Actor& actor, std::int64_t number);
  /// Looks for what is left of an act that is carried out. Journalled.
  ErasureProof prove(const Actor& actor, std::int64_t number);
  /// The acts whose next step of carrying out is due, begun by a person: withdrawn long enough and
  /// nothing left to say, or cut off half way.
  std::vector<std::int64_t> due(const Actor& actor);

 private:
  void withdraw(const Actor& actor, std::int64_t number);
  void begin_to_destroy(const Actor& actor, std::int64_t number);
  void record_paper(const Actor& actor, std::int64_t number, const PaperHandover& paper);
  void destroy(const Actor& actor, const DestructionAct& act, const Progress& progress);
  [[nodiscard]] CalendarDate destroyed_from(const DestructionAct& act) const;
  void expect_as_approved(const DestructionAct& act);
  bool wants_waybill(const DestructionAct& act);
  void expect_gates(const DestructionAct& act);
  Archive& archive_;
};

}  // namespace fonds

/// ArchiveWithdrawnData: optional data of a learner whose consent to processing was withdrawn, on
/// their way to destruction within thirty days (152-ФЗ ст. 21; DOMAIN §5.1).
///
/// Optional is what is kept until it is not needed (ДМН) and concerns nobody else: copies of
/// diplomas, portfolio. Such papers are taken out of their volumes into volumes of their own, of
/// which an act is drawn up; it takes the way of every act, but hangs on no term. What a period or
/// another learner keeps stays, blocked, until its end. Threads: one per Archive. Faults: denied,
/// not_found (no such paper), usage (no withdrawal is on record), and those of the catalogue.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "archive/acts.h"
#include "archive/archive.h"
#include "model/actor.h"
#include "model/student.h"

namespace fonds {

struct WithdrawnData {
  ShownAct act;
  CalendarDate until;       ///< by which it should be carried out (retention.withdrawal_days)
  std::int64_t taken = 0;   ///< papers
  std::int64_t kept = 0;    ///< papers that a period keeps, or that are filed nowhere
  std::int64_t shared = 0;  ///< optional papers that concern others, too
  std::int64_t held = 0;    ///< optional papers of volumes that something forbids to touch
};

class ArchiveWithdrawnData {
 public:
  explicit ArchiveWithdrawnData(Archive& archive) : archive_(archive) {}

  WithdrawnData draw_up(const Actor& actor, StudentId student);

 private:
  Archive& archive_;
};

/// The day of the withdrawal after which the student's data are processed without consent; nothing:
/// none is on record, or a later consent holds.
std::optional<CalendarDate> withdrawn_since(Archive& archive, StudentId student);
/// Returns when the reason of such an act still stands; of other acts always. Fault usage: the
/// student has consented anew.
void expect_still_withdrawn(Archive& archive, const DestructionAct& act);
/// Students with a withdrawal and with papers an act of withdrawn data would take, in order.
std::vector<StudentId> with_optional_papers(Archive& archive);

}  // namespace fonds

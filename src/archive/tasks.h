/// ArchiveTasks: what waits for the person who asks, in figures: only what they may do something
/// about, counted as far as they see it.
///
/// Cheap: it is asked for with every look at the page one begins with, so nothing walks over all
/// papers, and figures without words are no entry of the journal. Deliveries tell their own
/// (archive/deliveries).
/// Threads: one per Archive. Faults: those of the catalogue.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "archive/archive.h"
#include "model/actor.h"
#include "model/calendar_date.h"
#include "model/case_file.h"

namespace fonds {

enum class TaskKind {
  review,         ///< papers a person decides on
  applications,   ///< for learners' results, without an answer; `due`: of the first
  inbox,          ///< papers in no volume
  loans,          ///< volumes that should be back; `due`: since when the first
  nomenclatures,  ///< agreed: the head approves them
  acts,           ///< of destruction; agreed: the head approves them
  inventories,    ///< agreed: the head approves them
  acts_due,       ///< being carried out, and the next step is due
  term_over,      ///< volumes: to be destroyed, decided on, or asked whether they are needed
  to_close,       ///< volumes whose year is over
  transfers,      ///< packages whose act of acceptance is not on record
  schedule,       ///< jobs of the calendar that failed, or found something
  quarantined,    ///< jobs that gave a paper up
};

struct WaitingTask {
  TaskKind kind = TaskKind::review;
  std::int64_t count = 0;
  std::optional<CalendarDate> due{};
  bool late = false;                  ///< that day is over
  std::optional<VolumeKey> volume{};  ///< of loans: the first that should be back
};

class ArchiveTasks {
 public:
  explicit ArchiveTasks(Archive& archive) : archive_(archive) {}

  /// In the order of TaskKind; what nothing waits of is left out.
  std::vector<WaitingTask> waiting(const Actor& actor);

 private:
  Archive& archive_;
};

}  // namespace fonds

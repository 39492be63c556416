#include "archive/tasks.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "access/policy.h"
#include "archive/approval.h"
#include "archive/destruction.h"
#include "archive/disclosure_rules.h"
#include "archive/review.h"
#include "archive/viewer.h"
#include "archive/volume_choice.h"
#include "base/error.h"
#include "catalogue/acts.h"
#include "catalogue/blocks.h"
#include "catalogue/cards.h"
#include "catalogue/destructions.h"
#include "catalogue/disclosures.h"
#include "catalogue/inventories.h"
#include "catalogue/jobs.h"
#include "catalogue/loans.h"
#include "catalogue/nomenclatures.h"
#include "catalogue/schedule_runs.h"
#include "catalogue/transfers.h"
#include "catalogue/volumes.h"
#include "catalogue/waiting_figures.h"
#include "retention/plan.h"

namespace fonds {
namespace {

/// Counts one kind of task after another, each if the actor may do something about it.
class TaskCounter {
 public:
  TaskCounter(Archive& archive, const Actor& actor)
      : archive_(archive),
        actor_(actor),
        viewer_(archive, actor),
        today_(day_here(archive.clock().now())) {}

  void papers();
  void applications();
  void loans();
  void approvals();
  void volumes();
  void machines();
  std::vector<WaitingTask> take() { return std::move(tasks_); }

 private:
  [[nodiscard]] bool may(Operation operation) const;
  [[nodiscard]] bool may_approve(const std::string& author) const;
  void tell(TaskKind kind, std::int64_t count) {
    if (count > 0) tasks_.push_back({kind, count});
  }
  std::vector<DocumentId> hidden();
  Database& database() { return archive_.catalogue(); }

  Archive& archive_;
  const Actor& actor_;
  const Viewer viewer_;
  const CalendarDate today_;
  std::vector<WaitingTask> tasks_;
};

/// As Policy::require() decides; an operation that is not allowed is no task.
bool TaskCounter::may(Operation operation) const {
  try {
    archive_.policy().require(actor_, operation);
    return true;
  } catch (const Error& error) {
    if (error.fault() != Fault::denied) throw;
    return false;
  }
}

bool TaskCounter::may_approve(const std::string& author) const {
  try {
    expect_another_person(archive_, actor_, author);
    return true;
  } catch (const Error& error) {
    if (error.fault() != Fault::denied) throw;
    return false;
  }
}

/// Of those who see the papers of all collectives: what they do not see. Which papers that may be
/// is asked here, whether it is so the Viewer alone says.
std::vector<DocumentId> TaskCounter::hidden() {
  if (!viewer_.misses_some()) return {};
  std::set<DocumentId> perhaps = Destructions(database()).withdrawn();
  perhaps.merge(Blocks(database()).documents());
  const std::set<DocumentId> seen = viewer_.seen_of({perhaps.begin(), perhaps.end()});
  std::vector<DocumentId> found;
  std::set_difference(perhaps.begin(), perhaps.end(), seen.begin(), seen.end(),
                      std::back_inserter(found));
  return found;
}

void TaskCounter::papers() {
  const bool sees_all = viewer_.visible().all;
  const std::vector<DocumentId> unseen = sees_all ? hidden() : std::vector<DocumentId>{};
  WaitingFigures figures(database());
  if (may(Operation::review)) {
    if (sees_all) {
      tell(TaskKind::review, Cards(database()).count_waiting() - figures.to_review_of(unseen));
    } else if (may(Operation::read_document)) {
      // Few papers are theirs, and each must be looked at.
      tell(TaskKind::review, ArchiveReview(archive_).list(actor_, 0, [](const Reviewed&) {}));
    }
  }
  if (sees_all && may(Operation::keep_cases)) {
    tell(TaskKind::inbox, figures.unfiled() - figures.unfiled_of(unseen));
  }
}

void TaskCounter::applications() {
  if (!may(Operation::read_disclosures)) return;
  WaitingTask task{TaskKind::applications};
  for (const DisclosureState state : {DisclosureState::opened, DisclosureState::approved}) {
    DisclosureFilter filter;
    filter.state = state;
    const std::vector<Disclosure> open = Disclosures(database()).list(filter);
    for (const Disclosure& each : open) {
      if (!viewer_.sees_student(each.student)) continue;
      const CalendarDate due = DisclosureRules::shipped().due(each.applied_on);
      if (!task.due || due < *task.due) task.due = due;
      ++task.count;
    }
  }
  if (task.count == 0) return;
  task.late = *task.due < today_;
  tasks_.push_back(task);
}

void TaskCounter::loans() {
  if (!may(Operation::keep_cases)) return;
  WaitingTask task{TaskKind::loans};
  Volumes volumes(database());
  const std::vector<Loan> out = Loans(database()).list(true);
  for (const Loan& each : out) {
    if (!(each.due_on < today_)) continue;
    const Volume volume = volumes.find(each.volume).value();
    if (!sees_volume(viewer_, volume)) continue;
    ++task.count;
    if (task.due && !(each.due_on < *task.due)) continue;
    task.due = each.due_on;
    task.volume = volume.key;
  }
  if (task.count == 0) return;
  task.late = true;
  tasks_.push_back(task);
}

void TaskCounter::approvals() {
  if (may(Operation::approve_nomenclature)) {
    const std::vector<NomenclatureCard> all = Nomenclatures(database()).list();
    tell(TaskKind::nomenclatures,
         std::count_if(all.begin(), all.end(), [](const NomenclatureCard& each) {
           return each.state == NomenclatureState::agreed;
         }));
  }
  if (!may(Operation::approve_act)) return;
  const std::vector<DestructionAct> acts = Acts(database()).list();
  tell(TaskKind::acts, std::count_if(acts.begin(), acts.end(), [&](const DestructionAct& each) {
         return each.state == ActState::agreed && may_approve(each.author);
       }));
  const std::vector<CaseInventory> inventories = Inventories(database()).list();
  tell(TaskKind::inventories,
       std::count_if(inventories.begin(), inventories.end(), [&](const CaseInventory& each) {
         return each.state == InventoryState::agreed && may_approve(each.author);
       }));
}

void TaskCounter::volumes() {
  if (may(Operation::carry_out_act)) {
    tell(TaskKind::acts_due,
         static_cast<std::int64_t>(ArchiveDestruction(archive_).due(actor_).size()));
  }
  if (!may(Operation::plan_retention)) return;
  const std::map<std::string, std::int64_t> steps = WaitingFigures(database()).by_step();
  const auto count = [&](PlannedStep step) {
    const auto found = steps.find(std::string(name_of(step)));
    return found == steps.end() ? 0 : found->second;
  };
  tell(TaskKind::term_over,
       count(PlannedStep::ask) + count(PlannedStep::decide) + count(PlannedStep::destroy));
  tell(TaskKind::to_close, count(PlannedStep::close));
  const std::vector<Transfer> transfers = Transfers(database()).list();
  tell(TaskKind::transfers,
       std::count_if(transfers.begin(), transfers.end(),
                     [](const Transfer& each) { return !each.accepted_on.has_value(); }));
}

void TaskCounter::machines() {
  if (may(Operation::run_schedule)) {
    ScheduleRuns runs(database());
    std::int64_t troubled = 0;
    for (std::size_t i = 0; i < kScheduledJobs.size(); ++i) {
      const auto last = runs.last(static_cast<ScheduledJob>(i), false);
      troubled += last && last->outcome != RunOutcome::done ? 1 : 0;
    }
    tell(TaskKind::schedule, troubled);
  }
  if (may(Operation::manage_jobs)) {
    tell(TaskKind::quarantined, Jobs(database()).count(JobState::quarantined));
  }
}

}  // namespace

std::vector<WaitingTask> ArchiveTasks::waiting(const Actor& actor) {
  TaskCounter counter(archive_, actor);
  counter.papers();
  counter.applications();
  counter.loans();
  counter.approvals();
  counter.volumes();
  counter.machines();
  std::vector<WaitingTask> tasks = counter.take();
  std::stable_sort(
      tasks.begin(), tasks.end(),
      [](const WaitingTask& one, const WaitingTask& other) { return one.kind < other.kind; });
  return tasks;
}

}  // namespace fonds

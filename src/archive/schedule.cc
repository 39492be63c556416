#include "archive/schedule.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <nlohmann/json.hpp>
#include <thread>

#include "access/policy.h"
#include "archive/scheduled_work.h"
#include "base/error.h"
#include "base/log.h"
#include "catalogue/journal.h"
#include "catalogue/leases.h"
#include "catalogue/schedule_runs.h"

namespace fonds {
namespace {

constexpr std::chrono::seconds kLeaseTime{120};

/// The right to run a job, kept by a thread of its own while the job runs.
class JobLease {
 public:
  JobLease(Archive& archive, ScheduledJob job)
      : name_("schedule/" + std::string(name_of(job))),
        owner_(new_lease_owner()),
        archive_(archive.reopen()),
        held_(leases().acquire(name_, owner_, kLeaseTime)) {
    if (held_) thread_ = std::jthread([this](const std::stop_token& stop) { keep(stop); });
  }
  ~JobLease() {
    if (!held_) return;
    thread_.request_stop();
    thread_.join();
    try {
      leases().release(name_, owner_);
    } catch (const Error&) {  // it runs out by itself
    }
  }
  JobLease(const JobLease&) = delete;
  JobLease& operator=(const JobLease&) = delete;
  [[nodiscard]] bool held() const { return held_; }

 private:
  Leases leases() { return Leases(archive_->catalogue()); }
  void keep(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (!woken_.wait_for(lock, stop, kLeaseTime / 4, [&] { return stop.stop_requested(); })) {
      try {
        if (!leases().acquire(name_, owner_, kLeaseTime))
          spdlog::warn("{}: the lease is lost", name_);
      } catch (const Error& error) {  // tried again; the lease lasts longer than a few tries
        spdlog::warn("{}: the lease is not renewed: {}", name_, error.what());
      }
    }
  }
  std::string name_;
  std::string owner_;
  std::unique_ptr<Archive> archive_;
  bool held_;
  std::mutex mutex_;
  std::condition_variable_any woken_;
  std::jthread thread_;
};

}  // namespace

ArchiveSchedule::Entry ArchiveSchedule::entry_of(ScheduledJob job) {
  ScheduleRuns runs(archive_.catalogue());
  Entry entry{job, last_due(job, day_here(archive_.clock().now())), false, runs.last(job, false)};
  const auto well = runs.last(job, true);
  entry.is_due = !well || well->due_on < entry.due_on;
  return entry;
}

std::vector<ArchiveSchedule::Entry> ArchiveSchedule::list(const Actor& actor) {
  archive_.policy().require(actor, Operation::read_retention);
  std::vector<Entry> found;
  for (std::size_t i = 0; i < kScheduledJobs.size(); ++i) {
    found.push_back(entry_of(static_cast<ScheduledJob>(i)));
  }
  return found;
}

ScheduleRun ArchiveSchedule::perform(ScheduledJob job, const CalendarDate& due_on) {
  ScheduleRun run{job, due_on, archive_.clock().now(), {}, RunOutcome::done, "{}"};
  try {
    const auto before = ScheduleRuns(archive_.catalogue()).last(job, true);
    const WorkReport done =
        do_scheduled(archive_, job, due_on, before ? std::optional(before->due_on) : std::nullopt);
    run.outcome = done.alarming ? RunOutcome::alarm : RunOutcome::done;
    run.report = done.details;
  } catch (const Error& error) {
    run.outcome = RunOutcome::failed;
    run.report = nlohmann::ordered_json{{"error", error.what()}, {"hint", error.hint()}}.dump(
        -1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
  }
  run.ended_at = archive_.clock().now();
  Transaction transaction(archive_.catalogue());
  Journal journal(archive_.catalogue());
  journal.append(
      transaction, schedule_actor(), "schedule.run", "schedule/" + std::string(name_of(job)),
      nlohmann::ordered_json{{"due_on", to_text(due_on)}, {"outcome", name_of(run.outcome)}}
          .dump());
  ScheduleRuns(archive_.catalogue()).record(transaction, run);
  transaction.commit();
  return run;
}

void ArchiveSchedule::run(const Actor& actor, const std::vector<ScheduledJob>& jobs, Which which,
                          const std::function<void(const ScheduleRun&)>& visit,
                          const std::stop_token& stop) {
  archive_.policy().require(actor, Operation::run_schedule);
  for (std::size_t i = 0; i < kScheduledJobs.size() && !stop.stop_requested(); ++i) {
    const auto job = static_cast<ScheduledJob>(i);
    const bool wanted = jobs.empty() || std::find(jobs.begin(), jobs.end(), job) != jobs.end();
    if (!wanted) continue;
    const JobLease lease(archive_, job);
    if (!lease.held()) continue;
    const Entry entry = entry_of(job);  // under the lease: another host may have done it meanwhile
    if (which == Which::due && !entry.is_due) continue;
    visit(perform(job, entry.due_on));
  }
}

}  // namespace fonds

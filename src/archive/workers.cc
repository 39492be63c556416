#include "archive/workers.h"

#include <sys/resource.h>

#include <algorithm>

#include "access/policy.h"
#include "archive/recognition_job.h"
#include "archive/settings.h"
#include "base/error.h"
#include "base/log.h"
#include "base/messages.h"
#include "catalogue/documents.h"
#include "catalogue/leases.h"

namespace fonds {
namespace {

constexpr std::string_view kJobKind = "recognise";
/// How often an idle worker looks for work.
constexpr std::chrono::milliseconds kIdle{250};

/// Of this thread and the process that reads for it: people who search beside it come first. Not
/// the lowest: it holds locks of the catalogue at times, and a page has its time to be read in.
constexpr int kNiceness = 15;

/// Faults of catalogue, disk or installation: no other paper would fare better.
bool stops_everything(Fault fault) {
  return fault == Fault::io || fault == Fault::denied || fault == Fault::bug;
}

/// What a clerk reads of a paper set aside: why, and what to do.
std::string with_advice(const Error& error) {
  return error.hint().empty() ? error.message()
                              : fmt::format("{}; {}", error.message(), error.hint());
}

}  // namespace

RecognitionWorkers::RecognitionWorkers(const Archive& archive, Actor actor, int count, Until until,
                                       Finished finished)
    : archive_(archive.reopen()),
      actor_(std::move(actor)),
      understanding_(archive.clock(), archive.kinds_maker(), own_names(archive.settings())),
      until_(until),
      finished_(std::move(finished)) {
  archive_->policy().require(actor_, Operation::manage_jobs);
  // What a crash left half-made has no name yet and never gets one.
  archive_->originals().remove_leftovers();
  archive_->derived().remove_leftovers();
  running_ = count;
  for (int i = 0; i < count; ++i) {
    threads_.emplace_back([this] { run(); });
  }
}

RecognitionWorkers::~RecognitionWorkers() { stop(); }  // the threads join as they are destroyed

void RecognitionWorkers::stop() { stop_.request_stop(); }

void RecognitionWorkers::join() {
  for (std::jthread& thread : threads_) {
    if (thread.joinable()) thread.join();
  }
  if (failure_) std::rethrow_exception(failure_);
}

void RecognitionWorkers::run() {
  // Linux: of this thread. One that gives way even more was told so by whoever began it.
  const int given = ::getpriority(PRIO_PROCESS, 0);
  (void)::setpriority(PRIO_PROCESS, 0, std::max(given, kNiceness));
  try {
    const std::unique_ptr<Archive> archive = archive_->reopen();
    const std::string owner = new_lease_owner();
    std::unique_ptr<WorkerHandle> process;
    while (!stop_.stop_requested()) {
      if (one_job(*archive, process, owner)) continue;
      if (until_ == Until::queue_is_empty && Jobs(archive->catalogue()).pending(kJobKind) == 0) {
        break;
      }
      std::this_thread::sleep_for(kIdle);
    }
  } catch (...) {  // carried to join(): an exception must not leave a thread
    const std::lock_guard lock(mutex_);
    if (!failure_) failure_ = std::current_exception();
    stop_.request_stop();
  }
  --running_;
}

bool RecognitionWorkers::one_job(Archive& archive, std::unique_ptr<WorkerHandle>& process,
                                 const std::string& owner) {
  Jobs jobs(archive.catalogue());
  for (const Job& dead : jobs.expired(kJobKind)) {
    record_failure(archive, actor_, dead, dead.owner,
                   tr("its recognition was cut off several times; the paper itself is safe"),
                   Jobs::Retry::never);
  }
  const auto job = jobs.lease(kJobKind, owner, kLeaseTime);
  if (!job) return false;
  try {
    if (!process || !process->alive()) {
      process = std::make_unique<WorkerHandle>(archive.worker_options());
    }
    work_on(archive, process, *job, owner);
  } catch (...) {  // nothing to do with this paper: it waits, as it was, for a better day
    jobs.give_back(job->id, owner);
    throw;
  }
  const auto document = Documents(archive.catalogue()).find(job->document);
  const std::lock_guard lock(mutex_);
  if (document && finished_) finished_(*document);
  return true;
}

void RecognitionWorkers::work_on(Archive& archive, std::unique_ptr<WorkerHandle>& process,
                                 const Job& job, const std::string& owner) {
  try {
    recognise_document(archive, actor_, *process, job, owner, understanding_, stop_.get_token());
  } catch (const Error& error) {
    if (stops_everything(error.fault())) throw;
    if (error.fault() == Fault::busy) {  // asked to stop, or taken over by another worker
      process.reset();
      return Jobs(archive.catalogue()).give_back(job.id, owner);
    }
    const bool died = error.fault() == Fault::unavailable;
    if (died) process.reset();
    // Not a warning: whoever waits for the paper is told once, when nothing more is tried.
    spdlog::info("document {}: attempt {}: {}", job.document.value, job.attempts, error.what());
    record_failure(archive, actor_, job, owner, with_advice(error),
                   died ? Jobs::Retry::later : Jobs::Retry::never);
  }
}

}  // namespace fonds

/// RecognitionWorkers: threads that each lease a recognition job, hand the originals to a sandboxed
/// worker process, publish what comes back and record it. Also keeps the index following.
///
/// Threads: start and join from one thread; `finished` is called from the worker threads, one call
/// at a time. Faults: a paper's fault quarantines that paper; a worker's death retries it;
/// a fault of catalogue or disk stops the workers and is thrown by join().
#pragma once

#include <atomic>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "archive/archive.h"
#include "archive/register_view.h"
#include "catalogue/jobs.h"
#include "model/actor.h"
#include "model/document.h"

namespace fonds {

/// Who recognises: the program itself, without a right to any content of its own accord.
inline Actor recognition_actor() { return {"recognition", Role::administrator}; }

class RecognitionWorkers {
 public:
  enum class Until { queue_is_empty, stopped };
  /// Called after each job with the document as it now is.
  using Finished = std::function<void(const Document&)>;

  RecognitionWorkers(const Archive& archive, Actor actor, int count, Until until,
                     Finished finished);
  ~RecognitionWorkers();  ///< stops and joins
  /// Asks to stop after the pages now being read; their papers wait for the next worker.
  void stop();
  /// Whether all workers have come to an end by themselves or by stop().
  [[nodiscard]] bool ended() const { return running_ == 0; }
  /// Waits for the end. Throws the first fault that stopped a worker.
  void join();

 private:
  void run();
  bool one_job(Archive& archive, std::unique_ptr<WorkerHandle>& process, const std::string& owner);
  void work_on(Archive& archive, std::unique_ptr<WorkerHandle>& process, const Job& job,
               const std::string& owner);

  std::unique_ptr<Archive> archive_;
  Actor actor_;
  RegisterView understanding_;
  Until until_;
  Finished finished_;
  std::stop_source stop_;
  std::atomic<int> running_{0};
  std::mutex mutex_;
  std::exception_ptr failure_;
  std::vector<std::jthread> threads_;
};

}  // namespace fonds

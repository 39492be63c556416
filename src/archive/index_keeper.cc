#include "archive/index_keeper.h"

#include "base/error.h"
#include "base/log.h"

namespace fonds {

IndexKeeper::IndexKeeper(Archive& archive, std::chrono::milliseconds pause)
    : index_(archive),
      archive_(archive.reopen()),
      limits_(index_care_limits(archive)),
      pause_(pause),
      thread_([this](const std::stop_token& stop) { look_after(stop); }) {}

IndexKeeper::~IndexKeeper() = default;

void IndexKeeper::look_after(const std::stop_token& stop) {
  using Suspicion = ArchiveIndexCare::Suspicion;
  ArchiveIndexCare care(*archive_);
  while (!stop.stop_requested()) {
    Suspicion suspicion = Suspicion::none;
    {
      std::unique_lock lock(mutex_);
      woken_.wait_for(lock, stop, pause_, [&] { return damage_ == Damage::met; });
      if (stop.stop_requested()) return;
      if (damage_ == Damage::met) suspicion = Suspicion::damaged;
    }
    try {
      care.do_what_is_due(system_actor(), limits_, suspicion, stop);
    } catch (const Error& error) {  // busy, no room: the next look tries again
      spdlog::error("looking after the index: {}", error.what());
    }
    const std::lock_guard lock(mutex_);
    if (suspicion == Suspicion::damaged) damage_ = Damage::treated;
    woken_.notify_all();
  }
}

void IndexKeeper::suspect(const Error& error) {
  if (error.fault() != Fault::corrupt) throw error;
  const std::lock_guard lock(mutex_);
  if (damage_ == Damage::treated) throw error;  // rebuilding did not help
  if (damage_ == Damage::none) spdlog::error("the index is rebuilt: {}", error.what());
  damage_ = Damage::met;
  woken_.notify_all();
}

void IndexKeeper::catch_up() {
  try {
    if (index_.catch_up() != ArchiveIndex::Following::level) return;
    const std::lock_guard lock(mutex_);
    if (damage_ == Damage::treated) damage_ = Damage::none;
  } catch (const Error& error) {
    suspect(error);
  }
}

void IndexKeeper::wait_until_level(const std::stop_token& stop) {
  try {
    return index_.wait_until_level({});
  } catch (const Error& error) {
    suspect(error);
  }
  {
    std::unique_lock lock(mutex_);
    woken_.wait(lock, stop, [&] { return damage_ != Damage::met; });
  }
  if (!stop.stop_requested()) index_.wait_until_level({});  // what could not be mended is told
}

}  // namespace fonds

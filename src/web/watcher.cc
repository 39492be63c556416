#include "web/watcher.h"

#include <iterator>

#include "base/error.h"
#include "base/messages.h"

namespace fonds {
namespace {

constexpr std::size_t kMostStreams = 1000;
constexpr int kLooksOfOneStream = 600;
constexpr int kSignOfLifeEvery = 15;  ///< looks

}  // namespace

Watcher::Watcher(const Archive& archive, std::chrono::milliseconds pause)
    : archive_(archive.reopen()),
      pause_(pause),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

Watcher::~Watcher() {
  thread_.request_stop();
  thread_.join();
  for (const std::vector<Watched>* all : {&watched_, &added_}) {
    for (const Watched& each : *all) each.stream->close();
  }
}

std::shared_ptr<EventStream> Watcher::watch(Look look) {
  auto stream = std::make_shared<EventStream>();
  {
    const std::lock_guard lock(mutex_);
    if (open_ >= kMostStreams) {
      throw Error(Fault::busy, tr("too many pages watch what goes on"), tr("reload the page"));
    }
    ++open_;
    added_.push_back({stream, std::move(look)});
  }
  woken_.notify_all();
  return stream;
}

void Watcher::look_at(Watched& watched) {
  try {
    std::string state = watched.look(*archive_);
    if (state != watched.last) {
      watched.stream->send("state", state);
      watched.last = std::move(state);
    } else if (watched.looks % kSignOfLifeEvery == 0) {
      watched.stream->send_sign_of_life();
    }
  } catch (const Error&) {
    watched.looks = kLooksOfOneStream;  // the page asks anew, and is told why
  }
  if (++watched.looks > kLooksOfOneStream) watched.stream->close();
}

void Watcher::run(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    {
      std::unique_lock lock(mutex_);
      woken_.wait_for(lock, stop, pause_, [this] { return !added_.empty(); });
      std::move(added_.begin(), added_.end(), std::back_inserter(watched_));
      added_.clear();
    }
    for (Watched& each : watched_) look_at(each);
    std::erase_if(watched_, [](const Watched& each) {
      return each.stream->is_gone() || each.looks > kLooksOfOneStream;
    });
    const std::lock_guard lock(mutex_);
    open_ = watched_.size() + added_.size();
  }
}

}  // namespace fonds

#include "web/event_stream.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <utility>

namespace fonds {

void EventStream::add(std::string_view text) {
  const std::lock_guard lock(mutex_);
  if (gone_ || closed_) return;
  waiting_ += text;
  wake_locked();
}

void EventStream::wake_locked() {
  if (wake_) std::exchange(wake_, nullptr)();
}

void EventStream::send(std::string_view name, std::string_view data) {
  add(fmt::format("event: {}\ndata: {}\n\n", name, data));
}

void EventStream::send_sign_of_life() { add(":\n\n"); }

void EventStream::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  wake_locked();
}

bool EventStream::is_gone() const {
  const std::lock_guard lock(mutex_);
  return gone_;
}

EventStream::Read EventStream::read(char* buffer, std::size_t most, std::size_t& taken,
                                    const std::function<void()>& rest, std::function<void()> wake) {
  const std::lock_guard lock(mutex_);
  taken = std::min(most, waiting_.size());
  if (taken > 0) {
    std::memcpy(buffer, waiting_.data(), taken);
    waiting_.erase(0, taken);
    return Read::some;
  }
  if (closed_ || gone_) return Read::end;
  rest();
  wake_ = std::move(wake);
  return Read::nothing_yet;
}

void EventStream::gone() {
  const std::lock_guard lock(mutex_);
  gone_ = true;
  wake_ = nullptr;
}

}  // namespace fonds

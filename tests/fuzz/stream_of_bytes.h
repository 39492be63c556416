/// A MessageChannel whose other end has said `bytes` and hung up.
///
/// Threads: one.
#pragma once

#include <sys/socket.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/message_channel.h"
#include "fuzz_input.h"

namespace fonds {

/// Bytes beyond what a socket holds unread are dropped.
inline constexpr std::size_t kMostStreamBytes = 64U << 10;
inline constexpr std::size_t kLongestStreamBody = 4096;

inline MessageChannel channel_saying(std::string_view bytes) {
  auto [ours, theirs] = make_socket_pair();
  bytes = bytes.substr(0, kMostStreamBytes);
  const ssize_t sent = ::send(theirs.get(), bytes.data(), bytes.size(), MSG_DONTWAIT);
  require(bytes.empty() || sent == static_cast<ssize_t>(bytes.size()));
  return {std::move(ours), MessageChannel::Descriptors::refuse, kLongestStreamBody};
}

}  // namespace fonds

/// MessageChannel carries typed messages, each with at most one open descriptor, over one end of a
/// Unix stream socket pair.
///
/// The other end is not trusted: a message longer than the limit or a damaged frame is `garbage`,
/// never an allocation of what the frame claims. After anything but `done` or `late` the channel is
/// of no more use.
/// Threads: one channel, one thread. Faults: io (the socket itself failed).
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "base/unique_fd.h"

namespace fonds {

struct Message {
  std::uint8_t type = 0;
  std::string body;
  UniqueFd descriptor;  ///< not valid: none came
};

class MessageChannel {
 public:
  using Deadline = std::chrono::steady_clock::time_point;
  enum class Outcome {
    done,
    late,     ///< the deadline passed; calling receive() again goes on where it stopped
    closed,   ///< the other end is gone, perhaps in the middle of a message
    garbage,  ///< what came is no message, or is too long
  };
  enum class Descriptors { refuse, accept };  ///< refuse: whatever is sent is dropped unopened

  MessageChannel(UniqueFd socket, Descriptors descriptors, std::size_t longest_body);

  /// Sends one message whole; `late` leaves it cut, and the channel of no more use. `descriptor`
  /// stays the caller's.
  [[nodiscard]] Outcome send(std::uint8_t type, std::string_view body, int descriptor = -1,
                             Deadline deadline = Deadline::max());
  /// Waits for the next message.
  [[nodiscard]] Outcome receive(Message& message, Deadline deadline = Deadline::max());
  [[nodiscard]] int socket() const { return socket_.get(); }

 private:
  static constexpr std::size_t kHeaderBytes = 8;

  Outcome wait_for(short events, Deadline deadline);
  Outcome fill(char* into, std::size_t size, std::size_t& have, Deadline deadline);
  Outcome send_all(std::string_view bytes, int descriptor, Deadline deadline);
  Outcome read_header();

  UniqueFd socket_;
  Descriptors descriptors_;
  std::size_t longest_body_;
  // The message being received.
  std::array<char, kHeaderBytes> header_{};
  std::size_t header_have_ = 0;
  std::size_t body_have_ = 0;
  Message partial_;
};

/// A connected pair of sockets, closed on exec.
std::pair<UniqueFd, UniqueFd> make_socket_pair();

}  // namespace fonds

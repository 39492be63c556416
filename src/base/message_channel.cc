#include "base/message_channel.h"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <limits>

#include "base/error.h"
#include "base/messages.h"

namespace fonds {
namespace {

using Outcome = MessageChannel::Outcome;

// A frame: two letters, type, one zero byte, length of the body (little-endian), the body.
constexpr char kFirst = 'F';
constexpr char kSecond = 'd';

/// Milliseconds until `deadline` as poll() takes them, rounded up; -1: for ever.
int poll_time(MessageChannel::Deadline deadline) {
  if (deadline == MessageChannel::Deadline::max()) return -1;
  const auto left =
      std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
  return static_cast<int>(
      std::clamp<std::int64_t>(left.count(), 0, std::numeric_limits<int>::max()));
}

bool other_end_is_gone(int error_number) {
  return error_number == EPIPE || error_number == ECONNRESET;
}

/// Takes the one descriptor a header may carry; closes any further ones.
void take_descriptors(msghdr& header, UniqueFd& into) {
  for (cmsghdr* at = CMSG_FIRSTHDR(&header); at != nullptr; at = CMSG_NXTHDR(&header, at)) {
    if (at->cmsg_level != SOL_SOCKET || at->cmsg_type != SCM_RIGHTS) continue;
    const std::size_t count = (at->cmsg_len - CMSG_LEN(0)) / sizeof(int);
    for (std::size_t i = 0; i < count; ++i) {
      int fd = -1;
      std::memcpy(&fd, CMSG_DATA(at) + i * sizeof(int), sizeof fd);
      into = UniqueFd(fd);
    }
  }
}

}  // namespace

MessageChannel::MessageChannel(UniqueFd socket, Descriptors descriptors, std::size_t longest_body)
    : socket_(std::move(socket)), descriptors_(descriptors), longest_body_(longest_body) {}

Outcome MessageChannel::send(std::uint8_t type, std::string_view body, int descriptor,
                             Deadline deadline) {
  if (body.size() > longest_body_) {
    throw Error(Fault::bug, "a message is longer than the channel carries");
  }
  std::array<char, kHeaderBytes> header{kFirst, kSecond, static_cast<char>(type), 0};
  for (std::size_t i = 0; i < 4; ++i) {
    header[4 + i] = static_cast<char>((body.size() >> (8 * i)) & 0xFF);
  }
  const Outcome sent = send_all({header.data(), header.size()}, descriptor, deadline);
  return sent == Outcome::done ? send_all(body, -1, deadline) : sent;
}

Outcome MessageChannel::receive(Message& message, Deadline deadline) {
  if (header_have_ < kHeaderBytes) {
    const Outcome filled = fill(header_.data(), kHeaderBytes, header_have_, deadline);
    if (filled != Outcome::done) return filled;
    const Outcome read = read_header();
    if (read != Outcome::done) return read;
  }
  const Outcome filled = fill(partial_.body.data(), partial_.body.size(), body_have_, deadline);
  if (filled != Outcome::done) return filled;
  message = std::move(partial_);
  partial_ = {};
  header_have_ = 0;
  body_have_ = 0;
  return Outcome::done;
}

Outcome MessageChannel::read_header() {
  if (header_[0] != kFirst || header_[1] != kSecond || header_[3] != 0) return Outcome::garbage;
  std::size_t size = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    size |= static_cast<std::size_t>(static_cast<unsigned char>(header_[4 + i])) << (8 * i);
  }
  if (size > longest_body_) return Outcome::garbage;
  partial_.type = static_cast<std::uint8_t>(header_[2]);
  partial_.body.resize(size);
  return Outcome::done;
}

Outcome MessageChannel::wait_for(short events, Deadline deadline) {
  for (;;) {
    pollfd waiting{socket_.get(), events, 0};
    const int ready = ::poll(&waiting, 1, poll_time(deadline));
    if (ready > 0) return Outcome::done;
    if (ready == 0) return Outcome::late;
    if (errno != EINTR) throw system_error(errno, tr("talking to the reading process"));
  }
}

Outcome MessageChannel::fill(char* into, std::size_t size, std::size_t& have, Deadline deadline) {
  while (have < size) {
    iovec part{into + have, size - have};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
    msghdr header{};
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    if (descriptors_ == Descriptors::accept) {
      header.msg_control = control.data();
      header.msg_controllen = control.size();
    }
    const ssize_t got = ::recvmsg(socket_.get(), &header, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
    if (got > 0) {
      take_descriptors(header, partial_.descriptor);
      have += static_cast<std::size_t>(got);
      continue;
    }
    if (got == 0 || other_end_is_gone(errno)) return Outcome::closed;
    if (errno == EINTR) continue;
    if (errno != EAGAIN) throw system_error(errno, tr("talking to the reading process"));
    const Outcome waited = wait_for(POLLIN, deadline);
    if (waited != Outcome::done) return waited;
  }
  return Outcome::done;
}

Outcome MessageChannel::send_all(std::string_view bytes, int descriptor, Deadline deadline) {
  while (!bytes.empty()) {
    iovec part{const_cast<char*>(bytes.data()), bytes.size()};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
    msghdr header{};
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    if (descriptor >= 0) {
      header.msg_control = control.data();
      header.msg_controllen = control.size();
      cmsghdr* const rights = CMSG_FIRSTHDR(&header);
      rights->cmsg_level = SOL_SOCKET;
      rights->cmsg_type = SCM_RIGHTS;
      rights->cmsg_len = CMSG_LEN(sizeof(int));
      std::memcpy(CMSG_DATA(rights), &descriptor, sizeof descriptor);
    }
    const ssize_t sent = ::sendmsg(socket_.get(), &header, MSG_DONTWAIT | MSG_NOSIGNAL);
    if (sent > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(sent));
      descriptor = -1;  // went with the first byte
      continue;
    }
    if (other_end_is_gone(errno)) return Outcome::closed;
    if (errno == EINTR) continue;
    if (errno != EAGAIN) throw system_error(errno, tr("talking to the reading process"));
    const Outcome waited = wait_for(POLLOUT, deadline);
    if (waited != Outcome::done) return waited;
  }
  return Outcome::done;
}

std::pair<UniqueFd, UniqueFd> make_socket_pair() {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
    throw system_error(errno, tr("making a socket for the reading process"));
  }
  return {UniqueFd(ends[0]), UniqueFd(ends[1])};
}

}  // namespace fonds

// The frames of a stream: what is taken for messages is the stream's beginning, byte for byte.
#include <string>

#include "stream_of_bytes.h"

namespace fonds {
namespace {

using Outcome = MessageChannel::Outcome;

/// The bytes one message is sent as.
std::string frame_of(const Message& message) {
  auto [ours, theirs] = make_socket_pair();
  MessageChannel channel(std::move(ours), MessageChannel::Descriptors::refuse, kLongestStreamBody);
  require(channel.send(message.type, message.body) == Outcome::done);
  std::string frame(kLongestStreamBody + 64, '\0');
  const ssize_t got = ::recv(theirs.get(), frame.data(), frame.size(), MSG_DONTWAIT);
  require(got > 0);
  frame.resize(static_cast<std::size_t>(got));
  return frame;
}

}  // namespace
}  // namespace fonds

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fonds;
  const std::string_view stream = input_of(data, size).substr(0, kMostStreamBytes);
  MessageChannel channel = channel_saying(stream);
  std::string taken;
  Message message;
  Outcome outcome = Outcome::done;
  while ((outcome = channel.receive(message)) == Outcome::done) {
    require(message.body.size() <= kLongestStreamBody && !message.descriptor.valid());
    taken += frame_of(message);
  }
  require(outcome == Outcome::closed || outcome == Outcome::garbage);
  require(stream.starts_with(taken));
  return 0;
}

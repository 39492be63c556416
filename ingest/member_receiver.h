/// MemberReceiver gives what a reading process answers to an unpacking on to a MemberSink, within
/// the limits of a container and in order.
///
/// The process is not trusted: a member begins, has bytes and ends or is refused before the next
/// one begins, and its name stays inside the container.
/// Threads: one. Faults: unavailable (an answer nobody asked for, too much, out of order), and
/// those of the sink.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/message_channel.h"
#include "ingest/container.h"
#include "ingest/worker.h"

namespace fonds {

class MemberReceiver {
 public:
  /// `sink` must outlive the receiver.
  explicit MemberReceiver(MemberSink& sink, const ContainerLimits& limits = {})
      : sink_(sink), limits_(limits) {}

  void operator()(const Message& message);
  /// After the last answer.
  void finish() const;

 private:
  void begin(std::string_view name);
  void bytes(std::string_view bytes);
  void end();
  void refuse(std::string_view refused);
  void count_entry();

  MemberSink& sink_;
  ContainerLimits limits_;
  bool open_ = false;
  int entries_ = 0;
  std::uint64_t member_ = 0;  ///< bytes of the open one
  std::uint64_t total_ = 0;
};

}  // namespace fonds

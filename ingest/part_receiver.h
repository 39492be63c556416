/// PartReceiver gives the pieces of a parted file that a reading process answers with on to a sink.
///
/// The process is not trusted: what comes begins as a file of the kind that was parted, is not
/// empty and no longer than its limit.
/// Threads: one. Faults: unavailable (an answer nobody asked for, too much, another kind, nothing),
/// and those of the sink.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "base/message_channel.h"
#include "model/file_kind.h"

namespace fonds {

class PartReceiver {
 public:
  using Sink = std::function<void(std::string_view)>;

  /// At most `bytes` of a file of `kind`; `sink` must outlive the receiver.
  PartReceiver(const Sink& sink, FileKind kind, std::uint64_t bytes)
      : sink_(sink), kind_(kind), bytes_left_(bytes) {}

  void operator()(const Message& message);
  /// After the last answer.
  void finish() const;

 private:
  const Sink& sink_;
  FileKind kind_;
  std::uint64_t bytes_left_;
  bool begun_ = false;
};

}  // namespace fonds

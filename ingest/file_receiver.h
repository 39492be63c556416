/// FileReceiver gives the pieces of a file that a reading process answers with on to a sink: a part
/// of another file, the picture of a page.
///
/// The process is not trusted: what comes begins as a file of the kind that was asked for, is not
/// empty and no longer than its limit.
/// Threads: one. Faults: unavailable (an answer nobody asked for, too much, another kind, nothing),
/// and those of the sink.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "base/message_channel.h"
#include "ingest/worker_protocol.h"
#include "model/file_kind.h"

namespace fonds {

class FileReceiver {
 public:
  using Sink = std::function<void(std::string_view)>;
  struct Expected {
    MessageType pieces;  ///< every answer is of this type
    FileKind kind;
    std::uint64_t bytes;  ///< at most
  };

  /// `sink` must outlive the receiver.
  FileReceiver(const Sink& sink, const Expected& expected) : sink_(sink), expected_(expected) {}

  void operator()(const Message& message);
  /// After the last answer.
  void finish() const;

 private:
  const Sink& sink_;
  Expected expected_;  ///< `bytes`: that may still come
  bool begun_ = false;
};

}  // namespace fonds

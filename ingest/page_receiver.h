/// PageReceiver gives what a reading process answers to a recognition on to a RecognitionSink,
/// within bounds and in order.
///
/// The process is not trusted: pages come numbered from 1 without a gap, at most as many as were
/// asked for, and nothing is longer than its limit. The ALTO is given once, whole.
/// Threads: one. Faults: unavailable (an answer nobody asked for, too much, out of order), and
/// those of the sink.
#pragma once

#include <cstdint>
#include <string>

#include "base/message_channel.h"
#include "ingest/worker.h"
#include "ingest/worker_protocol.h"

namespace fonds {

class PageReceiver {
 public:
  /// At most `bytes` of answers and `pages` pages; `sink` must outlive the receiver.
  PageReceiver(RecognitionSink& sink, std::uint64_t bytes, std::size_t pages)
      : sink_(sink), bytes_left_(bytes), pages_left_(pages) {}

  void operator()(const Message& message);
  /// After the last answer.
  void finish() { give_alto(); }

 private:
  void spend(std::size_t bytes);
  void page(SentPage&& sent, std::size_t size);
  void give_alto();

  RecognitionSink& sink_;
  std::uint64_t bytes_left_;
  std::size_t pages_left_;
  int number_ = 0;
  std::size_t words_ = 0;  ///< bytes of all pages' words
  std::string alto_;
};

}  // namespace fonds

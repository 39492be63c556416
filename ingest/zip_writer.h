/// ZipWriter packs files into a ZIP that is given out in pieces.
///
/// Names are UTF-8 with '/' between folders; the caller sees to it that they are safe and differ.
/// Members stand in the order they come in; members and archive may be of any size (ZIP64). They
/// are packed quickly, not tightly: pictures and PDFs are packed already.
/// Memory:  a buffer, and a line for each member until the end.
/// Threads: an object is used by one thread.
/// Faults:  those of the receiver; bug (a member shorter or longer than said).
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/clock.h"

namespace fonds {

class ZipWriter {
 public:
  /// `sink` is given the bytes as they come.
  explicit ZipWriter(std::function<void(std::string_view)> sink);
  ~ZipWriter();
  ZipWriter(const ZipWriter&) = delete;
  ZipWriter& operator=(const ZipWriter&) = delete;

  /// A member of `size` bytes begins; what write() gives goes to it.
  void begin(const std::string& name, std::uint64_t size, Moment made);
  void write(std::string_view bytes);
  /// The list of members; call once, at the end. Without it the ZIP is not whole.
  void finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace fonds

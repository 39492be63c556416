/// EventStream: what a page is told while it stays open (server-sent events of HTML): lines that
/// the server sends as they come, over one answer that does not end.
///
/// While there is nothing to send, the connection rests (it is suspended) and costs no thread.
/// Threads: send(), close() and is_gone() from any; read() and gone() by the server's.
#pragma once

#include <cstddef>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

namespace fonds {

class EventStream {
 public:
  /// One event; `data` is one line (JSON). Nothing when the browser went away.
  void send(std::string_view name, std::string_view data);
  /// A line browsers pass over: it shows whether they are still there.
  void send_sign_of_life();
  /// Sends what waits, then ends the answer; the browser asks again by itself.
  void close();
  [[nodiscard]] bool is_gone() const;

  enum class Read { some, nothing_yet, end };
  /// Takes up to `most` bytes of what waits. nothing_yet: `rest` was called, which suspends the
  /// connection; `wake` will be called once there is something.
  Read read(char* buffer, std::size_t most, std::size_t& taken, const std::function<void()>& rest,
            std::function<void()> wake);
  /// The connection ended: nothing more is sent, nothing woken.
  void gone();

 private:
  void add(std::string_view text);
  void wake_locked();
  mutable std::mutex mutex_;
  std::string waiting_;
  std::function<void()> wake_;  ///< set while the connection rests
  bool closed_ = false;
  bool gone_ = false;
};

}  // namespace fonds

/// RawClient: a connection to the desk's server on which a test writes bytes as they are, also
/// those no browser writes.
///
/// Threads: of whoever made it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "base/unique_fd.h"

namespace fonds {

class RawClient {
 public:
  struct Answer {
    int status = 0;  ///< 0: the connection ended without one
    std::map<std::string, std::string, std::less<>> headers;  ///< names in lower case
    std::string body;
  };

  explicit RawClient(std::uint16_t port);

  /// False when the other side has closed.
  bool send(std::string_view bytes);
  /// The next answer; `has_body` false: to HEAD. Waits at most ten seconds.
  Answer receive(bool has_body = true);
  /// Whether the other side has closed, waiting at most so long.
  bool is_closed(int milliseconds);
  void close() { socket_ = UniqueFd(); }

 private:
  bool fill();
  UniqueFd socket_;
  std::string read_;  ///< and not yet taken
};

/// One request on a connection of its own.
RawClient::Answer ask_raw(std::uint16_t port, std::string_view request);
/// "GET /x HTTP/1.1" with what must be there.
std::string get_request(std::string_view target, std::string_view headers = "");
std::string post_request(std::string_view target, std::string_view type, std::string_view body);

}  // namespace fonds

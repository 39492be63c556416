// Bytes of a stranger on the server's socket: answered or not, the next request is answered.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>

#include <array>
#include <boost/filesystem/operations.hpp>
#include <string>

#include "base/unique_fd.h"
#include "fuzz_input.h"
#include "web/server.h"

namespace {

using namespace fonds;

WebServer& server() {
  static WebServer made(
      [] {
        WebServer::Options options;
        options.workers = 2;
        options.spool = boost::filesystem::temp_directory_path();
        options.most_file_bytes = 1 << 20;
        return options;
      }(),
      [](const Request&) { return std::nullopt; },
      [](const Request& request, int) {
        return plain_text(200, std::to_string(request.form.size() + request.files.size()));
      });
  return made;
}

/// What the server says to the bytes, until it closes or is silent for a while.
std::string exchange(std::string_view bytes) {
  const UniqueFd socket(::socket(AF_INET, SOCK_STREAM, 0));
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(server().port());
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const timeval patience{5, 0};
  ::setsockopt(socket.get(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  // NOLINTNEXTLINE(*-reinterpret-cast): the sockets' way
  require(::connect(socket.get(), reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
  (void)::send(socket.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
  ::shutdown(socket.get(), SHUT_WR);
  std::string answer;
  std::array<char, 4096> piece{};
  for (;;) {
    const ssize_t got = ::recv(socket.get(), piece.data(), piece.size(), 0);
    if (got <= 0) return answer;
    answer.append(piece.data(), static_cast<std::size_t>(got));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string answer = exchange(input_of(data, size));
  require(answer.empty() || answer.starts_with("HTTP/1."));
  const std::string next = exchange("GET / HTTP/1.1\r\nHost: desk\r\nConnection: close\r\n\r\n");
  require(next.starts_with("HTTP/1.1 200"));
  return 0;
}

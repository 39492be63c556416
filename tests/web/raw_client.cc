#include "web/raw_client.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace fonds {
namespace {

constexpr int kPatience = 10'000;

}  // namespace

RawClient::RawClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  // NOLINTNEXTLINE(*-reinterpret-cast): the kernel's way
  const auto* plain = reinterpret_cast<const sockaddr*>(&address);
  EXPECT_EQ(::connect(socket_.get(), plain, sizeof address), 0);
}

bool RawClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool RawClient::fill() {
  pollfd waiting{socket_.get(), POLLIN, 0};
  if (::poll(&waiting, 1, kPatience) <= 0) {
    ADD_FAILURE() << "no answer within ten seconds";
    return false;
  }
  std::array<char, 65536> piece{};
  const ssize_t got = ::recv(socket_.get(), piece.data(), piece.size(), 0);
  if (got <= 0) return false;
  read_.append(piece.data(), static_cast<std::size_t>(got));
  return true;
}

RawClient::Answer RawClient::receive(bool has_body) {
  Answer answer;
  std::size_t end = 0;
  do {
    while ((end = read_.find("\r\n\r\n")) == std::string::npos) {
      if (!fill()) return answer;
    }
    answer = {};
    answer.status = std::stoi(read_.substr(9, 3));
    for (std::size_t at = read_.find("\r\n") + 2; at < end;) {
      const std::size_t next = read_.find("\r\n", at);
      const std::size_t colon = read_.find(':', at);
      std::string name = read_.substr(at, colon - at);
      std::transform(name.begin(), name.end(), name.begin(),
                     [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
      answer.headers[name] = read_.substr(colon + 2, next - colon - 2);
      at = next + 2;
    }
    read_.erase(0, end + 4);
  } while (answer.status == 100);  // "go on": no answer
  const auto length = answer.headers.find("content-length");
  if (!has_body || length == answer.headers.end()) return answer;
  const std::size_t size = std::stoul(length->second);
  while (read_.size() < size) {
    if (!fill()) break;
  }
  answer.body = read_.substr(0, size);
  read_.erase(0, size);
  return answer;
}

bool RawClient::is_closed(int milliseconds) {
  pollfd waiting{socket_.get(), POLLIN, 0};
  if (::poll(&waiting, 1, milliseconds) <= 0) return false;
  char byte = 0;
  return ::recv(socket_.get(), &byte, 1, MSG_PEEK) <= 0;
}

RawClient::Answer ask_raw(std::uint16_t port, std::string_view request) {
  RawClient client(port);
  client.send(request);
  return client.receive();
}

std::string get_request(std::string_view target, std::string_view headers) {
  return fmt::format("GET {} HTTP/1.1\r\nHost: desk.test\r\n{}\r\n", target, headers);
}

std::string post_request(std::string_view target, std::string_view type, std::string_view body) {
  return fmt::format(
      "POST {} HTTP/1.1\r\nHost: desk.test\r\nContent-Type: {}\r\nContent-Length: {}\r\n\r\n{}",
      target, type, body.size(), body);
}

}  // namespace fonds

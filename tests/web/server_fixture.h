/// ServerTest: the server alone, on a free port, answering with what it understood.
///
/// Threads: of its test; `respond` and `admit` run on the server's.
#pragma once

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <memory>
#include <string>

#include "base/digest.h"
#include "base/disk.h"
#include "support/temp_folder.h"
#include "web/raw_client.h"
#include "web/server.h"

namespace fonds {

class ServerTest : public testing::Test {
 protected:
  void start() {
    options_.spool = folder_.path();
    server_ = std::make_unique<WebServer>(
        options_, [this](const Request& request) { return admit_(request); },
        [this](const Request& request, int) { return respond_(request); });
  }
  [[nodiscard]] std::uint16_t port() {
    if (!server_) start();
    return server_->port();
  }
  RawClient::Answer ask(std::string_view request) { return ask_raw(port(), request); }
  /// The server still answers.
  void expect_well() { EXPECT_EQ(ask(get_request("/well")).status, 200); }

  /// "POST /a?b=c d=e [field:name:size:sha256] body".
  static Response told(const Request& request) {
    std::string text = fmt::format("{} {}", name_of(request.method), request.target());
    for (const auto& [name, value] : request.form) text += fmt::format(" {}={}", name, value);
    for (const UploadedFile& file : request.files) {
      text += fmt::format(" [{}:{}:{}:{}]", file.field, file.name, file.size,
                          sha256_of_descriptor(file.fd.get()));
    }
    if (!request.body.empty()) text += ' ' + request.body;
    return plain_text(200, text);
  }
  static std::string sha256_of_descriptor(int fd);

  TempFolder folder_;
  WebServer::Options options_;
  std::function<Admission(const Request&)> admit_ = [](const Request&) { return Admission(); };
  std::function<Response(const Request&)> respond_ = &told;
  std::unique_ptr<WebServer> server_;
};

inline std::string ServerTest::sha256_of_descriptor(int fd) {
  // From where it stands: the server has wound it back.
  return sha256(read_file("/proc/self/fd/" + std::to_string(fd)));
}

}  // namespace fonds

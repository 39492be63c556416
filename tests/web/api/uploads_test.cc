// The server with a whole site behind it: tus needs bodies that are written while they come.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "archive/uploads.h"
#include "base/disk.h"
#include "web/desk_fixture.h"
#include "web/raw_client.h"
#include "web/server.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using namespace std::chrono_literals;

class ApiUploadsTest : public DeskTest {
 protected:
  ApiUploadsTest() {
    const Actor actor = sign_in_as(Role::clerk);
    token_ = std::string(
        ArchivePeople(archive())
            .add_token(local_archivist(), actor.login, "scanner", {}, archive().clock().now() + 1h)
            .text.view());
    WebServer::Options options;
    options.spool = archive().incoming();
    options.workers = 1;
    server_ = std::make_unique<WebServer>(
        options, [this](const Request& request) { return site().admit(request); },
        [this](const Request& request, int worker) { return site().respond(request, worker); });
  }

  [[nodiscard]] std::string head(std::string_view method, std::string_view path,
                                 std::string_view more) const {
    return fmt::format(
        "{} {} HTTP/1.1\r\nHost: desk.test\r\nAuthorization: Bearer {}\r\nAccept-Language: en\r\n"
        "Tus-Resumable: 1.0.0\r\n{}",
        method, path, token_, more);
  }
  RawClient::Answer ask(const std::string& request) { return ask_raw(server_->port(), request); }
  std::string begin(std::size_t size) {
    const auto begun =
        ask(head("POST", "/api/v1/uploads",
                 fmt::format("Upload-Length: {}\r\nUpload-Metadata: filename ZG9jLnBkZg==\r\n"
                             "Content-Length: 0\r\n\r\n",
                             size)));
    EXPECT_EQ(begun.status, 201) << begun.body;
    return begun.headers.at("location");
  }
  [[nodiscard]] std::string piece(const std::string& path, std::size_t offset,
                                  std::string_view bytes, std::size_t announced) const {
    return head("PATCH", path,
                fmt::format("Content-Type: application/offset+octet-stream\r\nUpload-Offset: {}\r\n"
                            "Content-Length: {}\r\n\r\n{}",
                            offset, announced, bytes));
  }
  nlohmann::json state(const std::string& path) {
    return nlohmann::json::parse(ask(head("GET", path, "\r\n")).body);
  }

  std::string token_;
  std::unique_ptr<WebServer> server_;
  std::string bytes_ = read_file(quick_sample());
};

TEST_F(ApiUploadsTest, AFileIsSentInPiecesOverABrokenConnection) {
  const std::string path = begin(bytes_.size());
  {
    RawClient broken(server_->port());
    broken.send(piece(path, 0, bytes_.substr(0, 5000), bytes_.size()));
    for (int i = 0; i < 500 && state(path)["offset"] != 5000; ++i)
      std::this_thread::sleep_for(10ms);
  }
  // The server learns of the end of the connection in a moment; until then the file is busy.
  RawClient::Answer sent;
  for (int i = 0; i < 500; ++i) {
    sent = ask(piece(path, 5000, bytes_.substr(5000), bytes_.size() - 5000));
    if (sent.status != 409) break;
    std::this_thread::sleep_for(10ms);
  }
  EXPECT_EQ(sent.status, 204) << sent.body;
  EXPECT_EQ(sent.headers.at("upload-offset"), std::to_string(bytes_.size()));
  const nlohmann::json ended = state(path);
  EXPECT_EQ(ended["ended"], true);
  EXPECT_EQ(ended["papers"][0]["outcome"], "accepted");
  EXPECT_EQ(ended["papers"][0]["name"], "doc.pdf");
}

TEST_F(ApiUploadsTest, TheHeadSaysHowFarItIs) {
  const std::string path = begin(bytes_.size());
  EXPECT_EQ(ask(piece(path, 0, "abc", 3)).status, 204);
  RawClient client(server_->port());
  client.send(head("HEAD", path, "\r\n"));
  const auto told = client.receive(false);
  EXPECT_EQ(told.status, 200);
  EXPECT_EQ(told.headers.at("upload-offset"), "3");
  EXPECT_EQ(told.headers.at("upload-length"), std::to_string(bytes_.size()));
  EXPECT_EQ(told.headers.at("cache-control"), "no-store");
  EXPECT_THAT(told.headers.at("upload-expires"), HasSubstr(" GMT"));
}

TEST_F(ApiUploadsTest, WhatDoesNotFitIsRefused) {
  const std::string path = begin(10);
  EXPECT_EQ(ask(piece(path, 3, "abc", 3)).status, 409) << "another offset";
  EXPECT_EQ(ask(piece(path, 0, std::string(11, 'x'), 11)).status, 413) << "more than was said";
  EXPECT_EQ(ask(piece("/api/v1/uploads/00000000000000000000000000000000", 0, "abc", 3)).status,
            404);
  EXPECT_EQ(ask(head("PATCH", path,
                     "Content-Type: text/plain\r\nUpload-Offset: 0\r\n"
                     "Content-Length: 3\r\n\r\nabc"))
                .status,
            400);
  EXPECT_EQ(
      ask(head("POST", "/api/v1/uploads", "Upload-Length: x\r\nContent-Length: 0\r\n\r\n")).status,
      400);
  const std::string foreign =
      fmt::format("PATCH {} HTTP/1.1\r\nHost: desk.test\r\nContent-Length: 3\r\n\r\nabc", path);
  EXPECT_EQ(ask(foreign).status, 401);
  EXPECT_EQ(state(path)["offset"], 0);
  EXPECT_EQ(ask(head("DELETE", path, "\r\n")).status, 204);
  EXPECT_EQ(ask(head("GET", path, "\r\n")).status, 404);
}

TEST_F(ApiUploadsTest, WhatThisServerSpeaksIsToldToAnybody) {
  const auto told = ask("OPTIONS /api/v1/uploads HTTP/1.1\r\nHost: desk.test\r\n\r\n");
  EXPECT_EQ(told.status, 204);
  EXPECT_EQ(told.headers.at("tus-version"), "1.0.0");
  EXPECT_THAT(told.headers.at("tus-extension"), HasSubstr("creation"));
}

}  // namespace
}  // namespace fonds

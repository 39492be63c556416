#include "web/exchange.h"

#include <fcntl.h>

#include <boost/filesystem/operations.hpp>
#include <thread>

#include "web/server_fixture.h"

namespace fonds {
namespace {

using testing::AnyOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr const char* kForm = "application/x-www-form-urlencoded";
constexpr const char* kMultipart = "multipart/form-data; boundary=edge";

class ExchangeTest : public ServerTest {
 protected:
  static std::string part(const std::string& disposition, const std::string& bytes) {
    return "--edge\r\nContent-Disposition: form-data; " + disposition +
           "\r\nContent-Type: application/octet-stream\r\n\r\n" + bytes + "\r\n";
  }
  static std::string multipart(const std::string& parts) {
    return post_request("/up", kMultipart, parts + "--edge--\r\n");
  }
  /// Bytes of all values, with what looks like an end in them.
  static std::string noise(std::size_t size, unsigned seed) {
    std::string bytes;
    for (std::size_t at = 0; at < size; ++at) {
      seed = seed * 1664525U + 1013904223U;
      bytes += static_cast<char>(seed >> 24U);
    }
    bytes += "\r\n--edg\r\n-edge x";  // nearly a boundary
    return bytes;
  }
};

TEST_F(ExchangeTest, AFormIsReadInItsOrder) {
  EXPECT_EQ(ask(post_request("/x?a=1", kForm, "b=%D0%94&a=2+3&c=")).body,
            "POST /x?a=1 b=Д a=2 3 c=");
  for (const char* body : {"a=%zz", "a=%00", "a=%ff", "%=1"}) {
    EXPECT_EQ(ask(post_request("/x", kForm, body)).status, 400) << body;
  }
}

TEST_F(ExchangeTest, ThreeFilesArriveByteForByteAndLeaveNothing) {
  const std::string one = noise(300'000, 1);
  const std::string two;
  const std::string three = noise(70'000, 3);
  const auto answer = ask(multipart(part("name=\"form\"", "token") +
                                    part("name=\"papers\"; filename=\"a.jpg\"", one) +
                                    part("name=\"papers\"; filename=\"b.jpg\"", two) +
                                    part("name=\"papers\"; filename=\"Грамота.pdf\"", three)));
  EXPECT_EQ(answer.body,
            fmt::format("POST /up form=token [papers:a.jpg:{}:{}] [papers:b.jpg:0:{}] "
                        "[papers:Грамота.pdf:{}:{}]",
                        one.size(), sha256(one), sha256(""), three.size(), sha256(three)));
  server_.reset();
  EXPECT_TRUE(boost::filesystem::is_empty(folder_.path())) << "spooled files have no names";
}

TEST_F(ExchangeTest, FoldersAreCutOffTheNameOfAFile) {
  const auto named = [&](const std::string& name) {
    return ask(multipart(part("name=\"f\"; filename=\"" + name + "\"", "x"))).body;
  };
  EXPECT_THAT(named("../../etc/passwd"), StartsWith("POST /up [f:passwd:1:"));
  EXPECT_THAT(named("C:\\\\scans\\\\a.jpg"), StartsWith("POST /up [f:a.jpg:1:"));
  EXPECT_THAT(named(".."), StartsWith("POST /up [f:file:1:"));
  EXPECT_THAT(named("a/"), StartsWith("POST /up [f:file:1:"));
  EXPECT_THAT(named("a\tb\x1b[31m\xff.jpg"), Not(HasSubstr("\x1b")));
}

TEST_F(ExchangeTest, AnInputOfFilesThatWasLeftEmptyIsNoFile) {
  EXPECT_EQ(ask(multipart(part("name=\"f\"; filename=\"\"", "") + part("name=\"a\"", "1"))).body,
            "POST /up a=1");
}

TEST_F(ExchangeTest, AMultipartFormThatIsNoneIsRefused) {
  for (const std::string& request : {
           post_request("/up", "multipart/form-data", "--edge--\r\n"),
           post_request("/up", kMultipart, "nothing of the kind"),
           multipart(part("name=\"a\"", std::string("a\0b", 3))),
           multipart(part("name=\"a\"", "\xff\xfe")),
           multipart(part("name=\"\xff\"", "1")),
           post_request("/up", kMultipart, part("name=\"a\"; filename=\"f\"", "no end")),
       }) {
    EXPECT_THAT(ask(request).status, AnyOf(0, 400)) << request;
  }
  expect_well();
}

TEST_F(ExchangeTest, ABodyOfUnknownKindIsRefusedBeforeItIsRead) {
  for (const char* type : {"text/plain", "text/xml", "", "application/x-www-form"}) {
    EXPECT_EQ(ask(post_request("/x", type, "a=1")).status, 415) << type;
  }
}

TEST_F(ExchangeTest, ABodyIsOneFileWhenItSaysSo) {
  const std::string bytes = noise(200'000, 7);
  EXPECT_EQ(ask(post_request("/up", "application/octet-stream", bytes)).body,
            fmt::format("POST /up [::{}:{}]", bytes.size(), sha256(bytes)));
}

TEST_F(ExchangeTest, WhatIsTooLargeIsRefusedBeforeItIsSent) {
  options_.most_file_bytes = 100'000;
  std::atomic<int> answered = 0;
  respond_ = [&](const Request& request) {
    ++answered;
    return told(request);
  };
  for (const char* type : {"application/octet-stream", kMultipart, kForm, "application/json"}) {
    RawClient client(port());
    client.send(
        fmt::format("POST /x HTTP/1.1\r\nHost: desk.test\r\nContent-Type: {}\r\n"
                    "Content-Length: 90000000\r\n\r\n",
                    type));
    EXPECT_EQ(client.receive().status, 413) << type;
    EXPECT_TRUE(client.is_closed(5000)) << type;
  }
  // One that does not say how long it will be is stopped when it is too long.
  RawClient chunked(port());
  chunked.send(
      "POST /x HTTP/1.1\r\nHost: desk.test\r\nContent-Type: application/octet-stream\r\n"
      "Transfer-Encoding: chunked\r\n\r\n");
  const std::string piece = "4000\r\n" + std::string(0x4000, 'x') + "\r\n";
  for (int i = 0; i < 2000 && chunked.send(piece); ++i) {
  }
  EXPECT_THAT(chunked.receive().status, AnyOf(0, 413));
  EXPECT_EQ(answered, 0);
  expect_well();
}

TEST_F(ExchangeTest, ManyFieldsDoNotFillTheMemory) {
  std::string parts;
  const std::string kilobytes(200 << 10, 'x');
  for (int i = 0; i < 8; ++i) parts += part(fmt::format("name=\"f{}\"", i), kilobytes);
  EXPECT_THAT(ask(multipart(parts)).status, AnyOf(0, 400, 413));
  std::string files;
  for (int i = 0; i < 600; ++i) files += part("name=\"f\"; filename=\"a\"", "x");
  EXPECT_THAT(ask(multipart(files)).status, AnyOf(0, 400, 413));
  expect_well();
}

TEST_F(ExchangeTest, WhoMayNotSendABodyIsToldBeforeItComes) {
  admit_ = [](const Request& request) -> Admission {
    if (request.header("cookie") == "fonds=mine") return {};
    return {plain_text(401, "sign in")};
  };
  RawClient client(port());
  client.send(
      "POST /x HTTP/1.1\r\nHost: desk.test\r\nContent-Type: application/octet-stream\r\n"
      "Content-Length: 90000\r\n\r\n");
  const auto refused = client.receive();
  EXPECT_EQ(refused.status, 401);
  EXPECT_EQ(refused.body, "sign in");
  EXPECT_EQ(refused.headers.at("connection"), "close");
  EXPECT_EQ(ask("POST /x HTTP/1.1\r\nHost: desk.test\r\nCookie: fonds=mine\r\n"
                "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}")
                .status,
            200);
}

TEST_F(ExchangeTest, ABodyThatIsAppendedStaysAsFarAsItCame) {
  const auto path = folder_.file("kept", "begun ");
  admit_ = [&](const Request&) -> Admission {
    return {std::nullopt, UniqueFd(::open(path.c_str(), O_RDWR | O_APPEND)), 20};
  };
  const std::string head =
      "PATCH /x HTTP/1.1\r\nHost: desk.test\r\nContent-Type: any/thing\r\nContent-Length: ";
  EXPECT_EQ(ask(head + "4\r\n\r\nmore").status, 200);
  EXPECT_EQ(read_file(path), "begun more");
  {
    RawClient broken(port());
    broken.send(head + "20\r\n\r\n half");
    for (int i = 0; i < 500 && read_file(path) != "begun more half"; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
  }
  EXPECT_EQ(read_file(path), "begun more half");
  EXPECT_EQ(ask(head + "21\r\n\r\n" + std::string(21, 'x')).status, 413);
  expect_well();
}

TEST_F(ExchangeTest, WhoWaitsToBeToldToGoOnIsTold) {
  RawClient client(port());
  client.send(
      "POST /x HTTP/1.1\r\nHost: desk.test\r\nContent-Type: application/json\r\n"
      "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n");
  client.send("{}");
  EXPECT_EQ(client.receive().body, "POST /x {}");
}

TEST_F(ExchangeTest, TheAddressIsWhereTheyCameFrom) {
  respond_ = [](const Request& request) { return plain_text(200, request.address); };
  EXPECT_EQ(ask(get_request("/x", "X-Forwarded-For: 10.0.0.1\r\n")).body, "127.0.0.1");
}

}  // namespace
}  // namespace fonds

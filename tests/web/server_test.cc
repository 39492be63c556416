#include "web/server.h"

#include <fcntl.h>

#include <chrono>
#include <future>
#include <thread>

#include "support/fault_of.h"
#include "web/server_fixture.h"

namespace fonds {
namespace {

using namespace std::chrono_literals;
using testing::AnyOf;
using testing::HasSubstr;

TEST_F(ServerTest, AnswersAndKeepsTheConnection) {
  RawClient client(port());
  for (int i = 0; i < 3; ++i) {
    client.send(get_request("/a%20b/%D0%94?q=1%202&q=%26"));
    const auto answer = client.receive();
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, "GET /a%20b/%D0%94?q=1%202&q=%26");
  }
}

TEST_F(ServerTest, RequestsSentAtOnceAreAnsweredInTheirOrder) {
  RawClient client(port());
  client.send(get_request("/1") + post_request("/2", "application/json", "{}") + get_request("/3"));
  EXPECT_EQ(client.receive().body, "GET /1");
  EXPECT_EQ(client.receive().body, "POST /2 {}");
  EXPECT_EQ(client.receive().body, "GET /3");
}

TEST_F(ServerTest, HeadIsAnsweredWithoutABody) {
  RawClient client(port());
  client.send("HEAD /x HTTP/1.1\r\nHost: desk.test\r\n\r\n" + get_request("/after"));
  const auto answer = client.receive(false);
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.headers.at("content-length"), std::to_string(std::string("HEAD /x").size()));
  EXPECT_EQ(client.receive().body, "GET /after");
}

TEST_F(ServerTest, WhatTwoProgramsCouldReadDifferentlyIsRefused) {
  const std::string post =
      "POST /x HTTP/1.1\r\nHost: desk.test\r\nContent-Type: application/json\r\n";
  const std::string chunked = "Transfer-Encoding: chunked\r\n";
  for (const std::string& request : {
           post + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}x",
           post + "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}",
           post + "Content-Length: 2\r\n" + chunked + "\r\n2\r\n{}\r\n0\r\n\r\n",
           post + chunked + "Content-Length: 2\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
           post + "Content-Length: -2\r\n\r\n{}",
           post + "Content-Length: +2\r\n\r\n{}",
           post + "Content-Length: 2x\r\n\r\n{}",
           post + "Content-Length: 99999999999999999999999\r\n\r\n{}",
           post + chunked + "\r\nzz\r\n{}\r\n0\r\n\r\n",
           post + chunked + "\r\n-2\r\n{}\r\n0\r\n\r\n",
           post + "Content-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}",
           std::string("GET /x HTTP/1.1\r\nHost: desk.test\r\nContent-Length: 2\r\n\r\n{}"),
           std::string("GET /x HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"),
           std::string("GET /x HTTP/1.1\r\n\r\n"),
           std::string("GET /x y HTTP/1.1\r\nHost: a\r\n\r\n"),
           std::string("nonsense\r\n\r\n"),
       }) {
    const auto answer = ask(request);
    EXPECT_THAT(answer.status, AnyOf(0, 400, 413, 431, 501)) << request << '\n' << answer.body;
  }
  expect_well();
}

TEST_F(ServerTest, AChunkedBodyIsRead) {
  const std::string head =
      "POST /x HTTP/1.1\r\nHost: desk.test\r\nContent-Type: application/json\r\n"
      "Transfer-Encoding: chunked\r\n\r\n";
  EXPECT_EQ(ask(head + "1\r\n{\r\n1\r\n}\r\n0\r\n\r\n").body, "POST /x {}");
}

TEST_F(ServerTest, AMethodOrPathThatWeDoNotKnowIsRefused) {
  for (const char* method : {"TRACE", "CONNECT", "patch", "get", "X"}) {
    const auto answer = ask(std::string(method) + " /x HTTP/1.1\r\nHost: desk.test\r\n\r\n");
    EXPECT_EQ(answer.status, 501) << method;
  }
  for (const char* path : {"/%00", "/a%00.pdf", "/%2e%2e/etc/passwd", "/../etc/passwd", "/%ff",
                           "/static/x/%2e%2e%2f", "/%zz"}) {
    const auto answer = ask(get_request(path));
    const bool is_one_segment = std::string_view(path).ends_with("%2f");
    EXPECT_EQ(answer.status, is_one_segment ? 200 : 404) << path;
  }
  for (const char* query : {"/x?q=%zz", "/x?%00=1", "/x?q=%00", "/x?q=%ff", "/x?a=1&b=%"}) {
    EXPECT_EQ(ask(get_request(query)).status, 400) << query;
  }
}

TEST_F(ServerTest, AHeadThatIsTooLargeCostsNothing) {
  const std::string huge(100 << 10, 'a');
  EXPECT_THAT(ask(get_request("/x", "X-Long: " + huge + "\r\n")).status, AnyOf(0, 400, 413, 431));
  EXPECT_THAT(ask(get_request('/' + huge)).status, AnyOf(0, 400, 414));
  std::string many;
  for (int i = 0; i < 5000; ++i) many += fmt::format("X-{}: 1\r\n", i);
  EXPECT_THAT(ask(get_request("/x", many)).status, AnyOf(0, 400, 413, 431));
  expect_well();
}

TEST_F(ServerTest, WhoSendsSlowlyDelaysNobodyElse) {
  options_.workers = 2;
  std::vector<RawClient> slow;
  for (int i = 0; i < 20; ++i) {
    slow.emplace_back(port()).send(
        "POST /slow HTTP/1.1\r\nHost: desk.test\r\nContent-Type: application/octet-stream\r\n"
        "Content-Length: 100000\r\n\r\nbegun");
  }
  const auto begun = std::chrono::steady_clock::now();
  for (int i = 0; i < 10; ++i) expect_well();
  EXPECT_LT(std::chrono::steady_clock::now() - begun, 5s);
}

TEST_F(ServerTest, LongWorkDelaysNobodyElseWhileAWorkerIsFree) {
  options_.workers = 2;
  std::promise<void> go_on;
  const auto waiting = go_on.get_future().share();
  respond_ = [&](const Request& request) {
    if (request.path == std::vector<std::string>{"long"}) waiting.wait();
    return told(request);
  };
  RawClient busy(port());
  busy.send(get_request("/long"));
  for (int i = 0; i < 5; ++i) expect_well();
  go_on.set_value();
  EXPECT_EQ(busy.receive().body, "GET /long");
}

TEST_F(ServerTest, ThreeHundredIdleConnectionsAreNothing) {
  std::vector<RawClient> idle;
  for (int i = 0; i < 300; ++i) idle.emplace_back(port());
  expect_well();
  for (RawClient& each : idle) each.send(get_request("/idle"));
  for (RawClient& each : idle) EXPECT_EQ(each.receive().status, 200);
}

TEST_F(ServerTest, ASilentConnectionIsClosed) {
  options_.idle_seconds = 1;
  RawClient silent(port());
  silent.send("GET /x HT");
  EXPECT_TRUE(silent.is_closed(8000));
}

TEST_F(ServerTest, WhoLeavesHalfWayLeavesNothing) {
  std::atomic<int> answered = 0;
  respond_ = [&](const Request& request) {
    ++answered;
    return told(request);
  };
  for (int i = 0; i < 20; ++i) {
    RawClient client(port());
    client.send(
        "POST /x HTTP/1.1\r\nHost: desk.test\r\nContent-Type: application/octet-stream\r\n"
        "Content-Length: 100\r\n\r\nhalf");
    client.close();
  }
  expect_well();
  EXPECT_EQ(answered, 1) << "half a body is no request";
  for (int i = 0; i < 20; ++i) {
    RawClient client(port());
    client.send(get_request("/x"));
    client.close();  // before the answer
  }
  expect_well();
}

TEST_F(ServerTest, StoppingFinishesWhatWasAsked) {
  std::promise<void> begun;
  respond_ = [&](const Request& request) {
    begun.set_value();
    std::this_thread::sleep_for(300ms);
    return told(request);
  };
  RawClient client(port());
  client.send(get_request("/x"));
  begun.get_future().wait();
  const std::uint16_t was = port();
  server_.reset();
  EXPECT_EQ(client.receive().body, "GET /x");
  server_ = nullptr;
  respond_ = &told;
  options_.port = was;
  start();
  expect_well();  // the port is free at once
}

TEST_F(ServerTest, StoppingUnderLoadEnds) {
  options_.workers = 3;
  const std::uint16_t open = port();
  std::atomic<bool> ending = false;
  std::vector<std::jthread> clients;
  for (int t = 0; t < 4; ++t) {
    clients.emplace_back([&] {
      while (!ending) {
        const UniqueFd unused;
        RawClient client(open);
        for (int i = 0; i < 20 && !ending; ++i) {
          if (!client.send(get_request("/x"))) break;
          if (client.is_closed(50)) break;
        }
      }
    });
  }
  std::this_thread::sleep_for(200ms);
  ending = true;
  server_.reset();
  SUCCEED();
}

TEST_F(ServerTest, AnAddressOrPortThatCanNotBeUsedIsTold) {
  options_.address = "nowhere";
  EXPECT_EQ(fault_of([&] { start(); }), Fault::usage);
  options_.address = "127.0.0.1";
  start();
  WebServer::Options same = options_;
  same.port = port();
  EXPECT_EQ(
      fault_of([&] { WebServer(same, admit_, [](const Request&, int) { return Response(); }); }),
      Fault::io);
  options_.certificate = "no certificate";
  options_.key = "no key";
  EXPECT_EQ(fault_of([&] { start(); }), Fault::corrupt);
}

TEST_F(ServerTest, AnAnswerOfAFileIsSentWhole) {
  const std::string bytes(3 << 20, 'x');
  const auto path = folder_.file("large", bytes);
  respond_ = [&](const Request&) {
    Response response;
    response.file = UniqueFd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    response.set("Content-Type", "application/octet-stream");
    return response;
  };
  const auto answer = ask(get_request("/large"));
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body.size(), bytes.size());
  EXPECT_EQ(answer.body, bytes);
}

}  // namespace
}  // namespace fonds

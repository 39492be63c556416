/// WebServer: HTTP/1.1 by libmicrohttpd: a few threads that only move bytes (epoll), and others
/// that work; so a slow reader or a long piece of work delays nobody else.
///
/// A request is read whole before it is answered; files in it go to disk as they come, so memory
/// stays flat. Whether somebody may send a body at all is asked before it is read (`admit`).
/// Threads: start and stop from one thread. `respond` is called by the working threads, each with
///          its number; `admit` by one thread at a time. Neither may throw.
/// Faults:  usage (address or port), io (in use, no right), corrupt (certificate).
#pragma once

#include <boost/filesystem/path.hpp>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "web/http.h"

namespace fonds {

/// What is to be done with a body that has not come yet.
struct Admission {
  std::optional<Response> refusal{};  ///< nothing: let it come
  /// Where it goes as it comes, so that what came stays when the connection breaks; the request's
  /// only file then. Invalid: the server keeps it as it keeps bodies of its type.
  UniqueFd append_to{};
  std::int64_t most = 0;  ///< bytes of the body, with append_to
};

class WebServer {
 public:
  struct Options {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;     ///< 0: any that is free
    std::string certificate{};  ///< PEM; empty: no TLS
    std::string key{};          ///< PEM
    int workers = 4;
    boost::filesystem::path spool;             ///< folder for files that are being sent
    std::int64_t most_file_bytes = 2LL << 30;  ///< of one body with files
    unsigned idle_seconds = 60;                ///< a silent connection is closed after so long
  };
  /// `worker` from 0 to workers - 1.
  using Respond = std::function<Response(const Request& request, int worker)>;
  /// Of a request whose body was not read yet.
  using Admit = std::function<Admission(const Request& request)>;

  /// Returns when it listens.
  WebServer(Options options, Admit admit, Respond respond);
  ~WebServer();  ///< finishes what was asked, then closes
  WebServer(const WebServer&) = delete;
  WebServer& operator=(const WebServer&) = delete;

  [[nodiscard]] std::uint16_t port() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Longest body that is kept in memory: a form without files, JSON.
inline constexpr std::size_t kLongestForm = 1U << 20;
/// Most files of one request.
inline constexpr std::size_t kMostFiles = 500;

}  // namespace fonds

#include "web/server.h"

#include <arpa/inet.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include <array>
#include <chrono>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <vector>

#include "base/error.h"
#include "base/log.h"
#include "base/messages.h"
#include "web/event_stream.h"
#include "web/exchange.h"
#include "web/work_queue.h"

namespace fonds {
namespace {

constexpr unsigned kMoverThreads = 2;
constexpr std::size_t kHeadBytes = 32U << 10;  ///< of one connection: its head and its buffers
constexpr unsigned kMostConnections = 4000;
/// So long a stopping server waits for answers to be taken; who reads slower is cut off.
constexpr std::chrono::seconds kLastWords{5};

/// URLs are decoded by http.h, segment by segment.
std::size_t leave_escaped(void*, MHD_Connection*, char* text) { return std::strlen(text); }

/// The library's own complaints are about strangers' bytes: no content, no names.
void log_line(void*, const char* format, va_list arguments) {
  std::array<char, 512> line{};
  std::vsnprintf(line.data(), line.size(), format, arguments);
  spdlog::debug("http: {}", line.data());
}

/// What the library keeps of an answer that does not end.
struct SentEvents {
  std::shared_ptr<EventStream> stream;
  MHD_Connection* connection = nullptr;
};

ssize_t read_events(void* self, std::uint64_t, char* buffer, std::size_t most) {
  auto& sent = *static_cast<SentEvents*>(self);
  MHD_Connection* const connection = sent.connection;
  std::size_t taken = 0;
  switch (sent.stream->read(
      buffer, most, taken, [connection] { MHD_suspend_connection(connection); },
      [connection] { MHD_resume_connection(connection); })) {
    case EventStream::Read::some:
      return static_cast<ssize_t>(taken);
    case EventStream::Read::nothing_yet:
      return 0;
    case EventStream::Read::end:
      break;
  }
  return MHD_CONTENT_READER_END_OF_STREAM;
}

void forget_events(void* self) {
  const std::unique_ptr<SentEvents> sent(static_cast<SentEvents*>(self));
  sent->stream->gone();
}

MHD_Response* made_response(MHD_Connection* connection, Response& response) {
  if (response.events) {
    constexpr std::size_t kPiece = 4096;
    return MHD_create_response_from_callback(
        MHD_SIZE_UNKNOWN, kPiece, &read_events,
        std::make_unique<SentEvents>(SentEvents{response.events, connection}).release(),
        &forget_events);
  }
  if (response.file.valid()) {
    struct stat status {};
    if (::fstat(response.file.get(), &status) != 0) return nullptr;
    return MHD_create_response_from_fd64(static_cast<std::uint64_t>(status.st_size),
                                         response.file.release());
  }
  return MHD_create_response_from_buffer(response.body.size(), response.body.data(),
                                         MHD_RESPMEM_MUST_COPY);
}

MHD_Result send(MHD_Connection* connection, Response& response) {
  MHD_Response* made = made_response(connection, response);
  if (made == nullptr) return MHD_NO;
  for (const auto& [name, value] : response.headers) {
    MHD_add_response_header(made, name.c_str(), value.c_str());
  }
  const MHD_Result queued =
      MHD_queue_response(connection, static_cast<unsigned>(response.status), made);
  MHD_destroy_response(made);
  return queued;
}

sockaddr_storage socket_address(const std::string& address, std::uint16_t port) {
  sockaddr_storage storage{};
  sockaddr_in four{};
  sockaddr_in6 six{};
  if (::inet_pton(AF_INET, address.c_str(), &four.sin_addr) == 1) {
    four.sin_family = AF_INET;
    four.sin_port = htons(port);
    std::memcpy(&storage, &four, sizeof four);
  } else if (::inet_pton(AF_INET6, address.c_str(), &six.sin6_addr) == 1) {
    six.sin6_family = AF_INET6;
    six.sin6_port = htons(port);
    std::memcpy(&storage, &six, sizeof six);
  } else {
    throw Error(Fault::usage, say(tr("'{}' is no address to listen on"), address),
                tr("write it in figures: 127.0.0.1 for this machine alone"));
  }
  return storage;
}

}  // namespace

struct WebServer::State {
  Options options;
  Admit admit;
  Respond respond;
  std::mutex admitting;
  std::unique_ptr<WorkQueue> queue;
  MHD_Daemon* daemon = nullptr;
  std::mutex streaming;
  std::vector<std::weak_ptr<EventStream>> streams;  ///< answers that do not end
  std::mutex counting;
  std::condition_variable answered;
  int unanswered = 0;  ///< exchanges that are owed an answer

  void owe(Exchange& exchange);
  /// Waits until every answer is sent, but no longer than kLastWords.
  void let_answers_out();
  void note_stream(const std::shared_ptr<EventStream>& stream);
  void close_streams();

  static MHD_Result handle(void* self, MHD_Connection* connection, const char* url,
                           const char* method, const char* version, const char* data,
                           std::size_t* size, void** context);
  static void completed(void* self, MHD_Connection* connection, void** context,
                        MHD_RequestTerminationCode code);
  MHD_Result begin(MHD_Connection* connection, Exchange& exchange);
  MHD_Result go_on(MHD_Connection* connection, Exchange& exchange, const char* data,
                   std::size_t* size);
  void start();
};

MHD_Result WebServer::State::handle(void* self, MHD_Connection* connection, const char* url,
                                    const char* method, const char*, const char* data,
                                    std::size_t* size, void** context) {
  auto& state = *static_cast<State*>(self);
  if (*context != nullptr) {
    return state.go_on(connection, *static_cast<Exchange*>(*context), data, size);
  }
  // Freed by completed(), which the library calls for whatever began.
  auto exchange =
      std::make_unique<Exchange>(connection, url, method, !state.options.certificate.empty());
  Exchange& begun = *exchange;
  *context = exchange.release();
  return state.begin(connection, begun);
}

void WebServer::State::completed(void* self, MHD_Connection*, void** context,
                                 MHD_RequestTerminationCode) {
  const std::unique_ptr<Exchange> ended(static_cast<Exchange*>(*context));
  *context = nullptr;
  if (ended == nullptr || !ended->owed) return;
  auto& state = *static_cast<State*>(self);
  const std::lock_guard lock(state.counting);
  --state.unanswered;
  state.answered.notify_all();
}

void WebServer::State::owe(Exchange& exchange) {
  const std::lock_guard lock(counting);
  exchange.owed = true;
  ++unanswered;
}

void WebServer::State::let_answers_out() {
  std::unique_lock lock(counting);
  answered.wait_for(lock, kLastWords, [this] { return unanswered == 0; });
}

void WebServer::State::note_stream(const std::shared_ptr<EventStream>& stream) {
  const std::lock_guard lock(streaming);
  std::erase_if(streams, [](const auto& each) { return each.expired(); });
  streams.push_back(stream);
}

void WebServer::State::close_streams() {
  const std::lock_guard lock(streaming);
  for (const auto& each : streams) {
    if (const auto stream = each.lock()) stream->close();
  }
}

MHD_Result WebServer::State::begin(MHD_Connection* connection, Exchange& exchange) {
  std::optional<Response> refusal = std::move(exchange.refusal);
  try {
    if (!refusal && exchange.has_body()) {
      Admission admission;
      {
        const std::lock_guard lock(admitting);
        admission = admit(exchange.request);
      }
      refusal = std::move(admission.refusal);
      if (!refusal) {
        const bool appended = admission.append_to.valid();
        refusal = exchange.begin_body(
            {options.spool, appended ? admission.most : options.most_file_bytes},
            std::move(admission.append_to));
      }
    }
  } catch (const Error& error) {
    spdlog::error("http: {}", error.what());
    refusal = plain_text(entry_of(error.fault()).http_status, error.message() + '\n');
  }
  if (!refusal) {
    exchange.phase = Exchange::Phase::body;
    return MHD_YES;
  }
  // The rest of what is sent is not read: the connection ends with this answer.
  refusal->set("Connection", "close");
  exchange.phase = Exchange::Phase::answered;
  return send(connection, *refusal);
}

MHD_Result WebServer::State::go_on(MHD_Connection* connection, Exchange& exchange, const char* data,
                                   std::size_t* size) {
  if (exchange.phase == Exchange::Phase::answered) {
    if (*size == 0) return send(connection, exchange.response);
    *size = 0;
    return MHD_YES;
  }
  if (*size != 0) {
    const bool taken = exchange.take(data, *size);
    *size = 0;
    return taken ? MHD_YES : MHD_NO;
  }
  if (auto refusal = exchange.end_body()) return send(connection, *refusal);
  exchange.phase = Exchange::Phase::working;
  owe(exchange);
  MHD_suspend_connection(connection);
  const bool added = queue->add([this, connection, &exchange](int worker) {
    exchange.response = respond(exchange.request, worker);
    if (exchange.response.events) note_stream(exchange.response.events);
    exchange.request.files.clear();
    exchange.phase = Exchange::Phase::answered;
    MHD_resume_connection(connection);
  });
  if (!added) {
    exchange.response = plain_text(503, "too much to do; try again in a moment\n");
    exchange.response.set("Retry-After", "5");
    exchange.phase = Exchange::Phase::answered;
    MHD_resume_connection(connection);
  }
  return MHD_YES;
}

void WebServer::State::start() {
  sockaddr_storage address = socket_address(options.address, options.port);
  unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG;
  if (address.ss_family == AF_INET6) flags |= MHD_USE_IPv6;
  std::vector<MHD_OptionItem> items{
      // NOLINTBEGIN(*-reinterpret-cast,*-function-casts): the library's way
      {MHD_OPTION_EXTERNAL_LOGGER, reinterpret_cast<std::intptr_t>(&log_line), nullptr},
      {MHD_OPTION_NOTIFY_COMPLETED, reinterpret_cast<std::intptr_t>(&State::completed), this},
      {MHD_OPTION_UNESCAPE_CALLBACK, reinterpret_cast<std::intptr_t>(&leave_escaped), nullptr},
      // NOLINTEND(*-reinterpret-cast,*-function-casts)
      {MHD_OPTION_SOCK_ADDR, 0, &address},
      {MHD_OPTION_THREAD_POOL_SIZE, kMoverThreads, nullptr},
      {MHD_OPTION_CONNECTION_MEMORY_LIMIT, kHeadBytes, nullptr},
      {MHD_OPTION_CONNECTION_LIMIT, kMostConnections, nullptr},
      {MHD_OPTION_CONNECTION_TIMEOUT, options.idle_seconds, nullptr},
      {MHD_OPTION_STRICT_FOR_CLIENT, 1, nullptr},
  };
  if (!options.certificate.empty()) {
    flags |= MHD_USE_TLS;
    items.push_back({MHD_OPTION_HTTPS_MEM_CERT, 0, options.certificate.data()});
    items.push_back({MHD_OPTION_HTTPS_MEM_KEY, 0, options.key.data()});
  }
  items.push_back({MHD_OPTION_END, 0, nullptr});
  errno = 0;
  daemon = MHD_start_daemon(flags, options.port, nullptr, nullptr, &State::handle, this,
                            MHD_OPTION_ARRAY, items.data(), MHD_OPTION_END);
  if (daemon == nullptr) {
    if (!options.certificate.empty() && errno == 0) {
      throw Error(Fault::corrupt, tr("the certificate or its key can not be used"),
                  tr("both must be PEM, and belong together"));
    }
    throw Error(Fault::io,
                say(tr("cannot listen on {}, port {}: {}"), options.address, options.port,
                    std::strerror(errno)),
                tr("is `fonds serve` running already? --port chooses another port"));
  }
}

WebServer::WebServer(Options options, Admit admit, Respond respond)
    : state_(std::make_unique<State>()) {
  state_->options = std::move(options);
  state_->admit = std::move(admit);
  state_->respond = std::move(respond);
  state_->queue = std::make_unique<WorkQueue>(state_->options.workers);
  state_->start();
}

WebServer::~WebServer() {
  // Nothing may be suspended when the library stops: what is being worked on is finished first.
  const MHD_socket listening = MHD_quiesce_daemon(state_->daemon);
  state_->queue->finish();
  state_->close_streams();
  state_->let_answers_out();
  MHD_stop_daemon(state_->daemon);
  if (listening != MHD_INVALID_SOCKET) ::close(listening);
}

std::uint16_t WebServer::port() const {
  return MHD_get_daemon_info(state_->daemon, MHD_DAEMON_INFO_BIND_PORT)->port;
}

}  // namespace fonds

// The archive's side of worker.h: starts the process, asks, watches, and trusts no answer.
#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <optional>

#include "base/message_channel.h"
#include "base/messages.h"
#include "base/process.h"
#include "base/text.h"
#include "ingest/file_receiver.h"
#include "ingest/member_receiver.h"
#include "ingest/page_receiver.h"
#include "ingest/pipeline.h"
#include "ingest/table_receiver.h"
#include "ingest/wire.h"
#include "ingest/worker.h"
#include "ingest/worker_protocol.h"

namespace fonds {
namespace {

using Outcome = MessageChannel::Outcome;
using SteadyClock = std::chrono::steady_clock;

constexpr std::chrono::seconds kStartTime{60};        // a loaded machine, a sanitizer
constexpr std::chrono::milliseconds kWatchTime{250};  // between two looks at its memory
constexpr std::chrono::seconds kDyingTime{2};

// A sanitizer's own memory counts too, and its process has no rlimit.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::uint64_t kMemoryFactor = 4;
#else
constexpr std::uint64_t kMemoryFactor = 1;
#endif

Error too_much_memory(std::uint64_t limit) {
  return {Fault::unavailable,
          say(tr("the page needs more than {:.1f} GB of memory"),
              static_cast<double>(limit) / (1ULL << 30)),
          tr("scan it again at a lower resolution, or raise the memory limit of the workers")};
}

Error too_slow(std::chrono::seconds limit) {
  return {Fault::unavailable, say(tr("reading took longer than {} s"), limit.count()),
          tr("scan the paper again, or raise the time limit of the workers")};
}

/// Why the process is gone, in a clerk's words.
Error died(const ProcessEnd& end, std::uint64_t memory) {
  const bool was_full = end.peak_memory >= memory / 10 * 9;
  const bool crashed = end.signal == SIGSEGV || end.signal == SIGABRT || end.signal == SIGBUS;
  if (end.exit_code == kExitOutOfMemory || (crashed && was_full)) return too_much_memory(memory);
  const char* const save_anew =
      tr("scan the paper again, or save the file anew in another program");
  if (end.signal == SIGSYS) {
    return {Fault::unavailable,
            tr("reading was stopped: the file made the program try something forbidden"),
            tr("do not open this file elsewhere before it was checked for viruses")};
  }
  if (end.signal == SIGKILL) {
    return {Fault::unavailable,
            tr("reading was killed from outside, perhaps because the computer ran out of memory"),
            save_anew};
  }
  if (end.signal != 0) {
    return {Fault::unavailable, say(tr("the program crashed on this file (signal {})"), end.signal),
            save_anew};
  }
  return {Fault::unavailable,
          say(tr("the program ended while it read this file (code {})"), end.exit_code), save_anew};
}

bool is_paper_fault(Fault fault) { return fault == Fault::corrupt || fault == Fault::usage; }

}  // namespace

struct WorkerHandle::State {
  State(const WorkerOptions& given, std::pair<UniqueFd, UniqueFd> sockets)
      : options(given),
        process({options.program, {"worker"}, clean_environment(), sockets.second.get()}),
        channel(std::move(sockets.first), MessageChannel::Descriptors::refuse, kLongestBody) {}

  WorkerOptions options;
  Process process;
  MessageChannel channel;
  std::string confinement;
  WorkerUsage usage;
  SteadyClock::time_point request_ends;
  SteadyClock::time_point looked_at_memory;

  void send(MessageType type, std::string_view body, int descriptor = -1);
  Message next(std::chrono::seconds patience);
  void watch_memory();
  [[noreturn]] void explain_death();
  void say_hello();
  template <class OnMessage>
  void converse(MessageType request, std::string_view body, const std::vector<WorkerInput>& inputs,
                const OnMessage& on_message, std::optional<std::chrono::seconds> patience = {});
};

namespace {

/// Ends the process when a request is left by an exception: its answers would come to the next one.
class Conversation {
 public:
  explicit Conversation(Process& process) : process_(process) {}
  Conversation(const Conversation&) = delete;
  Conversation& operator=(const Conversation&) = delete;
  ~Conversation() {
    if (!finished_) process_.kill();
  }
  void finish() { finished_ = true; }

 private:
  Process& process_;
  bool finished_ = false;
};

}  // namespace

void WorkerHandle::State::send(MessageType type, std::string_view body, int descriptor) {
  const auto sent = channel.send(static_cast<std::uint8_t>(type), body, descriptor,
                                 SteadyClock::now() + options.per_page);
  if (sent == Outcome::late) throw too_slow(options.per_page);
  if (sent != Outcome::done) explain_death();
}

void WorkerHandle::State::explain_death() {
  const bool ended = process.wait(kDyingTime).has_value();
  const ProcessEnd end = process.kill();
  // Never in the ordinary log: a library may have quoted the paper.
  spdlog::debug("reading process {}: signal {}, code {}: {}", process.id(), end.signal,
                end.exit_code, process.said());
  if (!ended) refuse_message("it hung up");
  throw died(end, options.memory);
}

void WorkerHandle::State::watch_memory() {
  const auto now = SteadyClock::now();
  if (now - looked_at_memory < kWatchTime) return;
  looked_at_memory = now;
  if (process.resident_memory() > options.memory * kMemoryFactor) {
    throw too_much_memory(options.memory);
  }
}

Message WorkerHandle::State::next(std::chrono::seconds patience) {
  const auto silence_ends = SteadyClock::now() + patience;
  Message message;
  for (;;) {
    const auto now = SteadyClock::now();
    if (now >= request_ends) throw too_slow(options.per_request);
    if (now >= silence_ends) throw too_slow(patience);
    watch_memory();
    switch (channel.receive(message, std::min({now + kWatchTime, silence_ends, request_ends}))) {
      case Outcome::done:
        return message;
      case Outcome::late:
        break;
      case Outcome::closed:
        explain_death();
      case Outcome::garbage:
        refuse_message("no message");
    }
  }
}

void WorkerHandle::State::say_hello() {
  Conversation conversation(process);
  request_ends = SteadyClock::now() + kStartTime;
  Hello hello;
  hello.parent = ::getpid();
  hello.reading = options.reading;
  hello.memory = options.memory;
  hello.allow_unsandboxed = options.allow_unsandboxed;
  hello.russian = language() == Language::russian;
  hello.catalogue_folder = catalogue_folder();
  send(MessageType::hello, encode(hello));
  const Message answer = next(kStartTime);
  if (answer.type == static_cast<std::uint8_t>(MessageType::failed)) {
    throw decode_error(answer.body);
  }
  if (answer.type != static_cast<std::uint8_t>(MessageType::ready)) refuse_message("no greeting");
  confinement = printable(std::string_view(answer.body).substr(0, 200));
  conversation.finish();
}

template <class OnMessage>
void WorkerHandle::State::converse(MessageType request, std::string_view body,
                                   const std::vector<WorkerInput>& inputs,
                                   const OnMessage& on_message,
                                   std::optional<std::chrono::seconds> patience) {
  Conversation conversation(process);
  request_ends = SteadyClock::now() + options.per_request;
  for (const WorkerInput& input : inputs) send(MessageType::input, encode(input.kind), input.fd);
  send(request, body);
  std::optional<Error> failure;
  for (;;) {
    const Message message = next(patience.value_or(options.per_page));
    const auto type = static_cast<MessageType>(message.type);
    if (type == MessageType::done) {
      usage = decode_usage(message.body);
      break;
    }
    if (failure) refuse_message("an answer after its end");
    if (type == MessageType::failed) {
      failure = decode_error(message.body);
    } else {
      on_message(message);
    }
  }
  // The paper's own fault leaves the process as good as it was; anything else is not trusted.
  if (!failure || is_paper_fault(failure->fault())) conversation.finish();
  if (failure) throw *failure;
}

WorkerHandle::WorkerHandle(const WorkerOptions& options)
    : state_(std::make_unique<State>(options, make_socket_pair())) {
  state_->say_hello();
}

WorkerHandle::~WorkerHandle() = default;

Probe WorkerHandle::probe(const WorkerInput& input) {
  std::optional<Probe> probe;
  state_->converse(MessageType::probe, {}, {input}, [&](const Message& message) {
    if (probe || message.type != static_cast<std::uint8_t>(MessageType::probed)) {
      refuse_message("an answer nobody asked for");
    }
    probe = decode_probe(message.body);
  });
  if (!probe) refuse_message("no answer");
  return *probe;
}

void WorkerHandle::recognise(const std::vector<WorkerInput>& inputs, std::string_view title,
                             Products products, RecognitionSink& sink) {
  const auto pages = static_cast<std::size_t>(state_->options.reading.limits.pages);
  PageReceiver receiver(sink, state_->options.result_bytes, pages * inputs.size());
  state_->converse(MessageType::recognise, encode({std::string(title), products}), inputs,
                   [&](const Message& message) { receiver(message); });
  receiver.finish();
}

void WorkerHandle::expand(const WorkerInput& container, MemberSink& sink) {
  MemberReceiver receiver(sink);
  state_->converse(MessageType::expand, {}, {container},
                   [&](const Message& message) { receiver(message); });
  receiver.finish();
}

void WorkerHandle::part(const WorkerInput& input, int first, int count,
                        const std::function<void(std::string_view)>& sink) {
  FileReceiver receiver(sink, {MessageType::part_piece, input.kind, state_->options.result_bytes});
  // The first piece comes after the last page was compared.
  const std::chrono::seconds patience = state_->options.per_page * std::max(count, 1);
  state_->converse(
      MessageType::part, encode(PartRequest{first, count}), {input},
      [&](const Message& message) { receiver(message); }, patience);
  receiver.finish();
}

std::string WorkerHandle::picture(const WorkerInput& input, const PictureRequest& request) {
  std::string jpeg;
  const FileReceiver::Sink sink = [&](std::string_view piece) { jpeg += piece; };
  FileReceiver receiver(sink, {MessageType::picture_piece, FileKind::jpeg, kPictureBytes});
  state_->converse(MessageType::picture, encode(request), {input},
                   [&](const Message& message) { receiver(message); });
  receiver.finish();
  return jpeg;
}

std::vector<Table> WorkerHandle::tables(int fd) {
  TableReceiver receiver(TableLimits{});
  // What it is the process tells from its bytes: its name is not to be trusted, and CSV has no sign
  // of its own.
  state_->converse(MessageType::tables, {}, {{fd, FileKind::zip}},
                   [&](const Message& message) { receiver(message); });
  return receiver.take();
}

bool WorkerHandle::alive() const { return state_->process.running(); }

const std::string& WorkerHandle::confinement() const { return state_->confinement; }

WorkerUsage WorkerHandle::last_usage() const { return state_->usage; }

}  // namespace fonds

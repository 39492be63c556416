// The process's side of worker.h: locks itself in, then serves one request after another.
#include <sys/resource.h>
#include <unistd.h>

#include "base/message_channel.h"
#include "base/messages.h"
#include "base/process.h"
#include "base/sandbox.h"
#include "ingest/container.h"
#include "ingest/pdf_page.h"
#include "ingest/pipeline.h"
#include "ingest/worker.h"
#include "ingest/worker_protocol.h"

namespace fonds {
namespace {

using Outcome = MessageChannel::Outcome;

/// What libraries read at run time beside the language data: fonts a PDF names without holding
/// them, Poppler's character maps, locales, the time zone.
std::vector<boost::filesystem::path> readable_paths(const Hello& hello) {
  std::vector<boost::filesystem::path> paths{
      "/etc/fonts",      "/usr/share/fonts",      "/usr/local/share/fonts", "/usr/share/poppler",
      "/usr/lib/locale", "/usr/share/fontconfig", "/var/cache/fontconfig",  "/usr/share/zoneinfo",
      "/etc/localtime"};
  paths.emplace_back(hello.reading.tessdata);
  if (!hello.catalogue_folder.empty()) paths.emplace_back(hello.catalogue_folder);
  return paths;
}

double cpu_seconds(const rusage& used) {
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
  };
  return seconds(used.ru_utime) + seconds(used.ru_stime);
}

/// Measures what one request uses.
class UsageMeter {
 public:
  [[nodiscard]] WorkerUsage so_far() const {
    const rusage used = now();
    return {static_cast<std::uint64_t>(used.ru_maxrss) * 1024,
            cpu_seconds(used) - cpu_seconds(begun_)};
  }

 private:
  static rusage now() {
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    return used;
  }
  rusage begun_ = now();
};

/// Sends answers; ends the process when nobody is there to take them.
class Answers : public RecognitionSink, public MemberSink {
 public:
  explicit Answers(MessageChannel& channel) : channel_(channel) {}

  void send(MessageType type, std::string_view body = {}) {
    if (channel_.send(static_cast<std::uint8_t>(type), body) != Outcome::done) ::_exit(0);
  }

  void page(RecognisedPage&& page, std::string&& thumbnail) override {
    send(MessageType::page, encode(page, thumbnail));
  }
  void alto(std::string_view bytes) override { send_pieces(MessageType::alto_piece, bytes); }
  void access_copy(std::string_view bytes) override {
    send_pieces(MessageType::access_copy_piece, bytes);
  }

  void part(std::string_view bytes) { send_pieces(MessageType::part_piece, bytes); }
  void picture(std::string_view jpeg) { send_pieces(MessageType::picture_piece, jpeg); }

  void begin(const std::string& name) override { send(MessageType::member_begin, name); }
  void write(std::string_view bytes) override { send_pieces(MessageType::member_bytes, bytes); }
  void end() override { send(MessageType::member_end); }
  void refuse(const std::string& name, const std::string& why) override {
    send(MessageType::member_refused, encode(RefusedMember{name, why}));
  }

 private:
  void send_pieces(MessageType type, std::string_view bytes) {
    for (; !bytes.empty(); bytes.remove_prefix(std::min(bytes.size(), kPieceBytes))) {
      send(type, bytes.substr(0, kPieceBytes));
    }
  }

  MessageChannel& channel_;
};

/// Sends the rows of tables, many in a message.
class TableAnswers : public TableSink {
 public:
  explicit TableAnswers(Answers& answers) : answers_(answers) {}

  void sheet(std::string name) override {
    flush();
    answers_.send(MessageType::table_begin, name);
  }
  void row(TableRow row) override {
    for (const std::string& cell : row) bytes_ += cell.size();
    rows_.push_back(std::move(row));
    if (rows_.size() >= kRowsInAPiece || bytes_ >= kPieceBytes) flush();
  }
  void flush() {
    if (!rows_.empty()) answers_.send(MessageType::table_rows, encode(rows_));
    rows_.clear();
    bytes_ = 0;
  }

 private:
  static constexpr std::size_t kRowsInAPiece = 1000;

  Answers& answers_;
  std::vector<TableRow> rows_;  ///< not sent yet
  std::size_t bytes_ = 0;
};

class Service {
 public:
  Service(MessageChannel& channel, const Hello& hello)
      : channel_(channel), answers_(channel), pipeline_(hello.reading) {}

  /// Until the other end closes or sends what it should not.
  int run() {
    Message message;
    while (channel_.receive(message) == Outcome::done) {
      const auto type = static_cast<MessageType>(message.type);
      if (type == MessageType::input) {
        inputs_.push_back({std::move(message.descriptor), decode_kind(message.body)});
      } else {
        answer(type, message.body);
        inputs_.clear();
      }
    }
    return 0;
  }

 private:
  void answer(MessageType type, std::string_view body) {
    const UsageMeter meter;
    const auto problem = attempt([&] { serve(type, body); });
    if (problem) answers_.send(MessageType::failed, encode(*problem));
    answers_.send(MessageType::done, encode(meter.so_far()));
  }

  void serve(MessageType type, std::string_view body) {
    if (inputs_.empty()) throw Error(Fault::bug, "a request without an input");
    switch (type) {
      case MessageType::probe:
        return answers_.send(MessageType::probed, encode(pipeline_.probe(inputs_.front())));
      case MessageType::recognise: {
        const RecogniseRequest request = decode_request(body);
        return pipeline_.recognise(inputs_, request.title, request.products, answers_);
      }
      case MessageType::expand:
        return ReadingPipeline::expand(inputs_.front(), answers_);
      case MessageType::tables:
        return send_tables();
      case MessageType::part: {
        const PartRequest request = decode_part(body);
        return pipeline_.part(inputs_.front(), request.first, request.count,
                              [&](std::string_view bytes) { answers_.part(bytes); });
      }
      case MessageType::picture:
        return answers_.picture(pipeline_.picture(inputs_.front(), decode_picture(body)));
      default:
        throw Error(Fault::bug, "a request of an unknown kind");
    }
  }

  void send_tables() {
    TableAnswers tables(answers_);
    ReadingPipeline::tables(inputs_.front(), tables);
    tables.flush();
  }

  MessageChannel& channel_;
  Answers answers_;
  ReadingPipeline pipeline_;
  std::vector<OpenOriginal> inputs_;
};

/// Everything that needs the outside, then no outside any more. Returns how.
std::string lock_in(const Hello& hello) {
  choose_language(hello.russian ? Language::russian : Language::english, hello.catalogue_folder);
  prepare_container_names();
  prepare_pdf_text();
  SandboxOptions options;
  options.readable = readable_paths(hello);
  options.memory = hello.memory;
  if (hello.allow_unsandboxed) options.unconfined = SandboxOptions::Unconfined::allow;
  std::string means = confine(options);
  end_with_parent(hello.parent);  // after confine(): a change of namespace resets it
  return means;
}

}  // namespace

int serve_worker(int fd) {
  MessageChannel channel(UniqueFd(fd), MessageChannel::Descriptors::accept, kLongestBody);
  Message first;
  if (channel.receive(first) != Outcome::done) ::_exit(0);
  Answers answers(channel);
  Hello hello;
  std::string confinement;
  const auto problem = attempt([&] {
    hello = decode_hello(first.body);
    confinement = lock_in(hello);
  });
  if (problem) {
    answers.send(MessageType::failed, encode(*problem));
    ::_exit(1);
  }
  answers.send(MessageType::ready, confinement);
  const int code = Service(channel, hello).run();
  // Not return: what libraries do at exit needs what is no longer allowed.
  ::_exit(code);
}

}  // namespace fonds

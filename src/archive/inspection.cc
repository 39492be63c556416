#include "archive/inspection.h"

#include <sys/mman.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <thread>

#include "archive/spool.h"
#include "archive/told_file.h"
#include "base/disk.h"
#include "base/messages.h"
#include "base/text.h"

namespace fonds {
namespace {

using boost::filesystem::path;

class PageCollector : public RecognitionSink {
 public:
  explicit PageCollector(InspectedFile& file) : file_(file) {}
  void page(RecognisedPage&& page, std::string&&) override {
    file_.pages.push_back(std::move(page));
  }
  void alto(std::string_view bytes) override { file_.alto = bytes; }
  void access_copy(std::string_view) override {}

 private:
  InspectedFile& file_;
};

/// Inspects files one after another with one worker process.
class Inspector {
 public:
  Inspector(const WorkerOptions& options, WithAlto with_alto)
      : options_(options), with_alto_(with_alto) {}

  std::vector<InspectedFile> inspect(const path& file) {
    const std::string name = printable(file.filename().string());
    try {
      const UniqueFd fd = open_for_reading(file);
      return inspect(fd.get(), name, Containers::expand);
    } catch (const Error& error) {
      return {refused(name, error)};
    }
  }

 private:
  enum class Containers { expand, refuse };
  class Members;

  static InspectedFile refused(const std::string& name, const Error& error) {
    InspectedFile file;
    file.name = name;
    file.problem = error.message();
    file.hint = error.hint();
    file.fault = error.fault();
    return file;
  }

  std::vector<InspectedFile> inspect(int fd, const std::string& name, Containers containers);

  InspectedFile read(int fd, FileKind kind, const std::string& name) {
    InspectedFile file;
    file.name = name;
    const auto started = std::chrono::steady_clock::now();
    try {
      PageCollector collector(file);
      const auto products = with_alto_ == WithAlto::yes ? WorkerHandle::Products::everything
                                                        : WorkerHandle::Products::pages_only;
      process().recognise({{fd, kind}}, name, products, collector);
    } catch (const Error& error) {
      if (error.fault() == Fault::unavailable) process_.reset();
      file = refused(name, error);
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - started;
    file.seconds = took.count();
    return file;
  }

  WorkerHandle& process() {
    if (!process_ || !process_->alive()) process_ = std::make_unique<WorkerHandle>(options_);
    return *process_;
  }

  const WorkerOptions& options_;
  WithAlto with_alto_;
  std::unique_ptr<WorkerHandle> process_;
};

/// Holds each member in memory and inspects it.
class Inspector::Members : public MemberSink {
 public:
  Members(Inspector& inspector, std::string container, std::vector<InspectedFile>& out)
      : inspector_(inspector), container_(std::move(container)), out_(out) {}

  void begin(const std::string& name) override {
    name_ = container_ + "!/" + name;
    fd_ = UniqueFd(::memfd_create("member", MFD_CLOEXEC));
    if (!fd_.valid()) throw system_error(errno, tr("cannot create"));
  }
  void write(std::string_view bytes) override { write_all(fd_.get(), bytes); }
  void end() override {
    rewind(fd_.get());
    for (InspectedFile& file : inspector_.inspect(fd_.get(), name_, Containers::refuse)) {
      out_.push_back(std::move(file));
    }
    fd_.reset();
  }
  void refuse(const std::string& name, const std::string& why) override {
    out_.push_back(refused(container_ + "!/" + name, Error(Fault::usage, why)));
  }

 private:
  Inspector& inspector_;
  std::string container_;
  std::vector<InspectedFile>& out_;
  std::string name_;
  UniqueFd fd_;
};

std::vector<InspectedFile> Inspector::inspect(int fd, const std::string& name,
                                              Containers containers) {
  FileKind kind = FileKind::other;
  try {
    kind = tell_file(fd, name, [&]() -> WorkerHandle& { return process(); });
  } catch (const Error& error) {
    if (error.fault() == Fault::unavailable) process_.reset();
    return {refused(name, error)};
  }
  if (kind == FileKind::other) return {refused(name, why_not_read(fd, name))};
  if (!entry_of(kind).container || containers == Containers::refuse) {
    return {read(fd, kind, name)};
  }
  std::vector<InspectedFile> found;
  Members members(*this, name, found);
  try {
    WorkerHandle expander(options_);
    expander.expand({fd, kind}, members);
  } catch (const Error& error) {
    found.push_back(refused(name, error));
  }
  return found;
}

/// Results by number of the file, handed out in order.
struct Board {
  std::mutex mutex;
  std::condition_variable changed;
  std::map<std::size_t, std::vector<InspectedFile>> done;
  std::size_t next = 0;
};

void work(Board& board, const WorkerOptions& options, WithAlto with_alto,
          const std::vector<path>& files, const std::stop_token& stop) {
  Inspector inspector(options, with_alto);
  for (;;) {
    std::size_t mine = 0;
    {
      const std::lock_guard lock(board.mutex);
      if (board.next == files.size() || stop.stop_requested()) return;
      mine = board.next++;
    }
    std::vector<InspectedFile> result = inspector.inspect(files[mine]);
    const std::lock_guard lock(board.mutex);
    board.done.emplace(mine, std::move(result));
    board.changed.notify_one();
  }
}

}  // namespace

void inspect_files(const WorkerOptions& options, int jobs, const std::vector<path>& files,
                   WithAlto with_alto, const std::function<void(const InspectedFile&)>& sink,
                   std::stop_token stop) {
  Board board;
  std::vector<std::jthread> threads;
  const auto count = std::clamp<std::size_t>(static_cast<std::size_t>(jobs), 1, files.size() + 1);
  for (std::size_t i = 0; i < count; ++i) {
    threads.emplace_back([&] { work(board, options, with_alto, files, stop); });
  }
  for (std::size_t i = 0; i < files.size(); ++i) {
    std::vector<InspectedFile> result;
    {
      std::unique_lock lock(board.mutex);
      while (!board.changed.wait_for(lock, std::chrono::milliseconds(200),
                                     [&] { return board.done.count(i) > 0; })) {
        if (stop.stop_requested() && i >= board.next) return;
      }
      result = std::move(board.done.extract(i).mapped());
    }
    for (const InspectedFile& file : result) sink(file);
  }
}

}  // namespace fonds

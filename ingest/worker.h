/// Worker: the sandboxed process in which files are parsed and recognised, and the handle to it.
///
/// The process is this same binary started as `fonds worker` (hidden command) with one end of a
/// socket pair; it locks itself down (no network, no files but the descriptors handed over and the
/// language data and fonds, limits on memory, CPU, time, pages, pixels) before it reads the first
/// byte of a paper. It keeps its engine between documents.
/// Threads: one WorkerHandle, one thread, which must live as long: the process ends with the thread
///          that started it. A handle is good for many requests; after a fault unavailable, and
///          after an exception out of a sink, the process is gone (alive() tells): start another.
/// Faults:  corrupt, usage: the paper's fault (nothing to retry). unavailable: the process died
///          (killed by a limit, crashed); the message says why in a clerk's words.
#pragma once

#include <boost/filesystem/path.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/page_picture.h"
#include "ingest/reader.h"
#include "ingest/table_reader.h"

namespace fonds {

struct WorkerOptions {
  boost::filesystem::path program;  ///< the fonds binary itself
  ReadOptions reading;
  std::uint64_t memory = 1536ULL << 20;  ///< bytes of private data
  std::chrono::seconds per_page{120};    ///< wall clock without any progress
  std::chrono::seconds per_request{3600};
  bool allow_unsandboxed = false;  ///< run even where the kernel cannot confine
  /// Of one recognition, all products together; of one part of a file.
  std::uint64_t result_bytes = 4ULL << 30;
};

/// What the process has used.
struct WorkerUsage {
  std::uint64_t peak_memory = 0;  ///< bytes resident at most since the process began
  double cpu_seconds = 0;         ///< for the last request alone
};

/// One original handed over as an open descriptor (position 0).
struct WorkerInput {
  int fd = -1;
  FileKind kind = FileKind::jpeg;
};

/// Receives what recognition makes, in order.
class RecognitionSink {
 public:
  virtual ~RecognitionSink() = default;
  virtual void page(RecognisedPage&& page, std::string&& thumbnail) = 0;
  virtual void alto(std::string_view bytes) = 0;         ///< once, whole
  virtual void access_copy(std::string_view bytes) = 0;  ///< in pieces
};

/// Receives the members of a ZIP or TAR, in order.
class MemberSink {
 public:
  virtual ~MemberSink() = default;
  /// A new member; `name` is decoded, valid UTF-8, with folders, no "..", never absolute.
  virtual void begin(const std::string& name) = 0;
  virtual void write(std::string_view bytes) = 0;
  virtual void end() = 0;
  /// A member that was passed over and why (symbolic link, too large, encrypted, …).
  virtual void refuse(const std::string& name, const std::string& why) = 0;
};

class WorkerHandle {
 public:
  /// Starts the process; returns when it is confined and ready.
  explicit WorkerHandle(const WorkerOptions& options);
  ~WorkerHandle();  ///< ends the process

  Probe probe(const WorkerInput& input);
  enum class Products { pages_only, everything };  ///< everything: also ALTO and the access copy
  void recognise(const std::vector<WorkerInput>& inputs, std::string_view title, Products products,
                 RecognitionSink& sink);
  void expand(const WorkerInput& container, MemberSink& sink);
  /// Pages `first` (from 0) to `first + count - 1` of a PDF or TIFF as a file of their own, in
  /// pieces: see file_part.h. It was compared with them, page by page.
  void part(const WorkerInput& input, int first, int count,
            const std::function<void(std::string_view)>& sink);
  /// A page as a JPEG to look at, at most kPictureBytes: see page_picture.h.
  std::string picture(const WorkerInput& input, const PictureRequest& request);
  /// The sheets of the CSV, XLSX or ODS open as `fd` (position 0).
  std::vector<Table> tables(int fd);
  [[nodiscard]] bool alive() const;
  /// How the process is confined: "seccomp landlock", for `fonds check` and the log.
  [[nodiscard]] const std::string& confinement() const;
  /// Of the last request that came to its end, well or not.
  [[nodiscard]] WorkerUsage last_usage() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Body of `fonds worker`: serves requests on the socket `fd` (3 when a WorkerHandle started it)
/// until it closes. Nothing else of the program may have run. Returns the exit code.
int serve_worker(int fd);

}  // namespace fonds

/// ReadingPipeline names the steps of what the worker does with the files it is handed: look,
/// recognise, unpack, part, show.
///
/// attempt() is the one place in ingest that catches: whatever a step throws becomes the Error the
/// other end is told, and the process goes on to the next request, unless memory ran out.
/// Threads: one, as Reader. Faults: as Reader, AccessCopy, Container,
/// part_of() and page_picture().
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/unique_fd.h"
#include "ingest/reader.h"
#include "ingest/worker.h"

namespace fonds {

/// Longest original that is read.
inline constexpr std::uint64_t kLongestOriginal = 1ULL << 30;  // bytes

struct OpenOriginal {
  UniqueFd file;
  FileKind kind = FileKind::jpeg;
};

class ReadingPipeline {
 public:
  explicit ReadingPipeline(ReadOptions options) : options_(std::move(options)) {}

  Probe probe(const OpenOriginal& original);
  void recognise(const std::vector<OpenOriginal>& originals, const std::string& title,
                 WorkerHandle::Products products, RecognitionSink& sink);
  static void expand(const OpenOriginal& container, MemberSink& sink);
  static void tables(const OpenOriginal& file, TableSink& sink);
  /// See WorkerHandle::part().
  void part(const OpenOriginal& file, int first, int count,
            const std::function<void(std::string_view)>& sink) const;
  [[nodiscard]] std::string picture(const OpenOriginal& file, const PictureRequest& request) const;

 private:
  Reader& reader();  ///< made at its first use: the engine takes a moment to load

  ReadOptions options_;
  std::unique_ptr<Reader> reader_;
};

/// Runs `step`; what it threw, or nothing when it went well. Out of memory ends the process with
/// kExitOutOfMemory: what the libraries then hold cannot be trusted.
std::optional<Error> attempt(const std::function<void()>& step);

/// Exit code of a process whose memory limit was reached.
inline constexpr int kExitOutOfMemory = 71;

}  // namespace fonds

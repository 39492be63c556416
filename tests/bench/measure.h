/// What the benchmarks of the index share: a stopwatch, a child process with a peak memory of its
/// own, the bare Xapian loop ours is compared with, and timed queries.
///
/// Threads: one.
#pragma once

#include <boost/filesystem/path.hpp>
#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

#include "bench/text_generator.h"
#include "indexer/search.h"

namespace fonds {

/// Wall and processor time of the parts between start() and stop().
class Stopwatch {
 public:
  void start();
  void stop();
  [[nodiscard]] double wall() const { return wall_; }            ///< seconds
  [[nodiscard]] double processor() const { return processor_; }  ///< seconds, of all threads

 private:
  std::chrono::steady_clock::time_point wall_from_;
  double processor_from_ = 0;
  double wall_ = 0;
  double processor_ = 0;
};

struct Measured {
  double wall = 0;       ///< seconds
  double processor = 0;  ///< seconds
  double peak = 0;       ///< MB of memory, VmHWM of the child
};
/// Runs `work` in a child process and prints what it took for so many documents.
Measured in_child(const char* name, std::int64_t documents,
                  const std::function<void(Stopwatch&)>& work);

/// Adds the same terms as IndexWriter does to a Xapian database of its own; only Xapian is timed,
/// making the terms is not.
void index_bare(const TextGenerator& generator, const boost::filesystem::path& folder,
                std::int64_t documents, Stopwatch& watch);

/// Times whole searches of one word, two words and a phrase; prints p50, p99 and the slowest.
void time_searches(const TextGenerator& generator, std::int64_t documents, std::size_t queries,
                   const boost::filesystem::path& index_root, TextSourceForSnippets& texts);

/// Bytes of the files in `folder`, in MB.
double megabytes_in(const boost::filesystem::path& folder);

}  // namespace fonds

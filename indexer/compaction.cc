#include "indexer/compaction.h"

#include <unistd.h>
#include <xapian.h>

#include <atomic>
#include <boost/filesystem/operations.hpp>
#include <cerrno>
#include <chrono>
#include <future>
#include <string>

#include "base/disk.h"
#include "indexer/xapian_error.h"

namespace fonds {
namespace {

namespace fs = boost::filesystem;

struct GivenUp {};

/// Xapian tells it each table's name; the one place where a compaction can be left. What it has of
/// a table in memory is then lost, but whoever gives up ends.
class Leavable : public Xapian::Compactor {
 public:
  explicit Leavable(const std::atomic<bool>& given_up) : given_up_(given_up) {}
  void set_status(const std::string&, const std::string&) override {
    if (given_up_) throw GivenUp{};
  }

 private:
  const std::atomic<bool>& given_up_;
};

/// Xapian leaves the new files to the system's leisure.
void sync_files(const fs::path& folder) {
  boost::system::error_code problem;
  fs::directory_iterator entry(folder, problem);
  for (const fs::directory_iterator end; !problem && entry != end; entry.increment(problem)) {
    const UniqueFd file = open_for_reading(entry->path());
    if (::fsync(file.get()) != 0) throw system_error(errno, entry->path().string());
  }
  if (problem) throw system_error(problem.value(), folder.string());
}

}  // namespace

void compact_index(const fs::path& from, const fs::path& to, const std::function<void()>& alive) {
  std::atomic<bool> given_up = false;
  std::future<void> done = std::async(std::launch::async, [&] {
    Leavable compactor(given_up);
    // The ids are the documents' own: Xapian would count them anew from 1.
    Xapian::Database(from.string())
        .compact(to.string(), Xapian::DBCOMPACT_NO_RENUMBER | Xapian::Compactor::FULL, 0,
                 compactor);
    sync_files(to);
  });
  try {
    do {
      if (alive) alive();
    } while (done.wait_for(std::chrono::seconds(1)) == std::future_status::timeout);
  } catch (...) {  // the compactor reads `given_up`: it must have ended before this leaves
    given_up = true;
    done.wait();
    throw;
  }
  with_xapian([&] { done.get(); });
}

}  // namespace fonds

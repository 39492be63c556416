/// RegisterView: the Understanding that all workers of a process share, made anew when the register
/// has changed.
///
/// The matcher's index of a large register takes hundreds of megabytes and seconds to build, so
/// there is one, and a long import does not have it built again for every paper.
/// Threads: use() from any thread, each with its own Database.
/// Faults:  those of Database and of the data files.
#pragma once

#include <chrono>
#include <memory>
#include <shared_mutex>

#include "archive/understanding.h"
#include "base/clock.h"
#include "catalogue/database.h"

namespace fonds {

class RegisterView {
 public:
  explicit RegisterView(const Clock& clock) : clock_(clock) {}

  /// What the pages say, by the register as `catalogue` has it, at most a moment ago (see kRest).
  UnderstoodPaper understand(Database& catalogue, const std::vector<RecognisedPage>& pages);

 private:
  /// After a rebuild that took t the next one waits kRest * t: at most a tenth of the time goes
  /// into rebuilding while somebody edits the register.
  static constexpr int kRest = 10;
  bool is_current(std::int64_t revision) const;
  void rebuild(Database& catalogue);

  const Clock& clock_;
  std::shared_mutex mutex_;
  std::unique_ptr<const Understanding> understanding_;
  std::int64_t revision_ = -1;
  Moment rests_until_{};
};

}  // namespace fonds

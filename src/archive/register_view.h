/// RegisterView: the Understanding that all workers of a process share, made anew when the register
/// has changed.
///
/// The matcher's index of a large register takes seconds to build and hundreds of megabytes, so
/// there is one, and an import that is going on does not have it built again for every paper.
/// Threads: understand() from any thread, each with its own Database.
/// Faults:  those of Database and of the data files.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <shared_mutex>
#include <string>
#include <utility>
#include <vector>

#include "archive/understanding.h"
#include "base/clock.h"
#include "catalogue/database.h"

namespace fonds {

class RegisterView {
 public:
  /// Papers are of the kinds that `kinds` makes, each time anew. `own_names`: how papers call the
  /// institution. `clock` must outlive it.
  RegisterView(const Clock& clock, std::function<DocumentKinds()> kinds,
               std::vector<std::string> own_names = {})
      : clock_(clock), kinds_(std::move(kinds)), own_names_(std::move(own_names)) {}

  /// As Understanding::understand, by the register as `catalogue` has it now; while it is being
  /// changed, as it was a moment ago: ten times as long as building the index takes.
  UnderstoodPaper understand(Database& catalogue, const std::vector<RecognisedPage>& pages,
                             const std::optional<SheetCode>& in_front = {});

 private:
  void refresh(Database& catalogue);
  [[nodiscard]] bool rests() const;

  const Clock& clock_;
  std::function<DocumentKinds()> kinds_;
  std::vector<std::string> own_names_;
  std::shared_mutex mutex_;  ///< of what follows: shared by those who understand
  std::unique_ptr<const Understanding> understanding_;
  std::int64_t revision_ = -1;
  Moment rests_until_{};
};

}  // namespace fonds

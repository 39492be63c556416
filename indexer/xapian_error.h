/// The one place where Xapian's exceptions become an Error.
///
/// Threads: any.
#pragma once

#include <xapian.h>

#include <utility>

#include "base/error.h"

namespace fonds {

/// busy (another writer, or it kept changing), io (the system failed), corrupt (unreadable: with
/// the hint to rebuild), bug.
Error error_of(const Xapian::Error& cause);
/// The same for one that went on through every try to open the index: opening takes too little time
/// for a writer to come between, so "modified" means damage.
Error error_of_opening(const Xapian::Error& cause);
/// The Error of an index that can not be used and must be made again.
Error unusable_index(std::string_view why);

template <class Action>
auto with_xapian(Action&& action) -> decltype(action()) {
  try {
    return std::forward<Action>(action)();
  } catch (const Xapian::Error& cause) {
    throw error_of(cause);
  }
}

}  // namespace fonds

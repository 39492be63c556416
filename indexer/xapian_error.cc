#include "indexer/xapian_error.h"

#include <string>

#include "base/messages.h"

namespace fonds {

Error unusable_index(std::string_view why) {
  return {Fault::corrupt, say(tr("the search index is damaged: {}"), why),
          tr("Make it again with: fonds index rebuild")};
}

Error error_of_opening(const Xapian::Error& cause) {
  const bool modified = std::string(cause.get_type()) == "DatabaseModifiedError";
  return modified ? unusable_index(cause.get_msg()) : error_of(cause);
}

Error error_of(const Xapian::Error& cause) {
  const std::string type = cause.get_type();
  std::string what = type + ": " + cause.get_msg();
  const char* system = cause.get_error_string();
  if (system != nullptr) what += std::string(" (") + system + ")";
  if (type == "DatabaseLockError") {
    return {Fault::busy, tr("another process is writing to the search index"),
            tr("Wait until it has finished and try again.")};
  }
  if (type == "DatabaseModifiedError") {
    return {Fault::busy, tr("the search index is changing too fast to be read"),
            tr("Try again in a moment.")};
  }
  // With a system error the disk failed; without one, what it gave us makes no sense. (Xapian's
  // exceptions are not polymorphic: the name is what tells them apart.)
  const bool database = type.starts_with("Database");
  if (database && system != nullptr && type != "DatabaseCorruptError" &&
      type != "DatabaseNotFoundError") {
    return {Fault::io, say(tr("cannot read or write the search index: {}"), what),
            tr("Check the disk; if it is sound, make the index again with: fonds index rebuild")};
  }
  if (database || type == "SerialisationError" || type == "RangeError" ||
      type == "DocNotFoundError" || type == "FeatureUnavailableError") {
    return unusable_index(what);
  }
  return {Fault::bug, say(tr("the search index failed: {}"), what)};
}

}  // namespace fonds

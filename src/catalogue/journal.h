/// Journal: the one append-only, hash-chained list of what happened (model/journal_entry.h).
///
/// Numbered without gaps by a counter row in the caller's transaction (a PostgreSQL sequence
/// becomes visible out of order); append() therefore also serialises writers: call it, or lock(),
/// first in a transaction that checks before it writes. Threads: as Database. Faults: as Database.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/database.h"
#include "model/actor.h"
#include "model/journal_entry.h"

namespace fonds {

/// Which entries are wanted; what is empty asks nothing.
struct JournalQuery {
  std::string event{};    ///< it begins so: "document." or "document.accepted"
  std::string actor{};    ///< Actor::login
  std::string subject{};  ///< "document/123"
  std::optional<Moment> from{};
  std::optional<Moment> until{};  ///< not itself
  EntryNumber before = 0;         ///< numbered below; 0: the newest, too
  int limit = 50;
};

class Journal {
 public:
  explicit Journal(Database& database) : database_(database) {}

  /// Makes every other writer wait until this transaction ends.
  void lock(Transaction& transaction);
  /// `details` is a JSON object without personal data.
  EntryNumber append(Transaction& transaction, const Actor& actor, std::string_view event,
                     std::string_view subject, std::string_view details = "{}");

  /// Entries numbered above `after`, oldest first, at most `limit`.
  std::vector<JournalEntry> after(EntryNumber after, int limit);
  std::vector<JournalEntry> about(std::string_view subject);
  /// The newest first.
  std::vector<JournalEntry> find(const JournalQuery& query);
  /// Number of the newest entry; 0 when there is none.
  EntryNumber head();

  struct Verification {
    EntryNumber checked = 0;
    std::optional<EntryNumber> broken_at;
    std::string problem;  ///< empty when the chain holds
    std::string head_hash;
  };
  /// Recomputes the whole chain in bounded memory; `progress` gets entries done and the total.
  Verification verify(const std::function<void(EntryNumber, EntryNumber)>& progress = {});

 private:
  Database& database_;
};

}  // namespace fonds

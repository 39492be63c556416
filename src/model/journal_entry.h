/// JournalEntry: one hash-chained event. The journal is the audit trail, each document's history
/// and the feed the index follows.
///
/// hash = SHA-256(previous hash, entry), over the canonical text of hash_of(). Entries hold ids and
/// field names, never personal data that must be erasable.
/// Threads: a value type; pure functions.
#pragma once

#include <string>

#include "base/clock.h"
#include "model/ids.h"

namespace fonds {

struct JournalEntry {
  EntryNumber number = 0;
  Moment at{};
  std::string actor;    ///< Actor::login
  std::string event;    ///< "document.accepted"
  std::string subject;  ///< "document/123"
  std::string details;  ///< a JSON object: ids, hashes, counts
  std::string previous_hash;
  std::string hash;
};

/// `previous_hash` of the first entry.
extern const std::string kFirstHash;

/// The hash an entry must carry: each field is written as its byte length, ':' and its bytes, so no
/// two different entries give the same text.
std::string hash_of(const JournalEntry& entry);

}  // namespace fonds

/// Sessions: browsers that are signed in, so that any server of the archive knows them.
///
/// Known by the hash of what the browser shows; whether one is over is for the caller to say.
/// Threads: as Database. Faults: as Database; absent is a value.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "catalogue/database.h"
#include "model/user.h"

namespace fonds {

struct StoredSession {
  UserId user;
  Moment begun_at{};
  Moment seen_at{};
  std::string purpose{};  ///< code of the purpose of access; empty: none was stated
  bool must_change_password = false;
  bool operator==(const StoredSession&) const = default;
};

class Sessions {
 public:
  explicit Sessions(Database& database) : database_(database) {}

  void add(Transaction& transaction, std::string_view token_hash, const StoredSession& session);
  std::optional<StoredSession> find(std::string_view token_hash);
  void set_seen(Transaction& transaction, std::string_view token_hash, Moment moment);
  void set_purpose(Transaction& transaction, std::string_view token_hash, std::string_view purpose);
  /// One that is not there is no failure, as below.
  void remove(Transaction& transaction, std::string_view token_hash);
  void remove_of(Transaction& transaction, UserId user);
  /// Those begun before `begun`, and those last seen before `seen`.
  void remove_older(Transaction& transaction, Moment begun, Moment seen);

 private:
  Database& database_;
};

}  // namespace fonds

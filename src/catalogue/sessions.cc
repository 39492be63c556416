#include "catalogue/sessions.h"

#include <tuple>

#include "catalogue/sql.h"

namespace fonds {

void Sessions::add(Transaction&, std::string_view token_hash, const StoredSession& session) {
  change(database_,
         "INSERT INTO sessions (token_hash, user_id, begun_at, seen_at, purpose, "
         "must_change_password) VALUES (:token_hash, :user_id, :begun_at, :seen_at, :purpose, "
         ":must_change_password)",
         token_hash, session.user.value, to_text(session.begun_at), to_text(session.seen_at),
         session.purpose, session.must_change_password ? 1 : 0);
}

std::optional<StoredSession> Sessions::find(std::string_view token_hash) {
  std::optional<StoredSession> found;
  long long user = 0;
  std::string begun_at;
  std::string seen_at;
  std::string purpose;
  int must_change = 0;
  each_row(
      database_,
      "SELECT user_id, begun_at, seen_at, purpose, must_change_password FROM sessions "
      "WHERE token_hash = :token_hash",
      std::tie(user, begun_at, seen_at, purpose, must_change),
      [&] {
        found = StoredSession{{user},
                              moment_from_text(begun_at),
                              moment_from_text(seen_at),
                              purpose,
                              must_change != 0};
      },
      token_hash);
  return found;
}

void Sessions::set_seen(Transaction&, std::string_view token_hash, Moment moment) {
  change(database_, "UPDATE sessions SET seen_at = :seen_at WHERE token_hash = :token_hash",
         to_text(moment), token_hash);
}

void Sessions::set_purpose(Transaction&, std::string_view token_hash, std::string_view purpose) {
  change(database_, "UPDATE sessions SET purpose = :purpose WHERE token_hash = :token_hash",
         purpose, token_hash);
}

void Sessions::remove(Transaction&, std::string_view token_hash) {
  change(database_, "DELETE FROM sessions WHERE token_hash = :token_hash", token_hash);
}

void Sessions::remove_of(Transaction&, UserId user) {
  change(database_, "DELETE FROM sessions WHERE user_id = :user_id", user.value);
}

void Sessions::remove_older(Transaction&, Moment begun, Moment seen) {
  change(database_, "DELETE FROM sessions WHERE begun_at < :begun_at OR seen_at < :seen_at",
         to_text(begun), to_text(seen));
}

}  // namespace fonds

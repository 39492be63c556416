/// ArchiveSessions: browsers that are signed in: begun by a sign-in, looked up with every request,
/// over after a time without one (web.idle_minutes) or since the sign-in (web.hours).
///
/// What the browser shows is made anew by every sign-in and every change of a password, which ends
/// the user's other sessions. Rights are those of the account at the moment of the request: whoever
/// was disabled meanwhile is out. Threads: one per Archive. Faults: usage, and those of the
/// catalogue; a session that is no more is a value.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "access/secret.h"
#include "archive/archive.h"
#include "archive/people.h"
#include "model/actor.h"
#include "model/user.h"

namespace fonds {

/// A browser that is signed in.
struct OpenSession {
  Actor actor;       ///< with the purpose that was stated
  std::string name;  ///< of the person
  bool second_factor = false;
  bool must_change_password = false;  ///< nothing else may be done first
};

class ArchiveSessions {
 public:
  explicit ArchiveSessions(Archive& archive) : archive_(archive) {}

  /// Gives what the browser is to show with every request.
  Secret begin(const ArchivePeople::SignedIn& signed_in);
  /// Nothing: there is none, or it is over.
  std::optional<OpenSession> find(std::string_view token);
  /// Why papers are looked at from now on; fault usage when there is no such purpose.
  void state_purpose(std::string_view token, std::string_view purpose);
  /// Signed out. A session that is no more is no failure.
  void end(std::string_view token);
  /// All of a user: the password was changed.
  void end_all(std::string_view login);

 private:
  Archive& archive_;
};

}  // namespace fonds

/// User: an account of the archive; its API tokens, its failed sign-ins.
///
/// A login never changes and is never given to anybody else: it stands in the journal. What proves
/// who somebody is (hash of the password, secret of the second factor) is not here but in the
/// catalogue. Threads: value types; pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "model/actor.h"
#include "model/ids.h"

namespace fonds {

using UserId = Id<struct UserTag>;
using TokenId = Id<struct TokenTag>;

struct User {
  UserId id;
  std::string login;
  std::string name;  ///< the person, for registers and forms; never in the journal
  Role role = Role::auditor;
  std::vector<std::string> collectives;  ///< a teacher's own ones: titles without quotes
  std::optional<Moment> disabled_at;     ///< nothing: may sign in
  bool must_change_password = false;     ///< somebody else chose it
  bool second_factor = false;            ///< signing in takes a code, too
  Moment created_at{};
  bool operator==(const User&) const = default;
};

/// Stands for its user with programs; may do no more than the user may.
struct ApiToken {
  TokenId id;
  UserId user;
  std::string label;               ///< what it is for, in the user's words
  std::vector<std::string> scope;  ///< names of operations; empty: all the role may
  Moment created_at{};
  Moment expires_at{};
  std::optional<Moment> revoked_at;
  std::optional<Moment> last_used_at;
  bool operator==(const ApiToken&) const = default;
};

/// Whether the token opens anything at `now`.
bool is_live(const ApiToken& token, Moment now);

/// The failed sign-ins of one login in a row; none: as it is made.
struct FailedSignIns {
  int count = 0;
  std::optional<Moment> first;
  std::optional<Moment> last;
  std::optional<Moment> locked_until;
  bool operator==(const FailedSignIns&) const = default;
};

/// Whether `text` is written as a login: 2 to 32 of a-z 0-9 . _ -, a letter first.
bool is_login(std::string_view text);
/// Whether the program itself acts under this login, so that no account may have it.
bool is_reserved_login(std::string_view login);

}  // namespace fonds

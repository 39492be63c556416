/// Users: accounts, what proves who somebody is, API tokens, failed sign-ins.
///
/// Passwords and tokens come and stay here as hashes only (src/access makes them); nothing of a
/// User carries them along. Accounts are disabled, never removed: their logins stand in the
/// journal. Threads: as Database. Faults: as Database; bug when a user or token that is changed is
/// not there; absent is a value.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/database.h"
#include "model/user.h"

namespace fonds {

struct SecondFactor {
  std::string secret;           ///< base32; empty: there is none
  bool on = false;              ///< signing in takes a code
  std::int64_t last_step = -1;  ///< the last step a code was used of; -1: none was
  bool operator==(const SecondFactor&) const = default;
};

class Users {
 public:
  explicit Users(Database& database) : database_(database) {}

  /// Records an account made now, without a password; that nobody has its login must be known. Of
  /// `user` counts login, name, role, collectives and must_change_password.
  UserId add(Transaction& transaction, const User& user);
  /// Replaces name and role of `user.id`.
  void replace(Transaction& transaction, const User& user);
  void set_collectives(Transaction& transaction, UserId id,
                       const std::vector<std::string>& collectives);
  /// Disabling again keeps the first moment. Tokens of a disabled user are not touched: whoever
  /// finds one asks for its user.
  void disable(Transaction& transaction, UserId id);
  void enable(Transaction& transaction, UserId id);

  std::optional<User> find(UserId id);
  std::optional<User> find(std::string_view login);
  /// All, disabled ones too, in order of logins.
  std::vector<User> list();

  /// Empty: there is none, so that no password fits.
  std::string password_hash(UserId id);
  /// When the password was set; nothing: never.
  std::optional<Moment> password_set_at(UserId id);
  /// `must_change`: somebody else chose it, and the user must choose anew.
  void set_password(Transaction& transaction, UserId id, std::string_view hash, bool must_change);
  /// The same password under a hash of a higher cost.
  void replace_password_hash(Transaction& transaction, UserId id, std::string_view hash);

  SecondFactor second_factor(UserId id);
  void set_second_factor(Transaction& transaction, UserId id, const SecondFactor& factor);
  /// Notes that a code of `step` was used; false when one of it or of a later step was before.
  bool use_step(Transaction& transaction, UserId id, std::int64_t step);

  /// Of `token` counts all but id, created_at (now), revoked_at and last_used_at.
  TokenId add_token(Transaction& transaction, const ApiToken& token, std::string_view hash);
  /// Expired and revoked ones too.
  std::optional<ApiToken> find_token(std::string_view hash);
  std::optional<ApiToken> find_token(TokenId id);
  /// In order of their making.
  std::vector<ApiToken> tokens(UserId id);
  /// Revoking again keeps the first moment.
  void revoke_token(Transaction& transaction, TokenId id);
  void touch_token(Transaction& transaction, TokenId id);

  /// For any text: whether there is such a login makes no difference.
  FailedSignIns failed_sign_ins(std::string_view login);
  /// `state` as it is made (none failed) forgets them.
  void set_failed_sign_ins(Transaction& transaction, std::string_view login,
                           const FailedSignIns& state);
  /// Forgets those whose last is before `moment`, so that strangers do not fill the catalogue.
  void forget_failed_sign_ins(Transaction& transaction, Moment moment);

 private:
  Database& database_;
};

}  // namespace fonds

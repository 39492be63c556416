/// ArchivePeople: accounts of the archive: who may come in, by password and second factor or by a
/// token, and as whom.
///
/// Whoever's role sees no papers may not let others see them: accounts of roles that do are made
/// and changed by those who see all themselves. A sign-in that fails says nothing of why. Threads:
/// one per Archive. Faults: denied (also: who signs in is not who they say), not_found, usage, busy
/// (locked), and those of the catalogue.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/password.h"
#include "access/secret.h"
#include "archive/archive.h"
#include "model/actor.h"
#include "model/user.h"

namespace fonds {

class ArchivePeople {
 public:
  explicit ArchivePeople(Archive& archive, PasswordCost cost = {})
      : archive_(archive), cost_(cost) {}

  /// Without a password nobody can sign in to it; tokens and --as work.
  User add(const Actor& actor, const User& user);
  struct Changes {
    std::optional<std::string> name;
    std::optional<Role> role;
    std::optional<std::vector<std::string>> collectives;  ///< in place of those there were
  };
  User change(const Actor& actor, std::string_view login, const Changes& changes);
  std::vector<User> list(const Actor& actor);
  User disable(const Actor& actor, std::string_view login);
  User enable(const Actor& actor, std::string_view login);

  /// Whether there is any account, disabled ones too.
  bool has_accounts();

  /// Somebody else's choice: the user must choose anew after signing in. Forgets failed sign-ins.
  void set_password(const Actor& actor, std::string_view login, std::string_view password);
  /// Switches the second factor off: the telephone was lost.
  void forget_second_factor(const Actor& actor, std::string_view login);
  /// Own ones, as whoever signed in.
  void change_password(const Actor& actor, std::string_view old_password,
                       std::string_view new_password);
  /// A new secret, to be confirmed by a code of it; the address is what a telephone photographs.
  Secret begin_second_factor(const Actor& actor);
  void confirm_second_factor(const Actor& actor, std::string_view code);

  struct SignedIn {
    Actor actor;
    bool must_change_password = false;  ///< somebody else chose it: let them do nothing else first
  };
  /// The first account of the archive, with the password its user chose; the caller has made sure
  /// that it is whoever set the archive up. Fault denied: there is an account already.
  SignedIn add_first(const User& user, std::string_view password);
  /// `code`: of the second factor, where it is on.
  SignedIn sign_in(std::string_view login, std::string_view password, std::string_view code);
  /// As the user whose token it is, within its scope.
  Actor by_token(std::string_view token);
  /// The local command line in the role of a user. Whoever runs it can read the archive's files, so
  /// no password is asked for; the journal shows by what way.
  Actor acting_as(const Actor& actor, std::string_view login);

  struct NewToken {
    ApiToken token;
    Secret text;  ///< shown once, kept nowhere
  };
  NewToken add_token(const Actor& actor, std::string_view login, std::string_view label,
                     const std::vector<std::string>& scope, Moment expires_at);
  std::vector<ApiToken> tokens(const Actor& actor, std::string_view login);
  void revoke_token(const Actor& actor, TokenId id);

 private:
  User existing(std::string_view login);
  User manageable(const Actor& actor, std::string_view login);
  UserId record_new(Transaction& transaction, const Actor& actor, const User& user);
  void require_may_grant(const Actor& actor, Role role) const;
  User checked(const Actor& actor);
  void journal(Transaction& transaction, const Actor& actor, std::string_view event, UserId user,
               std::string_view details = "{}");
  void check_password(std::string_view password, std::string_view login) const;
  bool proves(const std::optional<User>& user, std::string_view password, std::string_view code);
  void expect_unlocked(std::string_view login);
  /// Counts a proof that failed.
  void note_failure(std::string_view login, const std::optional<User>& user);

  const Passwords& passwords();

  Archive& archive_;
  PasswordCost cost_;
  std::optional<Passwords> passwords_;  ///< made when first needed: that costs as much as a guess
};

}  // namespace fonds

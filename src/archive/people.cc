#include "archive/people.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "access/lockout.h"
#include "access/password_rule.h"
#include "access/policy.h"
#include "access/token.h"
#include "access/totp.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "catalogue/journal.h"
#include "catalogue/sessions.h"
#include "catalogue/users.h"

namespace fonds {
namespace {

using Json = nlohmann::ordered_json;

/// One answer whatever was wrong, so that nobody learns which logins there are.
Error not_proved() {
  return {Fault::denied, tr("the login, the password or the code is wrong"),
          tr("try again, or ask whoever manages the accounts")};
}

Error token_refused() {
  return {Fault::denied, tr("the token opens nothing: it is unknown, expired or revoked"),
          tr("make a new one with `fonds user token add`")};
}

void expect_login(const std::string& login) {
  if (is_login(login) && !is_reserved_login(login)) return;
  throw Error(Fault::usage, say(tr("'{}' can be no login"), printable(login)),
              tr("use 2 to 32 of a-z, 0-9, full stop, - and _, a letter first; not a person's "
                 "name: it stays in the journal for ever"));
}

}  // namespace

const Passwords& ArchivePeople::passwords() {
  if (!passwords_) passwords_.emplace(cost_);
  return *passwords_;
}

User ArchivePeople::existing(std::string_view login) {
  if (auto user = Users(archive_.catalogue()).find(login)) return std::move(*user);
  throw Error(Fault::not_found, say(tr("there is no user {}"), printable(login)),
              tr("`fonds user list` shows them"));
}

/// Whoever sees no papers must not come to see them by way of somebody else's account.
void ArchivePeople::require_may_grant(const Actor& actor, Role role) const {
  const Policy& policy = archive_.policy();
  if (policy.sight(role) == Sight::nothing || policy.sight(actor.role) == Sight::all) return;
  throw Error(Fault::denied,
              say(tr("'{}' ({}) sees no papers and can give nobody an account that does"),
                  actor.login, policy.title(actor.role)),
              tr("ask the archivist"));
}

User ArchivePeople::manageable(const Actor& actor, std::string_view login) {
  archive_.policy().require(actor, Operation::manage_users);
  User user = existing(login);
  require_may_grant(actor, user.role);
  return user;
}

void ArchivePeople::journal(Transaction& transaction, const Actor& actor, std::string_view event,
                            UserId user, std::string_view details) {
  Journal(archive_.catalogue())
      .append(transaction, actor, event, fmt::format("user/{}", user.value), details);
}

/// The journal is locked: nobody makes the same at once.
UserId ArchivePeople::record_new(Transaction& transaction, const Actor& actor, const User& user) {
  const UserId id = Users(archive_.catalogue()).add(transaction, user);
  journal(transaction, actor, "user.added", id,
          Json{{"login", user.login}, {"role", name_of(user.role)}}.dump());
  return id;
}

User ArchivePeople::add(const Actor& actor, const User& wanted) {
  archive_.policy().require(actor, Operation::manage_users);
  require_may_grant(actor, wanted.role);
  expect_login(wanted.login);
  Transaction transaction(archive_.catalogue());
  Journal(archive_.catalogue()).lock(transaction);
  if (Users(archive_.catalogue()).find(wanted.login)) {
    throw Error(Fault::usage, say(tr("there is a user {} already"), wanted.login),
                tr("choose another login; it is never given twice"));
  }
  record_new(transaction, actor, wanted);
  transaction.commit();
  return existing(wanted.login);
}

bool ArchivePeople::has_accounts() { return !Users(archive_.catalogue()).list().empty(); }

ArchivePeople::SignedIn ArchivePeople::add_first(const User& user, std::string_view password) {
  expect_login(user.login);
  check_password(password, user.login);
  const std::string hash = passwords().hash(password);  // takes long: before the transaction
  const Actor actor{user.login, user.role};
  Transaction transaction(archive_.catalogue());
  Journal(archive_.catalogue()).lock(transaction);
  if (has_accounts()) {
    throw Error(Fault::denied, tr("this archive has accounts already"), tr("sign in with yours"));
  }
  const UserId id = record_new(transaction, actor, user);
  Users(archive_.catalogue()).set_password(transaction, id, hash, false);
  journal(transaction, actor, "user.signed_in", id);
  transaction.commit();
  return {actor, false};
}

User ArchivePeople::change(const Actor& actor, std::string_view login, const Changes& changes) {
  User user = manageable(actor, login);
  Json fields = Json::array();
  if (changes.name) fields.push_back("name");
  if (changes.collectives) fields.push_back("collectives");
  if (changes.role) {
    require_may_grant(actor, *changes.role);
    fields.push_back("role");
  }
  Json details{{"fields", std::move(fields)}};
  if (changes.role) details["role"] = name_of(*changes.role);
  user.name = changes.name.value_or(user.name);
  user.role = changes.role.value_or(user.role);
  Users users(archive_.catalogue());
  Transaction transaction(archive_.catalogue());
  journal(transaction, actor, "user.changed", user.id, details.dump());
  users.replace(transaction, user);
  if (changes.collectives) users.set_collectives(transaction, user.id, *changes.collectives);
  transaction.commit();
  return existing(login);
}

std::vector<User> ArchivePeople::list(const Actor& actor) {
  archive_.policy().require(actor, Operation::manage_users);
  return Users(archive_.catalogue()).list();
}

User ArchivePeople::disable(const Actor& actor, std::string_view login) {
  // Taking rights away needs no right to give them.
  archive_.policy().require(actor, Operation::manage_users);
  const User user = existing(login);
  Transaction transaction(archive_.catalogue());
  journal(transaction, actor, "user.disabled", user.id);
  Users(archive_.catalogue()).disable(transaction, user.id);
  Sessions(archive_.catalogue()).remove_of(transaction, user.id);
  transaction.commit();
  return existing(login);
}

User ArchivePeople::enable(const Actor& actor, std::string_view login) {
  const User user = manageable(actor, login);
  Transaction transaction(archive_.catalogue());
  journal(transaction, actor, "user.enabled", user.id);
  Users(archive_.catalogue()).enable(transaction, user.id);
  transaction.commit();
  return existing(login);
}

void ArchivePeople::check_password(std::string_view password, std::string_view login) const {
  const std::string problem = PasswordRule::shipped().problem(password, login);
  if (!problem.empty()) throw Error(Fault::usage, tr("the password is too weak"), problem);
}

void ArchivePeople::set_password(const Actor& actor, std::string_view login,
                                 std::string_view password) {
  const User user = manageable(actor, login);
  check_password(password, user.login);
  const std::string hash = passwords().hash(password);  // takes long: before the transaction
  Users users(archive_.catalogue());
  Transaction transaction(archive_.catalogue());
  journal(transaction, actor, "user.password_set", user.id);
  users.set_password(transaction, user.id, hash, true);
  Sessions(archive_.catalogue()).remove_of(transaction, user.id);
  users.set_failed_sign_ins(transaction, user.login, {});
  transaction.commit();
}

void ArchivePeople::forget_second_factor(const Actor& actor, std::string_view login) {
  const User user = manageable(actor, login);
  Transaction transaction(archive_.catalogue());
  journal(transaction, actor, "user.second_factor_off", user.id);
  Users(archive_.catalogue()).set_second_factor(transaction, user.id, {});
  transaction.commit();
}

/// The account behind an actor who signed in.
User ArchivePeople::checked(const Actor& actor) {
  auto user = Users(archive_.catalogue()).find(actor.login);
  if (user && !user->disabled_at) return std::move(*user);
  throw Error(Fault::denied, say(tr("'{}' is no account that can be changed so"), actor.login),
              tr("sign in with an account"));
}

void ArchivePeople::change_password(const Actor& actor, std::string_view old_password,
                                    std::string_view new_password) {
  const User user = checked(actor);
  Users users(archive_.catalogue());
  expect_unlocked(user.login);
  if (!passwords().verify(users.password_hash(user.id), old_password)) {
    note_failure(user.login, user);
    throw not_proved();
  }
  check_password(new_password, user.login);
  if (old_password == new_password) {
    throw Error(Fault::usage, tr("the new password is the old one"), tr("choose another"));
  }
  const std::string hash = passwords().hash(new_password);
  Transaction transaction(archive_.catalogue());
  journal(transaction, actor, "user.password_changed", user.id);
  users.set_password(transaction, user.id, hash, false);
  transaction.commit();
}

Secret ArchivePeople::begin_second_factor(const Actor& actor) {
  const User user = checked(actor);
  if (user.second_factor) {
    throw Error(Fault::usage, tr("the second factor is on already"),
                tr("whoever manages the accounts can switch it off"));
  }
  const Secret secret = new_totp_secret();
  Transaction transaction(archive_.catalogue());
  journal(transaction, actor, "user.second_factor_begun", user.id);
  Users(archive_.catalogue())
      .set_second_factor(transaction, user.id, {std::string(secret.view()), false, -1});
  transaction.commit();
  return totp_uri(secret.view(), user.login, "Fonds");
}

void ArchivePeople::confirm_second_factor(const Actor& actor, std::string_view code) {
  const User user = checked(actor);
  Users users(archive_.catalogue());
  SecondFactor factor = users.second_factor(user.id);
  const auto step = factor.secret.empty()
                        ? std::nullopt
                        : totp_step(factor.secret, code, archive_.clock().now(), factor.last_step);
  if (!step) {
    throw Error(Fault::denied, tr("the code is wrong"),
                tr("type the six figures the telephone shows now"));
  }
  factor.on = true;
  factor.last_step = *step;
  Transaction transaction(archive_.catalogue());
  journal(transaction, actor, "user.second_factor_on", user.id);
  users.set_second_factor(transaction, user.id, factor);
  transaction.commit();
}

/// Every "no" takes the work of a password, whoever it is about.
bool ArchivePeople::proves(const std::optional<User>& user, std::string_view password,
                           std::string_view code) {
  Users users(archive_.catalogue());
  const std::string hash = user ? users.password_hash(user->id) : std::string();
  if (!passwords().verify(hash, password) || !user || user->disabled_at) return false;
  if (!user->second_factor) return true;
  const SecondFactor factor = users.second_factor(user->id);
  const auto step = totp_step(factor.secret, code, archive_.clock().now(), factor.last_step);
  if (!step) return false;
  Transaction transaction(archive_.catalogue());
  const bool unused = users.use_step(transaction, user->id, *step);
  transaction.commit();
  return unused;
}

void ArchivePeople::expect_unlocked(std::string_view login) {
  const FailedSignIns failed = Users(archive_.catalogue()).failed_sign_ins(login);
  if (const auto until = locked_until(failed, archive_.clock().now())) {
    throw Error(Fault::busy, tr("too many sign-ins have failed"),
                say(tr("try again after {}"), to_text(*until)));
  }
}

void ArchivePeople::note_failure(std::string_view login, const std::optional<User>& user) {
  constexpr std::chrono::days kRemembered{7};  // longer than any lock
  const Moment now = archive_.clock().now();
  Users users(archive_.catalogue());
  Transaction transaction(archive_.catalogue());
  // The login as typed may be anything, a password too: it is not written down.
  Journal(archive_.catalogue())
      .append(transaction, {"system", Role::auditor}, "user.sign_in_failed",
              user ? fmt::format("user/{}", user->id.value) : "user/unknown");
  users.set_failed_sign_ins(transaction, login, after_failure(users.failed_sign_ins(login), now));
  users.forget_failed_sign_ins(transaction, now - kRemembered);
  transaction.commit();
}

ArchivePeople::SignedIn ArchivePeople::sign_in(std::string_view login, std::string_view password,
                                               std::string_view code) {
  Users users(archive_.catalogue());
  expect_unlocked(login);
  const auto user = users.find(login);
  if (!proves(user, password, code)) {
    note_failure(login, user);
    throw not_proved();
  }
  Transaction transaction(archive_.catalogue());
  const Actor actor{user->login, user->role};
  journal(transaction, actor, "user.signed_in", user->id);
  users.set_failed_sign_ins(transaction, login, {});
  if (passwords().needs_rehash(users.password_hash(user->id))) {
    users.replace_password_hash(transaction, user->id, passwords().hash(password));
  }
  transaction.commit();
  return {actor, user->must_change_password};
}

Actor ArchivePeople::by_token(std::string_view text) {
  Users users(archive_.catalogue());
  const auto token = is_token(text) ? users.find_token(token_hash(text)) : std::nullopt;
  if (!token || !is_live(*token, archive_.clock().now())) throw token_refused();
  const auto user = users.find(token->user);
  if (!user || user->disabled_at) throw token_refused();
  Transaction transaction(archive_.catalogue());
  users.touch_token(transaction, token->id);
  transaction.commit();
  Actor actor{user->login, user->role};
  actor.scope = token->scope;
  actor.via = fmt::format("token:{}", token->id.value);
  return actor;
}

Actor ArchivePeople::acting_as(const Actor& actor, std::string_view login) {
  const User user = existing(login);
  if (user.disabled_at) {
    throw Error(Fault::denied, say(tr("the account {} is disabled"), user.login),
                say(tr("`fonds user enable {}` opens it again"), user.login));
  }
  Actor acting{user.login, user.role};
  acting.purpose = actor.purpose;
  acting.via = actor.login;
  return acting;
}

ArchivePeople::NewToken ArchivePeople::add_token(const Actor& actor, std::string_view login,
                                                 std::string_view label,
                                                 const std::vector<std::string>& scope,
                                                 Moment expires_at) {
  const User user = manageable(actor, login);
  for (const std::string& each : scope) {
    const auto operation = operation_from(each);
    if (operation && archive_.policy().may(user.role, *operation)) continue;
    throw Error(Fault::usage, say(tr("'{}' is nothing {} may do"), printable(each), user.login),
                tr("config/roles.toml lists what a role may do"));
  }
  if (expires_at <= archive_.clock().now()) {
    throw Error(Fault::usage, tr("a token must end in the future"), tr("name a later day"));
  }
  NewToken made{{}, new_token()};
  made.token.user = user.id;
  made.token.label = normalise(to_valid_utf8(label));
  made.token.scope = scope;
  made.token.expires_at = expires_at;
  Users users(archive_.catalogue());
  Transaction transaction(archive_.catalogue());
  Journal(archive_.catalogue()).lock(transaction);
  made.token.id = users.add_token(transaction, made.token, token_hash(made.text.view()));
  journal(transaction, actor, "user.token_added", user.id,
          Json{{"token", made.token.id.value}, {"scope", scope}}.dump());
  transaction.commit();
  made.token = users.find_token(made.token.id).value();
  return made;
}

std::vector<ApiToken> ArchivePeople::tokens(const Actor& actor, std::string_view login) {
  archive_.policy().require(actor, Operation::manage_users);
  return Users(archive_.catalogue()).tokens(existing(login).id);
}

void ArchivePeople::revoke_token(const Actor& actor, TokenId id) {
  archive_.policy().require(actor, Operation::manage_users);
  Users users(archive_.catalogue());
  const auto token = users.find_token(id);
  if (!token) {
    throw Error(Fault::not_found, say(tr("there is no token {}"), id.value),
                tr("`fonds user token list` shows them"));
  }
  Transaction transaction(archive_.catalogue());
  journal(transaction, actor, "user.token_revoked", token->user, Json{{"token", id.value}}.dump());
  users.revoke_token(transaction, id);
  transaction.commit();
}

}  // namespace fonds

#include "catalogue/users.h"

#include <map>
#include <sstream>
#include <tuple>
#include <utility>

#include "base/digest.h"
#include "base/error.h"
#include "base/messages.h"
#include "catalogue/sql.h"

namespace fonds {
namespace {

std::string moment_text(const std::optional<Moment>& moment) {
  return moment ? to_text(*moment) : std::string();
}

std::optional<Moment> moment_from(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(moment_from_text(text));
}

Role role_of(const std::string& name) {
  if (const auto role = role_from(name)) return *role;
  throw Error(Fault::corrupt, tr("the catalogue holds a role that is none"));
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

void expect_one(long long changed) {
  if (changed != 1) throw Error(Fault::bug, "an account that is not there was changed");
}

/// The users that `condition` (on users) chooses, in order of logins.
template <class... Arguments>
std::vector<User> load(Database& database, const std::string& condition,
                       const Arguments&... arguments) {
  const Snapshot snapshot(database);
  std::vector<User> found;
  std::map<long long, std::size_t> place_of;
  User user;
  long long id = 0;
  std::string role;
  std::string disabled_at;
  std::string created_at;
  int must_change = 0;
  int totp_on = 0;
  each_row(
      database,
      "SELECT id, login, name, role, created_at, disabled_at, must_change_password, totp_on "
      "FROM users WHERE " +
          condition + " ORDER BY login",
      std::tie(id, user.login, user.name, role, created_at, disabled_at, must_change, totp_on),
      [&] {
        user.id = {id};
        user.role = role_of(role);
        user.created_at = moment_from_text(created_at);
        user.disabled_at = moment_from(disabled_at);
        user.must_change_password = must_change != 0;
        user.second_factor = totp_on != 0;
        place_of.emplace(id, found.size());
        found.push_back(user);
      },
      arguments...);
  std::string collective;
  each_row(
      database,
      "SELECT user_id, collective FROM user_collectives WHERE user_id IN (SELECT id FROM users "
      "WHERE " +
          condition + ") ORDER BY user_id, position",
      std::tie(id, collective),
      [&] { found.at(place_of.at(id)).collectives.push_back(collective); }, arguments...);
  return found;
}

template <class... Arguments>
std::vector<ApiToken> load_tokens(Database& database, const std::string& condition,
                                  const Arguments&... arguments) {
  std::vector<ApiToken> found;
  ApiToken token;
  long long id = 0;
  long long user = 0;
  std::string scope;
  std::string created_at;
  std::string expires_at;
  std::string revoked_at;
  std::string last_used_at;
  each_row(
      database,
      "SELECT id, user_id, label, scope, created_at, expires_at, revoked_at, last_used_at "
      "FROM user_tokens WHERE " +
          condition + " ORDER BY id",
      std::tie(id, user, token.label, scope, created_at, expires_at, revoked_at, last_used_at),
      [&] {
        token.id = {id};
        token.user = {user};
        token.scope = words_of(scope);
        token.created_at = moment_from_text(created_at);
        token.expires_at = moment_from_text(expires_at);
        token.revoked_at = moment_from(revoked_at);
        token.last_used_at = moment_from(last_used_at);
        found.push_back(token);
      },
      arguments...);
  return found;
}

template <class Value>
std::optional<Value> only(std::vector<Value>&& found) {
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

}  // namespace

UserId Users::add(Transaction& transaction, const User& user) {
  const UserId id{next_number(transaction, "user")};
  change(database_,
         "INSERT INTO users (id, login, name, role, created_at, disabled_at, "
         "must_change_password, password_hash, password_set_at, totp_secret, totp_on, "
         "totp_last_step) VALUES (:id, :login, :name, :role, :created_at, '', "
         ":must_change_password, '', '', '', 0, -1)",
         id.value, user.login, user.name, name_of(user.role), to_text(database_.clock().now()),
         user.must_change_password ? 1 : 0);
  set_collectives(transaction, id, user.collectives);
  return id;
}

void Users::replace(Transaction&, const User& user) {
  expect_one(change(database_, "UPDATE users SET name = :name, role = :role WHERE id = :id",
                    user.name, name_of(user.role), user.id.value));
}

void Users::set_collectives(Transaction&, UserId id, const std::vector<std::string>& collectives) {
  change(database_, "DELETE FROM user_collectives WHERE user_id = :user_id", id.value);
  int position = 0;
  for (const std::string& each : collectives) {
    change(database_,
           "INSERT INTO user_collectives (user_id, position, collective) "
           "VALUES (:user_id, :position, :collective)",
           id.value, ++position, each);
  }
}

void Users::disable(Transaction&, UserId id) {
  expect_one(change(database_,
                    "UPDATE users SET disabled_at = CASE WHEN disabled_at = '' THEN :now "
                    "ELSE disabled_at END WHERE id = :id",
                    to_text(database_.clock().now()), id.value));
}

void Users::enable(Transaction&, UserId id) {
  expect_one(change(database_, "UPDATE users SET disabled_at = '' WHERE id = :id", id.value));
}

std::optional<User> Users::find(UserId id) { return only(load(database_, "id = :id", id.value)); }

std::optional<User> Users::find(std::string_view login) {
  return only(load(database_, "login = :login", login));
}

std::vector<User> Users::list() { return load(database_, "1 = 1"); }

std::string Users::password_hash(UserId id) {
  std::string hash;
  each_row(
      database_, "SELECT password_hash FROM users WHERE id = :id", std::tie(hash), [] {}, id.value);
  return hash;
}

std::optional<Moment> Users::password_set_at(UserId id) {
  std::string moment;
  each_row(
      database_, "SELECT password_set_at FROM users WHERE id = :id", std::tie(moment), [] {},
      id.value);
  return moment_from(moment);
}

void Users::set_password(Transaction&, UserId id, std::string_view hash, bool must_change) {
  expect_one(change(database_,
                    "UPDATE users SET password_hash = :hash, password_set_at = :now, "
                    "must_change_password = :must_change WHERE id = :id",
                    hash, to_text(database_.clock().now()), must_change ? 1 : 0, id.value));
}

void Users::replace_password_hash(Transaction&, UserId id, std::string_view hash) {
  expect_one(
      change(database_, "UPDATE users SET password_hash = :hash WHERE id = :id", hash, id.value));
}

SecondFactor Users::second_factor(UserId id) {
  SecondFactor factor;
  std::string secret;
  int on = 0;
  long long last_step = 0;
  each_row(
      database_, "SELECT totp_secret, totp_on, totp_last_step FROM users WHERE id = :id",
      std::tie(secret, on, last_step),
      [&] {
        factor = {secret, on != 0, last_step};
      },
      id.value);
  return factor;
}

void Users::set_second_factor(Transaction&, UserId id, const SecondFactor& factor) {
  expect_one(change(database_,
                    "UPDATE users SET totp_secret = :secret, totp_on = :is_on, "
                    "totp_last_step = :last_step WHERE id = :id",
                    factor.secret, factor.on ? 1 : 0, factor.last_step, id.value));
}

bool Users::use_step(Transaction&, UserId id, std::int64_t step) {
  return change(database_,
                "UPDATE users SET totp_last_step = :step WHERE id = :id AND totp_last_step < "
                ":same_step",
                step, id.value, step) == 1;
}

TokenId Users::add_token(Transaction& transaction, const ApiToken& token, std::string_view hash) {
  const TokenId id{next_number(transaction, "user-token")};
  change(database_,
         "INSERT INTO user_tokens (id, user_id, label, token_hash, scope, created_at, expires_at, "
         "revoked_at, last_used_at) VALUES (:id, :user_id, :label, :token_hash, :scope, "
         ":created_at, :expires_at, '', '')",
         id.value, token.user.value, token.label, hash, joined(token.scope),
         to_text(database_.clock().now()), to_text(token.expires_at));
  return id;
}

std::optional<ApiToken> Users::find_token(std::string_view hash) {
  return only(load_tokens(database_, "token_hash = :token_hash", hash));
}

std::optional<ApiToken> Users::find_token(TokenId id) {
  return only(load_tokens(database_, "id = :id", id.value));
}

std::vector<ApiToken> Users::tokens(UserId id) {
  return load_tokens(database_, "user_id = :user_id", id.value);
}

void Users::revoke_token(Transaction&, TokenId id) {
  expect_one(change(database_,
                    "UPDATE user_tokens SET revoked_at = CASE WHEN revoked_at = '' THEN :now "
                    "ELSE revoked_at END WHERE id = :id",
                    to_text(database_.clock().now()), id.value));
}

void Users::touch_token(Transaction&, TokenId id) {
  expect_one(change(database_, "UPDATE user_tokens SET last_used_at = :now WHERE id = :id",
                    to_text(database_.clock().now()), id.value));
}

FailedSignIns Users::failed_sign_ins(std::string_view login) {
  FailedSignIns state;
  std::string first;
  std::string last;
  std::string until;
  each_row(
      database_,
      "SELECT failures, first_at, last_at, locked_until FROM failed_sign_ins "
      "WHERE login_hash = :login_hash",
      std::tie(state.count, first, last, until), [] {}, sha256(login));
  state.first = moment_from(first);
  state.last = moment_from(last);
  state.locked_until = moment_from(until);
  return state;
}

void Users::set_failed_sign_ins(Transaction&, std::string_view login, const FailedSignIns& state) {
  change(database_, "DELETE FROM failed_sign_ins WHERE login_hash = :login_hash", sha256(login));
  if (state.count == 0) return;
  change(database_,
         "INSERT INTO failed_sign_ins (login_hash, failures, first_at, last_at, locked_until) "
         "VALUES (:login_hash, :failures, :first_at, :last_at, :locked_until)",
         sha256(login), state.count, moment_text(state.first), moment_text(state.last),
         moment_text(state.locked_until));
}

void Users::forget_failed_sign_ins(Transaction&, Moment moment) {
  change(database_, "DELETE FROM failed_sign_ins WHERE last_at < :moment", to_text(moment));
}

}  // namespace fonds

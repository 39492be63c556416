#include "archive/field_input.h"
#include "archive/people.h"
#include "base/messages.h"
#include "base/text.h"
#include "cli/commands/commands.h"
#include "cli/typed_secret.h"
#include "cli/verb.h"
#include "model/spoken_date.h"
#include "web/api/midnight.h"
#include "web/api/people_records.h"

namespace fonds {
namespace {

struct UserCall {
  std::string login;
  std::string role;
  std::optional<std::string> name;
  std::vector<std::string> collectives;
  std::string label;
  std::string expires;
  std::vector<std::string> scope;
  std::int64_t token = 0;
};
using Verb = DefinedVerb<UserCall>;

Role role_meant(const std::string& typed) {
  if (const auto role = role_from(typed)) return *role;
  throw Error(Fault::usage, say(tr("“{}” is no role"), printable(typed)),
              tr("the roles are clerk, teacher, methodist, archivist, director, auditor, "
                 "administrator"));
}

void print_user(const Session& session, const Archive& archive, const User& user) {
  if (session.json) return print(record_of(user));
  std::string line = fmt::format("{:<16} {}", user.login, archive.policy().title(user.role));
  if (!user.name.empty()) line += "  " + printable(user.name);
  for (const std::string& each : user.collectives) line += fmt::format("  «{}»", printable(each));
  if (user.disabled_at) line += fmt::format("  {}", tr("disabled"));
  print(line);
}

int add(Session& session, const UserCall& call) {
  Archive archive = session.open_archive();
  User user;
  user.login = call.login;
  user.role = role_meant(call.role);
  user.name = call.name.value_or("");
  user.collectives = call.collectives;
  print_user(session, archive, ArchivePeople(archive).add(session.actor, user));
  return kExitDone;
}

int set(Session& session, const UserCall& call) {
  Archive archive = session.open_archive();
  ArchivePeople::Changes changes;
  changes.name = call.name;
  if (!call.role.empty()) changes.role = role_meant(call.role);
  if (!call.collectives.empty()) {
    changes.collectives = call.collectives;
    std::erase(*changes.collectives, std::string());  // --collective "" takes all away
  }
  print_user(session, archive, ArchivePeople(archive).change(session.actor, call.login, changes));
  return kExitDone;
}

int list(Session& session, const UserCall& /*call*/) {
  Archive archive = session.open_archive();
  const std::vector<User> users = ArchivePeople(archive).list(session.actor);
  for (const User& each : users) print_user(session, archive, each);
  if (users.empty()) {
    tell(session, tr("There are no accounts: the command line acts as the archivist."));
  }
  return kExitDone;
}

int disable(Session& session, const UserCall& call) {
  Archive archive = session.open_archive();
  print_user(session, archive, ArchivePeople(archive).disable(session.actor, call.login));
  return kExitDone;
}

int enable(Session& session, const UserCall& call) {
  Archive archive = session.open_archive();
  print_user(session, archive, ArchivePeople(archive).enable(session.actor, call.login));
  return kExitDone;
}

int password(Session& session, const UserCall& call) {
  Archive archive = session.open_archive();
  const Secret typed = typed_secret(tr("new password"));
  ArchivePeople(archive).set_password(session.actor, call.login, typed.view());
  tell(session, tr("The password is set; the user must choose another after signing in."));
  return kExitDone;
}

int reset(Session& session, const UserCall& call) {
  Archive archive = session.open_archive();
  ArchivePeople(archive).forget_second_factor(session.actor, call.login);
  tell(session, tr("The second factor is off."));
  return kExitDone;
}

void print_token(const Session& session, const ApiToken& token, std::string_view text) {
  if (session.json) {
    Json record = record_of(token);
    if (!text.empty()) record["text"] = text;
    return print(record);
  }
  std::string line = fmt::format("{:>4}  {}  {}", token.id.value, to_text(token.expires_at),
                                 printable(token.label));
  if (!token.scope.empty()) line += fmt::format("  ({})", fmt::join(token.scope, ", "));
  if (token.revoked_at) line += fmt::format("  {}", tr("revoked"));
  print(line);
  if (!text.empty()) print(std::string(text));
}

int add_token(Session& session, const UserCall& call) {
  Archive archive = session.open_archive();
  const auto made = ArchivePeople(archive).add_token(
      session.actor, call.login, call.label, call.scope, midnight(day_typed(call.expires), 1));
  print_token(session, made.token, made.text.view());
  tell(session, tr("Keep the token now: it is shown this once."));
  return kExitDone;
}

int list_tokens(Session& session, const UserCall& call) {
  Archive archive = session.open_archive();
  for (const ApiToken& each : ArchivePeople(archive).tokens(session.actor, call.login)) {
    print_token(session, each, {});
  }
  return kExitDone;
}

int revoke_token(Session& session, const UserCall& call) {
  Archive archive = session.open_archive();
  ArchivePeople(archive).revoke_token(session.actor, {call.token});
  tell(session, tr("The token opens nothing any more."));
  return kExitDone;
}

void add_login(const Verb& verb) { verb.app->add_option("LOGIN", verb.call->login)->required(); }

}  // namespace

void define_user(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("user");
  command->require_subcommand(1);
  define_verb(*command, session, "list", list);
  const Verb added = define_verb(*command, session, "add", add);
  const Verb changed = define_verb(*command, session, "set", set);
  for (const Verb& verb : {added, changed}) {
    add_login(verb);
    verb.app->add_option("--name", verb.call->name);
    verb.app->add_option("--collective", verb.call->collectives);
    auto* const role = verb.app->add_option("--role", verb.call->role);
    if (verb.app == added.app) role->required();
  }
  add_login(define_verb(*command, session, "disable", disable));
  add_login(define_verb(*command, session, "enable", enable));
  add_login(define_verb(*command, session, "password", password));
  add_login(define_verb(*command, session, "reset", reset));

  CLI::App* token = command->add_subcommand("token");
  token->require_subcommand(1);
  const Verb made = define_verb(*token, session, "add", add_token);
  add_login(made);
  made.app->add_option("--label", made.call->label)->required();
  made.app->add_option("--expires", made.call->expires)->required();
  made.app->add_option("--scope", made.call->scope);
  add_login(define_verb(*token, session, "list", list_tokens));
  const Verb revoked = define_verb(*token, session, "revoke", revoke_token);
  revoked.app->add_option("NUMBER", revoked.call->token)->required();
}

}  // namespace fonds

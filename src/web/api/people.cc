// Accounts and their tokens. As in the desk, nobody takes their own rights away.
#include "archive/people.h"

#include <algorithm>

#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "web/api/api_routes.h"
#include "web/api/asked.h"
#include "web/api/items.h"
#include "web/api/midnight.h"
#include "web/api/people_records.h"
#include "web/pages/people_pages.h"

namespace fonds {
namespace {

Role role_said(const Asked& asked) {
  const std::string said = asked.needed_text("role");
  if (const auto role = role_from(said)) return *role;
  throw Error(Fault::usage, say(tr("“{}” is no role"), said),
              tr("the roles are clerk, teacher, methodist, archivist, director, auditor, "
                 "administrator"));
}

std::vector<std::string> collectives_said(const Asked& asked) {
  std::vector<std::string> titles = asked.texts("collectives");
  std::erase(titles, std::string());
  return titles;
}

User of_somebody_else(Visit& visit) {
  User user = named_user(visit);
  if (user.login == visit.actor().login) throw own_account();
  return user;
}

Response list(Visit& visit) {
  const Asked asked(visit.request, {"offset", "limit"});
  return Items(asked).all(ArchivePeople(visit.archive()).list(visit.actor())).answer();
}

Response add(Visit& visit) {
  const Asked asked(visit.request, {"login", "role", "name", "collectives"});
  User user;
  user.login = asked.needed_text("login");
  user.role = role_said(asked);
  user.name = asked.text("name");
  user.collectives = collectives_said(asked);
  return json_answer(record_of(ArchivePeople(visit.archive()).add(visit.actor(), user)), 201);
}

Response show(Visit& visit) {
  const Asked nothing(visit.request, {});
  return json_answer(record_of(named_user(visit)));
}

Response change(Visit& visit) {
  const Asked asked(visit.request, {"role", "name", "collectives"});
  ArchivePeople::Changes changes;
  changes.name = asked.text_if_said("name");
  if (asked.has("role")) changes.role = role_said(asked);
  if (asked.has("collectives")) changes.collectives = collectives_said(asked);
  const User user = changes.role ? of_somebody_else(visit) : named_user(visit);
  return json_answer(
      record_of(ArchivePeople(visit.archive()).change(visit.actor(), user.login, changes)));
}

Response disable(Visit& visit) {
  const Asked nothing(visit.request, {});
  const User user = of_somebody_else(visit);
  return json_answer(record_of(ArchivePeople(visit.archive()).disable(visit.actor(), user.login)));
}

Response enable(Visit& visit) {
  const Asked nothing(visit.request, {});
  const User user = named_user(visit);
  return json_answer(record_of(ArchivePeople(visit.archive()).enable(visit.actor(), user.login)));
}

Response set_password(Visit& visit) {
  const Asked asked(visit.request, {"password"});
  (void)asked.needed_text("password");
  // As it was sent: Asked squeezes the blanks of a text, and those of a password count.
  const Secret password(
      Json::parse(visit.request.body).at("password").get_ref<const std::string&>());
  const User user = named_user(visit);
  ArchivePeople(visit.archive()).set_password(visit.actor(), user.login, password.view());
  return json_answer({{"done", true}});
}

Response forget_second_factor(Visit& visit) {
  const Asked nothing(visit.request, {});
  const User user = named_user(visit);
  ArchivePeople(visit.archive()).forget_second_factor(visit.actor(), user.login);
  return json_answer({{"done", true}});
}

Response list_tokens(Visit& visit) {
  const Asked asked(visit.request, {"offset", "limit"});
  const User user = named_user(visit);
  return Items(asked)
      .all(ArchivePeople(visit.archive()).tokens(visit.actor(), user.login))
      .answer();
}

/// The token's text stands in this answer alone.
Response add_token(Visit& visit) {
  const Asked asked(visit.request, {"label", "expires", "scope"});
  const User user = named_user(visit);
  const auto made = ArchivePeople(visit.archive())
                        .add_token(visit.actor(), user.login, asked.needed_text("label"),
                                   asked.texts("scope"), midnight(asked.needed_day("expires"), 1));
  Json record = record_of(made.token);
  record["text"] = made.text.view();
  return json_answer(record, 201);
}

Response revoke_token(Visit& visit) {
  const Asked nothing(visit.request, {});
  const User user = named_user(visit);
  const std::int64_t id = number_in_path(visit.captured("token"));
  ArchivePeople people(visit.archive());
  const auto tokens = people.tokens(visit.actor(), user.login);
  if (std::none_of(tokens.begin(), tokens.end(),
                   [&](const ApiToken& each) { return each.id.value == id; })) {
    throw Error(Fault::not_found, say(tr("there is no token {}"), id),
                tr("`fonds user token list` shows them"));
  }
  people.revoke_token(visit.actor(), {id});
  return json_answer({{"done", true}});
}

}  // namespace

std::vector<Route> api_people_routes() {
  constexpr auto kIn = Door::signed_in;
  constexpr auto kManage = Operation::manage_users;
  return {
      {Method::get, "/api/v1/users", kIn, kManage, &list},
      {Method::post, "/api/v1/users", kIn, kManage, &add},
      {Method::get, "/api/v1/users/{login}", kIn, kManage, &show},
      {Method::put, "/api/v1/users/{login}", kIn, kManage, &change},
      {Method::post, "/api/v1/users/{login}/disable", kIn, kManage, &disable},
      {Method::post, "/api/v1/users/{login}/enable", kIn, kManage, &enable},
      {Method::put, "/api/v1/users/{login}/password", kIn, kManage, &set_password},
      {Method::del, "/api/v1/users/{login}/second-factor", kIn, kManage, &forget_second_factor},
      {Method::get, "/api/v1/users/{login}/tokens", kIn, kManage, &list_tokens},
      {Method::post, "/api/v1/users/{login}/tokens", kIn, kManage, &add_token},
      {Method::del, "/api/v1/users/{login}/tokens/{token}", kIn, kManage, &revoke_token},
  };
}

}  // namespace fonds

// Accounts: listed, made, changed, closed; passwords and second factors lost.
#include "archive/people.h"

#include <algorithm>

#include "archive/field_input.h"
#include "base/digest.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "web/fault_words.h"
#include "web/pages/people_pages.h"
#include "web/routes.h"

namespace fonds {
namespace {

constexpr std::size_t kGroup = 4;  ///< signs that are read out at once

std::string path_of(const std::string& login) { return "/people/" + percent_encoded(login); }

/// Told on the spot, used once: the user must choose another.
std::string one_time_password() {
  std::string password = random_hex(8);
  for (std::size_t at = kGroup; at < password.size(); at += kGroup + 1) password.insert(at, "-");
  return password;
}

Role role_chosen(std::string_view name) {
  if (const auto role = role_from(name)) return *role;
  throw Error(Fault::usage, say(tr("“{}” is no role"), printable(name)),
              tr("choose one of the list"));
}

/// One a line.
std::vector<std::string> collectives_typed(std::string_view text) {
  std::vector<std::string> titles;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string title = line_typed(text.substr(0, end));
    if (!title.empty()) titles.push_back(std::move(title));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return titles;
}

Json user_model(const Visit& visit, const User& user) {
  std::string titles;
  for (const std::string& each : user.collectives) {
    titles += (titles.empty() ? "" : "\n") + printable(each);
  }
  return {{"login", user.login},
          {"path", path_of(user.login)},
          {"name", printable(user.name)},
          {"role", visit.archive().policy().title(user.role)},
          {"collectives", titles},
          {"disabled", user.disabled_at.has_value()},
          {"second_factor", user.second_factor},
          {"must_change_password", user.must_change_password},
          {"own", user.login == visit.actor().login}};
}

Json roles_model(const Visit& visit, std::string_view chosen) {
  Json roles = Json::array();
  for (const Role role : kRoles) {
    roles.push_back({{"value", name_of(role)},
                     {"title", visit.archive().policy().title(role)},
                     {"chosen", name_of(role) == chosen}});
  }
  return roles;
}

Response list_page(Visit& visit, const std::string& problem) {
  const Request& request = visit.request;
  Json users = Json::array();
  for (const std::vector<User> all = ArchivePeople(visit.archive()).list(visit.actor());
       const User& each : all) {
    users.push_back(user_model(visit, each));
  }
  return page(visit, "people", tr("People"),
              {{"users", std::move(users)},
               {"roles", roles_model(visit, request.value("role"))},
               {"login", request.value("login")},
               {"name", request.value("name")},
               {"collectives", request.value("collectives")},
               {"problem", problem}},
              problem.empty() ? 200 : 400);
}

Response show_people(Visit& visit) { return list_page(visit, ""); }

Response password_told(Visit& visit, const std::string& login, const std::string& password) {
  return secret_page(visit, {say(tr("The password of {}"), login), password,
                             tr("Tell it the person: it is shown this once, and another must be "
                                "chosen after signing in."),
                             path_of(login)});
}

/// Makes the account and a password for the first time.
Response add_person(Visit& visit) {
  const Request& request = visit.request;
  User user;
  ArchivePeople people(visit.archive());
  try {
    user.login = request.value("login");
    user.name = line_typed(request.value("name"));
    user.role = role_chosen(request.value("role"));
    user.collectives = collectives_typed(request.value("collectives"));
    people.add(visit.actor(), user);
  } catch (const Error& error) {
    if (error.fault() != Fault::usage) throw;
    return list_page(visit, fault_in_words(error));
  }
  const std::string password = one_time_password();
  people.set_password(visit.actor(), user.login, password);
  return password_told(visit, user.login, password);
}

Response show_person(Visit& visit) {
  const User user = named_user(visit);
  Json model = user_model(visit, user);
  model["roles"] = roles_model(visit, name_of(user.role));
  model["tokens"] = tokens_model(visit, user);
  model["operations"] = operations_model(visit, user);
  return page(visit, "person", user.login, model);
}

/// What differs is changed, so that the journal says no more than what was.
Response change_person(Visit& visit) {
  const User user = named_user(visit);
  const Request& request = visit.request;
  ArchivePeople::Changes changes;
  const std::string name = line_typed(request.value("name"));
  const Role role = role_chosen(request.value("role"));
  const auto collectives = collectives_typed(request.value("collectives"));
  if (name != user.name) changes.name = name;
  if (role != user.role) changes.role = role;
  if (collectives != user.collectives) changes.collectives = collectives;
  if (changes.role && user.login == visit.actor().login) throw own_account();
  if (changes.name || changes.role || changes.collectives) {
    ArchivePeople(visit.archive()).change(visit.actor(), user.login, changes);
  }
  return done(visit, path_of(user.login), tr("The account is changed."));
}

Response disable_person(Visit& visit) {
  const User user = named_user(visit);
  if (user.login == visit.actor().login) throw own_account();
  ArchivePeople(visit.archive()).disable(visit.actor(), user.login);
  return done(visit, path_of(user.login), tr("The account is closed: nobody comes in by it."));
}

Response enable_person(Visit& visit) {
  const User user = named_user(visit);
  ArchivePeople(visit.archive()).enable(visit.actor(), user.login);
  return done(visit, path_of(user.login), tr("The account is open again."));
}

Response give_password(Visit& visit) {
  const User user = named_user(visit);
  const std::string password = one_time_password();
  ArchivePeople(visit.archive()).set_password(visit.actor(), user.login, password);
  return password_told(visit, user.login, password);
}

Response forget_second_factor(Visit& visit) {
  const User user = named_user(visit);
  ArchivePeople(visit.archive()).forget_second_factor(visit.actor(), user.login);
  return done(visit, path_of(user.login), tr("The second factor is off."));
}

}  // namespace

Error own_account() {
  return {Fault::usage, tr("this is your own account"),
          tr("ask somebody else who manages the accounts")};
}

User named_user(Visit& visit) {
  const std::string& login = visit.captured("login");
  const std::vector<User> all = ArchivePeople(visit.archive()).list(visit.actor());
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const User& each) { return each.login == login; });
  if (found != all.end()) return *found;
  throw Error(Fault::not_found, say(tr("there is no user {}"), printable(login)),
              tr("go to the first page"));
}

Response secret_page(Visit& visit, const ToldSecret& told) {
  return page(visit, "secret", told.title,
              {{"title", told.title},
               {"secret", told.secret},
               {"advice", told.advice},
               {"back", told.back}});
}

std::vector<Route> people_routes() {
  constexpr auto kManage = Operation::manage_users;
  std::vector<Route> routes{
      {Method::get, "/people", Door::signed_in, kManage, &show_people},
      {Method::post, "/people", Door::signed_in, kManage, &add_person},
      {Method::get, "/people/{login}", Door::signed_in, kManage, &show_person},
      {Method::post, "/people/{login}", Door::signed_in, kManage, &change_person},
      {Method::post, "/people/{login}/disable", Door::signed_in, kManage, &disable_person},
      {Method::post, "/people/{login}/enable", Door::signed_in, kManage, &enable_person},
      {Method::post, "/people/{login}/password", Door::signed_in, kManage, &give_password},
      {Method::post, "/people/{login}/second-factor", Door::signed_in, kManage,
       &forget_second_factor},
  };
  const std::vector<Route> tokens = token_routes();
  routes.insert(routes.end(), tokens.begin(), tokens.end());
  return routes;
}

}  // namespace fonds

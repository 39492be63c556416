// Tokens: what programs show to act for an account.
#include <charconv>

#include "archive/field_input.h"
#include "archive/people.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "model/spoken_date.h"
#include "web/api/midnight.h"
#include "web/pages/people_pages.h"

namespace fonds {
namespace {

std::string scope_in_words(const ApiToken& token) {
  std::string words;
  for (const std::string& each : token.scope) {
    const auto operation = operation_from(each);
    if (!words.empty()) words += ", ";
    words += operation ? tr(entry_of(*operation).deed) : printable(each);
  }
  return words;
}

Response add_token(Visit& visit) {
  const User user = named_user(visit);
  const Request& request = visit.request;
  const std::string label = line_typed(request.value("label"));
  if (label.empty()) {
    throw Error(Fault::usage, tr("the token has no label"), tr("say what it is for"));
  }
  const auto made = ArchivePeople(visit.archive())
                        .add_token(visit.actor(), user.login, label, request.values("scope"),
                                   midnight(day_typed(request.value("expires")), 1));
  return secret_page(visit, {say(tr("The token “{}”"), label), std::string(made.text.view()),
                             tr("Keep the token now: it is shown this once."),
                             "/people/" + percent_encoded(user.login)});
}

Response revoke_token(Visit& visit) {
  const User user = named_user(visit);
  const std::string& text = visit.captured("token");
  TokenId id;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), id.value);
  if (parsed.ec != std::errc() || parsed.ptr != text.data() + text.size()) {
    throw Error(Fault::not_found, say(tr("there is no token {}"), printable(text)),
                tr("go to the first page"));
  }
  ArchivePeople(visit.archive()).revoke_token(visit.actor(), id);
  return done(visit, "/people/" + percent_encoded(user.login),
              tr("The token opens nothing any more."));
}

}  // namespace

Json tokens_model(Visit& visit, const User& user) {
  Json model = Json::array();
  const auto tokens = ArchivePeople(visit.archive()).tokens(visit.actor(), user.login);
  for (const ApiToken& each : tokens) {
    const bool is_open = is_live(each, visit.archive().clock().now());
    model.push_back({{"id", each.id.value},
                     {"label", printable(each.label)},
                     {"scope", scope_in_words(each)},
                     {"expires", spoken(each.expires_at)},
                     {"used", each.last_used_at ? spoken(*each.last_used_at) : ""},
                     {"revoked", each.revoked_at.has_value()},
                     {"revoke", is_open ? fmt::format("/people/{}/tokens/{}",
                                                      percent_encoded(user.login), each.id.value)
                                        : ""}});
  }
  return model;
}

Json operations_model(const Visit& visit, const User& user) {
  Json model = Json::array();
  for (const OperationEntry& each : kOperations) {
    if (!visit.archive().policy().may(user.role, each.operation)) continue;
    model.push_back({{"value", each.name}, {"title", tr(each.deed)}});
  }
  return model;
}

std::vector<Route> token_routes() {
  constexpr auto kManage = Operation::manage_users;
  return {
      {Method::post, "/people/{login}/tokens", Door::signed_in, kManage, &add_token},
      {Method::post, "/people/{login}/tokens/{token}", Door::signed_in, kManage, &revoke_token},
  };
}

}  // namespace fonds

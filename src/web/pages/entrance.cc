// First visit, signing in and out, the purpose of access, the language.
#include "archive/people.h"
#include "base/error.h"
#include "base/messages.h"
#include "web/cookies.h"
#include "web/fault_words.h"
#include "web/routes.h"
#include "web/site.h"

namespace fonds {
namespace {

constexpr int kYear = 366 * 24 * 3600;

Response with_session(Visit& visit, const ArchivePeople::SignedIn& signed_in, std::string path) {
  const Secret token = ArchiveSessions(visit.archive()).begin(signed_in);
  Response response = see_other(std::move(path));
  set_cookie(visit.request, response, session_cookie(visit.request), token.view(), -1);
  return response;
}

std::string then_of(const Visit& visit) { return own_path(visit.request.value("then")); }

Response sign_in_page(Visit& visit, const std::string& problem, int status) {
  return page(visit, "sign_in", tr("Sign in"),
              {{"then", visit.request.value("then")},
               {"login", visit.request.value("login")},
               {"problem", problem}},
              status);
}

Response show_sign_in(Visit& visit) {
  if (visit.session) return see_other(then_of(visit));
  if (!ArchivePeople(visit.archive()).has_accounts()) return see_other("/begin");
  return sign_in_page(visit, "", 200);
}

Response sign_in(Visit& visit) {
  const Request& request = visit.request;
  if (!visit.place.site.sign_ins().take(request.address, visit.archive().clock().now())) {
    return sign_in_page(visit, tr("Too many tries from this address: wait a minute."), 429);
  }
  try {
    const auto signed_in =
        ArchivePeople(visit.archive())
            .sign_in(request.value("login"), request.value("password"), request.value("code"));
    return with_session(visit, signed_in, then_of(visit));
  } catch (const Error& error) {
    if (error.fault() != Fault::denied && error.fault() != Fault::busy) throw;
    return sign_in_page(visit, fault_in_words(error), entry_of(error.fault()).http_status);
  }
}

Response sign_out(Visit& visit) {
  ArchiveSessions(visit.archive()).end(visit.token);
  Response response = see_other("/sign-in");
  set_cookie(visit.request, response, session_cookie(visit.request), "", 0);
  return response;
}

Response begin_page(Visit& visit, const std::string& problem, int status) {
  return page(visit, "begin", tr("The first visit"),
              {{"code", visit.request.value("code")},
               {"login", visit.request.value("login")},
               {"name", visit.request.value("name")},
               {"problem", problem}},
              status);
}

Response show_begin(Visit& visit) {
  if (ArchivePeople(visit.archive()).has_accounts()) return see_other("/sign-in");
  return begin_page(visit, "", 200);
}

/// Whoever started the program has read the code: nobody else makes the first account.
Response begin(Visit& visit) {
  const Request& request = visit.request;
  if (!visit.place.site.sign_ins().take(request.address, visit.archive().clock().now())) {
    return begin_page(visit, tr("Too many tries from this address: wait a minute."), 429);
  }
  if (!is_same_token(request.value("code"), visit.place.site.setup_code())) {
    return begin_page(visit, tr("This is not the code `fonds serve` printed when it started."),
                      403);
  }
  if (request.value("password") != request.value("again")) {
    return begin_page(visit, tr("The two passwords differ."), 400);
  }
  try {
    User user;
    user.login = request.value("login");
    user.name = request.value("name");
    user.role = Role::archivist;
    const auto signed_in =
        ArchivePeople(visit.archive()).add_first(user, request.value("password"));
    return with_session(visit, signed_in, "/");
  } catch (const Error& error) {
    if (error.fault() != Fault::usage) throw;
    return begin_page(visit, fault_in_words(error), 400);
  }
}

Response show_purpose(Visit& visit) {
  Json purposes = Json::array();
  for (const Purpose& each : visit.archive().policy().purposes()) {
    purposes.push_back({{"code", each.code},
                        {"title", title_of(each)},
                        {"chosen", each.code == visit.actor().purpose}});
  }
  return page(visit, "purpose", tr("Why do you look at papers?"),
              {{"purposes", std::move(purposes)}, {"then", visit.request.value("then")}});
}

Response state_purpose(Visit& visit) {
  ArchiveSessions(visit.archive()).state_purpose(visit.token, visit.request.value("purpose"));
  return see_other(then_of(visit));
}

Response choose_language(Visit& visit) {
  Response response = see_other(then_of(visit));
  const std::string_view wanted = visit.request.value("language");
  set_cookie(visit.request, response, kLanguageCookie, wanted == "en" ? "en" : "ru", kYear);
  return response;
}

}  // namespace

std::vector<Route> entrance_routes() {
  return {
      {Method::get, "/sign-in", Door::open, {}, &show_sign_in},
      {Method::post, "/sign-in", Door::open, {}, &sign_in},
      {Method::post, "/sign-out", Door::signed_in, {}, &sign_out},
      {Method::get, "/begin", Door::open, {}, &show_begin},
      {Method::post, "/begin", Door::open, {}, &begin},
      {Method::get, "/purpose", Door::signed_in, {}, &show_purpose},
      {Method::post, "/purpose", Door::signed_in, {}, &state_purpose},
      {Method::post, "/language", Door::open, {}, &choose_language},
  };
}

}  // namespace fonds

// One's own account: password, second factor.
#include "archive/people.h"
#include "base/error.h"
#include "base/messages.h"
#include "web/cookies.h"
#include "web/fault_words.h"
#include "web/routes.h"

namespace fonds {
namespace {

Response password_page(Visit& visit, const std::string& problem, int status) {
  return page(visit, "password", tr("Your password"),
              {{"problem", problem}, {"must", visit.session->must_change_password}}, status);
}

Response show_password(Visit& visit) { return password_page(visit, "", 200); }

/// Ends every session of the account, of other browsers too, and begins a new one here.
Response change_password(Visit& visit) {
  const Request& request = visit.request;
  if (request.value("new") != request.value("again")) {
    return password_page(visit, tr("The two passwords differ."), 400);
  }
  try {
    ArchivePeople(visit.archive())
        .change_password(visit.actor(), request.value("old"), request.value("new"));
  } catch (const Error& error) {
    if (error.fault() != Fault::denied && error.fault() != Fault::usage) throw;
    return password_page(visit, fault_in_words(error), entry_of(error.fault()).http_status);
  }
  ArchiveSessions sessions(visit.archive());
  sessions.end_all(visit.actor().login);
  const Secret token = sessions.begin({visit.actor(), false});
  Response response = done(visit, "/account", tr("The password is changed."));
  set_cookie(request, response, session_cookie(request), token.view(), -1);
  return response;
}

Response show_account(Visit& visit) {
  return page(visit, "account", tr("Your account"),
              {{"login", visit.actor().login},
               {"role", visit.archive().policy().title(visit.actor().role)},
               {"second_factor", visit.session->second_factor}});
}

Response begin_second_factor(Visit& visit) {
  const Secret address = ArchivePeople(visit.archive()).begin_second_factor(visit.actor());
  return page(visit, "second_factor", tr("The second factor"), {{"address", address.view()}});
}

Response confirm_second_factor(Visit& visit) {
  ArchivePeople(visit.archive()).confirm_second_factor(visit.actor(), visit.request.value("code"));
  return done(visit, "/account", tr("The second factor is on."));
}

}  // namespace

std::vector<Route> account_routes() {
  return {
      {Method::get, "/account", Door::signed_in, {}, &show_account},
      {Method::get, "/account/password", Door::signed_in, {}, &show_password},
      {Method::post, "/account/password", Door::signed_in, {}, &change_password},
      {Method::post, "/account/second-factor", Door::signed_in, {}, &begin_second_factor},
      {Method::post, "/account/second-factor/code", Door::signed_in, {}, &confirm_second_factor},
  };
}

}  // namespace fonds

#include "web/gate.h"

#include "access/secret.h"
#include "access/token.h"
#include "archive/people.h"
#include "base/error.h"
#include "base/messages.h"
#include "web/cookies.h"

namespace fonds {
namespace {

constexpr std::string_view kBearer = "Bearer ";
constexpr std::string_view kPasswordPage = "/account/password";

bool changes_nothing(Method method) {
  return method == Method::get || method == Method::head || method == Method::options;
}

/// Browsers say where a request began.
bool is_from_elsewhere(const Request& request) {
  const std::string_view site = request.header("sec-fetch-site");
  if (!site.empty() && site != "same-origin" && site != "none") return true;
  const std::string_view origin = request.header("origin");
  const std::string own =
      (request.secure ? "https://" : "http://") + std::string(request.header("host"));
  return !origin.empty() && origin != own;
}

std::string then_of(const Request& request) {
  const bool can_come_back = request.method == Method::get && !request.path.empty();
  return can_come_back ? "?then=" + percent_encoded(request.target()) : "";
}

Error not_signed_in() { return {Fault::denied, tr("nobody is signed in"), tr("sign in first")}; }

}  // namespace

bool is_for_programs(const Request& request) {
  return !request.path.empty() &&
         (request.path.front() == "api" || request.path.front() == "metrics");
}

void learn_who_asks(Visit& visit) {
  const Request& request = visit.request;
  const std::string_view shown = request.header("authorization");
  if (is_for_programs(request) && shown.starts_with(kBearer)) {
    Actor actor = ArchivePeople(visit.archive()).by_token(shown.substr(kBearer.size()));
    actor.purpose = request.header("fonds-purpose");
    visit.session = OpenSession{std::move(actor), ""};
    return;
  }
  visit.token = request.cookie(session_cookie(request));
  visit.session = ArchiveSessions(visit.archive()).find(visit.token);
  if (visit.session) {
    visit.form_token = form_token_of(visit.token);
    return;
  }
  visit.token.clear();
  std::string visitor(request.cookie(visitor_cookie(request)));
  if (!is_token(visitor)) visitor = visit.new_visitor = std::string(new_token().view());
  visit.form_token = form_token_of(visitor);
}

bool is_own_form(const Visit& visit) {
  const Request& request = visit.request;
  if (changes_nothing(request.method)) return true;
  const bool by_own_token = visit.session && visit.token.empty();
  if (by_own_token) return true;
  if (is_from_elsewhere(request)) return false;
  std::string_view given = request.header("fonds-form");
  if (given.empty()) given = request.value("form");
  return is_same_token(given, visit.form_token);
}

std::optional<Response> detour_of(Visit& visit, const Route& route) {
  const Request& request = visit.request;
  if (!visit.session) {
    if (is_for_programs(request)) throw not_signed_in();
    return see_other("/sign-in" + then_of(request));
  }
  const bool changes_password = route.pattern == kPasswordPage || route.pattern == "/sign-out";
  if (visit.session->must_change_password && !changes_password) {
    if (is_for_programs(request)) throw not_signed_in();
    return see_other(std::string(kPasswordPage));
  }
  if (!route.operation) return std::nullopt;
  const Policy& policy = visit.archive().policy();
  const bool lacks_purpose = visit.actor().purpose.empty() &&
                             policy.may(visit.actor().role, *route.operation) &&
                             policy.needs_purpose(visit.actor().role, *route.operation);
  if (lacks_purpose && !is_for_programs(request)) return see_other("/purpose" + then_of(request));
  policy.require(visit.actor(), *route.operation);
  return std::nullopt;
}

}  // namespace fonds

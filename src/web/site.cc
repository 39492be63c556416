#include "web/site.h"

#include <fmt/format.h>

#include "base/error.h"
#include "base/log.h"
#include "base/messages.h"
#include "base/spoken_language.h"
#include "web/cookies.h"
#include "web/fault_words.h"
#include "web/gate.h"
#include "web/routes.h"

namespace fonds {
namespace {

constexpr int kUnauthorized = 401;

std::string_view name_of(Fault fault) { return entry_of(fault).name; }

Language language_of(const Request& request) {
  const std::string_view chosen = is_for_programs(request)
                                      ? request.header("accept-language").substr(0, 2)
                                      : request.cookie(kLanguageCookie);
  if (chosen == "en") return Language::english;
  if (chosen == "ru") return Language::russian;
  return language();
}

Response told(Visit& visit, int status, std::string_view fault, const std::string& message,
              const std::string& hint) {
  if (is_for_programs(visit.request)) {
    Response response =
        json_answer({{"error", {{"fault", fault}, {"message", message}, {"hint", hint}}}}, status);
    if (status == kUnauthorized) response.set("WWW-Authenticate", "Bearer");
    return response;
  }
  return page(visit, "error", message,
              {{"message", without_commands(message)}, {"hint", without_commands(hint)}}, status);
}

Response no_such_page(Visit& visit, const MatchedRoute& matched) {
  return told(visit, matched.other_method ? 405 : 404, name_of(Fault::not_found),
              tr("there is no such page"), tr("go to the first page"));
}

Response foreign_form(Visit& visit) {
  return told(visit, 403, name_of(Fault::denied), tr("this form is not of this visit"),
              tr("open the page again and repeat what you did"));
}

Response told(Visit& visit, const Error& error) {
  if (error.fault() == Fault::bug || error.fault() == Fault::io ||
      error.fault() == Fault::corrupt) {
    spdlog::error("web: {}", error.what());
  }
  const bool is_nobody =
      error.fault() == Fault::denied && !visit.session && is_for_programs(visit.request);
  return told(visit, is_nobody ? kUnauthorized : entry_of(error.fault()).http_status,
              entry_of(error.fault()).name, error.message(), error.hint());
}

}  // namespace

Site::Site(const Archive& archive, int workers, std::string setup_code)
    : archive_(archive),
      setup_code_(std::move(setup_code)),
      sign_ins_(10, std::chrono::seconds(6)),
      scan_runs_(archive),
      watcher_(archive) {
  door_ = std::make_unique<Workplace>(archive.reopen(), *this);
  for (int worker = 0; worker < workers; ++worker) {
    places_.push_back(std::make_unique<Workplace>(archive.reopen(), *this));
  }
}

Site::~Site() = default;

Admission Site::admit(const Request& request) {
  const SpokenLanguage spoken(language_of(request));
  Admission admission = admission_of(request);
  if (admission.refusal) add_security_headers(request, *admission.refusal);
  return admission;
}

Admission Site::admission_of(const Request& request) {
  Visit visit{request, *door_};
  try {
    MatchedRoute matched = match_route(request.method, request.path);
    if (matched.route == nullptr) {
      return {no_such_page(visit, matched)};
    }
    if (matched.route->door == Door::open) return {};
    learn_who_asks(visit);
    if (!visit.session) {
      return {told(visit, kUnauthorized, name_of(Fault::denied),
                   tr("you are not signed in any more"),
                   tr("nothing was taken in: sign in and send it again"))};
    }
    if (matched.route->receive == nullptr) return {};
    if (!is_own_form(visit)) return {foreign_form(visit)};
    visit.path = std::move(matched.path);
    return matched.route->receive(visit);
  } catch (const Error& error) {
    return {told(visit, error)};
  }
}

Response Site::respond(const Request& request, int worker) {
  const auto begun = std::chrono::steady_clock::now();
  const SpokenLanguage spoken(language_of(request));
  Visit visit{request, *places_.at(static_cast<std::size_t>(worker))};
  Response response;
  try {
    response = answer(visit);
  } catch (const Error& error) {
    response = told(visit, error);
  } catch (const std::exception& error) {
    response = told(visit, Error(Fault::bug, error.what()));
  }
  add_security_headers(request, response);
  counts_.note(response.status, std::chrono::steady_clock::now() - begun);
  return response;
}

Response Site::answer(Visit& visit) {
  const MatchedRoute matched = match_route(visit.request.method, visit.request.path);
  learn_who_asks(visit);
  if (matched.route == nullptr) {
    return no_such_page(visit, matched);
  }
  visit.path = matched.path;
  const Route& route = *matched.route;
  // A program that shows no token has no form either: it is told who is missing (detour_of).
  const bool is_nobody = is_for_programs(visit.request) && !visit.session;
  if (!is_nobody && !is_own_form(visit)) return foreign_form(visit);
  if (route.door == Door::signed_in) {
    if (auto detour = detour_of(visit, route)) return std::move(*detour);
  }
  Response response = route.answer(visit);
  if (!visit.new_visitor.empty()) {
    set_cookie(visit.request, response, visitor_cookie(visit.request), visit.new_visitor, -1);
  }
  return response;
}

}  // namespace fonds

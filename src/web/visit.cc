#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "web/cookies.h"
#include "web/menu.h"
#include "web/site.h"
#include "web/static_files.h"
#include "web/visit.h"

namespace fonds {
namespace {

constexpr int kSaidSeconds = 60;

Json frame_of(Visit& visit, std::string_view title) {
  const bool is_russian = language() == Language::russian;
  Json frame{{"title", title},
             {"language", is_russian ? "ru" : "en"},
             {"other_language", is_russian ? "en" : "ru"},
             // Each language calls itself by its own name: no text to be translated.
             {"other_language_name", is_russian ? "English" : "По-русски"},
             {"style", static_path("desk.css")},
             {"script", static_path("desk.js")},
             {"form_token", visit.form_token},
             {"here", visit.request.target()}};
  if (!visit.session) return frame;
  const Policy& policy = visit.archive().policy();
  frame["session"] = {
      {"name", visit.session->name.empty() ? visit.actor().login : visit.session->name},
      {"role", policy.title(visit.actor().role)}};
  if (!visit.session->must_change_password) frame["menu"] = menu_of(visit);
  if (const Purpose* purpose = policy.purpose(visit.actor().purpose)) {
    frame["session"]["purpose"] = title_of(*purpose);
  }
  frame["query"] = visit.request.path == std::vector<std::string>{"find"}
                       ? std::string(visit.request.value("q"))
                       : "";
  frame["may_find"] = visit.may(Operation::search);
  return frame;
}

}  // namespace

const Actor& Visit::actor() const {
  if (session) return session->actor;
  throw Error(Fault::denied, tr("nobody is signed in"), tr("sign in first"));
}

bool Visit::may(Operation operation) const {
  return session && place.archive->policy().may(session->actor.role, operation);
}

const std::string& Visit::captured(std::string_view name) const {
  const auto found = path.find(name);
  if (found == path.end()) throw Error(Fault::bug, "the route has no " + std::string(name));
  return found->second;
}

int Visit::number(std::string_view field, int standard, int least, int most) const {
  const std::string_view text = request.value(field);
  int number = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_whole = parsed.ec == std::errc() && parsed.ptr == text.data() + text.size();
  return is_whole && number >= least && number <= most ? number : standard;
}

Response page(Visit& visit, std::string_view name, std::string_view title, const Json& model,
              int status) {
  Json whole = model;
  whole["form_token"] = visit.form_token;
  Json frame = frame_of(visit, title);
  frame["content"] = visit.place.templates.render(name, whole);
  Response response;
  response.status = status;
  const std::string_view said = visit.request.cookie(kSaidCookie);
  if (!said.empty()) {
    frame["said"] = printable(percent_decoded(said, Plus::is_plus).value_or(""));
    set_cookie(visit.request, response, kSaidCookie, "", 0);
  }
  response.body = visit.place.templates.render("frame", frame);
  response.set("Content-Type", "text/html; charset=utf-8");
  return response;
}

Response json_answer(const Json& record, int status) {
  Response response;
  response.status = status;
  response.body = record.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
  response.set("Content-Type", "application/json; charset=utf-8");
  return response;
}

Response done(const Visit& visit, std::string path, std::string_view message) {
  Response response = see_other(std::move(path));
  set_cookie(visit.request, response, kSaidCookie, percent_encoded(message), kSaidSeconds);
  return response;
}

Response watched(Visit& visit, Watcher::Look look) {
  Response response;
  response.events = visit.place.site.watcher().watch(std::move(look));
  response.set("Content-Type", "text/event-stream; charset=utf-8");
  return response;
}

void add_security_headers(const Request& request, Response& response) {
  const auto has = [&](std::string_view name) {
    return std::any_of(response.headers.begin(), response.headers.end(),
                       [&](const auto& header) { return header.first == name; });
  };
  response.set(
      "Content-Security-Policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
      "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; "
      "frame-ancestors 'self'");
  response.set("X-Content-Type-Options", "nosniff");
  response.set("Referrer-Policy", "same-origin");
  response.set("Cross-Origin-Opener-Policy", "same-origin");
  response.set("Cross-Origin-Resource-Policy", "same-origin");
  response.set("Permissions-Policy", "camera=(self), geolocation=(), microphone=()");
  if (!has("Cache-Control")) response.set("Cache-Control", "no-store");
  if (request.secure) response.set("Strict-Transport-Security", "max-age=31536000");
}

}  // namespace fonds

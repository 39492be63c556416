#include "web/desk_fixture.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <boost/filesystem/operations.hpp>

#include "archive/spool.h"
#include "catalogue/users.h"
#include "web/cookies.h"

namespace fonds {
namespace {

constexpr int kMostSteps = 5;

std::vector<std::string> path_of(std::string_view target) {
  return parse_path(target.substr(0, target.find('?'))).value();
}

FormFields query_of(std::string_view target) {
  const std::size_t mark = target.find('?');
  return mark == std::string_view::npos ? FormFields()
                                        : parse_form(target.substr(mark + 1)).value();
}

}  // namespace

DeskTest::DeskTest(const boost::filesystem::path& paper) : temp_(paper) {
  choose_language(Language::english, FONDS_BINARY_DIR "/locale");
  site_ = std::make_unique<Site>(archive(), 1, "0123456789abcdef");
  speak(Language::english);
}

void DeskTest::set(const std::string& settings) {
  boost::filesystem::remove(temp_.folder() / "fonds.toml");
  static_cast<void>(temp_.beside().file("archive/fonds.toml", settings));
  site_ = std::make_unique<Site>(archive(), 1, "0123456789abcdef");  // opens the archive anew
}

Actor DeskTest::sign_in_as(Role role, const std::vector<std::string>& collectives) {
  User user;
  user.login = "d." + std::string(name_of(role));
  user.name = "Зябликова " + std::string(name_of(role));
  user.role = role;
  user.collectives = collectives;
  if (!Users(archive().catalogue()).find(user.login)) {
    ArchivePeople(archive(), kCheapestPassword).add(local_archivist(), user);
  }
  Actor actor{user.login, role};
  ArchiveSessions sessions(archive());
  const Secret token = sessions.begin({actor, false});
  if (archive().policy().needs_purpose(role, Operation::read_document)) {
    actor.purpose = "task";
    sessions.state_purpose(token.view(), actor.purpose);
  }
  cookies_[std::string(session_cookie({}))] = std::string(token.view());
  actor.via = "web";
  return actor;
}

void DeskTest::speak(Language language) {
  cookies_[std::string(kLanguageCookie)] = language == Language::russian ? "ru" : "en";
}

Request DeskTest::request_of(Method method, const std::string& target) {
  Request request;
  request.method = method;
  request.path = path_of(target);
  request.query = query_of(target);
  request.address = "127.0.0.1";
  request.headers["host"] = "desk.test";
  std::string cookies;
  for (const auto& [name, value] : cookies_) {
    cookies += (cookies.empty() ? "" : "; ") + name + '=' + value;
  }
  if (!cookies.empty()) request.headers["cookie"] = cookies;
  return request;
}

Response DeskTest::respond(const Request& request) {
  Response response = site_->respond(request, 0);
  for (const auto& [name, value] : response.headers) {
    if (name != "Set-Cookie") continue;
    const std::size_t equals = value.find('=');
    const std::string cookie = value.substr(0, equals);
    if (value.find("Max-Age=0") == std::string::npos) {
      cookies_[cookie] = value.substr(equals + 1, value.find(';') - equals - 1);
    } else {
      cookies_.erase(cookie);
    }
  }
  return response;
}

Response DeskTest::get(const std::string& target,
                       const std::map<std::string, std::string>& headers) {
  Request request = request_of(Method::get, target);
  for (const auto& [name, value] : headers) request.headers[name] = value;
  return respond(request);
}

std::string DeskTest::form_token() {
  const auto session = cookies_.find(session_cookie({}));
  if (session != cookies_.end()) return form_token_of(session->second);
  if (!cookies_.contains(visitor_cookie({}))) get("/sign-in");
  if (!cookies_.contains(visitor_cookie({}))) get("/begin");
  return form_token_of(cookies_[std::string(visitor_cookie({}))]);
}

Response DeskTest::post(const std::string& target, const FormFields& fields,
                        const std::vector<SentFile>& files) {
  const std::string token = form_token();
  Request request = request_of(Method::post, target);
  request.form = fields;
  if (!request.has("form")) request.form.emplace_back("form", token);
  for (const SentFile& each : files) {
    UploadedFile file;
    file.field = each.field;
    file.name = each.name;
    file.size = static_cast<std::int64_t>(each.bytes.size());
    file.fd = spool_file(archive().incoming());
    write_all(file.fd.get(), each.bytes);
    rewind(file.fd.get());
    request.files.push_back(std::move(file));
  }
  return respond(request);
}

Response DeskTest::submit(const Response& shown, const std::string& action,
                          const FormFields& changed) {
  const HtmlPage page(shown.body);
  EXPECT_TRUE(page.has_form(action)) << action << " is no form of\n" << shown.body;
  FormFields fields = page.form(action);
  for (const auto& [name, value] : changed) {
    const auto same = [&](const auto& field) { return field.first == name; };
    fields.erase(std::remove_if(fields.begin(), fields.end(), same), fields.end());
  }
  fields.insert(fields.end(), changed.begin(), changed.end());
  return post(action, fields);
}

Response DeskTest::follow(const Response& first) {
  Response response;
  response.status = first.status;
  response.headers = first.headers;
  response.body = first.body;
  for (int step = 0; step < kMostSteps && response.status == 303; ++step) {
    response = get(location(response));
  }
  return response;
}

std::string DeskTest::header(const Response& response, std::string_view name) {
  for (const auto& [each, value] : response.headers) {
    if (each == name) return value;
  }
  return "";
}

std::string DeskTest::body(const Response& response) {
  if (!response.file.valid()) return response.body;
  std::string bytes;
  std::array<char, 4096> piece{};
  off_t at = 0;
  for (;;) {
    const ssize_t got = ::pread(response.file.get(), piece.data(), piece.size(), at);
    if (got <= 0) return bytes;
    bytes.append(piece.data(), static_cast<std::size_t>(got));
    at += got;
  }
}

std::string DeskTest::words(const Response& response) {
  const HtmlPage page(response.body);
  EXPECT_EQ(page.problem(), "") << response.body;
  return page.words();
}

}  // namespace fonds

/// ApiOn: a desk as a program asks it: paths of the API, JSON there and back.
///
///   class ApiHolds : public ApiOn<CaseDesk> {};
///   sign_in_as(Role::archivist);
///   const auto made = send(Method::post, "/api/v1/holds", {{"reason", "…"}}, 201);
///   EXPECT_EQ(get_json("/api/v1/holds")["items"].size(), 1U);
///
/// Threads: of its test.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "archive/spool.h"
#include "web/desk_fixture.h"

namespace fonds {

template <class Desk>
class ApiOn : public Desk {
 protected:
  /// The answer as it is, of whatever type.
  Response ask(Method method, const std::string& target, const nlohmann::json& body = nullptr) {
    Request request = this->request_of(method, target);
    if (!body.is_null()) request.body = body.dump();
    if (method != Method::get) request.headers["fonds-form"] = this->form_token();
    return this->respond(request);
  }
  nlohmann::json get_json(const std::string& target, int status = 200) {
    return send(Method::get, target, nullptr, status);
  }
  /// `body`: an object; null: there is none. The test fails when the answer has another status.
  nlohmann::json send(Method method, const std::string& target,
                      const nlohmann::json& body = nullptr, int status = 200) {
    const Response response = ask(method, target, body);
    EXPECT_EQ(response.status, status) << target << ": " << response.body;
    return nlohmann::json::parse(response.body, nullptr, false);
  }
  /// A file as the whole body.
  nlohmann::json send_file(const std::string& target, const std::string& bytes, int status) {
    Request request = this->request_of(Method::post, target);
    request.headers["fonds-form"] = this->form_token();
    UploadedFile file;
    file.size = static_cast<std::int64_t>(bytes.size());
    file.fd = spool_file(this->archive().incoming());
    write_all(file.fd.get(), bytes);
    rewind(file.fd.get());
    request.files.push_back(std::move(file));
    const Response response = this->respond(request);
    EXPECT_EQ(response.status, status) << target << ": " << response.body;
    return nlohmann::json::parse(response.body, nullptr, false);
  }
};

}  // namespace fonds

#include "archive/people.h"

#include "catalogue/users.h"
#include "web/api/api_desk.h"

namespace fonds {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr const char* kAll = "/api/v1/users";
constexpr const char* kOne = "/api/v1/users/osipova";

class ApiPeople : public ApiOn<DeskTest> {
 protected:
  ApiPeople() { sign_in_as(Role::archivist); }
  json add(const std::string& login, const char* role = "teacher", int status = 201) {
    return send(Method::post, kAll, {{"login", login}, {"role", role}, {"name", "Осипова"}},
                status);
  }
  User user(const char* login) { return Users(archive().catalogue()).find(login).value(); }
  /// As a program with this token does.
  Response with_token(const std::string& token, const std::string& target) {
    Request request = request_of(Method::get, target);
    request.headers.erase("cookie");
    request.headers["authorization"] = "Bearer " + token;
    return respond(request);
  }
};

TEST_F(ApiPeople, AnAccountIsMadeListedAndChanged) {
  const json made = add("osipova");
  EXPECT_EQ(made["role"], "teacher");
  EXPECT_EQ(made["name"], "Осипова");
  EXPECT_EQ(get_json(kAll)["items"].size(), 2U);
  const json changed =
      send(Method::put, kOne, {{"collectives", json::array({"Лира", " Ёлочка ", ""})}});
  EXPECT_EQ(changed["collectives"], json::array({"Лира", "Ёлочка"}));
  EXPECT_EQ(changed["name"], "Осипова") << "what is not said stays";
  EXPECT_EQ(send(Method::put, kOne, {{"role", "clerk"}, {"name", "О. Н."}})["role"], "clerk");
  EXPECT_EQ(send(Method::put, kOne, {{"collectives", json::array()}})["collectives"].size(), 0U);
  EXPECT_EQ(get_json(kOne)["name"], "О. Н.");
}

TEST_F(ApiPeople, AnAccountIsClosedAndOpenedAgain) {
  add("osipova");
  EXPECT_NE(send(Method::post, std::string(kOne) + "/disable")["disabled_at"], nullptr);
  EXPECT_EQ(send(Method::post, std::string(kOne) + "/enable")["disabled_at"], nullptr);
}

TEST_F(ApiPeople, APasswordIsTakenAsItIsAndMustBeChanged) {
  add("osipova");
  const std::string password = "северный  ветер 47 ";
  const std::string path = std::string(kOne) + "/password";
  EXPECT_EQ(send(Method::put, path, {{"password", password}})["done"], true);
  EXPECT_TRUE(ArchivePeople(archive()).sign_in("osipova", password, "").must_change_password);
  send(Method::put, path, {{"password", "123"}}, 400);
  send(Method::put, path, {{"password", 123}}, 400);
  send(Method::put, path, nullptr, 400);
}

TEST_F(ApiPeople, TheSecondFactorIsForgotten) {
  add("osipova");
  Transaction transaction(archive().catalogue());
  Users(archive().catalogue())
      .set_second_factor(transaction, user("osipova").id, {"secret", true, -1});
  transaction.commit();
  EXPECT_EQ(get_json(kOne)["second_factor"], true);
  send(Method::del, std::string(kOne) + "/second-factor");
  EXPECT_FALSE(user("osipova").second_factor);
}

TEST_F(ApiPeople, ATokenIsToldOnceAndOpensWhatItIsFor) {
  add("osipova");
  const std::string path = std::string(kOne) + "/tokens";
  const json made = send(
      Method::post, path,
      {{"label", "выгрузка"}, {"expires", "2099-01-31"}, {"scope", json::array({"search"})}}, 201);
  const auto text = made.at("text").get<std::string>();
  EXPECT_THAT(text, StartsWith("fonds_"));
  EXPECT_THAT(get(path).body, Not(HasSubstr(text)));
  EXPECT_EQ(get_json(path)["items"][0]["label"], "выгрузка");
  const json me = json::parse(with_token(text, "/api/v1/me").body);
  EXPECT_EQ(me["login"], "osipova");
  EXPECT_EQ(me["operations"], json::array({"search"}));
  const std::string token = fmt::format("{}/{}", path, made.at("token").get<int>());
  add("tkach");
  send(Method::del, fmt::format("{}/tkach/tokens/{}", kAll, made.at("token").get<int>()), nullptr,
       404);
  EXPECT_EQ(send(Method::del, token)["done"], true);
  EXPECT_EQ(with_token(text, "/api/v1/me").status, 401);
  EXPECT_EQ(get_json(path)["items"][0]["revoked"], true);
}

TEST_F(ApiPeople, ATokenNeedsALabelADayToComeAndNoMoreThanItsUserMay) {
  add("osipova");
  const std::string path = std::string(kOne) + "/tokens";
  send(Method::post, path, {{"expires", "2099-01-31"}}, 400);
  send(Method::post, path, {{"label", "a"}}, 400);
  send(Method::post, path, {{"label", "a"}, {"expires", "2001-01-31"}}, 400);
  send(Method::post, path,
       {{"label", "a"}, {"expires", "2099-01-31"}, {"scope", json::array({"manage_users"})}}, 400);
}

TEST_F(ApiPeople, NobodyTakesTheirOwnRightsAway) {
  send(Method::post, std::string(kAll) + "/d.archivist/disable", nullptr, 400);
  send(Method::put, std::string(kAll) + "/d.archivist", {{"role", "clerk"}}, 400);
  EXPECT_EQ(send(Method::put, std::string(kAll) + "/d.archivist", {{"name", "З."}})["name"], "З.");
}

TEST_F(ApiPeople, WhatCanNotBeIsRefused) {
  add("osipova");
  add("osipova", "teacher", 400);
  add("x", "teacher", 400);
  EXPECT_THAT(add("tkach", "king", 400)["error"]["hint"].get<std::string>(), HasSubstr("clerk"));
  send(Method::post, kAll, {{"login", "tkach"}, {"role", "clerk"}, {"rule", "clerk"}}, 400);
  get_json(std::string(kAll) + "/nobody", 404);
  send(Method::del, std::string(kOne) + "/tokens/x", nullptr, 404);
}

TEST_F(ApiPeople, WhoDoesNotManageAccountsSeesNone) {
  sign_in_as(Role::administrator);
  add("spy", "archivist", 403);
  for (const Role role : {Role::clerk, Role::director}) {
    sign_in_as(role);
    get_json(kAll, 403);
    add("tkach", "clerk", 403);
  }
}

}  // namespace
}  // namespace fonds

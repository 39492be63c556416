#include "web/api/api_desk.h"
#include "web/review_desk.h"

namespace fonds {
namespace {

using nlohmann::json;

class ApiReviewTest : public ApiOn<ReviewDesk> {
 protected:
  [[nodiscard]] std::string card() const { return "/api/v1" + here(); }
  [[nodiscard]] std::string link_of(StudentId student) const {
    return card() + "/students/" + std::to_string(student.value);
  }
  /// The value that counts.
  static json value(const json& of_card, const std::string& field) {
    for (const json& each : of_card["fields"]) {
      if (each["field"] == field) return each;
    }
    return nullptr;
  }
};

TEST_F(ApiReviewTest, WhatWaitsIsListed) {
  const json waiting = get_json("/api/v1/review");
  ASSERT_EQ(waiting["items"].size(), 1U);
  EXPECT_EQ(waiting["items"][0]["accession"], document_.accession);
  EXPECT_TRUE(waiting["next"].is_null());
  EXPECT_TRUE(get_json("/api/v1/review?offset=1")["items"].empty());
  EXPECT_EQ(get_json(card())["open_names"], 1);
  get_json("/api/v1/review?after=1", 400);
  get_json("/api/v1/review/2020-999999", 404);
  sign_in_as(Role::auditor);
  get_json("/api/v1/review", 403);
}

TEST_F(ApiReviewTest, AFieldIsAcceptedOrWrittenByTheRevisionThatWasRead) {
  const json read = get_json(card());
  const json accepted = send(Method::post, card() + "/accept",
                             {{"fields", json::array({"number"})}, {"revision", read["revision"]}});
  EXPECT_EQ(value(accepted, "number")["origin"], "person");
  EXPECT_EQ(value(accepted, "kind")["origin"], "machine");
  const json late{{"value", "Б-7"}, {"revision", read["revision"]}};
  EXPECT_EQ(send(Method::put, card() + "/fields/number", late, 409)["error"]["fault"], "busy");
  const json written = send(Method::put, card() + "/fields/number", {{"value", "Б-7"}});
  EXPECT_EQ(value(written, "number")["value"], "Б-7");
  EXPECT_EQ(value(send(Method::post, card() + "/accept"), "kind")["origin"], "person");
  send(Method::put, card() + "/fields/colour", {{"value", "red"}}, 400);
  send(Method::put, card() + "/fields/number", {{"text", "Б-8"}}, 400);
  send(Method::put, card() + "/fields/number", {{"revision", 1}}, 400);
}

TEST_F(ApiReviewTest, APersonSaysWhoseItIs) {
  const auto state = [](const json& of_card, StudentId student) {
    for (const json& each : of_card["students"]) {
      if (each["student"] == student.value) return each["state"];
    }
    return json();
  };
  EXPECT_EQ(state(send(Method::put, link_of(first_), {{"state", "linked"}}), first_), "linked");
  EXPECT_EQ(state(send(Method::put, link_of(second_), {{"state", "refused"}}), second_), "refused");
  send(Method::put, link_of(first_), {{"state", "offered"}}, 400);
  send(Method::put, link_of(first_), json::object(), 400);
  send(Method::put, link_of({999}), {{"state", "linked"}}, 404);
  send(Method::put, card() + "/students/x", {{"state", "linked"}}, 404);
}

TEST_F(ApiReviewTest, ALineIsCorrectedOrEmptied) {
  const std::string line = card() + "/pages/1/lines/1";
  const json corrected = send(Method::put, line, {{"text", "ПРОТОКОЛ № 7"}});
  EXPECT_EQ(corrected["corrections"][0]["text"], "ПРОТОКОЛ № 7");
  EXPECT_EQ(corrected["corrections"][0]["by"], "d.clerk");
  EXPECT_EQ(send(Method::put, line, {{"text", ""}})["corrections"][0]["text"], "");
  send(Method::put, line, json::object(), 400);
  send(Method::put, card() + "/pages/1/lines/99999999999", {{"text", "x"}}, 404);
}

TEST_F(ApiReviewTest, NobodyElseHasAWord) {
  for (const Role role : {Role::teacher, Role::auditor, Role::administrator}) {
    sign_in_as(role);
    send(Method::post, card() + "/accept", nullptr, 403);
    send(Method::put, card() + "/fields/number", {{"value", "Б-7"}}, 403);
    send(Method::put, link_of(first_), {{"state", "linked"}}, 403);
    send(Method::put, card() + "/pages/1/lines/1", {{"text", "x"}}, 403);
  }
}

}  // namespace
}  // namespace fonds

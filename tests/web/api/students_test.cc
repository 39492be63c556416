#include "web/api/api_desk.h"
#include "web/paper_desk.h"

namespace fonds {
namespace {

using nlohmann::json;

constexpr const char* kStudents = "/api/v1/students";

class ApiStudentsTest : public ApiOn<PaperDesk> {
 protected:
  ApiStudentsTest() : kravets_(student("Кравец", "Тимофей", {{"school", "Школа 3"}})) {
    sign_in_as(Role::clerk);
  }
  static std::string card(StudentId id) { return kStudents + ("/" + std::to_string(id.value)); }
  json add(const json& fields, int status = 201) {
    return send(Method::post, kStudents, fields, status);
  }
  StudentId kravets_;
};

TEST_F(ApiStudentsTest, AStudentIsAddedListedAndShown) {
  const json added = add({{"last", "Ли"},
                          {"first", "Анна"},
                          {"external_id", "A1"},
                          {"former_last", json::array({"Ким"})},
                          {"birth_date", "2012-03-12"},
                          {"gender", "f"},
                          {"collective", "Маска"},
                          {"school_year", 2024},
                          {"guardians", json::array({"Ли Вера (мать)", "Ли Пётр (отец)"})}});
  EXPECT_EQ(added["birth_date"], "2012-03-12");
  EXPECT_EQ(added["external_id"], "A1");
  EXPECT_EQ(added["former_last"], json::array({"Ким"}));
  EXPECT_EQ(added["memberships"][0]["school_year"], 2024);
  ASSERT_EQ(added["guardians"].size(), 2U);
  EXPECT_EQ(added["guardians"][1]["relation"], "отец");
  const json listed = get_json(kStudents + ("?words=" + percent_encoded("ли ан")));
  ASSERT_EQ(listed["items"].size(), 1U);
  EXPECT_EQ(listed["items"][0]["id"], added["id"]);
  EXPECT_EQ(get_json(kStudents)["items"].size(), 2U);
  const json shown = get_json(card({added["id"].get<std::int64_t>()}));
  EXPECT_EQ(shown["history"][0]["event"], "student.added");
  EXPECT_TRUE(shown["merges"].empty());
}

TEST_F(ApiStudentsTest, WhatIsSaidIsChangedAndTheRestStays) {
  const json changed =
      send(Method::put, card(kravets_), {{"middle", "Ильич"}, {"birth_date", "2012-03-12"}});
  EXPECT_EQ(changed["middle"], "Ильич");
  EXPECT_EQ(changed["school"], "Школа 3");
  const json cleared = send(Method::put, card(kravets_), {{"school", ""}, {"birth_date", ""}});
  EXPECT_TRUE(cleared["school"].is_null());
  EXPECT_TRUE(cleared["birth_date"].is_null());
  send(Method::put, card(kravets_), {{"birth_date", "12.03.2012"}}, 400);
  send(Method::put, card(kravets_), {{"school_year", "soon"}}, 400);
  send(Method::put, card(kravets_), {{"name", "Кравец"}}, 400);
  send(Method::put, card({999}), {{"middle", "Ильич"}}, 404);
  get_json(kStudents + std::string("/x"), 404);
}

TEST_F(ApiStudentsTest, ANamesakeIsAnotherPersonWhenThatIsSaid) {
  add({{"last", "Кравец"}, {"first", "Тимофей"}}, 400);
  add({{"last", "Кравец"}, {"first", "Тимофей"}, {"namesake", true}}, 201);
  add({{"last", "Ли"}, {"patronymic", "Ильич"}}, 400);
}

TEST_F(ApiStudentsTest, TwoRecordsAreUnitedAndPartedAgain) {
  const StudentId other = student("Кравец", "Тимоша");
  const json kept = send(Method::post, card(kravets_) + "/merge", {{"other", other.value}});
  EXPECT_EQ(kept["id"], kravets_.value);
  EXPECT_EQ(get_json(card(other))["id"], kravets_.value);
  const json two = send(Method::post, card(other) + "/part");
  EXPECT_EQ(two["kept"]["id"], kravets_.value);
  EXPECT_EQ(two["parted"]["id"], other.value);
  send(Method::post, card(kravets_) + "/merge", {{"other", 999}}, 404);
  send(Method::post, card(kravets_) + "/merge", json::object(), 400);
}

TEST_F(ApiStudentsTest, AListIsImportedWhenItIsMeant) {
  const std::string list =
      "id,last,first,middle,birth_date,collective,school_year\n"
      "A1,Сойкин,Олег,Ильич,2012-03-12,Лира,2023/2024\n"
      "A2,Ли,Анна,,2011-05-07,Лира,2023/2024\n";
  const std::string import = std::string(kStudents) + "/import";
  const json looked = send_file(import + "?dry_run=true", list, 200);
  EXPECT_EQ(looked["added"], 2);
  EXPECT_EQ(looked["done"], false);
  const std::string bad = list + "A3,,Пётр,,2011-05-07,Лира,2023/2024\n";
  EXPECT_EQ(send_file(import, bad, 200)["done"], false);
  const json done = send_file(import + "?skip_bad=true&profile=fonds", bad, 200);
  EXPECT_EQ(done["done"], true);
  EXPECT_FALSE(done["problems"].empty());
  EXPECT_EQ(get_json(kStudents)["items"].size(), 3U);
  send_file(import + "?profile=none", list, 400);
  send_file(import + "?really=true", list, 400);
  send(Method::post, import, nullptr, 400);
}

TEST_F(ApiStudentsTest, WhoMayNotChangeTheRegisterCanNot) {
  for (const Role role : {Role::teacher, Role::methodist, Role::auditor}) {
    sign_in_as(role);
    add({{"last", "Ли"}, {"first", "Анна"}}, 403);
    send(Method::put, card(kravets_), {{"last", "Ли"}}, 403);
    send(Method::post, card(kravets_) + "/merge", {{"other", 1}}, 403);
    send(Method::post, card(kravets_) + "/part", nullptr, 403);
    send_file(std::string(kStudents) + "/import", "id\n", 403);
  }
  get_json(kStudents, 403);
}

}  // namespace
}  // namespace fonds

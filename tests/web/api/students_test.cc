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

TEST_F(ApiStudentsTest, ThePortfolioIsGivenAsPdfOrZip) {
  PaperReading made = diploma();
  made.date = decided(*date_span_from("2024-05-15"), 0.97);
  store(made, {link(kravets_, LinkState::linked, 0.98)});
  const std::string portfolio = card(kravets_) + "/portfolio";
  const Response whole = ask(Method::get, portfolio);
  ASSERT_EQ(whole.status, 200) << whole.body;
  EXPECT_EQ(header(whole, "Content-Type"), "application/pdf");
  EXPECT_THAT(body(whole), testing::StartsWith("%PDF-1.4"));
  get_json(portfolio + "?format=zip", 403);  // a clerk takes no copies out
  sign_in_as(Role::archivist);
  const Response packed =
      ask(Method::get, portfolio + "?format=zip&year=2023%2F2024&birth_date=true&paper=" +
                           document_.accession + "&paper=" + document_.accession);
  ASSERT_EQ(packed.status, 200) << packed.body;
  EXPECT_EQ(header(packed, "Content-Type"), "application/zip");
  EXPECT_THAT(body(packed), testing::StartsWith("PK"));
}

TEST_F(ApiStudentsTest, APortfolioAskedForWronglyIsRefused) {
  const std::string portfolio = card(kravets_) + "/portfolio";
  get_json(portfolio, 404);  // no own papers
  get_json(portfolio + "?format=docx", 400);
  get_json(portfolio + "?year=soon", 400);
  get_json(portfolio + "?scope=some", 400);
  get_json(portfolio + "?birth_date=perhaps", 400);
  get_json(portfolio + "?colour=red", 400);
  get_json(card({999}) + "/portfolio", 404);
  get_json(kStudents + std::string("/x/portfolio"), 404);
}

}  // namespace
}  // namespace fonds

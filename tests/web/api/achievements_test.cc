#include "archive/consents.h"
#include "web/api/api_desk.h"
#include "web/paper_desk.h"

namespace fonds {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::StartsWith;

const std::string kBank = "/api/v1/achievements";

class ApiAchievementsTest : public ApiOn<PaperDesk> {
 protected:
  ApiAchievementsTest() : kravets_(student("Кравец", "Тимофей")) {
    PaperReading paper = diploma();
    paper.place = decided(AwardPlace{Rank::second, 0}, 0.99);
    paper.date = decided(date_span_from("2024-05-15").value(), 0.99);
    store(paper, {link(kravets_, LinkState::linked, 0.99)});
    sign_in_as(Role::archivist);
  }
  [[nodiscard]] std::string id() const {
    return document_.accession + '/' + std::to_string(kravets_.value);
  }
  [[nodiscard]] std::string record() const { return kBank + '/' + percent_encoded(id()); }
  StudentId kravets_;
};

TEST_F(ApiAchievementsTest, RecordsAreChosenAndCounted) {
  const json listed = get_json(kBank);
  ASSERT_EQ(listed["items"].size(), 1U);
  EXPECT_EQ(listed["items"][0]["id"], id());
  EXPECT_EQ(listed["items"][0]["place"], "2");
  const std::string of_student = "?student=" + std::to_string(kravets_.value);
  EXPECT_EQ(get_json(kBank + of_student + "&from=2024-05-01&level=municipal")["items"].size(), 1U);
  EXPECT_TRUE(get_json(kBank + "?to=2023-12-31")["items"].empty());
  const json totals = get_json(kBank + "/totals" + of_student);
  EXPECT_EQ(totals["records"], 1);
  EXPECT_EQ(totals["counts"][0]["year"], "2023/2024");
  get_json(kBank + "?student=Kravets", 400);
  get_json(kBank + "?student=999", 404);
  get_json(kBank + "?from=2024", 400);
  get_json(kBank + "?level=cosmic", 400);
  get_json(kBank + "?year=2024", 400);
  sign_in_as(Role::auditor);
  get_json(kBank, 403);
}

TEST_F(ApiAchievementsTest, APersonStatesWhatARecordIs) {
  const json stated = send(Method::put, record(), {{"control", "итоговый"}, {"scope", "internal"}});
  EXPECT_EQ(stated["control"], "final");
  EXPECT_EQ(stated["scope"], "internal");
  EXPECT_EQ(send(Method::put, record(), {{"counts", "no"}})["done"], true);
  EXPECT_TRUE(get_json(kBank)["items"].empty());
  send(Method::put, record(), json::object(), 400);
  send(Method::put, record(), {{"scope", "cosmic"}}, 400);
  send(Method::put, record(), {{"event", "x"}}, 400);
  send(Method::put, kBank + "/2020-000099%2F1", {{"counts", "no"}}, 404);
  sign_in_as(Role::clerk);
  send(Method::put, record(), {{"counts", "yes"}}, 403);
}

TEST_F(ApiAchievementsTest, TheBankIsFrozenAndCompared) {
  get_json(kBank + "/diff", 404);
  const json frozen = send(Method::post, kBank + "/snapshots", nullptr, 201);
  EXPECT_EQ(frozen["records"], 1);
  const json listed = get_json(kBank + "/snapshots");
  EXPECT_EQ(listed["items"][0]["hash"], frozen["hash"]);
  EXPECT_TRUE(listed["due"].is_null());
  send(Method::put, record(), {{"place", "III место"}});
  EXPECT_EQ(get_json(kBank + "?snapshot=1")["items"][0]["place"], "2");
  get_json(kBank + "?snapshot=9", 404);
  const json changed = get_json(kBank + "/diff")["changed"];
  ASSERT_EQ(changed.size(), 1U);
  EXPECT_EQ(changed[0]["facts"]["place"]["after"], "3");
  EXPECT_TRUE(get_json(kBank + "/diff?before=1&after=1")["changed"].empty());
  sign_in_as(Role::teacher);
  get_json(kBank + "/snapshots", 403);
}

TEST_F(ApiAchievementsTest, TablesAreTakenOutWithTheirEntryOfTheJournal) {
  const Response csv = ask(Method::get, kBank + "/export");
  EXPECT_EQ(header(csv, "Content-Type"), "text/csv; charset=utf-8");
  EXPECT_THAT(csv.body, HasSubstr(id()));
  EXPECT_EQ(header(csv, "Fonds-Journal-Hash").size(), 64U);
  EXPECT_THAT(ask(Method::get, kBank + "/export?format=xlsx").body, StartsWith("PK"));
  get_json(kBank + "/export?format=pdf", 400);
  sign_in_as(Role::clerk);
  get_json(kBank + "/export", 403);
}

TEST_F(ApiAchievementsTest, OnlyWhoConsentedIsToBePublished) {
  const std::string list = kBank + "/publication-list";
  const json before = get_json(list);
  EXPECT_TRUE(before["items"].empty());
  EXPECT_EQ(before["left_students"], 1);
  Consent consent;
  consent.student = kravets_;
  consent.given_on = {2024, 9, 1};
  ArchiveConsents(archive()).add(local_archivist(), consent, "");
  EXPECT_EQ(get_json(list)["items"][0]["holder"], "Кравец Тимофей");
  EXPECT_THAT(ask(Method::get, list + "?format=csv").body, HasSubstr("Кравец Тимофей"));
  get_json(list + "?snapshot=1", 400);
}

}  // namespace
}  // namespace fonds

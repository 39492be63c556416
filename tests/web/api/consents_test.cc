#include "archive/made_papers.h"
#include "archive/review.h"
#include "web/api/api_desk.h"
#include "web/paper_desk.h"

namespace fonds {
namespace {

using nlohmann::json;

const std::string kConsents = "/api/v1/consents";
const std::string kBlocks = "/api/v1/blocks";

class ApiConsentsTest : public ApiOn<PaperDesk> {
 protected:
  ApiConsentsTest() : kravets_(student("Кравец", "Тимофей")) { sign_in_as(Role::clerk); }
  json said(const json& more = json::object()) {
    json fields{{"student", kravets_.value}};
    fields.update(more);
    return fields;
  }
  /// A recognised paper that seems to be a consent of the student.
  std::string consent_paper() {
    const auto file = temp_.beside() / "consent.pdf";
    write_to(file, paper_pdf("СОГЛАСИЕ\nдаю согласие на публикацию имени сына\n"
                             "на сайте учреждения"));
    const std::string accession = temp_.add(file).at(0).document.accession;
    temp_.work();
    const Actor clerk{"osipova", Role::clerk};
    ArchiveReview review(archive());
    review.set(clerk, accession, "kind", "consent");
    review.set(clerk, accession, "date", "15.05.2024");
    review.set_link(clerk, accession, kravets_, LinkState::linked);
    return accession;
  }
  StudentId kravets_;
};

TEST_F(ApiConsentsTest, AConsentIsPutOnRecordAndWithdrawn) {
  const json given = send(
      Method::post, kConsents,
      said({{"on", "2024-09-01"}, {"given_by", "Кравец Ольга"}, {"document", document_.accession}}),
      201);
  EXPECT_EQ(given["scope"], "publication");
  EXPECT_EQ(given["holds"], true);
  EXPECT_EQ(given["document"], document_.id.value);
  const std::string of_student = kConsents + "?student=" + std::to_string(kravets_.value);
  EXPECT_EQ(get_json(of_student)["items"][0]["id"], given["id"]);
  const json withdrawn =
      send(Method::post, kConsents + "/withdrawals", said({{"on", "2025-01-10"}}), 201);
  EXPECT_EQ(withdrawn["items"][0]["withdrawn_on"], "2025-01-10");
  EXPECT_EQ(get_json(kConsents)["items"][0]["holds"], false);
}

TEST_F(ApiConsentsTest, WhatMakesNoConsentIsRefused) {
  send(Method::post, kConsents, said(), 400);
  send(Method::post, kConsents, said({{"on", "2999-01-01"}}), 400);
  send(Method::post, kConsents, said({{"on", "2024-09-01"}, {"scope", "all"}}), 400);
  send(Method::post, kConsents, said({{"on", "2024-09-01"}, {"since", "2024-09-01"}}), 400);
  send(Method::post, kConsents, {{"student", 999}, {"on", "2024-09-01"}}, 404);
  send(Method::post, kConsents, said({{"on", "2024-09-01"}, {"document", "2020-999999"}}), 404);
  sign_in_as(Role::methodist);
  send(Method::post, kConsents, said({{"on", "2024-09-01"}}), 403);
  sign_in_as(Role::teacher);
  get_json(kConsents, 403);
}

TEST_F(ApiConsentsTest, AnOfferIsTakenOnce) {
  const std::string accession = consent_paper();
  const json offers = get_json(kConsents + "/offers")["items"];
  ASSERT_EQ(offers.size(), 1U);
  EXPECT_EQ(offers[0]["accession"], accession);
  EXPECT_EQ(offers[0]["says"], "publication");
  const std::string offer = kConsents + "/offers/" + accession;
  const json taken = send(Method::post, offer + "/accept", said({{"until", "2030-05-15"}}));
  EXPECT_EQ(taken["items"][0]["given_on"], "2024-05-15");
  EXPECT_EQ(taken["items"][0]["until"], "2030-05-15");
  send(Method::post, offer + "/accept", said(), 404);
  EXPECT_TRUE(get_json(kConsents + "/offers")["items"].empty());
}

TEST_F(ApiConsentsTest, APaperThatIsNoConsentIsOfferedNoMore) {
  const std::string offer = kConsents + "/offers/" + consent_paper();
  send(Method::post, offer + "/dismiss", json::object(), 400);
  EXPECT_EQ(send(Method::post, offer + "/dismiss", said())["done"], true);
  EXPECT_TRUE(get_json(kConsents + "/offers")["items"].empty());
  send(Method::post, offer + "/accept", said(), 404);
  EXPECT_TRUE(get_json(kConsents)["items"].empty());
}

TEST_F(ApiConsentsTest, RecordsAreClosedToUseAndOpenedAgain) {
  sign_in_as(Role::archivist);
  const json closed = send(Method::post, kBlocks,
                           {{"document", document_.accession}, {"reason", "a complaint"}}, 201);
  EXPECT_EQ(closed["subject"], "document");
  EXPECT_EQ(closed["id"], document_.id.value);
  send(Method::post, kBlocks, said({{"reason", "consent withdrawn"}}), 201);
  EXPECT_EQ(get_json(kBlocks)["items"].size(), 2U);
  sign_in_as(Role::clerk);
  get_json("/api/v1" + path(), 404);
  get_json(kBlocks, 403);
  send(Method::post, kBlocks, said({{"reason", "x"}}), 403);
  sign_in_as(Role::archivist);
  send(Method::post, kBlocks, said({{"document", document_.accession}, {"reason", "x"}}), 400);
  send(Method::post, kBlocks, said(), 400);
  send(Method::post, kBlocks, said({{"why", "x"}}), 400);
  const std::string of_document = kBlocks + "/documents/" + document_.accession;
  EXPECT_EQ(send(Method::del, of_document)["done"], true);
  send(Method::del, of_document, nullptr, 404);
  const std::string of_student = kBlocks + "/students/" + std::to_string(kravets_.value);
  EXPECT_EQ(send(Method::del, of_student)["done"], true);
  EXPECT_TRUE(get_json(kBlocks)["items"].empty());
}

}  // namespace
}  // namespace fonds

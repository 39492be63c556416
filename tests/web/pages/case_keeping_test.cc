#include "web/case_desk.h"

namespace fonds {
namespace {

using testing::HasSubstr;

class CaseKeepingTest : public CaseDesk {
 protected:
  CaseKeepingTest() { sign_in_as(Role::clerk); }
};

TEST_F(CaseKeepingTest, AVolumeIsOpenedUnderAnIndexThatIsApproved) {
  const Response sent = submit(get("/cases?year=2025"), "/cases",
                               {{"index", "02-05"}, {"title", "Протоколы"}, {"shelf", "3-2"}});
  ASSERT_EQ(location(sent), "/cases/02-05%2F2025%2F1") << words(sent);
  EXPECT_THAT(words(get(location(sent))), HasSubstr("Протоколы"));
  const Response refused = submit(get("/cases?year=2025"), "/cases", {{"index", "09-99"}});
  EXPECT_NE(refused.status, 303);
  EXPECT_GE(refused.status, 400);
  const Response no_year =
      submit(get("/cases?year=2025"), "/cases", {{"index", "02-05"}, {"year", "сто"}});
  EXPECT_EQ(no_year.status, 400);
  EXPECT_THAT(words(no_year), HasSubstr("is no number"));
}

TEST_F(CaseKeepingTest, PapersAreFiledAndTakenOut) {
  const Volume volume = open();
  const Response filed = submit(get(at(volume)), at(volume) + "/papers",
                                {{"document", document_.accession}, {"sheets", "2"}});
  EXPECT_EQ(location(filed), at(volume)) << words(filed);
  EXPECT_EQ(now(volume).documents, 1);
  EXPECT_EQ(now(volume).sheets, 2);
  submit(get(at(volume)), at(volume) + "/papers/removed");
  EXPECT_EQ(now(volume).documents, 0);
  EXPECT_EQ(post(at(volume) + "/papers", {{"document", "2020-999999"}}).status, 404);
}

TEST_F(CaseKeepingTest, TheInboxOffersWhatIsInNoVolume) {
  const Volume volume = open();
  const Response inbox = get("/cases/inbox");
  EXPECT_THAT(words(inbox), HasSubstr(document_.accession));
  const Response wrong =
      submit(inbox, "/cases/inbox", {{"document", document_.accession}, {"volume", "?"}});
  EXPECT_GE(wrong.status, 400);
  EXPECT_EQ(location(submit(inbox, "/cases/inbox",
                            {{"document", document_.accession}, {"volume", "02-05/2025/1"}})),
            "/cases/inbox");
  EXPECT_EQ(now(volume).documents, 1);
  EXPECT_THAT(words(get("/cases/inbox")), HasSubstr("Every paper is filed."));
}

TEST_F(CaseKeepingTest, AVolumeIsClosedAndOpenedAgain) {
  const Volume volume = open();
  const Response early = submit(get(at(volume)), at(volume) + "/closed", {{"first", "31.31.2025"}});
  EXPECT_EQ(early.status, 400);
  EXPECT_THAT(early.body, HasSubstr("role=\"alert\""));
  ArchiveFiling(archive()).file(clerk_, to_text(volume.key), document_.accession);
  const Response closed =
      submit(get(at(volume)), at(volume) + "/closed",
             {{"first", "2024-05-18"}, {"last", "2025-03-10"}, {"sheets", "5"}});
  ASSERT_EQ(closed.status, 303) << words(closed);
  EXPECT_EQ(now(volume).state, VolumeState::closed);
  EXPECT_EQ(now(volume).sheets, 5);
  submit(get(at(volume)), at(volume) + "/open");
  EXPECT_EQ(now(volume).state, VolumeState::open);
  const Response parted = post(at(volume) + "/parts", {{"from", "7"}});
  EXPECT_EQ(parted.status, 400) << "there is no such place";
}

TEST_F(CaseKeepingTest, AVolumeIsHandedOutOnceAndComesBack) {
  const Volume volume = open();
  const FormFields loan{{"taker", "Дрозд О. В., методист"}, {"due", "2099-01-01"}};
  const Response first = get(at(volume));
  EXPECT_EQ(location(submit(first, at(volume) + "/loan", loan)), at(volume));
  EXPECT_THAT(words(get(at(volume))), HasSubstr("Дрозд О. В., методист"));
  const Response again = post(at(volume) + "/loan", loan);
  EXPECT_GE(again.status, 400) << "somebody was faster";
  EXPECT_LT(again.status, 500);
  submit(get(at(volume)), at(volume) + "/return");
  EXPECT_THAT(words(get(at(volume))), HasSubstr("It is in its place."));
}

TEST_F(CaseKeepingTest, TitleAndShelfAreCorrected) {
  const Volume volume = open("Старый");
  submit(get(at(volume)), at(volume), {{"shelf", "3-2"}});
  EXPECT_EQ(now(volume).shelf, "3-2");
  EXPECT_EQ(now(volume).title, "Старый");
}

TEST_F(CaseKeepingTest, WhoKeepsNoCasesChangesNothing) {
  const Volume volume = open();
  for (const Role role : {Role::teacher, Role::methodist, Role::director, Role::auditor}) {
    sign_in_as(role);
    EXPECT_EQ(post("/cases", {{"index", "02-05"}}).status, 403) << name_of(role);
    EXPECT_EQ(get("/cases/inbox").status, 403);
    for (const char* deed :
         {"", "/closed", "/open", "/parts", "/loan", "/return", "/papers", "/papers/removed"}) {
      EXPECT_EQ(post(at(volume) + deed).status, 403) << name_of(role) << deed;
    }
    EXPECT_EQ(post("/cases/inbox/ready").status, 403);
  }
  EXPECT_EQ(now(volume).state, VolumeState::open);
}

}  // namespace
}  // namespace fonds

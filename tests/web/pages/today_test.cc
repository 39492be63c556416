#include "archive/blocks.h"
#include "catalogue/documents.h"
#include "catalogue/jobs.h"
#include "catalogue/loans.h"
#include "web/case_desk.h"
#include "web/desk_fixture.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::Not;

class TodayPageTest : public DeskTest {};

TEST_F(TodayPageTest, EachSeesWhatTheyMayDo) {
  sign_in_as(Role::clerk);
  EXPECT_THAT(words(get("/")), HasSubstr("Take papers in"));
  sign_in_as(Role::administrator);
  const std::string shown = words(get("/"));
  EXPECT_THAT(shown, HasSubstr("Nothing waits for you."));
  EXPECT_THAT(shown, Not(HasSubstr("Take papers in")));
  EXPECT_THAT(shown, Not(HasSubstr("Find papers")));
}

TEST_F(TodayPageTest, APaperThatCouldNotBeReadIsToldWhoeverLooksAfterTheQueue) {
  const Document made = temp_.add(quick_sample()).at(0).document;
  Transaction transaction(archive().catalogue());
  Jobs jobs(archive().catalogue());
  jobs.quarantine(transaction, jobs.last_of("recognise", made.id).value().id, "spoilt");
  Documents(archive().catalogue())
      .set_state(transaction, made.id, DocumentState::quarantined, "spoilt");
  transaction.commit();
  sign_in_as(Role::administrator);
  const Response shown = get("/");
  EXPECT_THAT(words(shown), HasSubstr("1 paper could not be read"));
  EXPECT_THAT(shown.body, HasSubstr("href=\"/health\""));
  EXPECT_THAT(words(shown), Not(HasSubstr("The last deliveries"))) << "sees no content";
  sign_in_as(Role::clerk);
  EXPECT_THAT(words(get("/")), HasSubstr("1 delivery of this week is not read whole"));
  sign_in_as(Role::director);
  EXPECT_THAT(get("/").body, Not(HasSubstr("href=\"/health\"")));
}

/// With a paper that was read and lies in no volume.
class TodayAtWork : public CaseDesk {};

TEST_F(TodayAtWork, WhatWaitsIsCountedOnlyForWhoMayCheck) {
  store(diploma());  // its number is not sure
  sign_in_as(Role::clerk);
  const Response shown = get("/");
  EXPECT_THAT(words(shown), HasSubstr("1 paper waits for a person"));
  EXPECT_THAT(shown.body, HasSubstr("href=\"/review\""));
  sign_in_as(Role::teacher);
  EXPECT_THAT(words(get("/")), Not(HasSubstr("for a person")));
}

TEST_F(TodayAtWork, TheLastDeliveriesAreToldThoseWhoTakePapersIn) {
  ArchiveIntake(archive(), clerk_, {"file", "<b>awards</b> of May"}, [](const IntakeReport&) {
  }).add(sample("doc-0011.tif"));
  sign_in_as(Role::clerk);
  const Response shown = get("/");
  EXPECT_THAT(words(shown), HasSubstr("<b>awards</b> of May"));
  EXPECT_THAT(shown.body, Not(HasSubstr("<b>awards")));
  EXPECT_THAT(shown.body, HasSubstr("href=\"/scan/deliveries/2\""));
  EXPECT_THAT(words(shown), HasSubstr("0 of 1 paper is read"));
  EXPECT_THAT(words(shown), HasSubstr("all is read"));
  EXPECT_THAT(words(shown), HasSubstr("1 delivery of this week is not read whole"));
  for (const Role role : {Role::teacher, Role::administrator, Role::auditor}) {
    sign_in_as(role);
    EXPECT_THAT(words(get("/")), Not(HasSubstr("The last deliveries"))) << name_of(role);
  }
}

TEST_F(TodayAtWork, OnlyTheFiveNewestAreTold) {
  for (int i = 0; i < 6; ++i) {
    const auto file = temp_.beside().file("note" + std::to_string(i) + ".csv",
                                          "a,b\n1," + std::to_string(i) + "\n");
    ArchiveIntake(archive(), clerk_, {"file", "lot " + std::to_string(i)}, [](const IntakeReport&) {
    }).add(file);
  }
  sign_in_as(Role::clerk);
  const std::string shown = words(get("/"));
  EXPECT_THAT(shown, HasSubstr("lot 5"));
  EXPECT_THAT(shown, HasSubstr("lot 1"));
  EXPECT_THAT(shown, Not(HasSubstr("lot 0")));
}

TEST_F(TodayAtWork, APaperInNoVolumeAndAVolumeThatShouldBeBackAreToldTheirKeeper) {
  const Volume out = open();
  Loan loan;
  loan.volume = out.id;
  loan.taker = "Выдумкина А. Б.";
  loan.issued_on = {2025, 1, 9};
  loan.due_on = {2025, 1, 20};
  Transaction transaction(archive().catalogue());
  Loans(archive().catalogue()).issue(transaction, clerk_, loan);
  transaction.commit();
  sign_in_as(Role::clerk);
  const Response shown = get("/");
  EXPECT_THAT(words(shown), HasSubstr("1 paper is in no volume"));
  EXPECT_THAT(words(shown), HasSubstr("1 volume should be back"));
  EXPECT_THAT(shown.body, HasSubstr("href=\"" + at(out) + "\""));
  EXPECT_EQ(get(at(out)).status, 200);
  sign_in_as(Role::director);
  EXPECT_THAT(words(get("/")), Not(HasSubstr("in no volume")));
}

TEST_F(TodayAtWork, WhatIsHiddenIsNotCounted) {
  store(diploma());
  ArchiveBlocks(archive()).block(local_archivist(), BlockSubject::document, document_.accession,
                                 "отзыв согласия");
  sign_in_as(Role::clerk);
  EXPECT_THAT(words(get("/")), Not(HasSubstr("in no volume")));
  EXPECT_THAT(words(get("/")), Not(HasSubstr("for a person")));
  sign_in_as(Role::archivist);
  EXPECT_THAT(words(get("/")), HasSubstr("1 paper is in no volume"));
  EXPECT_THAT(words(get("/")), HasSubstr("1 paper waits for a person"));
}

TEST_F(TodayAtWork, EveryTileLeadsToAPageItsPersonMayOpen) {
  store(diploma());
  for (const Role role : kRoles) {
    sign_in_as(role);
    const HtmlPage page(get("/").body);
    const auto links = page.all("a");
    for (const auto& link : links) {
      if (link.attribute("class") != "tile") continue;
      EXPECT_EQ(get(link.attribute("href")).status, 200) << name_of(role) << link.text;
    }
  }
}

}  // namespace
}  // namespace fonds

#include "catalogue/journal.h"

#include "catalogue/sql.h"
#include "web/desk_fixture.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::Not;

class JournalPageTest : public DeskTest {
 protected:
  void note(const Actor& actor, const char* event, const char* subject,
            const char* details = "{}") {
    Transaction transaction(archive().catalogue());
    Journal(archive().catalogue()).append(transaction, actor, event, subject, details);
    transaction.commit();
  }
  static std::size_t rows(const Response& shown) {
    return HtmlPage(shown.body).all("tr").size() - 1;
  }
};

TEST_F(JournalPageTest, AnAuditorReadsWhoDidWhatTheNewestFirst) {
  sign_in_as(Role::auditor);
  note({"osipova", Role::clerk}, "document.accepted", "document/15", R"({"pages":2})");
  note({"tkach", Role::methodist, "task"}, "document.shown", "document/15");
  const std::string shown = words(get("/journal"));
  EXPECT_LT(shown.find("paper looked at"), shown.find("paper taken in"));
  EXPECT_THAT(shown, HasSubstr("pages: 2"));
  EXPECT_THAT(shown, HasSubstr("purpose: task"));
  speak(Language::russian);
  EXPECT_THAT(words(get("/journal")), HasSubstr("документ принят"));
}

TEST_F(JournalPageTest, EntriesAreNarrowedByWhatWhoRecordAndDay) {
  sign_in_as(Role::auditor);
  note({"osipova", Role::clerk}, "document.accepted", "document/15");
  note({"tkach", Role::methodist}, "document.shown", "document/16");
  note({"tkach", Role::methodist}, "student.shown", "student/3");
  EXPECT_EQ(rows(get("/journal?event=document.")), 2U);
  EXPECT_EQ(rows(get("/journal?event=document.shown")), 1U);
  EXPECT_EQ(rows(get("/journal?actor=tkach")), 2U);
  EXPECT_EQ(rows(get("/journal?subject=document%2F15")), 1U);
  EXPECT_EQ(rows(get("/journal?actor=tkach&event=student.")), 1U);
  EXPECT_GE(rows(get("/journal?day=" + to_text(archive().clock().now()).substr(0, 10))), 1U);
  EXPECT_THAT(words(get("/journal?day=2001-01-01")), HasSubstr("No such entries."));
  EXPECT_THAT(words(get("/journal?actor=nobody")), HasSubstr("No such entries."));
}

TEST_F(JournalPageTest, ADayThatIsNoneIsToldBesideTheForm) {
  sign_in_as(Role::auditor);
  const Response shown = get("/journal?day=yesterday");
  EXPECT_EQ(shown.status, 400);
  EXPECT_THAT(shown.body, HasSubstr("role=\"alert\""));
  EXPECT_THAT(shown.body, HasSubstr("value=\"yesterday\""));
}

TEST_F(JournalPageTest, LongListsGoOnOnAFurtherPage) {
  sign_in_as(Role::auditor);
  for (int i = 0; i < 60; ++i) note({"osipova", Role::clerk}, "search.made", "search");
  const Response first = get("/journal?event=search.");
  EXPECT_EQ(rows(first), 50U);
  std::string older;
  const HtmlPage page(first.body);
  for (const auto& link : page.all("a")) {
    if (link.attribute("rel") == "next") older = link.attribute("href");
  }
  const Response second = get(older);
  EXPECT_EQ(rows(second), 10U);
  EXPECT_THAT(second.body, Not(HasSubstr("rel=\"next\"")));
  for (const char* odd : {"before=0", "before=-1", "before=x", "before=99999999999999999999"}) {
    EXPECT_EQ(rows(get(std::string("/journal?event=search.&") + odd)), 50U) << odd;
  }
}

TEST_F(JournalPageTest, WhatIsTypedIsShownEscaped) {
  sign_in_as(Role::auditor);
  const std::string hostile = "%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E";
  for (const char* field : {"event", "actor", "subject", "day", "before"}) {
    const Response shown = get("/journal?" + std::string(field) + '=' + hostile);
    EXPECT_THAT(shown.body, Not(HasSubstr("<script>alert"))) << field;
    words(shown);
  }
  note({"osipova", Role::clerk}, "document.accepted", "<script>alert(1)</script>",
       R"({"why":"<script>alert(2)</script>"})");
  EXPECT_THAT(get("/journal").body, Not(HasSubstr("<script>alert")));
}

TEST_F(JournalPageTest, TheChainIsComputedAnewAndABreakIsTold) {
  sign_in_as(Role::auditor);
  const Response whole = submit(get("/journal"), "/journal/verify");
  EXPECT_EQ(location(whole), "/journal");
  EXPECT_THAT(words(follow(whole)), HasSubstr("The journal is whole"));
  note({"osipova", Role::clerk}, "document.accepted", "document/15");
  change(archive().catalogue(), "UPDATE journal SET subject = 'document/16' WHERE number = 1");
  EXPECT_THAT(words(submit(get("/journal"), "/journal/verify")),
              HasSubstr("The journal is broken at entry 1"));
}

TEST_F(JournalPageTest, ItIsNotForThoseWhoKeepPapers) {
  for (const Role role : {Role::clerk, Role::teacher, Role::methodist, Role::administrator}) {
    sign_in_as(role);
    EXPECT_EQ(get("/journal").status, 403) << name_of(role);
    EXPECT_EQ(post("/journal/verify").status, 403) << name_of(role);
  }
}

}  // namespace
}  // namespace fonds

#include <algorithm>

#include "archive/blocks.h"
#include "archive/documents.h"
#include "archive/review.h"
#include "catalogue/journal.h"
#include "web/paper_desk.h"
#include "web/static_files.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* kHostile = "<script>alert(1)</script>";

class DocumentPageTest : public PaperDesk {};

TEST_F(DocumentPageTest, AClerkSeesThePictureTheCardAndTheText) {
  const StudentId kravets = student("Кравец", "Тимофей");
  store(diploma(), {link(kravets, LinkState::linked, 0.98)});
  sign_in_as(Role::clerk);
  const Response shown = get(path() + "?q=%D0%BF%D1%80%D0%BE%D1%82%D0%BE%D0%BA%D0%BE%D0%BB");
  ASSERT_EQ(shown.status, 200) << shown.body;
  const std::string text = words(shown);
  EXPECT_THAT(text, HasSubstr(document_.accession));
  EXPECT_THAT(text, HasSubstr("Кравец Тимофей"));
  EXPECT_THAT(text, HasSubstr("the title says ДИПЛОМ"));
  EXPECT_THAT(text, HasSubstr("97 %"));
  EXPECT_THAT(text, HasSubstr("ПРОТОКОЛ")) << "the text, for reading without the picture";
  EXPECT_THAT(shown.body, HasSubstr("src=\"" + path() + "/pages/1?side=1600\""));
  EXPECT_THAT(shown.body, HasSubstr("<rect class=\"hit\""));
  EXPECT_THAT(HtmlPage(shown.body).links(), testing::Contains("/students/1"));
  EXPECT_THAT(HtmlPage(shown.body).links(), testing::Contains("/review/" + document_.accession));
  EXPECT_THAT(shown.body, Not(HasSubstr("/files/original"))) << "a clerk takes no copies out";
  EXPECT_THAT(shown.body, Not(HasSubstr(path() + "/history")));
}

TEST_F(DocumentPageTest, ThePictureIsThereInItsLevelsAndTheViewerWhereThereIsOne) {
  sign_in_as(Role::clerk);
  const HtmlPage shown(get(path()).body);
  const auto parts = shown.all("div");
  const auto framed = std::find_if(parts.begin(), parts.end(), [](const auto& each) {
    return each.attribute("id") == "sheet-view";
  });
  ASSERT_NE(framed, parts.end());
  const Json levels = Json::parse(framed->attribute("data-levels"));
  ASSERT_FALSE(levels.empty());
  for (const Json& level : levels) {
    const Response picture = get(level["path"].get<std::string>());
    EXPECT_EQ(header(picture, "Content-Type"), "image/jpeg");
    EXPECT_THAT(header(picture, "Cache-Control"), HasSubstr("private, max-age="))
        << "the viewer takes the picture the page has";
  }
  int viewers = 0;
  const auto scripts = shown.all("script");
  for (const auto& script : scripts) {
    viewers += script.attribute("src") == page_viewer_path() ? 1 : 0;
  }
  EXPECT_EQ(viewers, page_viewer_path().empty() ? 0 : 1);
}

TEST_F(DocumentPageTest, TheArchivistMayTakeCopiesAndSeeTheHistory) {
  sign_in_as(Role::archivist);
  const Response shown = get(path());
  for (const char* door : {"/files/access", "/files/text", "/files/alto", "/files/original?which=1",
                           "/history", "/like"}) {
    EXPECT_THAT(HtmlPage(shown.body).links(), testing::Contains(path() + door));
  }
  const Response history = get(path() + "/history");
  EXPECT_THAT(words(history), HasSubstr("paper taken in"));
  EXPECT_THAT(words(history), HasSubstr("via: web"));
  EXPECT_EQ(get(path() + "/like").status, 200);
  words(get(path() + "/like"));
}

TEST_F(DocumentPageTest, WhatAPaperSaysIsTextAndNothingElse) {
  PaperReading hostile = diploma(kHostile);
  hostile.event = decided(std::string(kHostile), 0.9);
  hostile.kind.reasons = {{"the title says {}", {kHostile}}};
  store(hostile, {link(student("Примерова", "Анна"), LinkState::offered, 0.5)});
  sign_in_as(Role::archivist);
  const Response shown =
      get(path() + "?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E&mark=%22%3E%3Cscript%3Ealert(1)");
  EXPECT_EQ(shown.status, 200);
  EXPECT_THAT(shown.body, Not(HasSubstr("<script>alert")));
  EXPECT_THAT(words(shown), HasSubstr(kHostile));
}

TEST_F(DocumentPageTest, WhoMayNotSeeThePaperIsToldThatThereIsNone) {
  store(diploma(),
        {link(student("Кравец", "Тимофей", {{"collective", "Маска"}}), LinkState::linked, 0.98)});
  sign_in_as(Role::teacher, {"Акварель"});
  for (const char* door : {"", "/like", "/pages/1", "/thumbnails/1"}) {
    const Response hidden = get(path() + door);
    EXPECT_EQ(hidden.status, 404) << door;
    EXPECT_THAT(hidden.body, Not(HasSubstr("Кравец")));
    const Response none = get("/documents/2020-999999" + std::string(door));
    EXPECT_EQ(none.status, 404) << door;
  }
  EXPECT_EQ(get(path() + "/history").status, 403);
  EXPECT_EQ(get(path() + "/files/original").status, 403);
  sign_in_as(Role::auditor);
  EXPECT_EQ(get(path()).status, 403);
}

TEST_F(DocumentPageTest, ALookStandsInTheJournalAndSaysNoName) {
  sign_in_as(Role::clerk);
  Journal journal(archive().catalogue());
  const EntryNumber before = journal.head();
  get(path());
  const auto entries = journal.after(before, 10);
  ASSERT_FALSE(entries.empty());
  EXPECT_EQ(entries.front().event, "document.shown");
  EXPECT_EQ(entries.front().actor, "d.clerk");
}

TEST_F(DocumentPageTest, APaperThatWaitsIsShownBeforeItIsRead) {
  const Document waiting = temp_.add(sample("scan_0028.jpg")).at(0).document;
  sign_in_as(Role::clerk);
  const Response shown = get("/documents/" + waiting.accession);
  ASSERT_EQ(shown.status, 200) << shown.body;
  EXPECT_THAT(words(shown), HasSubstr("waits for recognition"));
  EXPECT_THAT(shown.body, HasSubstr("/pages/1?side=1600"));
  EXPECT_THAT(shown.body, Not(HasSubstr("/thumbnails/")));
}

}  // namespace
}  // namespace fonds

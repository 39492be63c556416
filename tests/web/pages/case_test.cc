#include "web/case_desk.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr const char* kHostile = "<script>alert(1)</script>";

class CasePageTest : public CaseDesk {};

TEST_F(CasePageTest, VolumesAreListedByYearAndFoundByIndexAndTitle) {
  const Volume first = open("Протоколы");
  open("", "02-06");
  sign_in_as(Role::clerk);
  const Response listed = get("/cases?year=2025");
  EXPECT_THAT(words(listed), HasSubstr("2 volumes"));
  EXPECT_THAT(HtmlPage(listed.body).links(), testing::Contains(at(first)));
  EXPECT_THAT(words(get("/cases?year=2024")), HasSubstr("no such volume"));
  const std::string found = words(get("/cases?year=all&q=%D0%BF%D1%80%D0%BE%D1%82%D0%BE%D0%BA"));
  EXPECT_THAT(found, HasSubstr("02-05/2025/1"));
  EXPECT_THAT(found, Not(HasSubstr("02-06/2025/1")));
  EXPECT_THAT(words(get("/cases?year=2025&q=02-06")), HasSubstr("1 volume"));
}

TEST_F(CasePageTest, AVolumeShowsItsPapersAndWhatIsPrintedOfIt) {
  const Volume volume = open("Протоколы");
  ArchiveFiling(archive()).file(clerk_, to_text(volume.key), document_.accession);
  sign_in_as(Role::archivist);
  const Response shown = get(at(volume));
  ASSERT_EQ(shown.status, 200) << shown.body;
  EXPECT_THAT(words(shown), HasSubstr(document_.accession));
  EXPECT_THAT(words(shown), HasSubstr("Протоколы"));
  EXPECT_THAT(words(shown), HasSubstr("until when, and why"));
  EXPECT_THAT(HtmlPage(shown.body).links(), testing::Contains(path()));
  EXPECT_THAT(HtmlPage(get(path()).body).links(), testing::Contains(at(volume)));
  for (const char* form : {"cover", "inventory", "card", "use"}) {
    const Response printed = get(at(volume) + "/forms/" + form);
    EXPECT_THAT(printed.body, StartsWith("%PDF-")) << form;
    EXPECT_EQ(header(printed, "Content-Type"), "application/pdf");
    EXPECT_THAT(header(printed, "Content-Disposition"),
                HasSubstr("filename=\"02-05-2025-1-" + std::string(form) + ".pdf\""));
  }
  EXPECT_EQ(get(at(volume) + "/forms/passwd").status, 404);
  EXPECT_EQ(get("/cases/02-05%2F2025%2F9").status, 404);
}

TEST_F(CasePageTest, TitlesAreTextAndRolesAreKept) {
  const Volume volume = open(kHostile);
  sign_in_as(Role::methodist);
  for (const std::string& page : {std::string("/cases?year=2025&q=%3Cscript%3Ealert(1)"),
                                  std::string("/cases?year=2025"), at(volume)}) {
    const Response shown = get(page);
    EXPECT_EQ(shown.status, 200);
    EXPECT_THAT(shown.body, Not(HasSubstr("<script>alert")));
    EXPECT_THAT(shown.body, Not(HasSubstr("method=\"post\" action=\"/cases")));
    words(shown);
  }
  for (const Role role : {Role::teacher, Role::auditor, Role::administrator}) {
    sign_in_as(role);
    EXPECT_EQ(get("/cases").status, 403) << name_of(role);
    EXPECT_EQ(get(at(volume)).status, 403) << name_of(role);
    EXPECT_EQ(get(at(volume) + "/forms/cover").status, 403) << name_of(role);
  }
}

}  // namespace
}  // namespace fonds

#include "web/pages/portfolio.h"

#include "archive/blocks.h"
#include "catalogue/journal.h"
#include "web/paper_desk.h"

namespace fonds {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class PortfolioPageTest : public PaperDesk {
 protected:
  PortfolioPageTest()
      : kravets_(
            student("Кравец", "Тимофей", {{"collective", "Маска"}, {"school_year", "2023/2024"}})),
        li_(student("Ли", "Анна", {{"collective", "Акварель"}})) {
    PaperReading made = diploma();
    made.date = decided(*date_span_from("2024-05-15"), 0.97);
    store(made, {link(kravets_, LinkState::linked, 0.98)});
  }
  static std::string card(StudentId id) { return "/students/" + std::to_string(id.value); }
  std::string pdf() const { return card(kravets_) + "/portfolio.pdf"; }
  std::string zip() const { return card(kravets_) + "/portfolio.zip"; }
  std::vector<std::string> links() { return HtmlPage(get(card(kravets_)).body).links(); }
  StudentId kravets_;
  StudentId li_;
};

TEST_F(PortfolioPageTest, WhoeverMayTakesItAsPdfAndAsZip) {
  sign_in_as(Role::archivist);
  EXPECT_THAT(links(), Contains(pdf()));
  EXPECT_THAT(links(), Contains(zip()));
  const Response whole = get(pdf());
  ASSERT_EQ(whole.status, 200) << whole.body;
  EXPECT_EQ(header(whole, "Content-Type"), "application/pdf");
  EXPECT_THAT(
      header(whole, "Content-Disposition"),
      StartsWith("attachment; filename=\"portfolio-" + std::to_string(kravets_.value) + ".pdf\""));
  EXPECT_THAT(body(whole), StartsWith("%PDF-1.4"));
  const Response packed = get(zip());
  ASSERT_EQ(packed.status, 200) << packed.body;
  EXPECT_EQ(header(packed, "Content-Type"), "application/zip");
  EXPECT_THAT(body(packed), StartsWith("PK"));
  EXPECT_THAT(body(packed), HasSubstr("originals/2024-05-15 Diploma " + document_.accession));
}

TEST_F(PortfolioPageTest, LinksAreShownOnlyToWhomTheyLeadSomewhere) {
  sign_in_as(Role::teacher, {"Маска"});
  EXPECT_THAT(links(), Contains(pdf()));
  EXPECT_THAT(links(), Not(Contains(zip())));
  EXPECT_EQ(get(pdf()).status, 200);
  EXPECT_EQ(get(zip()).status, 403);
  sign_in_as(Role::methodist);
  EXPECT_EQ(get(pdf()).status, 200);
  EXPECT_EQ(get(zip()).status, 403);
  for (const Role role : {Role::auditor, Role::administrator}) {
    sign_in_as(role);
    EXPECT_EQ(get(pdf()).status, 403) << name_of(role);
    EXPECT_EQ(get(zip()).status, 403) << name_of(role);
  }
  sign_in_as(Role::archivist);
  EXPECT_THAT(get(card(li_)).body, Not(HasSubstr("portfolio"))) << "there is nothing to take";
}

TEST_F(PortfolioPageTest, OfAnotherCollectivesStudentThereIsNone) {
  const StudentId strange = student("Чижова", "Мария", {{"collective", "Лира"}});
  sign_in_as(Role::teacher, {"Лира"});
  EXPECT_EQ(get(pdf()).status, 404);
  EXPECT_THAT(get(pdf()).body, Not(HasSubstr("Кравец")));
  EXPECT_EQ(get(card(strange) + "/portfolio.pdf").status, 404) << "no papers";
  EXPECT_EQ(get("/students/x/portfolio.pdf").status, 404);
  EXPECT_EQ(get("/students/999/portfolio.pdf").status, 404);
}

TEST_F(PortfolioPageTest, TheFormOfThePageChooses) {
  sign_in_as(Role::archivist);
  EXPECT_THAT(get(card(kravets_)).body, HasSubstr("<option value=\"2023/2024\">"));
  EXPECT_EQ(get(pdf() + "?year=2023%2F2024&scope=external&birth_date=yes").status, 200);
  EXPECT_EQ(get(pdf() + "?year=&scope=&paper=").status, 200) << "as the form sends it";
  EXPECT_EQ(get(pdf() + "?paper=" + document_.accession).status, 200);
  EXPECT_EQ(get(pdf() + "?year=2019%2F2020").status, 404);
  EXPECT_EQ(get(pdf() + "?scope=internal").status, 404);
  EXPECT_EQ(get(pdf() + "?paper=2020-000009").status, 404);
  EXPECT_EQ(get(pdf() + "?year=soon").status, 400);
  EXPECT_EQ(get(pdf() + "?scope=%3Cscript%3E").status, 400);
  EXPECT_THAT(get(pdf() + "?year=%3Cscript%3Ealert(1)").body, Not(HasSubstr("<script>alert")));
}

TEST_F(PortfolioPageTest, ABlockedStudentIsNotThere) {
  ArchiveBlocks(archive()).block(local_archivist(), BlockSubject::student,
                                 std::to_string(kravets_.value), "consent withdrawn");
  sign_in_as(Role::clerk);
  EXPECT_EQ(get(pdf()).status, 404);
}

TEST_F(PortfolioPageTest, EachIsInTheJournal) {
  sign_in_as(Role::archivist);
  get(zip());
  Journal journal(archive().catalogue());
  const JournalEntry entry = journal.after(journal.head() - 1, 1).at(0);
  EXPECT_EQ(entry.event, "student.portfolio_taken");
  EXPECT_EQ(entry.actor, "d.archivist");
}

}  // namespace
}  // namespace fonds

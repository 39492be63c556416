#include "archive/portfolio_papers.h"

#include <gmock/gmock.h>

#include "archive/blocks.h"
#include "archive/disclosure_fixture.h"
#include "catalogue/documents.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class PortfolioPapersTest : public DisclosureFixture {
 protected:
  PortfolioPapers found(const PortfolioChoice& choice = {}, const Actor* by = nullptr) {
    return portfolio_papers(temp_.archive(),
                            Viewer(temp_.archive(), by == nullptr ? archivist_ : *by), prohor_,
                            choice);
  }
  std::vector<DocumentId> ids(const PortfolioChoice& choice = {}) {
    std::vector<DocumentId> ids;
    for (const PortfolioPaper& each : found(choice).papers) ids.push_back(each.document.id);
    return ids;
  }
  PortfolioChoice chosen(const PortfolioWishes& wishes) {
    return portfolio_choice(temp_.archive().words(), wishes);
  }
  DocumentId award(const char* kind, const char* date) {
    PaperReading made = paper_of(kind, date, {mention("Зябликову Прохору", PersonRole::holder)});
    made.level = decided(Level::regional, 0.97);
    return paper(made, {link_to(prohor_, 1)});
  }
  static PortfolioPaper named(const char* day, const char* kind, const char* number,
                              std::vector<Original> originals) {
    PortfolioPaper made;
    made.document.accession = "2026-000123";
    made.document.originals = std::move(originals);
    made.said.day = day;
    made.said.kind = kind;
    made.said.number = number;
    return made;
  }
};

TEST_F(PortfolioPapersTest, OwnPapersTheLatestFirstAndUndatedLast) {
  const DocumentId undated = award("gratitude", "");
  const DocumentId early = award("diploma", "2023-05-15");
  const DocumentId late = award("certificate", "2024-11-02");
  protocol();
  const DocumentId same_day = award("honor_certificate", "2023-05-15");
  EXPECT_THAT(ids(), ElementsAre(late, early, same_day, undated)) << "never the protocol";
  EXPECT_EQ(found().papers[0].level, "regional");
  EXPECT_EQ(found().papers[0].said.event, "конкурс «Капель»");
}

TEST_F(PortfolioPapersTest, NoPaperThatNamesAnotherLearner) {
  paper(paper_of("diploma", "2024-05-15",
                 {mention("Зябликову Прохору", PersonRole::holder),
                  mention("Чижовой Марии", PersonRole::holder)}),
        {link_to(prohor_, 1)});
  paper(paper_of("application", "2024-05-15", {mention("Зябликов Прохор", PersonRole::holder)}),
        {link_to(prohor_, 1)});
  paper(paper_of("diploma", "2024-05-15", {mention("Зябликову П.", PersonRole::holder)}),
        {link_to(prohor_, 1, LinkState::offered)});
  EXPECT_EQ(fault_of([&] { found(); }), Fault::not_found);
  const DocumentId own = diploma();
  EXPECT_THAT(ids(), ElementsAre(own));
  EXPECT_EQ(found().undecided, 1) << "the offered one";
}

TEST_F(PortfolioPapersTest, OnlyOfTheYearOrTheDaysChosen) {
  const DocumentId before = award("diploma", "2023-05-15");
  const DocumentId after = award("diploma", "2023-10-01");
  award("diploma", "");
  EXPECT_THAT(ids(chosen({.year = "2022/2023"})), ElementsAre(before));
  EXPECT_THAT(ids(chosen({.year = "2023"})), ElementsAre(after, before));
  EXPECT_THAT(ids(chosen({.from = "01.09.2023"})), ElementsAre(after));
  EXPECT_THAT(ids(chosen({.to = "2023-09-01"})), ElementsAre(before));
  EXPECT_EQ(fault_of([&] { ids(chosen({.year = "2019/2020"})); }), Fault::not_found);
  EXPECT_EQ(fault_of([&] { ids(chosen({.from = "02.01.2024", .to = "01.01.2024"})); }),
            Fault::usage);
}

TEST_F(PortfolioPapersTest, OnlyChosenPapersWhichMustBeOwnOnes) {
  const DocumentId one = award("diploma", "2023-05-15");
  const DocumentId other = award("diploma", "2024-05-15");
  const DocumentId shared = protocol();
  const std::string accession = Documents(temp_.archive().catalogue()).find(one)->accession;
  EXPECT_THAT(ids(chosen({.papers = {accession, accession, " "}})), ElementsAre(one));
  EXPECT_THAT(ids(chosen({.papers = {accession, std::to_string(other.value)}})),
              ElementsAre(other, one));
  // A paper of several children, one of nobody's, none at all: one and the same answer.
  std::string said;
  for (const std::string& wrong :
       {std::to_string(shared.value), document_.accession, std::string("2020-000009")}) {
    try {
      ids(chosen({.papers = {accession, wrong}}));
      ADD_FAILURE() << wrong;
    } catch (const Error& error) {
      EXPECT_EQ(error.fault(), Fault::not_found);
      EXPECT_THAT(error.message(), HasSubstr(wrong));
      EXPECT_TRUE(said.empty() || said == error.hint());
      said = error.hint();
    }
  }
}

TEST_F(PortfolioPapersTest, OnlyOfTheScopeChosen) {
  const DocumentId outside = award("diploma", "2023-05-15");  // of a region
  PaperReading own =
      paper_of("diploma", "2024-05-15", {mention("Зябликову Прохору", PersonRole::holder)});
  own.level = decided(Level::institution, 0.97);
  const DocumentId inside = paper(own, {link_to(prohor_, 1)});
  EXPECT_THAT(ids(chosen({.scope = "external"})), ElementsAre(outside));
  EXPECT_THAT(ids(chosen({.scope = " Internal "})), ElementsAre(inside));
}

TEST_F(PortfolioPapersTest, BlockedPapersAreThereForWhomMaySeeThemOnly) {
  const DocumentId open = award("diploma", "2023-05-15");
  const DocumentId blocked = award("diploma", "2024-05-15");
  ArchiveBlocks(temp_.archive())
      .block(archivist_, BlockSubject::document, std::to_string(blocked.value), "отзыв");
  EXPECT_THAT(ids(), ElementsAre(blocked, open));
  const PortfolioPapers seen = found({}, &clerk_);
  ASSERT_EQ(seen.papers.size(), 1U);
  EXPECT_EQ(seen.papers[0].document.id, open);
}

TEST_F(PortfolioPapersTest, WhatIsTypedWronglyIsSaidWithTheWayToWriteIt) {
  EXPECT_EQ(fault_of([&] { chosen({.year = "прошлый"}); }), Fault::usage);
  EXPECT_EQ(fault_of([&] { chosen({.year = "2023", .from = "01.01.2023"}); }), Fault::usage);
  EXPECT_EQ(fault_of([&] { chosen({.from = "вчера"}); }), Fault::usage);
  EXPECT_EQ(fault_of([&] { chosen({.scope = "some"}); }), Fault::usage);
  EXPECT_THAT(chosen({.papers = {"", " "}}).papers, IsEmpty());
  EXPECT_FALSE(chosen({}).from);
}

TEST_F(PortfolioPapersTest, NamesOfFilesAreMadeOfTheCardAndAreSafe) {
  const Original scan{"", 1, FileKind::jpeg, "../../etc/passwd"};
  EXPECT_EQ(file_name_of(named("2024-05-15", "Диплом", "17", {scan}), 1),
            "2024-05-15 Диплом 17 2026-000123.jpg");
  EXPECT_EQ(file_name_of(named("2024-05-15", "Диплом", "", {scan, scan}), 2),
            "2024-05-15 Диплом 2026-000123-02.jpg");
  EXPECT_EQ(file_name_of(named("", "Диплом", "", {scan}), 1), "undated Диплом 2026-000123.jpg");
  EXPECT_EQ(file_name_of(named("2024-05-10/2024-05-12", "Диплом", "8/9", {scan}), 1),
            "2024-05-10-2024-05-12 Диплом 8-9 2026-000123.jpg");
  const std::string hostile =
      file_name_of(named("2023/2024", "..\\..\\x\n<b>|:*?\"", "\xE2\x80\xAE../..", {scan}), 1);
  for (const char* sign : {"/", "\\", "\n", "<", ">", "|", ":", "*", "?", "\"", "\xE2\x80\xAE"}) {
    EXPECT_THAT(hostile, Not(HasSubstr(sign)));
  }
  EXPECT_LT(file_name_of(named("2024", std::string(999, 'x').c_str(), "1", {scan}), 1).size(),
            120U);
  EXPECT_EQ(file_name_of(named("2024", "Грамота", "", {{"", 1, FileKind::other, "a.exe"}}), 1),
            "2024 Грамота 2026-000123");
}

}  // namespace
}  // namespace fonds

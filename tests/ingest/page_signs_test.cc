#include "ingest/page_signs.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

constexpr double kOrdinaryTitle = 6;

PageSigns titled(double points = kOrdinaryTitle) {
  PageSigns signs;
  signs.title = points;
  signs.title_words = "ПРОТОКОЛ";
  return signs;
}

PageSigns numbered(int number, bool follows) {
  PageSigns signs;
  signs.page_number = number;
  signs.number_follows = follows;
  return signs;
}

TEST(PageSigns, ATitleProposesAndSaysWhich) {
  const auto decision = propose_boundary(titled());

  EXPECT_EQ(decision.value, true);
  ASSERT_EQ(decision.reasons.size(), 1U);
  EXPECT_EQ(decision.reasons[0].with, std::vector<std::string>{"ПРОТОКОЛ"});
}

TEST(PageSigns, TheTitleOfAnAwardIsSurerThanOneThatMayHeadAChapter) {
  PageSigns award = titled();
  award.award = true;
  PageSigns heading = titled();
  heading.heading = true;

  EXPECT_GT(propose_boundary(award).confidence, propose_boundary(titled()).confidence);
  EXPECT_FALSE(propose_boundary(heading).value);
  heading.opening = true;
  EXPECT_EQ(propose_boundary(heading).value, true) << "under a letterhead it heads a paper";
}

TEST(PageSigns, AWeakTitleNeedsMoreThanItself) {
  PageSigns signs = titled(2);
  EXPECT_FALSE(propose_boundary(signs).value);
  signs.before_is_signed = true;
  signs.opening = true;
  EXPECT_EQ(propose_boundary(signs).value, true);
}

TEST(PageSigns, PapersAreToldWithoutTheirTitleBySeveralSigns) {
  PageSigns signs;
  signs.opening = true;
  EXPECT_FALSE(propose_boundary(signs).value);
  signs.before_is_signed = true;
  EXPECT_EQ(propose_boundary(signs).value, true);
}

TEST(PageSigns, AHigherPageNumberOrATableThatGoesOnSpeaksAgainst) {
  PageSigns table;
  table.continues_table = true;
  EXPECT_EQ(propose_boundary(numbered(2, true)).value, false);
  EXPECT_EQ(propose_boundary(table).value, false);
  PageSigns both = numbered(3, true);
  both.continues_table = true;
  EXPECT_GT(propose_boundary(both).confidence, propose_boundary(table).confidence);
}

/// The sheets of a case are numbered on over its papers.
TEST(PageSigns, ANumberThatIsNotTheNextSaysLittle) {
  PageSigns award = titled();
  award.award = true;
  award.page_number = 17;
  award.before_is_award = true;

  EXPECT_EQ(propose_boundary(award).value, true);
  award.number_follows = true;
  EXPECT_FALSE(propose_boundary(award).value);
}

TEST(PageSigns, AnAnnexBelongsToThePaperBefore) {
  PageSigns signs = titled();
  signs.annex = AnnexTo::paper_before;
  EXPECT_EQ(propose_boundary(signs).value, false);
  signs.annex = AnnexTo::something;
  EXPECT_FALSE(propose_boundary(signs).value);
  signs.annex = AnnexTo::another;
  EXPECT_EQ(propose_boundary(signs).value, true) << "a form filled in stands for itself";
}

TEST(PageSigns, TheTitleOfTheBookItBelongsToIsNone) {
  PageSigns signs = titled();
  signs.repeats_title = true;
  EXPECT_EQ(propose_boundary(signs).value, false);
}

TEST(PageSigns, AbstainsWithoutSignsAndWhenTheyContradict) {
  EXPECT_FALSE(propose_boundary({}).value);
  PageSigns format;
  format.other_format = true;
  EXPECT_FALSE(propose_boundary(format).value) << "another size alone";
  PageSigns signs = titled();
  signs.continues_table = true;
  EXPECT_FALSE(propose_boundary(signs).value);
  EXPECT_EQ(propose_boundary(signs).reasons.size(), 2U) << "both are told";
  EXPECT_FALSE(propose_boundary(numbered(1, false)).value) << "a chapter may be numbered anew";
}

TEST(PageSigns, ConfidenceIsOfWhatIsSaid) {
  for (const PageSigns& signs : {PageSigns{}, titled(), titled(1), numbered(2, true)}) {
    const auto decision = propose_boundary(signs);
    EXPECT_GE(decision.confidence, decision.value ? 0.8 : 0.5);
    EXPECT_LE(decision.confidence, 1);
  }
}

}  // namespace
}  // namespace fonds

#include "archive/stack_parts.h"

#include <gmock/gmock.h>

#include "archive/desk.h"
#include "archive/job_desk.h"
#include "archive/presets.h"
#include "archive/review.h"
#include "archive/stacks_fixture.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class StackPartsTest : public StacksFixture {};

StackPart pages(int first, int count) { return {{first, count}, {}}; }

TEST(PartedAt, PagesGoToThePaperThatBeginsBeforeThemWithoutBlankEnds) {
  const std::vector<bool> blank{false, true, false, false, true, true, false};
  EXPECT_THAT(parted_at({3, 7}, blank), ElementsAre(pages(1, 1), pages(3, 2), pages(7, 1)));
  EXPECT_THAT(parted_at({4, 1, 4}, blank), ElementsAre(pages(1, 3), pages(4, 4)));
  EXPECT_THAT(parted_at({2, 3}, blank), ElementsAre(pages(1, 1), pages(3, 5)))
      << "a blank page is no paper";
}

TEST_F(StackPartsTest, SheetsBetweenThePapersPartTheStackByThemselves) {
  const Document stack =
      add({printed_batch_sheet(kFirst).pdf, diploma("Громов Пётр"), printed_batch_sheet({}).pdf,
           diploma("Лужин Яков"), printed_batch_sheet(kSecond).pdf, diploma("Белых Анна")});

  ASSERT_TRUE(is_parted(stack));
  const auto papers = papers_of(stack);
  ASSERT_EQ(papers.size(), 5U) << "two sheets that say something, three papers";
  for (const Document& paper : papers) {
    EXPECT_EQ(paper.state, DocumentState::recognised);
    EXPECT_EQ(paper.pages.size(), 1U);
  }
  EXPECT_TRUE(is_sheet(temp_.archive(), papers[0].id));
  for (const Document& paper : papers) EXPECT_EQ(paper.run, 1) << "nothing is read twice";
  EXPECT_NE(text_of(papers[1]).find("Громов"), std::string::npos);
  EXPECT_NE(text_of(papers[2]).find("Лужин"), std::string::npos);
  EXPECT_EQ(preset_of(temp_.archive(), papers[1].id)->says, kFirst);
  EXPECT_EQ(preset_of(temp_.archive(), papers[2].id)->says, kFirst);
  EXPECT_EQ(preset_of(temp_.archive(), papers[4].id)->says, kSecond);
  const auto counts = ArchiveDesk(temp_.archive()).counts(clerk_, stack.parts);
  ASSERT_EQ(counts.size(), 2U);
  EXPECT_EQ(counts[0].papers.found, 2);
  EXPECT_EQ(counts[1].papers.found, 1);
  EXPECT_THAT(ArchiveDesk(temp_.archive()).counts(clerk_, stack.intake), IsEmpty());
}

TEST_F(StackPartsTest, APersonsWordIsNotLostToSheetsFoundLater) {
  const auto file =
      stack_file({diploma("Громов Пётр"), printed_batch_sheet({}).pdf, diploma("Лужин Яков")});
  const Document stack = temp_.add(file).at(0).document;
  ArchiveReview review(temp_.archive());
  review.set(clerk_, stack.accession, "kind", "диплом");
  temp_.work();
  EXPECT_FALSE(is_parted(now(stack)));
  EXPECT_TRUE(review.show(clerk_, stack.accession).open.parts) << "a person decides";
  stacks().keep_whole(clerk_, stack.accession);
  EXPECT_FALSE(review.show(clerk_, stack.accession).open.parts);
  ArchiveJobs(temp_.archive()).recognise_again(clerk_, stack.accession);
  temp_.work();
  EXPECT_FALSE(review.show(clerk_, stack.accession).open.parts) << "now and ever after";
}

/// Splitting a stack and filing its parts gives the same records as filing each part alone.
TEST_F(StackPartsTest, TheStackGivesWhatItsPartsGiveEachAlone) {
  const std::vector<std::string> pages{diploma("Громов Пётр"), printed_batch_sheet(kFirst).pdf,
                                       diploma("Лужин Яков"), printed_batch_sheet({}).pdf,
                                       diploma("Белых Анна")};
  const Document stack = add(pages);
  ASSERT_TRUE(is_parted(stack));
  TempArchive apart;
  const auto folder = apart.beside() / "alone";
  boost::filesystem::create_directory(folder);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (i != 3) write_to(folder / (std::to_string(i) + ".pdf"), pages[i]);  // the bare separator
  }
  std::vector<Document> alone;
  for (const IntakeReport& report : apart.add(folder)) alone.push_back(report.document);
  apart.work();

  const auto papers = papers_of(stack);
  ASSERT_EQ(papers.size(), alone.size());
  const auto card = [&](TempArchive& temp, const Document& document) {
    const Reviewed reviewed = ArchiveReview(temp.archive()).show(clerk_, document.accession);
    std::string all;
    for (const FieldValue& value : reviewed.stored.card.values) {
      all += value.field + '=' + value.value + '\n';
    }
    for (const PersonMention& person : reviewed.stored.card.mentions) all += person.printed + '\n';
    return all;
  };
  for (std::size_t i = 0; i < papers.size(); ++i) {
    EXPECT_EQ(card(temp_, papers[i]), card(apart, alone[i])) << i;
    const auto said = preset_of(temp_.archive(), papers[i].id);
    const auto said_alone = preset_of(apart.archive(), alone[i].id);
    ASSERT_EQ(said.has_value(), said_alone.has_value()) << i;
    if (!said) continue;
    EXPECT_EQ(said->says, said_alone->says) << i;
  }
}

}  // namespace
}  // namespace fonds

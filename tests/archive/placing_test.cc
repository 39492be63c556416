#include "archive/placing.h"

#include <gtest/gtest.h>

#include "archive/cases_fixture.h"
#include "catalogue/cards.h"

namespace fonds {
namespace {

class PlacingTest : public CasesFixture {
 protected:
  /// "ready 02-05/2024/1"
  std::string placed(const Document& document) {
    const auto cards = Cards(archive_->catalogue()).load_facts({document.id});
    const InboxPaper paper = VolumePlacing(*archive_).place(document, cards.at(document.id));
    return std::string(name_of(paper.placing)) + " " + to_text(paper.key);
  }
};

TEST_F(PlacingTest, WhatIsSettledSaysWhere) {
  EXPECT_EQ(placed(paper("02-05", "2024-05-15")), "ready 02-05/2024") << "to be opened";
  open("02-05", 2024);
  EXPECT_EQ(placed(paper("02-05", "2024-05-15")), "ready 02-05/2024/1");
  EXPECT_EQ(placed(paper("02-05", "2025-01-15")), "ready 02-05/2025");
}

TEST_F(PlacingTest, WhatIsNotSettledIsLeftToAPerson) {
  EXPECT_EQ(placed(paper("", "2024-05-15")), "no_case ");
  EXPECT_EQ(placed(paper("02-05", "")), "no_date 02-05");
  EXPECT_EQ(placed(paper("02-05", "2023-01-15")), "no_nomenclature 02-05/2023");
  EXPECT_EQ(placed(paper("02-44", "2024-01-15")), "no_item 02-44/2024");
  EXPECT_EQ(placed(paper("02-09", "2024-01-15")), "no_item 02-09/2024") << "in reserve";
}

TEST_F(PlacingTest, ASchoolYearIsFiledUnderTheYearItBegan) {
  EXPECT_EQ(placed(paper("02-03", "2024-09-15")), "ready 02-03/2024");
  EXPECT_EQ(placed(paper("02-03", "2025-05-15")), "ready 02-03/2024");
  EXPECT_EQ(placed(paper("02-03", "2024-05-15")), "ready 02-03/2024")
      << "there was no nomenclature when that school year began";
}

TEST_F(PlacingTest, AnOngoingCaseTakesPapersOfLaterYears) {
  const StudentId somebody = student("Выдумкин");
  NewVolume personal;
  personal.student = somebody;
  open("02-02", 2024, personal);
  EXPECT_EQ(placed(paper("02-02", "2025-05-15", 1, {linked(somebody)})), "ready 02-02/2024/1");
  EXPECT_EQ(placed(paper("02-02", "2025-05-15", 1, {linked(student("Небылов"))})),
            "several_volumes 02-02/2025")
      << "a personal file takes its own person's papers only";
  EXPECT_EQ(placed(paper("02-02", "2025-05-15")), "several_volumes 02-02/2025");
}

TEST_F(PlacingTest, OfSeveralVolumesAPersonSaysWhich) {
  open("02-05", 2024);
  open("02-05", 2024);
  EXPECT_EQ(placed(paper("02-05", "2024-05-15")), "several_volumes 02-05/2024");
}

TEST_F(PlacingTest, AVolumeOfATitleOfItsOwnDoesNotTakeAnyPaper) {
  NewVolume words;
  words.title = "Протоколы объединения «Акварель»";
  open("02-05", 2024, words);
  EXPECT_EQ(placed(paper("02-05", "2024-05-15")), "several_volumes 02-05/2024");
}

TEST_F(PlacingTest, ClosedVolumesTakeNothing) {
  open("02-05", 2024);
  (void)filing().file(clerk_, "02-05", paper("", "2024-05-15").accession);
  (void)cases().close(clerk_, "02-05", {});
  EXPECT_EQ(placed(paper("02-05", "2024-05-16")), "volume_closed 02-05/2024");
}

}  // namespace
}  // namespace fonds

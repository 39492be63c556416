#include "archive/paper_dates.h"

#include <gtest/gtest.h>

#include "archive/cases_fixture.h"

namespace fonds {
namespace {

class PaperDatesTest : public CasesFixture {};

TEST_F(PaperDatesTest, AreTheFirstAndTheLastOfAllPapers) {
  const Volume volume = open("02-05", 2024);
  EXPECT_FALSE(paper_dates_in(archive_->catalogue(), volume.id).last);
  for (const char* date : {"2024-11-20", "2024-02", "", "2024-04-12/2024-12-14"}) {
    (void)filing().file(clerk_, "02-05", paper("", date).accession);
  }
  const PaperDates dates = paper_dates_in(archive_->catalogue(), volume.id);
  EXPECT_EQ(dates.first, (CalendarDate{2024, 2, 1}));
  EXPECT_EQ(dates.last, (CalendarDate{2024, 12, 14}));
  EXPECT_EQ(dates.undated, 1);
}

TEST_F(PaperDatesTest, LetATermBeginNoEarlier) {
  const Volume volume = open("02-05", 2024);
  (void)filing().file(clerk_, "02-05", paper("", "2024-11-20").accession);
  RetentionRecord record;
  record.volume = volume.id;
  heed_papers(archive_->catalogue(), record);
  EXPECT_FALSE(record.facts.closed) << "an open volume stays open";
  record.facts.closed = CalendarDate{2024, 5, 1};
  heed_papers(archive_->catalogue(), record);
  EXPECT_EQ(record.facts.closed, (CalendarDate{2024, 11, 20}));
  record.facts.closed = CalendarDate{2024, 12, 1};
  heed_papers(archive_->catalogue(), record);
  EXPECT_EQ(record.facts.closed, (CalendarDate{2024, 12, 1}));
}

}  // namespace
}  // namespace fonds

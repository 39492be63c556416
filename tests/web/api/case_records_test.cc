#include "web/api/case_records.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

TEST(CaseRecords, AVolumeOfPaperAndAStudentsOwn) {
  ShownVolume shown;
  shown.volume.key = {2024, "02-05", 1};
  shown.heading = "Протоколы";
  Json record = record_of(shown);
  EXPECT_EQ(record["volume"], "02-05/2024/1");
  EXPECT_EQ(record["index"], "02-05");
  EXPECT_EQ(record["one_matter"], false);
  for (const char* key : {"title", "shelf", "student", "closed_on", "first_day", "last_day"}) {
    EXPECT_EQ(record.at(key), nullptr) << key;
  }
  shown.volume.student = {15};
  shown.volume.matter = {1};
  shown.volume.closed_on = CalendarDate{2024, 12, 31};
  record = record_of(shown);
  EXPECT_EQ(record["student"], 15);
  EXPECT_EQ(record["one_matter"], true);
  EXPECT_EQ(record["closed_on"], "2024-12-31");
}

TEST(CaseRecords, PapersInAVolumeAndInTheInbox) {
  ShownFiling shown;
  shown.filing.place = 2;
  shown.filing.filed_on = {2024, 5, 20};
  shown.accession = "2026-000003";
  EXPECT_EQ(record_of(shown).dump(),
            R"({"place":2,"document":"2026-000003","kind":null,"date":null,"number":null,)"
            R"("sheets":0,"filed_on":"2024-05-20","filed_by":""})");
  FiledPaper filed;
  filed.volume.key = {2024, "02-05", 1};
  filed.notes = {FilingNote::other_year};
  EXPECT_EQ(record_of(filed)["notes"], Json::array({"other_year"}));
  InboxPaper paper;
  paper.accession = "2026-000003";
  EXPECT_EQ(record_of(paper)["placing"], "unread");
  EXPECT_EQ(record_of(paper)["volume"], nullptr);
}

TEST(CaseRecords, LoansAndHolds) {
  ShownLoan loan;
  loan.loan.id = 4;
  loan.key = {2024, "02-05", 1};
  loan.loan.taker = "Осипова";
  loan.overdue = true;
  EXPECT_EQ(record_of(loan)["overdue"], true);
  EXPECT_EQ(record_of(loan)["purpose"], nullptr);
  EXPECT_EQ(record_of(loan)["returned_on"], nullptr);
  ShownHold hold;
  hold.hold.id = 5;
  hold.hold.subject = HoldSubject::item;
  hold.target = "02-05";
  EXPECT_EQ(record_of(hold)["subject"], "item");
  EXPECT_EQ(record_of(hold)["until"], nullptr);
  EXPECT_EQ(record_of(hold)["lifted_by"], nullptr);
}

}  // namespace
}  // namespace fonds

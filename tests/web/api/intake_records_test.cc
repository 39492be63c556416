#include "web/api/intake_records.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

Document paper() {
  Document document;
  document.id = {3};
  document.accession = "2026-000003";
  return document;
}

TEST(IntakeRecords, AReportSaysWhatBecameOfTheFile) {
  IntakeReport report;
  report.name = "scan.jpg";
  report.document = paper();
  report.pages = 2;
  Json record = record_of(report);
  EXPECT_EQ(record["outcome"], "accepted");
  EXPECT_EQ(record["page_count"], 2);
  EXPECT_EQ(record["accession"], "2026-000003");
  report.outcome = IntakeReport::Outcome::duplicate;
  record = record_of(report);
  EXPECT_EQ(record.begin().value(), "duplicate");
  EXPECT_EQ(record["name"], "scan.jpg");
  EXPECT_EQ(record["id"], 3);
  report.outcome = IntakeReport::Outcome::refused;
  report.problem = "it is no picture";
  EXPECT_EQ(record_of(report).dump(), R"({"outcome":"refused","name":"scan.jpg","fault":"usage",)"
                                      R"("problem":"it is no picture","hint":null})");
}

TEST(IntakeRecords, APaperWhoseRecognitionFailedIsQuarantined) {
  Document document = paper();
  document.state = DocumentState::quarantined;
  EXPECT_EQ(record_of(document, 1)["outcome"], "quarantined");
}

TEST(IntakeRecords, NotesOfTheDeskAreAddedNullWhereThereIsNone) {
  Json record = Json::object();
  add_desk_notes(record, {});
  EXPECT_EQ(record.dump(), R"({"papers":[],"rescan_of":null,"sheet":null,"preset":null})");
  DeskNotes notes;
  notes.rescan_of = "2026-000001";
  notes.sheet = SheetCode{SheetKind::case_sheet, "02-08", {}, "", 25};
  notes.preset = Preset{*notes.sheet, {2}};
  notes.preset_sheet = "2026-000002";
  add_desk_notes(record, notes);
  EXPECT_EQ(record["rescan_of"], "2026-000001");
  EXPECT_EQ(record["sheet"].dump(),
            R"({"kind":"case","case":"02-08","year":null,"collective":null,"expected":25})");
  EXPECT_EQ(record["preset"]["sheet"], "2026-000002");
}

TEST(IntakeRecords, CountsFilesAndScanners) {
  ArchiveDesk::Count count;
  count.accession = "2026-000002";
  count.papers.expected = 25;
  count.papers.found = 24;
  EXPECT_EQ(record_of(count).dump(),
            R"({"outcome":"counted","sheet":"2026-000002","expected":25,"found":24})");
  InspectedFile file;
  file.name = "a.pdf";
  file.pages.emplace_back();
  EXPECT_EQ(record_of(file)["pages"].size(), 1U);
  EXPECT_EQ(
      record_of(ScannerDevice{"test:0", "Noname", "frontend-tester", "virtual device"}).dump(),
      R"({"device":"test:0","vendor":"Noname","model":"frontend-tester",)"
      R"("type":"virtual device"})");
}

}  // namespace
}  // namespace fonds

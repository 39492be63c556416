#include "web/api/transfer_records.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

TEST(TransferRecords, APackageMadeVerifiedAndAccepted) {
  MadePackage made;
  made.number = 3;
  made.package = "fonds-17-transfer-3";
  made.written.payload.files = 5;
  EXPECT_EQ(record_of(made, "/tmp/package")["package"], "/tmp/package");
  EXPECT_EQ(record_of(made, "/tmp/package")["files"], 5);
  BagReport report;
  report.add("data/a.pdf", BagProblem::altered, 2);
  const Json record = record_of(report, "/tmp/package");
  EXPECT_EQ(record["valid"], false);
  EXPECT_EQ(record["findings"][0].dump(), R"({"path":"data/a.pdf","problem":"altered","line":2})");
  AcceptedPackage accepted;
  accepted.package = made.package;
  accepted.units = {{{2024, "02-05", 1}, {2026, "05-01", 2}, 7}};
  EXPECT_EQ(record_of(accepted.units[0], accepted).dump(),
            R"({"theirs":"02-05/2024/1","volume":"05-01/2026/2","documents":7,)"
            R"("id":"fonds-17-transfer-3","tag_manifest":""})");
}

TEST(TransferRecords, AVolumeOfAPackage) {
  PackageVolume volume;
  volume.key = {2024, "02-05", 1};
  volume.documents.emplace_back();
  volume.documents[0].accession = "2026-000003";
  volume.documents[0].files.resize(2);
  const Json record = record_of(volume);
  EXPECT_EQ(record["documents"][0]["date"], nullptr);
  EXPECT_EQ(record["documents"][0]["files"], 2);
}

TEST(TransferRecords, ATransferOnRecord) {
  Transfer transfer;
  transfer.number = 3;
  transfer.unit_count = 2;
  EXPECT_EQ(record_of(transfer)["units"], 2);
  EXPECT_EQ(record_of(transfer)["act"], nullptr);
  EXPECT_EQ(record_of(transfer)["accepted_on"], nullptr);
  transfer.accepted_on = CalendarDate{2026, 2, 1};
  EXPECT_EQ(record_of(transfer)["accepted_on"], "2026-02-01");
}

}  // namespace
}  // namespace fonds

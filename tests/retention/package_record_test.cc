#include "retention/package_record.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "retention/package_layout.h"
#include "support/fault_of.h"
#include "support/sample_package.h"

namespace fonds {
namespace {

using Json = nlohmann::json;

TEST(PackageRecord, SaysWhoHandsOverWhatToWhom) {
  const Json record = Json::parse(package_record(sample_package()));
  EXPECT_EQ(record["format"], "fonds-transfer");
  EXPECT_EQ(record["version"], 1);
  EXPECT_EQ(record["id"], "fonds-17-transfer-3");
  EXPECT_EQ(record["day"], "2030-02-11");
  EXPECT_EQ(record["institution"], "МБОУ ДО ЦДТ");
  EXPECT_EQ(record["fonds_number"], "Р-17");
  EXPECT_EQ(record["journal_entry"], 4711);
  EXPECT_EQ(record["volumes"][0], Json::parse(R"({"key": "02-05/2024/1",
              "folder": "data/02-05_2024_1", "documents": 2})"));
}

TEST(PackageRecord, AVolumeListsItsDocuments) {
  const Json record = Json::parse(volume_record(sample_package().volumes[0]));
  EXPECT_EQ(record["key"], "02-05/2024/1");
  EXPECT_EQ(record["period"], "10 лет ЭК");
  EXPECT_EQ(record["first_day"], "2024-04-15");
  EXPECT_EQ(record["carrier"], "hybrid");
  EXPECT_EQ(record["unit"], 12);
  EXPECT_EQ(record["documents"][1], Json::parse(R"({"place": 2, "accession": "2026-000002",
              "folder": "data/02-05_2024_1/0002-2026-000002"})"));
  EXPECT_EQ(Json::parse(volume_record(sample_package().volumes[1]))["first_day"], nullptr);
}

TEST(PackageRecord, ADocumentHasItsFilesAndItsHistory) {
  const TransferPackage package = sample_package();
  const PackageDocument& document = package.volumes[0].documents[0];
  const Json record = Json::parse(document_record(package.volumes[0], document));
  EXPECT_EQ(record["volume"], "02-05/2024/1");
  EXPECT_EQ(record["accession"], "2026-000001");
  EXPECT_EQ(record["date"], "2024-04-15");
  EXPECT_EQ(record["date_printed"], "«15» апреля 2024 г.");
  EXPECT_EQ(record["students"], Json::array({"Кравец Тимофей Ильич"}));
  EXPECT_EQ(record["recognised"], true);
  EXPECT_EQ(record["files"][0]["role"], "original");
  EXPECT_EQ(record["files"][0]["file"], "original.pdf");
  EXPECT_EQ(record["files"][0]["size"], 13);
  EXPECT_EQ(record["files"][0]["sha256"], document.files[0].sha256);
  EXPECT_EQ(record["files"][1]["media_type"], "application/pdf");
  EXPECT_EQ(record["events"][0]["event"], "document.accepted");
  EXPECT_EQ(record["events"][1]["at"], "2026-03-02T10:01:00.000Z");
}

TEST(PackageRecord, IllFormedTextBecomesReplacementCharacters) {
  TransferPackage package = sample_package();
  package.institution = "ЦДТ\xFF";
  EXPECT_EQ(Json::parse(package_record(package))["institution"], "ЦДТ\xEF\xBF\xBD");
}

TEST(PackageRecord, NothingIsWrittenThatNobodyCouldReadBack) {
  TransferPackage package = sample_package();
  package.volumes[0].title.assign(kMostRecordBytes, 'x');
  EXPECT_EQ(fault_of([&] { volume_record(package.volumes[0]); }), Fault::usage);
}

}  // namespace
}  // namespace fonds

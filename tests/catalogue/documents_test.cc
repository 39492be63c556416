#include "catalogue/documents.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "catalogue/sql.h"
#include "support/fixed_clock.h"
#include "support/temp_folder.h"

namespace fonds {
namespace {

class DocumentsTest : public testing::Test {
 protected:
  DocumentsTest() { database_.migrate(); }
  Document add(FileKind kind) {
    Transaction transaction(database_);
    auto document = documents_.add(transaction, documents_.add_intake(transaction, "file", ""),
                                   {{std::string(64, 'a'), 1, kind, "scan"}});
    transaction.commit();
    return document;
  }
  TempFolder folder_;
  FixedClock clock_;
  Database database_{"sqlite:" + (folder_ / "catalogue.sqlite").string(), clock_};
  Documents documents_{database_};
};

TEST_F(DocumentsTest, EveryKindOfFileComesBackAsItWasRecorded) {
  for (const auto kind :
       {FileKind::jpeg, FileKind::png, FileKind::tiff, FileKind::bmp, FileKind::webp, FileKind::jp2,
        FileKind::pdf, FileKind::zip, FileKind::tar, FileKind::tar_gz}) {
    EXPECT_EQ(documents_.find(add(kind).id)->originals.at(0).kind, kind);
  }
}

TEST_F(DocumentsTest, ManyAreFoundAtOnceWithAllThatBelongsToThem) {
  const Document first = add(FileKind::png);
  const Document second = add(FileKind::pdf);
  const auto found = documents_.find_all({second.id, {77}, first.id});
  ASSERT_EQ(found.size(), 2U) << "there is no 77";
  EXPECT_EQ(found.at(first.id).accession, first.accession);
  EXPECT_EQ(found.at(second.id).originals.at(0).kind, FileKind::pdf);
  EXPECT_TRUE(documents_.find_all({}).empty());
}

TEST_F(DocumentsTest, AKindOrStateNobodyKnowsIsCorruptNotGuessed) {
  const auto document = add(FileKind::png);
  change(database_, "UPDATE originals SET kind = 'papyrus'");
  try {
    documents_.find(document.id);
    FAIL() << "no Error";
  } catch (const Error& error) {
    EXPECT_EQ(error.fault(), Fault::corrupt);
  }
}

TEST_F(DocumentsTest, ADocumentHasAnOriginal) {
  Transaction transaction(database_);
  const auto intake = documents_.add_intake(transaction, "file", "");
  EXPECT_THROW(documents_.add(transaction, intake, {}), Error);
}

TEST_F(DocumentsTest, AHashIsLookedUpInAnIndex) {
  std::string plan;
  long long a = 0, b = 0, c = 0;
  each_row(database_,
           "EXPLAIN QUERY PLAN SELECT document FROM originals WHERE sha256 = 'x' "
           "ORDER BY document LIMIT 1",
           std::tie(a, b, c, plan), [] {});
  EXPECT_NE(plan.find("originals_sha256"), std::string::npos) << plan;
}

}  // namespace
}  // namespace fonds

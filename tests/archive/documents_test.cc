#include "archive/documents.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "catalogue/jobs.h"
#include "support/temp_archive.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

const Actor kAdministrator{"it", Role::administrator};

class ArchiveDocumentsTest : public ::testing::Test {
 protected:
  Original stored(const std::string& bytes, const std::string& name = "paper.jpg") {
    const auto put = temp_.archive().originals().put(bytes);
    return {put.sha256, static_cast<std::int64_t>(put.size), FileKind::jpeg, name};
  }
  Deposit deposit(const std::string& bytes) {
    return documents_.deposit(local_archivist(), delivery_, {stored(bytes)});
  }

  TempArchive temp_;
  ArchiveDocuments documents_{temp_.archive()};
  Delivery delivery_{"file", {}, {}};
};

TEST_F(ArchiveDocumentsTest, ADepositMakesRecordJobAndJournalEntryTogether) {
  const Deposit made = deposit("one");

  EXPECT_FALSE(made.duplicate);
  EXPECT_EQ(Jobs(temp_.archive().catalogue()).pending("recognise"), 1);
  const auto history = documents_.history(local_archivist(), made.document.accession);
  ASSERT_THAT(history, SizeIs(1));
  EXPECT_EQ(history[0].event, "document.accepted");
  EXPECT_THAT(history[0].details, HasSubstr(made.document.originals[0].sha256));
}

TEST_F(ArchiveDocumentsTest, TheJournalNeverHoldsTheNameOfTheFile) {
  const Deposit made =
      documents_.deposit(local_archivist(), delivery_, {stored("x", "Вымышленный Пётр.jpg")});
  for (const JournalEntry& entry : documents_.history(local_archivist(), made.document.accession)) {
    EXPECT_THAT(entry.details + entry.subject, Not(HasSubstr("Вымышленный")));
  }
}

TEST_F(ArchiveDocumentsTest, TheSameBytesAgainAreReportedAndMakeNothing) {
  const Deposit first = deposit("same");
  const Deposit second = deposit("same");
  EXPECT_TRUE(second.duplicate);
  EXPECT_EQ(second.document.id, first.document.id);
  EXPECT_EQ(Jobs(temp_.archive().catalogue()).pending("recognise"), 1);
}

TEST_F(ArchiveDocumentsTest, TwoSheetsTheScannerSawAlikeAreTwoPapers) {
  deposit("blank sheet");
  const Deposit second = documents_.deposit(local_archivist(), delivery_, {stored("blank sheet")},
                                            Identical::is_another_paper);
  EXPECT_FALSE(second.duplicate);
}

TEST_F(ArchiveDocumentsTest, OneDeliveryIsOneIntake) {
  EXPECT_EQ(deposit("a").document.intake, deposit("b").document.intake);
}

TEST_F(ArchiveDocumentsTest, AreFoundByAccessionAndById) {
  const Document document = deposit("x").document;
  EXPECT_EQ(documents_.show(local_archivist(), document.accession).id, document.id);
  EXPECT_EQ(documents_.show(local_archivist(), std::to_string(document.id.value)).id, document.id);
  for (const char* wrong : {"", "0", "-1", "99999999999999999999", "2026-999999", "'; --", "1x"}) {
    EXPECT_THROW(documents_.show(local_archivist(), wrong), Error) << wrong;
  }
}

TEST_F(ArchiveDocumentsTest, EveryLookIsJournalled) {
  const Document document = deposit("x").document;
  documents_.show(local_archivist(), document.accession);
  documents_.open_part(local_archivist(), document.accession, ExportPart::original, 0);
  const auto history = documents_.history(local_archivist(), document.accession);
  ASSERT_THAT(history, SizeIs(3));
  EXPECT_EQ(history[1].event, "document.shown");
  EXPECT_EQ(history[2].event, "document.exported");
}

TEST_F(ArchiveDocumentsTest, WhoSeesNoContentIsDeniedEverywhereAndLeavesNoTrace) {
  const Document document = deposit("x").document;
  EXPECT_THROW(documents_.show(kAdministrator, document.accession), Error);
  EXPECT_THROW(documents_.text(kAdministrator, document), Error);
  EXPECT_THROW(documents_.open_part(kAdministrator, document.accession, ExportPart::original, 0),
               Error);
  EXPECT_THROW(documents_.history(kAdministrator, document.accession), Error);
  EXPECT_THROW(documents_.deposit(kAdministrator, delivery_, {stored("y")}), Error);
  EXPECT_THAT(documents_.history(local_archivist(), document.accession), SizeIs(1));
}

TEST_F(ArchiveDocumentsTest, OfSeveralOriginalsOneMustBeNamed) {
  const Document document =
      documents_.deposit(local_archivist(), delivery_, {stored("p1"), stored("p2")}).document;
  const auto open = [&](int which) {
    return documents_.open_part(local_archivist(), document.accession, ExportPart::original, which);
  };
  EXPECT_THROW(open(0), Error);
  EXPECT_THROW(open(3), Error);
  std::string byte(2, ' ');
  ASSERT_EQ(read_some(open(2).fd.get(), byte.data(), 2, "p2"), 2U);
  EXPECT_EQ(byte, "p2");
}

TEST_F(ArchiveDocumentsTest, WhatIsNotRecognisedYetIsNotFoundRatherThanEmpty) {
  const Document document = deposit("x").document;
  EXPECT_THROW(documents_.open_part(local_archivist(), document.accession, ExportPart::text, 0),
               Error);
}

TEST_F(ArchiveDocumentsTest, TheListIsInOrderAndWhole) {
  for (int i = 0; i < 12; ++i) deposit("paper " + std::to_string(i));
  int seen = 0;
  std::int64_t last = 0;
  documents_.list(local_archivist(), {DocumentState::accepted}, [&](const Document& document) {
    EXPECT_GT(document.id.value, last);
    last = document.id.value;
    ++seen;
  });
  EXPECT_EQ(seen, 12);
}

TEST_F(ArchiveDocumentsTest, APartOfTheListBeginsBehindADocument) {
  std::vector<DocumentId> all;
  for (int i = 0; i < 6; ++i) all.push_back(deposit("paper " + std::to_string(i)).document.id);
  std::vector<DocumentId> seen;
  documents_.list(local_archivist(), {std::nullopt, all[1], 3},
                  [&](const Document& document) { seen.push_back(document.id); });
  EXPECT_EQ(seen, (std::vector<DocumentId>{all[2], all[3], all[4]}));
}

}  // namespace
}  // namespace fonds

#include "archive/filing.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <atomic>
#include <thread>

#include "archive/blocks.h"
#include "archive/cases_fixture.h"
#include "archive/review.h"
#include "catalogue/stacks.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class FilingTest : public CasesFixture {
 protected:
  FiledPaper file(const std::string& volume, const Document& document,
                  std::optional<int> sheets = {}) {
    return filing().file(clerk_, volume, document.accession, sheets);
  }
  std::vector<std::string> inbox() {
    std::vector<std::string> found;
    filing().inbox(clerk_, 100, [&](const InboxPaper& each) { found.push_back(each.accession); });
    return found;
  }
  std::string case_of(const Document& document) {
    return text_of(Cards(archive_->catalogue()).load(document.id).card, "case");
  }
};

TEST_F(FilingTest, ToFileIsToSayWhichCaseItIs) {
  open("02-05", 2024);
  const Document document = paper("02-03", "2024-05-15", 2);
  EXPECT_THAT(inbox(), ElementsAre(document.accession));
  const FiledPaper filed = file("02-05", document);
  EXPECT_EQ(filed.filing.place, 1);
  EXPECT_EQ(filed.filing.sheets, 2) << "as many as it has pages";
  EXPECT_THAT(inbox(), IsEmpty());
  const StoredCard card = Cards(archive_->catalogue()).load(document.id);
  EXPECT_EQ(value_of(card.card, "case")->value, "02-05");
  EXPECT_EQ(value_of(card.card, "case")->origin, Origin::person);
  // The machine reads it anew: a person's word stays.
  PaperReading reading;
  reading.case_index = sure(std::string("02-03"));
  Transaction transaction(archive_->catalogue());
  store_reading(transaction, recognition_actor(), document.id, 2, reading, {});
  transaction.commit();
  EXPECT_EQ(case_of(document), "02-05");
}

TEST_F(FilingTest, TheIndexFollowsWhatWasFiled) {
  open("02-05", 2024);
  const Document document = paper("", "2024-05-15");
  (void)file("02-05", document);
  EXPECT_EQ(last_entry().event, "document.filed");
  EXPECT_EQ(last_entry().subject, "document/" + std::to_string(document.id.value));
}

TEST_F(FilingTest, APaperIsInOneVolumeUntilItIsTakenOut) {
  open("02-05", 2024);
  open("02-03", 2024);
  const Document document = paper("", "2024-05-15");
  (void)file("02-05", document);
  EXPECT_EQ(fault_of([&] { (void)file("02-03", document); }), Fault::usage);
  EXPECT_EQ(to_text(filing().unfile(clerk_, document.accession).key), "02-05/2024/1");
  EXPECT_EQ(last_entry().event, "document.unfiled");
  EXPECT_THAT(inbox(), ElementsAre(document.accession));
  EXPECT_EQ(fault_of([&] { (void)filing().unfile(clerk_, document.accession); }), Fault::not_found);
  EXPECT_EQ(to_text(file("02-03", document).volume.key), "02-03/2024/1");
}

TEST_F(FilingTest, NothingIsTakenOutOfAClosedVolume) {
  open("02-05", 2024);
  const Document document = paper("", "2024-05-15");
  (void)file("02-05", document);
  (void)cases().close(clerk_, "02-05", {});
  EXPECT_EQ(fault_of([&] { (void)filing().unfile(clerk_, document.accession); }), Fault::usage);
  EXPECT_EQ(fault_of([&] { (void)file("02-05", paper("", "2024-05-16")); }), Fault::usage);
}

TEST_F(FilingTest, APaperThatIsFiledIsOfNoOtherCase) {
  open("02-05", 2024);
  const Document document = paper("", "2024-05-15");
  (void)file("02-05", document);
  ArchiveReview review(*archive_);
  EXPECT_EQ(fault_of([&] { (void)review.set(clerk_, document.accession, "case", "02-03"); }),
            Fault::usage);
  (void)review.set(clerk_, document.accession, "case", "02-05");
  (void)filing().unfile(clerk_, document.accession);
  (void)review.set(clerk_, document.accession, "case", "02-03");
  EXPECT_EQ(case_of(document), "02-03");
}

TEST_F(FilingTest, AThickVolumeAndAForeignYearAreTold) {
  open("02-05", 2024);
  EXPECT_THAT(file("02-05", paper("", "2024-05-15"), 250).notes, IsEmpty());
  EXPECT_THAT(file("02-05", paper("", "2023-12-31"), 1).notes,
              ElementsAre(FilingNote::thick, FilingNote::other_year));
  // 02-03 is kept by school years: that of 2024 ends in 2025.
  open("02-03", 2024);
  EXPECT_THAT(file("02-03", paper("", "2025-05-15")).notes, IsEmpty());
  EXPECT_THAT(file("02-03", paper("", "2025-09-15")).notes, ElementsAre(FilingNote::other_year));
}

TEST_F(FilingTest, ElectronicRecordsHaveNoSheets) {
  NewVolume words;
  words.carrier = Carrier::electronic;
  open("02-05", 2024, words);
  EXPECT_EQ(file("02-05", paper("", "2024-05-15", 3)).filing.sheets, 0);
}

TEST_F(FilingTest, WhatIsReadyIsFiledAtOnce) {
  const Document first = paper("02-05", "2024-05-15");
  const Document second = paper("02-05", "2024-06-15");
  const Document unknown = paper("", "2024-05-15");
  const Document undated = paper("02-05", "");
  std::vector<std::string> filed;
  EXPECT_EQ(filing().file_ready(clerk_,
                                [&](const FiledPaper& each) {
                                  filed.push_back(each.accession + " " + to_text(each.volume.key));
                                }),
            2);
  EXPECT_THAT(filed,
              ElementsAre(first.accession + " 02-05/2024/1", second.accession + " 02-05/2024/1"));
  EXPECT_THAT(inbox(), ElementsAre(unknown.accession, undated.accession));
  EXPECT_EQ(filing().file_ready(clerk_, [](const FiledPaper&) {}), 0) << "again: nothing";
}

TEST_F(FilingTest, WhereAPaperIsIsToldToWhoMayKnow) {
  open("02-05", 2024);
  const Document document = paper("", "2024-05-15");
  EXPECT_FALSE(filing().where(clerk_, document));
  (void)file("02-05", document);
  EXPECT_EQ(to_text(filing().where(clerk_, document)->volume.key), "02-05/2024/1");
}

TEST_F(FilingTest, WhatIsHiddenOrPartedIsNotFiled) {
  open("02-05", 2024);
  const Document hidden = paper("", "2024-05-15");
  (void)ArchiveBlocks(*archive_).block(archivist_, BlockSubject::document, hidden.accession,
                                       "отзыв согласия");
  EXPECT_EQ(fault_of([&] { (void)file("02-05", hidden); }), Fault::not_found);
  EXPECT_THAT(inbox(), IsEmpty()) << "it is not there";
  const Document stack = paper("", "2024-05-16");
  const Document part = paper("", "2024-05-16");
  Transaction transaction(archive_->catalogue());
  const IntakeId parts = Documents(archive_->catalogue()).add_intake(transaction, "stack", "");
  Stacks(archive_->catalogue()).record(transaction, stack.id, parts, {{part.id, 1, 1}}, "osipova");
  transaction.commit();
  EXPECT_EQ(fault_of([&] { (void)file("02-05", stack); }), Fault::usage);
  EXPECT_THAT(inbox(), ElementsAre(part.accession)) << "its papers are filed";
}

/// One files, another closes: whatever comes first, no paper is in a closed volume that its last
/// day does not know of, and who came second is told.
TEST_F(FilingTest, OfTwoPeopleWhoFileAndCloseTheSecondIsTold) {
  open("02-05", 2024);
  constexpr int kPapers = 12;
  std::vector<Document> papers;
  for (int i = 0; i < kPapers; ++i) {
    papers.push_back(paper("", fmt::format("2024-05-{:02}", i + 1)));
  }
  (void)file("02-05", papers.front());
  std::atomic<int> refused = 0;
  std::thread filer([&, other = archive_->reopen()] {
    for (int i = 1; i < kPapers; ++i) {
      try {
        (void)ArchiveFiling(*other).file(clerk_, "02-05/2024/1", papers[i].accession);
      } catch (const Error& error) {
        EXPECT_EQ(error.fault(), Fault::usage) << error.message();
        ++refused;
      }
    }
  });
  const Volume closed = cases().close(archivist_, "02-05/2024/1", {}).volume;
  filer.join();
  const Volume now = cases().show(archivist_, "02-05/2024/1").volume;
  EXPECT_EQ(now.documents + refused, kPapers);
  EXPECT_EQ(now.last_day, (CalendarDate{2024, 5, now.documents}));
  EXPECT_EQ(now.last_day, closed.last_day);
  EXPECT_EQ(now.sheets, now.documents);
}

}  // namespace
}  // namespace fonds

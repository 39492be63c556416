#include "catalogue/documents.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <set>
#include <thread>

#include "base/error.h"
#include "catalogue/journal.h"
#include "catalogue_fixture.h"
#include "support/in_zone.h"

namespace fonds {
namespace {

class DocumentsContract : public CatalogueFixture {
 protected:
  Document add(const std::vector<Original>& originals) {
    Transaction transaction(database());
    const IntakeId intake = documents().add_intake(transaction, "file", "пачка");
    Document document = documents().add(transaction, intake, originals);
    transaction.commit();
    return document;
  }
  Documents documents() { return Documents(database()); }
};
FONDS_ON_BOTH_ENGINES(DocumentsContract);

TEST_P(DocumentsContract, AnAddedDocumentIsFoundWhole) {
  const Original first = original();
  Original second = original();
  second.kind = FileKind::pdf;
  const Document added = add({first, second});

  const auto found = documents().find(added.id);

  ASSERT_TRUE(found);
  EXPECT_EQ(found->accession, "2026-000001");
  EXPECT_EQ(found->state, DocumentState::accepted);
  EXPECT_EQ(found->accepted_at, clock_.now());
  EXPECT_EQ(found->intake, added.intake);
  ASSERT_EQ(found->originals.size(), 2U);
  EXPECT_EQ(found->originals[0].sha256, first.sha256);
  EXPECT_EQ(found->originals[0].source_name, first.source_name);
  EXPECT_EQ(found->originals[1].kind, FileKind::pdf);
  EXPECT_EQ(found->originals[1].size, second.size);
  EXPECT_TRUE(found->pages.empty());
  EXPECT_EQ(documents().find("2026-000001")->id, added.id);
}

TEST_P(DocumentsContract, WhatIsNotThereIsNothing) {
  EXPECT_FALSE(documents().find(DocumentId{1}));
  EXPECT_FALSE(documents().find("2026-000001"));
  EXPECT_FALSE(documents().holding(original().sha256));
  EXPECT_TRUE(documents().list({}, 10).empty());
  EXPECT_EQ(documents().count(), 0);
}

TEST_P(DocumentsContract, RunsAreThoseOfRecognisedPapers) {
  const DocumentId read = add({original()}).id;
  const DocumentId unread = add({original()}).id;
  Transaction transaction(database());
  documents().record_recognition(transaction, read, 3, {}, 0.9, 1);
  transaction.commit();

  const std::map<DocumentId, int> runs = documents().runs_of({unread, read, DocumentId{99}});

  EXPECT_EQ(runs, (std::map<DocumentId, int>{{read, 3}}));
  EXPECT_TRUE(documents().runs_of({}).empty());
}

TEST_P(DocumentsContract, TheFirstHolderOfAnOriginalIsFound) {
  const Original shared = original();
  const auto first = add({original(), shared});
  add({shared});

  EXPECT_EQ(documents().holding(shared.sha256), first.id);
  EXPECT_TRUE(documents().names(shared.sha256));
  EXPECT_FALSE(documents().names(original().sha256));
}

TEST_P(DocumentsContract, AccessionNumbersStartAnewEveryYear) {
  const InZone kamchatka("KAM-12");
  clock_.set("2026-12-31T11:59:59.999Z");
  EXPECT_EQ(add({original()}).accession, "2026-000001");
  EXPECT_EQ(add({original()}).accession, "2026-000002");
  clock_.set("2026-12-31T12:00:00.000Z");  // midnight there: the clerk writes 2027
  EXPECT_EQ(add({original()}).accession, "2027-000001");
}

TEST_P(DocumentsContract, ARolledBackDocumentLosesNoNumber) {
  {
    Transaction transaction(database());
    documents().add(transaction, documents().add_intake(transaction, "file", ""), {original()});
  }
  const auto added = add({original()});
  EXPECT_EQ(added.accession, "2026-000001");
  EXPECT_EQ(added.id.value, 1);
}

TEST_P(DocumentsContract, RecognitionReplacesWhatWasFoundBefore) {
  const auto id = add({original()}).id;
  PageRecord page{1, 2480, 3508, 300, 90, -0.75, 0.875, 312, "recognised", {}};
  const auto record = [&](int run, const std::vector<PageRecord>& pages, double confidence) {
    Transaction transaction(database());
    documents().record_recognition(transaction, id, run, pages, confidence, 1.25);
    transaction.commit();
  };
  PageRecord second = page;
  second.number = 2;
  record(1, {page, second}, 0.5);
  record(2, {page}, 0.875);

  const auto found = documents().find(id);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->state, DocumentState::recognised);
  EXPECT_EQ(found->run, 2);
  EXPECT_EQ(found->confidence, 0.875);
  EXPECT_EQ(found->seconds, 1.25);
  ASSERT_EQ(found->pages.size(), 1U);
  const PageRecord& kept = found->pages[0];
  EXPECT_EQ(std::tie(kept.number, kept.width, kept.height, kept.dpi, kept.rotation, kept.skew,
                     kept.confidence, kept.words, kept.source),
            std::tie(page.number, page.width, page.height, page.dpi, page.rotation, page.skew,
                     page.confidence, page.words, page.source));
}

TEST_P(DocumentsContract, AProblemIsKeptUntilRecognitionSucceeds) {
  const auto id = add({original()}).id;
  {
    Transaction transaction(database());
    documents().set_state(transaction, id, DocumentState::quarantined, "не читается");
    transaction.commit();
  }
  EXPECT_EQ(documents().find(id)->problem, "не читается");
  EXPECT_EQ(documents().count(DocumentState::quarantined), 1);
  {
    Transaction transaction(database());
    documents().record_recognition(transaction, id, 1, {}, 0, 0);
    transaction.commit();
  }
  EXPECT_EQ(documents().find(id)->problem, "");
}

TEST_P(DocumentsContract, ADocumentThatIsNotThereCannotChange) {
  Transaction transaction(database());
  EXPECT_THROW(documents().set_state(transaction, DocumentId{9}, DocumentState::quarantined, ""),
               Error);
  EXPECT_THROW(documents().record_recognition(transaction, DocumentId{9}, 1, {}, 0, 0), Error);
}

TEST_P(DocumentsContract, ListsGoOnWhereTheLastOneEnded) {
  std::vector<DocumentId> ids;
  for (int i = 0; i < 5; ++i) ids.push_back(add({original(), original()}).id);
  {
    Transaction transaction(database());
    documents().set_state(transaction, ids[1], DocumentState::quarantined, "x");
    documents().set_state(transaction, ids[3], DocumentState::quarantined, "x");
    transaction.commit();
  }
  const auto listed = [&](DocumentId after, int limit, std::optional<DocumentState> state = {}) {
    std::vector<DocumentId> found;
    for (const auto& document : documents().list(after, limit, state)) {
      EXPECT_EQ(document.originals.size(), 2U);
      found.push_back(document.id);
    }
    return found;
  };

  EXPECT_THAT(listed({}, 2), testing::ElementsAre(ids[0], ids[1]));
  EXPECT_THAT(listed(ids[1], 10), testing::ElementsAre(ids[2], ids[3], ids[4]));
  EXPECT_THAT(listed({}, 10, DocumentState::quarantined), testing::ElementsAre(ids[1], ids[3]));
  EXPECT_THAT(listed(ids[1], 10, DocumentState::quarantined), testing::ElementsAre(ids[3]));
  EXPECT_EQ(documents().count(), 5);
  EXPECT_EQ(documents().count(DocumentState::accepted), 3);
}

TEST_P(DocumentsContract, DocumentsAddedAtOnceGetNumbersWithoutGapsOrDoubles) {
  constexpr int kThreads = 4;
  constexpr int kEach = 10;
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&, t] {
      const auto own = other_connection();
      Documents mine(*own);
      for (int i = 0; i < kEach; ++i) {
        Transaction transaction(*own);
        const auto intake = mine.add_intake(transaction, "file", "");
        const std::string name = std::to_string(t * kEach + i);
        const auto added =
            mine.add(transaction, intake,
                     {{std::string(64 - name.size(), 'a') + name, 1, FileKind::png, ""}});
        Journal(*own).append(transaction, actor_, "document.accepted",
                             "document/" + std::to_string(added.id.value));
        if (i % 3 == 2) continue;  // given up: its numbers go to somebody else
        transaction.commit();
      }
    });
  }
  for (auto& thread : threads) thread.join();

  const int expected = kThreads * (kEach - kEach / 3);
  std::set<std::string> accessions;
  std::int64_t last = 0;
  for (const auto& document : documents().list({}, 1000)) {
    EXPECT_EQ(document.id.value, ++last);
    accessions.insert(document.accession);
  }
  EXPECT_EQ(last, expected);
  EXPECT_EQ(accessions.size(), static_cast<std::size_t>(expected));
  EXPECT_EQ(*accessions.rbegin(), fmt::format("2026-{:06}", expected));
  Journal journal(database());
  EXPECT_EQ(journal.head(), expected);
  EXPECT_EQ(journal.verify().problem, "");
}

}  // namespace
}  // namespace fonds

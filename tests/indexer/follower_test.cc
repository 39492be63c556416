#include "indexer/follower.h"

#include "indexer/catalogue_of_texts.h"
#include "indexer/index_fixture.h"

namespace fonds {
namespace {

class FollowerTest : public testing::Test {
 protected:
  std::int64_t follow(FollowerLimits limits = {}) {
    return Follower(catalogue.journal, writer, catalogue.clock, catalogue.loader(),
                    catalogue.documents_of_students(), limits)
        .catch_up();
  }
  CatalogueOfTexts catalogue;
  boost::filesystem::path path = catalogue.folder / "generation-1";
  IndexWriter writer{path};
};

TEST(DocumentOf, ReadsOnlySubjectsThatAreDocuments) {
  EXPECT_EQ(document_of("document/123"), DocumentId{123});
  for (const char* subject :
       {"", "document/", "document/0", "document/-1", "document/1x", "document", "job/1",
        "document/ 1", "Document/1", "document/1/2", "document/99999999999999999999"}) {
    EXPECT_FALSE(document_of(subject)) << subject;
  }
}

TEST(StudentOf, ReadsOnlySubjectsThatAreStudents) {
  EXPECT_EQ(student_of("student/15"), StudentId{15});
  for (const char* subject :
       {"", "student/", "student/0", "document/15", "student/15 ", "student/x"}) {
    EXPECT_FALSE(student_of(subject)) << subject;
  }
}

TEST_F(FollowerTest, LooksAgainAtEveryDocumentOfAStudentWhoChanged) {
  const DocumentId first = catalogue.recognise("один");
  const DocumentId second = catalogue.recognise("два");
  const DocumentId other = catalogue.recognise("три");
  catalogue.papers[StudentId{7}] = {first, second};
  catalogue.papers[StudentId{8}] = {other};
  follow();
  for (const char* event : {"student.changed", "student.merged", "student.unmerged"}) {
    catalogue.loaded = 0;
    catalogue.append(event, StudentId{7});
    EXPECT_TRUE(changes_index(event));
    EXPECT_EQ(follow(), 1);
    EXPECT_EQ(catalogue.loaded, 2) << event;
  }
  catalogue.loaded = 0;
  catalogue.append("student.shown", StudentId{7});
  catalogue.append("student.changed", StudentId{99});
  EXPECT_EQ(follow(), 2);
  EXPECT_EQ(catalogue.loaded, 0);
}

TEST_F(FollowerTest, WhatWasUnderstoodOrCorrectedIsLookedAtAgain) {
  const DocumentId id = catalogue.recognise("один");
  follow();
  for (const char* event : {"document.understood", "document.corrected"}) {
    catalogue.loaded = 0;
    catalogue.append(event, id);
    follow();
    EXPECT_EQ(catalogue.loaded, 1) << event;
  }
}

TEST_F(FollowerTest, BringsInWhatWasRecognisedAndTakesOutWhatWasDestroyed) {
  const DocumentId first = catalogue.recognise("один");
  const DocumentId second = catalogue.recognise("два");
  EXPECT_EQ(follow(), 4);
  EXPECT_TRUE(writer.contains(first));
  EXPECT_EQ(writer.position(), catalogue.journal.head());

  catalogue.destroy(first);
  EXPECT_EQ(follow(), 1);
  EXPECT_FALSE(writer.contains(first));
  EXPECT_TRUE(writer.contains(second));
  EXPECT_EQ(follow(), 0);
}

TEST_F(FollowerTest, LooksAtADocumentOnceForManyEntries) {
  const DocumentId id = catalogue.recognise("один");
  for (int i = 0; i < 20; ++i) catalogue.append("document.recognised", id);
  follow();
  EXPECT_EQ(catalogue.loaded, 1);
}

TEST_F(FollowerTest, ManyBatchesGiveTheSameAsOne) {
  for (int i = 0; i < 23; ++i) catalogue.recognise("слово" + std::to_string(i));
  catalogue.destroy(DocumentId{4});

  EXPECT_EQ(follow({3, std::chrono::milliseconds(0)}), 47);

  EXPECT_EQ(writer.document_count(), 22);
  EXPECT_EQ(writer.position(), 47);
}

TEST_F(FollowerTest, StopsWhenAskedWithEverythingHandledCommitted) {
  for (int i = 0; i < 5; ++i) catalogue.recognise("слово");
  Follower follower(catalogue.journal, writer, catalogue.clock, catalogue.loader());
  int asked = 0;
  EXPECT_EQ(follower.catch_up([&] { return ++asked > 4; }), 4);
  EXPECT_EQ(writer.position(), 4);
  EXPECT_EQ(follower.catch_up(), 6);
}

TEST_F(FollowerTest, ADocumentThatCanNotBeReadCostsOnlyItself) {
  const DocumentId bad = catalogue.recognise("плохой");
  const DocumentId good = catalogue.recognise("хороший");
  Follower follower(catalogue.journal, writer, catalogue.clock, [&](DocumentId id) {
    if (id == bad) throw Error(Fault::corrupt, "bytes are wrong");
    return catalogue.load(id);
  });
  follower.catch_up();
  EXPECT_TRUE(writer.contains(good));
  ASSERT_EQ(follower.problems().size(), 1U);
  EXPECT_EQ(follower.problems()[0].document, bad);
}

TEST_F(FollowerTest, ADiskThatFailsStopsItBeforeTheEntryAndItGoesOnLater) {
  catalogue.recognise("один");
  const DocumentId second = catalogue.recognise("два");
  bool failing = true;
  Follower follower(catalogue.journal, writer, catalogue.clock, [&](DocumentId id) {
    if (failing && id == second) throw Error(Fault::io, "disk");
    return catalogue.load(id);
  });
  EXPECT_EQ(fault_of([&] { follower.catch_up(); }), Fault::io);
  EXPECT_LT(writer.position(), 4);
  failing = false;
  follower.catch_up();
  EXPECT_EQ(writer.document_count(), 2);
  EXPECT_EQ(writer.position(), 4);
}

}  // namespace
}  // namespace fonds

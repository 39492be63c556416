#include "catalogue/blocks.h"

#include <gmock/gmock.h>

#include "catalogue/cards.h"
#include "catalogue/documents.h"
#include "catalogue/students.h"
#include "catalogue_fixture.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class BlocksContract : public CatalogueFixture {
 protected:
  void SetUp() override {
    CatalogueFixture::SetUp();
    Transaction transaction(database());
    const IntakeId intake = Documents(database()).add_intake(transaction, "file", "");
    document_ = Documents(database()).add(transaction, intake, {original()}, "").id;
    Student student;
    student.name = {"Кравец", "Тимофей", ""};
    student_ = Students(database()).add(transaction, student);
    twin_ = Students(database()).add(transaction, student);
    transaction.commit();
  }
  void link(StudentId student, LinkState state) {
    Transaction transaction(database());
    StudentLink made;
    made.student = student;
    made.state = state;
    made.by = "osipova";
    Cards(database()).set_link(transaction, document_, made);
    transaction.commit();
  }
  void machine_links(StudentId student) {
    Transaction transaction(database());
    StudentLink made;
    made.student = student;
    made.state = LinkState::linked;
    Cards(database()).record_reading(transaction, document_, 1, {}, {}, {made});
    transaction.commit();
  }
  void block(BlockSubject subject, std::int64_t id, const char* reason = "отзыв") {
    Transaction transaction(database());
    Blocks(database()).set(transaction, {"archivist", Role::archivist}, subject, id, reason);
    transaction.commit();
  }
  Blocks blocks() { return Blocks(database()); }
  DocumentId document_;
  StudentId student_;
  StudentId twin_;
};
FONDS_ON_BOTH_ENGINES(BlocksContract);

TEST_P(BlocksContract, ABlockComesBackAndIsLiftedOnce) {
  block(BlockSubject::document, document_.value);
  block(BlockSubject::document, document_.value, "иначе");
  ASSERT_THAT(blocks().list(), SizeIs(1));
  EXPECT_EQ(blocks().list()[0].reason, "иначе");
  EXPECT_EQ(blocks().list()[0].blocked_by, "archivist");
  EXPECT_THAT(blocks().documents(), ElementsAre(document_));
  EXPECT_TRUE(blocks().covers(document_));
  Transaction transaction(database());
  EXPECT_TRUE(blocks().lift(transaction, BlockSubject::document, document_.value));
  EXPECT_FALSE(blocks().lift(transaction, BlockSubject::document, document_.value));
  EXPECT_FALSE(blocks().lift(transaction, BlockSubject::student, document_.value));
  transaction.commit();
  EXPECT_FALSE(blocks().covers(document_));
}

TEST_P(BlocksContract, AStudentsBlockCoversLinkedPapersAndNoOthers) {
  block(BlockSubject::student, student_.value);
  EXPECT_THAT(blocks().students(), ElementsAre(student_));
  EXPECT_THAT(blocks().documents(), IsEmpty());
  link(student_, LinkState::offered);
  EXPECT_FALSE(blocks().covers(document_));
  link(student_, LinkState::linked);
  EXPECT_TRUE(blocks().covers(document_));
  EXPECT_THAT(blocks().documents(), ElementsAre(document_));
}

TEST_P(BlocksContract, APersonsNoToTheMachinesLinkWins) {
  block(BlockSubject::student, student_.value);
  machine_links(student_);
  EXPECT_TRUE(blocks().covers(document_));
  link(student_, LinkState::refused);
  EXPECT_FALSE(blocks().covers(document_));
}

TEST_P(BlocksContract, AMergedRecordIsTheSamePerson) {
  machine_links(twin_);
  block(BlockSubject::student, student_.value);
  EXPECT_FALSE(blocks().covers(document_));
  Transaction transaction(database());
  Students(database()).merge(transaction, {"osipova", Role::clerk}, student_, twin_);
  transaction.commit();
  EXPECT_TRUE(blocks().covers(document_));
  EXPECT_THAT(blocks().students(), ElementsAre(student_));
}

}  // namespace
}  // namespace fonds

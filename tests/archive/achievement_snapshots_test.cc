#include "archive/achievement_snapshots.h"

#include <gmock/gmock.h>

#include "archive/achievements.h"
#include "archive/review_fixture.h"
#include "archive/students.h"
#include "catalogue/students.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class SnapshotsTest : public ReviewFixture {
 protected:
  SnapshotsTest() {
    Transaction transaction(temp_.archive().catalogue());
    Student student;
    student.name = {"Зябликов", "Прохор", ""};
    for (int i = 0; i < 3; ++i) Students(temp_.archive().catalogue()).add(transaction, student);
    transaction.commit();
    store(reading(), {link(1, LinkState::linked, 0.999)});
  }
  AchievementBank frozen(std::int64_t number) { return snapshots_.bank(actor_, number, {}); }

  ArchiveSnapshots snapshots_{temp_.archive()};
  const Actor actor_ = local_archivist();
};

TEST_F(SnapshotsTest, ASnapshotNeverChangesWhateverHappensToCardsAfterwards) {
  const AchievementBank bank = ArchiveAchievements(temp_.archive()).bank({});
  const FrozenBank taken = snapshots_.freeze(actor_);
  EXPECT_EQ(taken.records, 1);
  EXPECT_EQ(frozen(1), bank);

  review().set(clerk_, document_.accession, "level", "всероссийский");
  ArchiveAchievements(temp_.archive())
      .set(actor_, document_.accession + "/1", {{"control", "final"}});
  ArchiveStudents(temp_.archive()).edit(actor_, {1}, {{"last", "Воробьёв"}});
  store(reading(), {link(2, LinkState::linked, 0.999)}, 2);
  review().set_link(clerk_, document_.accession, {1}, LinkState::refused);
  ArchiveStudents(temp_.archive()).merge(actor_, {3}, {1});

  EXPECT_EQ(frozen(1), bank);
  EXPECT_EQ(snapshots_.list(actor_).at(0).hash, taken.hash);
  EXPECT_EQ(snapshots_.freeze(actor_).number, 2);
  EXPECT_EQ(frozen(1), bank);
  EXPECT_NE(frozen(2), bank);
}

TEST_F(SnapshotsTest, TheDifferenceToTheLastIsTold) {
  EXPECT_EQ(fault_of([&] { snapshots_.compare(actor_, {}, {}); }), Fault::not_found);
  snapshots_.freeze(actor_);
  EXPECT_THAT(snapshots_.compare(actor_, {}, {}).difference.changed, IsEmpty());
  review().set(clerk_, document_.accession, "level", "всероссийский");
  const SnapshotComparison now = snapshots_.compare(actor_, {}, {});
  EXPECT_FALSE(now.after);
  ASSERT_EQ(now.difference.changed.size(), 1U);
  EXPECT_THAT(now.difference.changed[0].facts, ElementsAre("level"));
  snapshots_.freeze(actor_);
  EXPECT_EQ(snapshots_.compare(actor_, 1, 2).difference.changed.size(), 1U);
  EXPECT_THAT(snapshots_.compare(actor_, {}, {}).difference.changed, IsEmpty());
  EXPECT_EQ(snapshots_.compare(actor_, 1, {}).difference.changed.size(), 1U);
  EXPECT_EQ(fault_of([&] { snapshots_.compare(actor_, 1, 9); }), Fault::not_found);
  EXPECT_EQ(last_entry().event, "achievement.compared");
}

TEST_F(SnapshotsTest, OfAStudentWhoWasMergedSinceItIsStillFound) {
  snapshots_.freeze(actor_);
  ArchiveStudents(temp_.archive()).merge(actor_, {3}, {1});
  AchievementFilter filter;
  filter.student = StudentId{3};
  EXPECT_EQ(snapshots_.bank(actor_, 1, filter).size(), 1U);
  filter.student = StudentId{2};
  EXPECT_THAT(snapshots_.bank(actor_, 1, filter), IsEmpty());
  EXPECT_EQ(last_entry().details, R"({"records":0,"snapshot":1,"student":2})");
}

TEST_F(SnapshotsTest, ItIsDueUntilItIsTaken) {
  EXPECT_TRUE(snapshots_.due(actor_));
  snapshots_.freeze(actor_);
  EXPECT_FALSE(snapshots_.due(actor_));
}

TEST_F(SnapshotsTest, WhoHasNoRightFreezesAndSeesNothing) {
  EXPECT_EQ(fault_of([&] { snapshots_.freeze(clerk_); }), Fault::denied);
  const Actor teacher{"x", Role::teacher};
  EXPECT_EQ(fault_of([&] { snapshots_.list(teacher); }), Fault::denied);
  snapshots_.freeze(actor_);
  EXPECT_TRUE(snapshots_.bank(teacher, 1, {}).empty()) << "without a collective of one's own";
  EXPECT_EQ(fault_of([&] { snapshots_.compare(teacher, 1, {}); }), Fault::denied);
}

}  // namespace
}  // namespace fonds

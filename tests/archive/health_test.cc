#include "archive/health.h"

#include <gmock/gmock.h>

#include "archive/index_care.h"
#include "support/fault_of.h"
#include "support/temp_archive.h"

namespace fonds {
namespace {

using testing::Contains;
using testing::Pair;

TEST(ArchiveHealthTest, TheFiguresAreThoseOfTheArchive) {
  TempArchive temp;
  ArchiveHealth health(temp.archive());
  EXPECT_EQ(health.look(system_actor()).count(JobState::queued), 0);
  temp.add(quick_sample());
  const HealthFigures waiting = health.look(system_actor());
  EXPECT_EQ(waiting.count(JobState::queued), 1);
  EXPECT_THAT(waiting.documents, Contains(Pair(DocumentState::accepted, 1)));
  EXPECT_GT(waiting.journal_head, 0);
  EXPECT_GT(waiting.free_bytes, 0U);
  EXPECT_EQ(waiting.reserve_bytes, 200U << 20U);
  temp.work();
  const HealthFigures done = health.look(system_actor());
  EXPECT_EQ(done.count(JobState::queued), 0);
  EXPECT_EQ(done.count(JobState::done), 1);
  EXPECT_THAT(done.documents, Contains(Pair(DocumentState::recognised, 1)));
  EXPECT_EQ(done.index_lag, 0);
  EXPECT_EQ(done.index_problem, "");
}

TEST(ArchiveHealthTest, OnlyWhoLooksAfterTheMachineSeesThem) {
  TempArchive temp;
  ArchiveHealth health(temp.archive());
  for (const Role role : {Role::teacher, Role::methodist, Role::director, Role::auditor}) {
    EXPECT_EQ(fault_of([&] { (void)health.look({"x", role}); }), Fault::denied);
  }
}

}  // namespace
}  // namespace fonds

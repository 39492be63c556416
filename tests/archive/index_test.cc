#include "archive/index.h"

#include <gtest/gtest.h>

#include "archive/indexed_archive.h"
#include "base/error.h"
#include "catalogue/jobs.h"
#include "catalogue/journal.h"

namespace fonds {
namespace {

class ArchiveIndexTest : public IndexedArchive {};

TEST_F(ArchiveIndexTest, IsLevelAfterWorkAndSearchesDoNotMakeItLag) {
  EXPECT_EQ(ArchiveIndex(temp_.archive()).lag(), 0);
  found();
  ArchiveIndex index(temp_.archive());
  EXPECT_EQ(index.catch_up(), ArchiveIndex::Following::level);
  EXPECT_EQ(index.lag(), 0);
}

TEST_F(ArchiveIndexTest, ARebuildFindsTheSameAndServesMeanwhile) {
  ASSERT_EQ(found(), 1);
  std::int64_t reported = 0;
  ArchiveIndex(temp_.archive())
      .rebuild(local_archivist(),
               [&](std::int64_t done, std::int64_t) {
                 reported = done;
                 EXPECT_EQ(found(), 1) << "the old index serves during the rebuild";
               },
               {});
  EXPECT_EQ(reported, 1);
  EXPECT_EQ(found(), 1);
  EXPECT_EQ(ArchiveIndex(temp_.archive()).lag(), 0);
}

TEST_F(ArchiveIndexTest, WhileAnotherProcessWritesNobodyElseDoes) {
  Leases leases(temp_.archive().catalogue());
  ASSERT_TRUE(leases.acquire("index", "another host", std::chrono::seconds(60)));
  EXPECT_EQ(ArchiveIndex(temp_.archive()).catch_up(),
            ArchiveIndex::Following::somebody_else_writes);
  EXPECT_THROW(ArchiveIndex(temp_.archive()).rebuild(local_archivist(), {}, {}), Error);
}

TEST_F(ArchiveIndexTest, ATeacherMayNotRebuildIt) {
  EXPECT_THROW(ArchiveIndex(temp_.archive()).rebuild({"t", Role::teacher}, {}, {}), Error);
}

}  // namespace
}  // namespace fonds

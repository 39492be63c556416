#include "archive/job_desk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "catalogue/documents.h"
#include "support/temp_archive.h"

namespace fonds {
namespace {

class ArchiveJobsTest : public ::testing::Test {
 protected:
  ArchiveJobsTest() {
    document_ = temp_.add(quick_sample()).at(0).document;
    job_ = desk_.list(local_archivist(), {}, 10).at(0).id;
  }
  DocumentState state() { return Documents(temp_.archive().catalogue()).find(document_.id)->state; }
  TempArchive temp_;
  ArchiveJobs desk_{temp_.archive()};
  Document document_;
  JobId job_;
};

TEST_F(ArchiveJobsTest, ASetAsideJobAndItsPaperComeBackTogether) {
  EXPECT_EQ(desk_.quarantine(local_archivist(), job_).state, JobState::quarantined);
  EXPECT_EQ(state(), DocumentState::quarantined);
  EXPECT_EQ(desk_.retry_all(local_archivist()), 1);
  EXPECT_EQ(state(), DocumentState::accepted);
  temp_.work();
  EXPECT_EQ(state(), DocumentState::recognised);
}

TEST_F(ArchiveJobsTest, ADoneJobCanBeDoneAgainAndTheNewRunCounts) {
  temp_.work();
  desk_.retry(local_archivist(), job_);
  temp_.work();
  const auto document = Documents(temp_.archive().catalogue()).find(document_.id);
  EXPECT_EQ(document->run, 2);
  EXPECT_EQ(temp_.archive().derived().runs_of(document_.id), std::vector<int>{2});
}

TEST_F(ArchiveJobsTest, AnUnknownJobIsNotFound) {
  try {
    desk_.retry(local_archivist(), {4711});
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.fault(), Fault::not_found);
  }
}

TEST_F(ArchiveJobsTest, ATeacherMayNotTouchTheQueue) {
  const Actor teacher{"t", Role::teacher};
  EXPECT_THROW(desk_.list(teacher, {}, 1), Error);
  EXPECT_THROW(desk_.retry(teacher, job_), Error);
  EXPECT_THROW(desk_.quarantine(teacher, job_), Error);
}

}  // namespace
}  // namespace fonds

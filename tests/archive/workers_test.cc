#include "archive/workers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <boost/filesystem.hpp>
#include <fstream>

#include "archive/documents.h"
#include "base/error.h"
#include "catalogue/documents.h"
#include "support/temp_archive.h"

namespace fonds {
namespace {

class RecognitionWorkersTest : public ::testing::Test {
 protected:
  Document document(const Document& earlier) {
    return *Documents(temp_.archive().catalogue()).find(earlier.id);
  }
  TempArchive temp_;
};

TEST_F(RecognitionWorkersTest, APaperGetsTextAltoCopyAndThumbnail) {
  const auto reports = temp_.add(quick_sample());
  temp_.work();

  const Document done = document(reports.at(0).document);
  EXPECT_EQ(done.state, DocumentState::recognised);
  EXPECT_EQ(done.run, 1);
  ASSERT_FALSE(done.pages.empty());
  DerivedStore& derived = temp_.archive().derived();
  EXPECT_FALSE(derived.read(done.id, 1, kTextFile).empty());
  EXPECT_EQ(derived.read(done.id, 1, kAltoFile).substr(0, 5), "<?xml");
  EXPECT_EQ(derived.read(done.id, 1, kAccessCopyFile).substr(0, 5), "%PDF-");
  EXPECT_EQ(derived.read(done.id, 1, thumbnail_file(1)).substr(0, 2), "\xFF\xD8");
}

TEST_F(RecognitionWorkersTest, WhoeverSearchesMeanwhileComesFirst) {
  temp_.add(quick_sample());
  const int own = ::getpriority(PRIO_PROCESS, 0);
  int of_worker = own;
  RecognitionWorkers workers(temp_.archive(), recognition_actor(), 1,
                             RecognitionWorkers::Until::queue_is_empty,
                             [&](const Document&) { of_worker = ::getpriority(PRIO_PROCESS, 0); });
  workers.join();
  EXPECT_GE(of_worker, 15) << "a larger niceness gives way";
  EXPECT_EQ(::getpriority(PRIO_PROCESS, 0), own);
}

TEST_F(RecognitionWorkersTest, WhatACrashLeftHalfMadeIsClearedAway) {
  namespace fs = boost::filesystem;
  const fs::path old = temp_.folder() / "originals" / ".incoming" / "half-written";
  const fs::path fresh = temp_.folder() / "originals" / ".incoming" / "being-written";
  for (const fs::path& each : {old, fresh}) {
    fs::create_directories(each.parent_path());
    std::ofstream(each.string()) << "half a scan";
  }
  fs::last_write_time(old, fs::last_write_time(old) - 2 * 60 * 60);
  temp_.work();
  EXPECT_FALSE(fs::exists(old));
  EXPECT_TRUE(fs::exists(fresh)) << "another process may be writing it";
}

TEST_F(RecognitionWorkersTest, ADamagedPaperIsQuarantinedAndTheOthersGoOn) {
  Delivery delivery{"file", {}, {}};
  const std::string broken = read_file(sample("scan_0007.jpg")).substr(0, 30000);
  const auto put = temp_.archive().originals().put(broken);
  const Deposit damaged =
      ArchiveDocuments(temp_.archive())
          .deposit(local_archivist(), delivery,
                   {{put.sha256, static_cast<std::int64_t>(put.size), FileKind::jpeg, "cut.jpg"}});
  const auto sound = temp_.add(quick_sample());

  temp_.work();

  const Document bad = document(damaged.document);
  EXPECT_EQ(bad.state, DocumentState::quarantined);
  EXPECT_THAT(bad.problem, testing::HasSubstr("; ")) << "what to do is said too";
  EXPECT_EQ(temp_.archive().originals().check(put.sha256), ObjectStore::Fixity::intact);
  EXPECT_EQ(document(sound.at(0).document).state, DocumentState::recognised);
}

TEST_F(RecognitionWorkersTest, AJobWhoseWorkerDiedThriceIsQuarantinedNotForgotten) {
  const auto reports = temp_.add(quick_sample());
  Jobs jobs(temp_.archive().catalogue());
  for (int i = 0; i < Jobs::kAttempts; ++i) {
    // A lease that ends at once: what a killed host leaves behind.
    ASSERT_TRUE(jobs.lease("recognise", "dead host", std::chrono::seconds(0)).has_value());
  }
  temp_.work();
  EXPECT_EQ(document(reports.at(0).document).state, DocumentState::quarantined);
}

TEST_F(RecognitionWorkersTest, StoppedWorkersLeaveTheQueueAsItWas) {
  temp_.add(quick_sample());
  {
    RecognitionWorkers workers(temp_.archive(), recognition_actor(), 2,
                               RecognitionWorkers::Until::stopped, {});
    workers.stop();
    workers.join();
    EXPECT_TRUE(workers.ended());
  }
  const auto left = Jobs(temp_.archive().catalogue()).list(JobState::leased, 10);
  EXPECT_TRUE(left.empty()) << "a stopped worker keeps its lease";
}

TEST_F(RecognitionWorkersTest, AnInstallationWithoutAWorkerProgramSaysSoAndBlamesNoPaper) {
  const auto reports = temp_.add(quick_sample());
  Archive::Ground ground = temp_.ground();
  ground.program = "/nonexistent/fonds";
  const Archive archive(ground, temp_.folder());
  RecognitionWorkers workers(archive, recognition_actor(), 1,
                             RecognitionWorkers::Until::queue_is_empty, {});
  EXPECT_THROW(workers.join(), Error);
  EXPECT_EQ(document(reports.at(0).document).state, DocumentState::accepted);
  EXPECT_EQ(Jobs(temp_.archive().catalogue()).list({}, 1).at(0).attempts, 0);
}

TEST_F(RecognitionWorkersTest, ATeacherMayNotRunThem) {
  EXPECT_THROW(RecognitionWorkers(temp_.archive(), {"t", Role::teacher}, 1,
                                  RecognitionWorkers::Until::stopped, {}),
               Error);
}

}  // namespace
}  // namespace fonds

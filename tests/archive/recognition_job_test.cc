#include "archive/recognition_job.h"

#include <gtest/gtest.h>

#include "archive/workers.h"
#include "base/error.h"
#include "catalogue/documents.h"
#include "support/temp_archive.h"

namespace fonds {
namespace {

class RecognitionJobTest : public ::testing::Test {
 protected:
  RecognitionJobTest() : document_(temp_.add(quick_sample()).at(0).document) {}
  Job lease(const std::string& owner, std::chrono::seconds duration = kLeaseTime) {
    return Jobs(temp_.archive().catalogue()).lease("recognise", owner, duration).value();
  }
  Document now() { return *Documents(temp_.archive().catalogue()).find(document_.id); }

  TempArchive temp_;
  Document document_;
  RegisterView understanding_{temp_.archive().clock(), &DocumentKinds::shipped};
};

TEST_F(RecognitionJobTest, AStopRecordsNothing) {
  std::stop_source stop;
  stop.request_stop();
  WorkerHandle process(temp_.archive().worker_options());
  const Job job = lease("me");
  EXPECT_THROW(recognise_document(temp_.archive(), recognition_actor(), process, job, "me",
                                  understanding_, stop.get_token()),
               Error);
  EXPECT_EQ(now().run, 0);
  EXPECT_TRUE(temp_.archive().derived().runs_of(document_.id).empty());
}

TEST_F(RecognitionJobTest, WhoLostTheLeaseRecordsNothing) {
  WorkerHandle process(temp_.archive().worker_options());
  const Job lost = lease("slow", std::chrono::seconds(0));
  const Job taken = lease("quick");
  ASSERT_EQ(lost.id, taken.id);
  EXPECT_THROW(recognise_document(temp_.archive(), recognition_actor(), process, lost, "slow",
                                  understanding_, {}),
               Error);
  EXPECT_EQ(now().run, 0);
}

TEST_F(RecognitionJobTest, AFailureThatMayPassKeepsThePaperInTheQueue) {
  const Job job = lease("me");
  record_failure(temp_.archive(), recognition_actor(), job, "me", "the worker died",
                 Jobs::Retry::later);
  EXPECT_EQ(now().state, DocumentState::accepted);
  EXPECT_FALSE(Jobs(temp_.archive().catalogue()).lease("recognise", "me", kLeaseTime))
      << "it waits a while first";
}

TEST_F(RecognitionJobTest, AFailureOfThePaperItselfQuarantinesItAtOnce) {
  record_failure(temp_.archive(), recognition_actor(), lease("me"), "me", "damaged",
                 Jobs::Retry::never);
  EXPECT_EQ(now().state, DocumentState::quarantined);
  EXPECT_EQ(now().problem, "damaged");
}

}  // namespace
}  // namespace fonds

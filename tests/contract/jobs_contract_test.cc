#include "catalogue/jobs.h"

#include <atomic>
#include <mutex>
#include <set>
#include <thread>

#include "base/error.h"
#include "catalogue/documents.h"
#include "catalogue_fixture.h"
#include "support/fault_of.h"

namespace fonds {
namespace {

using namespace std::chrono_literals;

class JobsContract : public CatalogueFixture {
 protected:
  void SetUp() override {
    CatalogueFixture::SetUp();
    if (IsSkipped()) return;
    Transaction transaction(database());
    Documents documents(database());
    document_ =
        documents.add(transaction, documents.add_intake(transaction, "file", ""), {original()}).id;
    transaction.commit();
  }
  JobId enqueue() {
    Transaction transaction(database());
    const JobId id = jobs().enqueue(transaction, "recognise", document_);
    transaction.commit();
    return id;
  }
  std::optional<Job> lease(std::string_view owner = "worker-1") {
    return jobs().lease("recognise", owner, 60s);
  }
  JobState fail(JobId id, Jobs::Retry retry, std::string_view owner = "worker-1") {
    Transaction transaction(database());
    const JobState state = jobs().fail(transaction, id, owner, "не открывается", retry);
    transaction.commit();
    return state;
  }
  void complete(JobId id, std::string_view owner = "worker-1") {
    Transaction transaction(database());
    jobs().complete(transaction, id, owner);
    transaction.commit();
  }
  Jobs jobs() { return Jobs(database()); }
  DocumentId document_;
};
FONDS_ON_BOTH_ENGINES(JobsContract);

TEST_P(JobsContract, TheOldestJobOfItsKindIsLeased) {
  const JobId first = enqueue();
  enqueue();

  EXPECT_FALSE(jobs().lease("export", "worker-1", 60s));
  const auto job = lease();

  ASSERT_TRUE(job);
  EXPECT_EQ(job->id, first);
  EXPECT_EQ(job->kind, "recognise");
  EXPECT_EQ(job->document, document_);
  EXPECT_EQ(job->state, JobState::leased);
  EXPECT_EQ(job->attempts, 1);
  EXPECT_EQ(job->owner, "worker-1");
  EXPECT_EQ(job->leased_until, clock_.now() + 60s);
}

TEST_P(JobsContract, TheNewestJobOfADocumentIsFound) {
  EXPECT_FALSE(jobs().last_of("recognise", document_));
  enqueue();
  const JobId second = enqueue();
  EXPECT_EQ(jobs().last_of("recognise", document_)->id, second);
  EXPECT_FALSE(jobs().last_of("export", document_));
  EXPECT_FALSE(jobs().last_of("recognise", DocumentId{document_.value + 1}));
}

TEST_P(JobsContract, ALeasedJobIsNobodyElses) {
  enqueue();
  ASSERT_TRUE(lease());
  EXPECT_FALSE(lease("worker-2"));
  EXPECT_EQ(jobs().pending("recognise"), 1);
}

TEST_P(JobsContract, ACompletedJobIsDone) {
  const JobId id = enqueue();
  lease();
  complete(id);

  EXPECT_EQ(jobs().find(id)->state, JobState::done);
  EXPECT_EQ(jobs().find(id)->owner, "");
  EXPECT_FALSE(lease());
  EXPECT_EQ(jobs().pending("recognise"), 0);
  EXPECT_EQ(jobs().count(JobState::done), 1);
}

TEST_P(JobsContract, AJobWhoseWorkerDiedIsLeasedAgainAndTheDeadOneMayNotComplete) {
  const JobId id = enqueue();
  lease("dead");
  clock_.advance(59s);
  EXPECT_FALSE(lease("alive"));
  clock_.advance(1s);

  const auto again = lease("alive");

  ASSERT_TRUE(again);
  EXPECT_EQ(again->id, id);
  EXPECT_EQ(again->attempts, 2);
  EXPECT_EQ(fault_of([&] { complete(id, "dead"); }), Fault::busy);
  EXPECT_EQ(fault_of([&] { fail(id, Jobs::Retry::later, "dead"); }), Fault::busy);
  EXPECT_FALSE(jobs().extend(id, "dead", 60s));
  complete(id, "alive");
}

TEST_P(JobsContract, AnExtendedLeaseLastsLonger) {
  const JobId id = enqueue();
  lease();
  clock_.advance(50s);
  EXPECT_TRUE(jobs().extend(id, "worker-1", 60s));
  clock_.advance(50s);
  EXPECT_FALSE(lease("worker-2"));
}

TEST_P(JobsContract, AFailedJobWaitsLongerEachTimeAndIsQuarantinedAtTheLimit) {
  const JobId id = enqueue();

  lease();
  EXPECT_EQ(fail(id, Jobs::Retry::later), JobState::queued);
  EXPECT_EQ(jobs().find(id)->problem, "не открывается");
  EXPECT_FALSE(lease());
  clock_.advance(5s);
  ASSERT_TRUE(lease());
  EXPECT_EQ(fail(id, Jobs::Retry::later), JobState::queued);
  clock_.advance(29s);
  EXPECT_FALSE(lease());
  clock_.advance(1s);
  ASSERT_TRUE(lease());
  EXPECT_EQ(fail(id, Jobs::Retry::later), JobState::quarantined);

  clock_.advance(1h);
  EXPECT_FALSE(lease());
  EXPECT_EQ(jobs().find(id)->attempts, 3);
}

TEST_P(JobsContract, AHopelessJobIsQuarantinedAtOnce) {
  const JobId id = enqueue();
  lease();
  EXPECT_EQ(fail(id, Jobs::Retry::never), JobState::quarantined);
  EXPECT_EQ(jobs().count(JobState::quarantined), 1);
}

TEST_P(JobsContract, AJobThatKillsEveryWorkerIsOfferedForQuarantineNotForWork) {
  const JobId id = enqueue();
  for (int attempt = 1; attempt <= Jobs::kAttempts; ++attempt) {
    EXPECT_TRUE(jobs().expired("recognise").empty());
    ASSERT_TRUE(lease()) << attempt;
    clock_.advance(61s);
  }
  EXPECT_FALSE(lease());
  const auto expired = jobs().expired("recognise");
  ASSERT_EQ(expired.size(), 1U);
  EXPECT_EQ(expired[0].id, id);

  Transaction transaction(database());
  jobs().quarantine(transaction, id, "губит обработчик");
  transaction.commit();
  EXPECT_TRUE(jobs().expired("recognise").empty());
  EXPECT_EQ(jobs().find(id)->problem, "губит обработчик");
  EXPECT_EQ(fault_of([&] { complete(id); }), Fault::busy);
}

TEST_P(JobsContract, AJobGivenBackCountsNoAttempt) {
  const JobId id = enqueue();
  lease();
  jobs().give_back(id, "worker-2");
  EXPECT_EQ(jobs().find(id)->state, JobState::leased);
  jobs().give_back(id, "worker-1");

  EXPECT_EQ(jobs().find(id)->state, JobState::queued);
  EXPECT_EQ(lease("worker-2")->attempts, 1);
}

TEST_P(JobsContract, AQuarantinedJobMayBeTriedAfresh) {
  const JobId id = enqueue();
  lease();
  {
    Transaction transaction(database());
    EXPECT_EQ(fault_of([&] { jobs().retry(transaction, id); }), Fault::usage);
  }
  fail(id, Jobs::Retry::never);
  {
    Transaction transaction(database());
    jobs().retry(transaction, id);
    EXPECT_EQ(fault_of([&] { jobs().retry(transaction, JobId{99}); }), Fault::not_found);
    EXPECT_EQ(fault_of([&] { jobs().quarantine(transaction, JobId{99}, ""); }), Fault::not_found);
    transaction.commit();
  }
  const auto job = lease();
  ASSERT_TRUE(job);
  EXPECT_EQ(job->attempts, 1);
  EXPECT_EQ(job->problem, "");
}

TEST_P(JobsContract, AJobEnqueuedInATransactionThatFailedIsNotThere) {
  {
    Transaction transaction(database());
    jobs().enqueue(transaction, "recognise", document_);
  }
  EXPECT_FALSE(lease());
  EXPECT_TRUE(jobs().list({}, 10).empty());
}

TEST_P(JobsContract, ListsAreInOrderAndOfOneStateOrAll) {
  const JobId first = enqueue();
  const JobId second = enqueue();
  const JobId third = enqueue();
  lease();

  const auto queued = jobs().list(JobState::queued, 10);
  ASSERT_EQ(queued.size(), 2U);
  EXPECT_EQ(queued[0].id, second);
  EXPECT_EQ(queued[1].id, third);
  EXPECT_EQ(jobs().list({}, 10).size(), 3U);
  EXPECT_EQ(jobs().list({}, 1).at(0).id, first);
  EXPECT_EQ(jobs().count(JobState::queued), 2);
}

/// SQLite has one writer; PostgreSQL's workers need not wait for a deposit.
class JobsOnPostgresql : public JobsContract {};
INSTANTIATE_TEST_SUITE_P(Catalogue, JobsOnPostgresql, testing::Values(Engine::postgresql),
                         [](const auto& each) { return name_of(each.param); });

TEST_P(JobsOnPostgresql, ALeaseIsTakenWhileAWriterIsAtWork) {
  enqueue();
  const auto other = other_connection();
  const Transaction writing(*other);
  EXPECT_TRUE(lease());
}

TEST_P(JobsContract, WorkersLeasingAtOnceNeverShareAJobAndLeaveNone) {
  constexpr int kJobs = 60;
  {
    Transaction transaction(database());
    for (int i = 0; i < kJobs; ++i) jobs().enqueue(transaction, "recognise", document_);
    transaction.commit();
  }
  std::mutex mutex;
  std::multiset<std::int64_t> taken;
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&, t] {
      const auto own = other_connection();
      Jobs mine(*own);
      const std::string owner = "worker-" + std::to_string(t);
      while (const auto job = mine.lease("recognise", owner, 60s)) {
        Transaction transaction(*own);
        mine.complete(transaction, job->id, owner);
        transaction.commit();
        const std::lock_guard lock(mutex);
        taken.insert(job->id.value);
      }
    });
  }
  for (auto& thread : threads) thread.join();

  EXPECT_EQ(taken.size(), static_cast<std::size_t>(kJobs));
  EXPECT_EQ(std::set(taken.begin(), taken.end()).size(), static_cast<std::size_t>(kJobs));
  EXPECT_EQ(jobs().count(JobState::done), kJobs);
}

}  // namespace
}  // namespace fonds

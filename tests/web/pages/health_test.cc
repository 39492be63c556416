#include "archive/job_desk.h"
#include "web/desk_fixture.h"

namespace fonds {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

class HealthPageTest : public DeskTest {
 protected:
  JobId quarantined() {
    temp_.add(quick_sample());
    ArchiveJobs jobs(archive());
    const JobId id = jobs.list(local_archivist(), {}, 1).at(0).id;
    jobs.quarantine(local_archivist(), id);
    return id;
  }
  JobState state_of(JobId id) {
    const auto jobs = ArchiveJobs(archive()).list(local_archivist(), {}, 9);
    for (const Job& each : jobs) {
      if (each.id == id) return each.state;
    }
    return JobState::done;
  }
};

TEST_F(HealthPageTest, WhoeverLooksAfterTheMachineSeesFiguresAndNoContent) {
  quarantined();
  sign_in_as(Role::administrator);
  const Response shown = get("/health");
  EXPECT_THAT(words(shown), HasSubstr("set aside by hand"));
  EXPECT_THAT(shown.body, Not(HasSubstr("doc-0066"))) << "the name of a file may be a person's";
}

TEST_F(HealthPageTest, AJobIsBegunAnewAloneOrWithAll) {
  const JobId id = quarantined();
  sign_in_as(Role::administrator);
  const std::string action = "/health/jobs/" + std::to_string(id.value) + "/retry";
  EXPECT_EQ(location(submit(get("/health"), action)), "/health");
  EXPECT_EQ(state_of(id), JobState::queued);
  EXPECT_THAT(words(get("/health")), HasSubstr("There are none."));
  ArchiveJobs(archive()).quarantine(local_archivist(), id);
  const Response retried = submit(get("/health"), "/health/jobs/retry");
  EXPECT_THAT(words(follow(retried)), HasSubstr("Queued again: 1"));
  EXPECT_EQ(state_of(id), JobState::queued);
  EXPECT_EQ(post("/health/jobs/x/retry").status, 404);
  EXPECT_EQ(post("/health/jobs/99/retry").status, 404);
}

TEST_F(HealthPageTest, FiguresForAWatchingProgramAreOpenToThisMachineAlone) {
  temp_.add(quick_sample());
  const Response here = get("/metrics");
  EXPECT_EQ(here.status, 200);
  EXPECT_THAT(here.body, HasSubstr("fonds_documents{state=\"accepted\"} 1\n"));
  EXPECT_THAT(here.body, HasSubstr("fonds_jobs{state=\"queued\"} 1\n"));
  EXPECT_THAT(here.body, HasSubstr("fonds_disk_free_bytes "));
  EXPECT_THAT(get("/metrics").body, HasSubstr("fonds_requests_total{status=\"200\"} 1\n"));
  EXPECT_THAT(here.body, Not(HasSubstr("local"))) << "no logins";
  for (const char* name : {"x-forwarded-for", "forwarded", "via", "x-real-ip"}) {
    EXPECT_EQ(get("/metrics", {{name, "10.0.0.1"}}).status, 401) << "somebody behind a proxy";
  }
  Request far = request_of(Method::get, "/metrics");
  for (const char* address : {"10.0.0.1", "1127.0.0.1", "?", "", "::2", "::ffff:10.0.0.1"}) {
    far.address = address;
    EXPECT_EQ(respond(far).status, 401) << address;
  }
  far.address = "::1";
  EXPECT_EQ(respond(far).status, 200);
}

TEST_F(HealthPageTest, FromElsewhereATokenOfWhoManagesJobsOpensThem) {
  const auto status_with = [&](Role role) {
    const Actor actor = sign_in_as(role);
    sign_out();
    const auto made = ArchivePeople(archive()).add_token(local_archivist(), actor.login, "", {},
                                                         archive().clock().now() + 1h);
    Request far = request_of(Method::get, "/metrics");
    far.address = "10.0.0.1";
    far.headers["authorization"] = "Bearer " + std::string(made.text.view());
    return respond(far).status;
  };
  EXPECT_EQ(status_with(Role::administrator), 200);
  EXPECT_EQ(status_with(Role::teacher), 403);
  sign_in_as(Role::administrator);
  Request far = request_of(Method::get, "/metrics");
  far.address = "10.0.0.1";
  EXPECT_EQ(respond(far).status, 200) << "nor is a browser of theirs refused";
}

}  // namespace
}  // namespace fonds

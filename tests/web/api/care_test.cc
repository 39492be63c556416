#include "archive/job_desk.h"
#include "archive/settings.h"
#include "catalogue/journal.h"
#include "catalogue/sql.h"
#include "model/scheduled_job.h"
#include "web/api/api_desk.h"
#include "web/paper_desk.h"
#include "web/retention_desk.h"

namespace fonds {
namespace {

using nlohmann::json;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

class ApiJournal : public ApiOn<DeskTest> {
 protected:
  void note(const char* login, const char* event, const char* subject) {
    Transaction transaction(archive().catalogue());
    Journal(archive().catalogue())
        .append(transaction, {login, Role::clerk}, event, subject, R"({"pages":2})");
    transaction.commit();
  }
  std::size_t count(const std::string& query) {
    return get_json("/api/v1/journal?" + query)["items"].size();
  }
};

TEST_F(ApiJournal, EntriesAreNarrowedByWhatWhoRecordAndDay) {
  sign_in_as(Role::auditor);
  note("osipova", "document.accepted", "document/15");
  note("tkach", "document.shown", "document/16");
  note("tkach", "student.shown", "student/3");
  EXPECT_EQ(count("event=document."), 2U);
  EXPECT_EQ(count("actor=tkach"), 2U);
  EXPECT_EQ(count("subject=document%2F15"), 1U);
  EXPECT_GE(count("day=" + to_text(day_here(archive().clock().now()))), 3U);
  EXPECT_EQ(count("day=2001-01-01"), 0U);
  const json entry = get_json("/api/v1/journal?event=document.accepted")["items"][0];
  EXPECT_EQ(entry["actor"], "osipova");
  EXPECT_EQ(entry["details"]["pages"], 2);
  get_json("/api/v1/journal?day=yesterday", 400);
  get_json("/api/v1/journal?limit=0", 400);
  get_json("/api/v1/journal?login=tkach", 400);
}

TEST_F(ApiJournal, ItGoesOnWhereAPartEndedThoughItGrows) {
  sign_in_as(Role::auditor);
  for (const char* subject : {"search/1", "search/2", "search/3"}) {
    note("tkach", "search.made", subject);
  }
  const json first = get_json("/api/v1/journal?event=search.&limit=2");
  ASSERT_EQ(first["items"].size(), 2U);
  EXPECT_EQ(first["items"][0]["subject"], "search/3");
  EXPECT_EQ(first["next"], first["items"][1]["number"]);
  note("tkach", "search.made", "search/4");
  const json rest =
      get_json("/api/v1/journal?event=search.&limit=2&before=" + first["next"].dump());
  ASSERT_EQ(rest["items"].size(), 1U);
  EXPECT_EQ(rest["items"][0]["subject"], "search/1");
  EXPECT_EQ(rest["next"], nullptr);
}

TEST_F(ApiJournal, ABreakInTheChainIsTold) {
  sign_in_as(Role::auditor);
  EXPECT_EQ(get_json("/api/v1/journal/verification")["whole"], true);
  note("osipova", "document.accepted", "document/15");
  change(archive().catalogue(), "UPDATE journal SET subject = 'document/16' WHERE number = 1");
  const json broken = get_json("/api/v1/journal/verification");
  EXPECT_EQ(broken["whole"], false);
  EXPECT_EQ(broken["broken_at"], 1);
}

TEST_F(ApiJournal, ItIsNotForThoseWhoKeepPapers) {
  sign_in_as(Role::clerk);
  get_json("/api/v1/journal", 403);
  get_json("/api/v1/journal/verification", 403);
}

class ApiJobs : public ApiOn<DeskTest> {
 protected:
  ApiJobs() {
    temp_.add(quick_sample());
    job_ = ArchiveJobs(archive()).list(local_archivist(), {}, 1).at(0).id;
    path_ = fmt::format("/api/v1/jobs/{}", job_.value);
    sign_in_as(Role::administrator);
  }
  JobId job_;
  std::string path_;
};

TEST_F(ApiJobs, AJobIsSetAsideAndBegunAnew) {
  EXPECT_EQ(get_json("/api/v1/jobs?state=queued")["items"][0]["id"], job_.value);
  EXPECT_EQ(send(Method::post, path_ + "/quarantine")["state"], "quarantined");
  EXPECT_EQ(get_json("/api/v1/jobs?state=queued")["items"].size(), 0U);
  EXPECT_EQ(send(Method::post, path_ + "/retry")["state"], "queued");
  send(Method::post, path_ + "/quarantine");
  EXPECT_EQ(send(Method::post, "/api/v1/jobs/retry")["retried"], 1);
  EXPECT_EQ(get_json("/api/v1/jobs")["items"][0]["state"], "queued");
}

TEST_F(ApiJobs, WhatIsNotThereOrNotKnownIsTold) {
  send(Method::post, "/api/v1/jobs/99/retry", nullptr, 404);
  send(Method::post, "/api/v1/jobs/x/retry", nullptr, 404);
  EXPECT_THAT(get_json("/api/v1/jobs?state=lost", 400)["error"]["hint"].get<std::string>(),
              HasSubstr("quarantined"));
  send(Method::post, path_ + "/retry", {{"again", true}}, 400);
  sign_in_as(Role::teacher);
  get_json("/api/v1/jobs", 403);
  send(Method::post, path_ + "/retry", nullptr, 403);
}

TEST_F(ApiJobs, FiguresTellHowTheArchiveIs) {
  const Response shown = get("/api/v1/health");
  const json health = json::parse(shown.body);
  EXPECT_EQ(health["documents"]["accepted"], 1);
  EXPECT_EQ(health["jobs"]["queued"], 1);
  EXPECT_GT(health["journal_head"], 0);
  EXPECT_EQ(health["disk_full"], false);
  EXPECT_THAT(shown.body, Not(HasSubstr("doc-0066"))) << "the name of a file may be a person's";
  sign_in_as(Role::teacher);
  get_json("/api/v1/health", 403);
}

TEST_F(ApiJobs, SettingsAreToldButForWhereTheCatalogueLives) {
  const json told = get_json("/api/v1/settings");
  EXPECT_EQ(told["settings"].size(), kSettings.size() - 1);
  EXPECT_THAT(told["settings"].dump(), HasSubstr("web.port"));
  EXPECT_THAT(told["settings"].dump(), Not(HasSubstr("catalogue.url")));
  EXPECT_EQ(told["kinds"], json::array());
  sign_in_as(Role::director);
  get_json("/api/v1/settings", 403);
}

TEST_F(ApiJobs, WhoeverAsksLearnsWhatTheyMay) {
  json me = get_json("/api/v1/me");
  EXPECT_EQ(me["login"], "d.administrator");
  EXPECT_EQ(me["purpose"], nullptr);
  EXPECT_EQ(me["must_state_purpose"], false);
  EXPECT_THAT(me["operations"].get<std::vector<std::string>>(), Contains("manage_jobs"));
  EXPECT_THAT(me["operations"].get<std::vector<std::string>>(), Not(Contains("search")));
  sign_in_as(Role::methodist);
  me = get_json("/api/v1/me");
  EXPECT_EQ(me["purpose"], "task");
  EXPECT_EQ(me["must_state_purpose"], true);
  EXPECT_THAT(me["purposes"].get<std::vector<std::string>>(), Contains("task"));
  sign_out();
  get_json("/api/v1/me", 401);
}

class ApiIndex : public ApiOn<PaperDesk> {};

TEST_F(ApiIndex, ItIsLookedAt) {
  sign_in_as(Role::auditor);
  const json before = get_json("/api/v1/index");
  EXPECT_GE(before["documents"], 1);
  EXPECT_EQ(before["checked_at"], nullptr);
  const json checked = send(Method::post, "/api/v1/index/check");
  EXPECT_EQ(checked["sound"], true);
  EXPECT_NE(checked["checked_at"], nullptr);
  sign_in_as(Role::clerk);
  get_json("/api/v1/index", 403);
  send(Method::post, "/api/v1/index/check", nullptr, 403);
}

class ApiSchedule : public ApiOn<RetentionDesk> {};

TEST_F(ApiSchedule, WithoutAnIndexThereIsNothingToLookAt) {
  sign_in_as(Role::auditor);
  EXPECT_EQ(get_json("/api/v1/index")["generation"], nullptr);
  send(Method::post, "/api/v1/index/check", nullptr, 404);
}

TEST_F(ApiSchedule, AJobIsRunAndItsReportTold) {
  sign_in_as(Role::archivist);
  const json list = get_json("/api/v1/schedule")["items"];
  EXPECT_EQ(list.size(), kScheduledJobs.size());
  EXPECT_EQ(list[0]["job"], "retention_plan");
  EXPECT_EQ(list[0]["last"], nullptr);
  const json asked{{"jobs", json::array({"retention_plan"})}};
  const json runs = send(Method::post, "/api/v1/schedule/run", asked)["items"];
  ASSERT_EQ(runs.size(), 1U);
  EXPECT_EQ(runs[0]["outcome"], "done");
  EXPECT_EQ(runs[0]["report"]["volumes"], 0);
  EXPECT_EQ(send(Method::post, "/api/v1/schedule/run", asked)["items"].size(), 0U) << "not due";
  json all = asked;
  all["all"] = true;
  EXPECT_EQ(send(Method::post, "/api/v1/schedule/run", all)["items"].size(), 1U);
  EXPECT_EQ(get_json("/api/v1/schedule")["items"][0]["is_due"], false);
  send(Method::post, "/api/v1/schedule/run", {{"jobs", json::array({"tea"})}}, 400);
}

TEST_F(ApiSchedule, WhoMayOnlyLookRunsNothing) {
  sign_in_as(Role::auditor);
  get_json("/api/v1/schedule");
  send(Method::post, "/api/v1/schedule/run", nullptr, 403);
  sign_in_as(Role::teacher);
  get_json("/api/v1/schedule", 403);
}

}  // namespace
}  // namespace fonds

#include "catalogue/jobs.h"

#include <gtest/gtest.h>

#include "catalogue/sql.h"
#include "support/fixed_clock.h"
#include "support/temp_folder.h"

namespace fonds {
namespace {

using std::chrono::seconds;

TEST(Jobs, StateNamesLeadBackToTheirStates) {
  for (const auto state :
       {JobState::queued, JobState::leased, JobState::done, JobState::quarantined}) {
    EXPECT_EQ(job_state_from(name_of(state)), state);
  }
  EXPECT_FALSE(job_state_from("lost"));
}

TEST(Jobs, TheWaitGrows) {
  EXPECT_EQ(Jobs::back_off(1), seconds(5));
  EXPECT_EQ(Jobs::back_off(2), seconds(30));
}

/// A hundred thousand finished jobs must not slow down the taking of the next one.
TEST(Jobs, TheNextJobIsFoundInTheIndexOfThoseThatWait) {
  const TempFolder folder;
  const FixedClock clock;
  Database database("sqlite:" + (folder / "catalogue.sqlite").string(), clock);
  database.migrate();
  std::string plan;
  std::string line;
  long long a = 0, b = 0, c = 0;
  each_row(database,
           "EXPLAIN QUERY PLAN SELECT id FROM jobs WHERE kind = 'x' "
           "AND state IN ('queued', 'leased') AND ((state = 'queued' AND not_before <= 'x') "
           "OR (state = 'leased' AND leased_until <= 'x' AND attempts < 3)) ORDER BY id LIMIT 1",
           std::tie(a, b, c, line), [&] { plan += line; });
  EXPECT_NE(plan.find("jobs_waiting"), std::string::npos) << plan;
  EXPECT_EQ(plan.find("TEMP B-TREE"), std::string::npos) << plan;
}

}  // namespace
}  // namespace fonds

#include "archive/schedule_words.h"

#include <gtest/gtest.h>

#include <set>

namespace fonds {
namespace {

TEST(ScheduleWords, EveryJobAndOutcomeHasWordsOfItsOwn) {
  std::set<std::string> words;
  for (std::size_t i = 0; i < kScheduledJobs.size(); ++i) {
    words.insert(title_of(static_cast<ScheduledJob>(i)));
  }
  for (std::size_t i = 0; i < kRunOutcomes.size(); ++i) {
    words.insert(title_of(static_cast<RunOutcome>(i)));
  }
  EXPECT_EQ(words.size(), kScheduledJobs.size() + kRunOutcomes.size());
  EXPECT_EQ(words.count(""), 0U);
}

TEST(ScheduleWords, AReportIsOneLineWithoutWhatIsEmpty) {
  ScheduleRun run;
  run.report =
      R"({"volumes":3,"due":[],"none":null,"steps":{"none":0,"close":1},"sound":true,"day":"2026-01-02"})";
  EXPECT_EQ(report_in_words(run),
            "volumes: 3, to do: (to be closed: 1), sound: yes, day: 2026-01-02");
  run.report = R"({"steps":{"close":0},"damaged":0})";
  EXPECT_EQ(report_in_words(run), "to do: nothing, damaged: 0");
  run.report = R"({"error":"no\nroom","hint":"make some"})";
  EXPECT_EQ(report_in_words(run), "no?room");
}

}  // namespace
}  // namespace fonds

#include "web/api/items.h"

#include <gtest/gtest.h>

#include "support/fault_of.h"
#include "web/api/records.h"

namespace fonds {
namespace {

Asked asked(const FormFields& query) {
  Request request;
  request.query = query;
  return {request, {"offset", "limit"}};
}

/// The part of a list of so many, the first is 0.
Json part(const FormFields& query, int count, int* made = nullptr) {
  Items items(asked(query));
  for (int i = 0; i < count; ++i) {
    items.add([&] {
      if (made != nullptr) ++*made;
      return Json(i);
    });
  }
  return Json::parse(items.answer().body);
}

TEST(Items, AListThatIsShortIsAnsweredWhole) {
  EXPECT_EQ(part({}, 3).dump(), R"({"items":[0,1,2],"next":null})");
  EXPECT_EQ(part({}, 0).dump(), R"({"items":[],"next":null})");
}

TEST(Items, NextIsWhatToAskForUntilThereIsNoMore) {
  EXPECT_EQ(part({{"limit", "2"}}, 5).dump(), R"({"items":[0,1],"next":2})");
  EXPECT_EQ(part({{"limit", "2"}, {"offset", "2"}}, 5).dump(), R"({"items":[2,3],"next":4})");
  EXPECT_EQ(part({{"limit", "2"}, {"offset", "4"}}, 5).dump(), R"({"items":[4],"next":null})");
  EXPECT_EQ(part({{"limit", "2"}, {"offset", "3"}}, 5).dump(), R"({"items":[3,4],"next":null})");
  EXPECT_EQ(part({{"offset", "9"}}, 5).dump(), R"({"items":[],"next":null})");
}

TEST(Items, AHundredAreAnsweredWhenNothingIsSaid) {
  const Json first = part({}, 101);
  EXPECT_EQ(first["items"].size(), 100U);
  EXPECT_EQ(first["next"], 100);
}

TEST(Items, RecordsAreMadeOnlyOfThePartThatIsAskedFor) {
  int made = 0;
  (void)part({{"limit", "2"}, {"offset", "1"}}, 1000, &made);
  EXPECT_EQ(made, 2);
}

TEST(Items, OneMoreThanThePartTellsWhetherThereIsMore) {
  EXPECT_EQ(Items(asked({{"limit", "2"}, {"offset", "3"}})).needed(), 6);
  EXPECT_EQ(Items(asked({{"limit", "1000"}, {"offset", "1000000000"}})).needed(), 1'000'001'001);
}

TEST(Items, WhatAUseCaseGaveIsAnsweredByItsRecords) {
  std::vector<Job> jobs(3);
  jobs[1].id = JobId{7};
  const Json answered =
      Json::parse(Items(asked({{"limit", "1"}, {"offset", "1"}})).all(jobs).answer().body);
  ASSERT_EQ(answered["items"].size(), 1U);
  EXPECT_EQ(answered["items"][0]["id"], 7);
  EXPECT_EQ(answered["next"], 2);
}

TEST(Items, PartsThatCanNotBeAreRefused) {
  for (const FormFields& query :
       {FormFields{{"limit", "0"}}, FormFields{{"limit", "1001"}}, FormFields{{"limit", "x"}},
        FormFields{{"limit", ""}}, FormFields{{"offset", "-1"}}, FormFields{{"offset", "1.5"}},
        FormFields{{"offset", "1000000001"}}, FormFields{{"offset", "1"}, {"offset", "2"}}}) {
    EXPECT_EQ(fault_of([&] { const Items items(asked(query)); }), Fault::usage)
        << query.front().first << '=' << query.front().second;
  }
}

}  // namespace
}  // namespace fonds

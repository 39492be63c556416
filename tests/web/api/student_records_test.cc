#include "web/api/student_records.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

TEST(StudentRecords, ACardHasItsMergesAndHistory) {
  StudentCard card;
  card.student.id = {15};
  Json record = record_of(card);
  EXPECT_EQ(record["id"], 15);
  EXPECT_EQ(record["merges"], Json::array());
  EXPECT_EQ(record["history"], Json::array());
  card.merges.emplace_back();
  card.merges[0].merged = {16};
  card.history.emplace_back();
  card.history[0].event = "student.added";
  card.history[0].details = "{}";
  record = record_of(card);
  EXPECT_EQ(record["merges"][0]["merged"], 16);
  EXPECT_EQ(record["history"][0]["event"], "student.added");
}

TEST(StudentRecords, AnImportWithProblems) {
  ImportReport report;
  report.rows = 3;
  report.problems = {{{"", 2}, "", "no surname", "write it"}};
  EXPECT_EQ(record_of(report).dump(),
            R"({"profile":null,"rows":3,"passed_over":0,"added":0,"changed":0,"unchanged":0,)"
            R"("done":false,"problems":[{"sheet":null,"row":2,"column":null,)"
            R"("problem":"no surname","hint":"write it"}]})");
}

}  // namespace
}  // namespace fonds

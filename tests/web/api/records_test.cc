#include "web/api/records.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

TEST(Records, WhatIsNotKnownIsNull) {
  EXPECT_EQ(text_or_null(""), nullptr);
  EXPECT_EQ(text_or_null("а"), "а");
  EXPECT_EQ(day_or_null({}), nullptr);
  EXPECT_EQ(day_or_null(CalendarDate{2024, 5, 15}), "2024-05-15");
  EXPECT_EQ(moment_or_null({}), nullptr);
  EXPECT_EQ(moment_or_null(Moment{}), "1970-01-01T00:00:00.000Z");
  EXPECT_EQ(id_or_null(DocumentId{}), nullptr);
  EXPECT_EQ(id_or_null(DocumentId{7}), 7);
  EXPECT_DOUBLE_EQ(rounded(0.123456, 4), 0.1235);
}

TEST(Records, ADocumentBeforeAndAfterItsRecognition) {
  Document document;
  document.id = {3};
  document.accession = "2026-000003";
  document.originals = {{std::string(64, 'a'), 12, FileKind::jpeg, "scan.jpg", {}}};
  Json record = record_of(document);
  EXPECT_EQ(record["id"], 3);
  EXPECT_EQ(record["state"], "accepted");
  EXPECT_EQ(record["originals"][0]["type"], "image/jpeg");
  EXPECT_EQ(record["originals"][0]["made_at"], nullptr);
  for (const char* key : {"confidence", "seconds", "problem", "description", "stack"}) {
    EXPECT_EQ(record.at(key), nullptr) << key;
  }
  EXPECT_EQ(record["parted"], false);
  EXPECT_FALSE(record.contains("tombstone"));
  EXPECT_EQ(record["pages"], Json::array());
  EXPECT_EQ(reference_to(document).dump(), R"({"id":3,"accession":"2026-000003"})");

  document.run = 1;
  document.confidence = 0.91234567;
  document.stack = {2};
  document.stack_page = 5;
  document.tombstone = Tombstone{4, true, "diploma", "", 2};
  document.pages.emplace_back();
  document.pages.front().warnings = {PageWarning::faint};
  record = record_of(document);
  EXPECT_EQ(record["confidence"], 0.9123);
  EXPECT_EQ(record["stack_page"], 5);
  EXPECT_EQ(record["tombstone"]["act"], 4);
  EXPECT_EQ(record["tombstone"]["date"], nullptr);
  EXPECT_EQ(record["pages"][0]["warnings"], Json::array({"faint"}));
}

TEST(Records, APageWithItsWordsAndMarks) {
  RecognisedPage page;
  page.lines = {{{0, 0, 90, 10}, {{"Диплом", {1, 2, 30, 8}, 0.987654}}}};
  page.barcodes = {{"FONDS1", {5, 6, 7, 8}}};
  const Json record = record_of(page);
  EXPECT_EQ(record["text"], text_of(page));
  EXPECT_EQ(record["languages"], nullptr);
  EXPECT_EQ(record["lines"][0]["words"][0].dump(),
            R"({"text":"Диплом","box":[1,2,30,8],"confidence":0.9877})");
  EXPECT_EQ(record["barcodes"][0]["box"], Json::array({5, 6, 7, 8}));
  EXPECT_EQ(record["warnings"], Json::array());
}

TEST(Records, AJobAndAnEntryOfTheJournal) {
  Job job;
  job.id = {9};
  job.kind = "recognise";
  EXPECT_EQ(record_of(job)["state"], "queued");
  EXPECT_EQ(record_of(job)["owner"], nullptr);
  JournalEntry entry;
  entry.number = 7;
  entry.event = "document.accepted";
  entry.details = R"({"pages":2})";
  EXPECT_EQ(record_of(entry)["details"]["pages"], 2);
}

TEST(Records, AStudentAndAMerge) {
  Student student;
  student.id = {15};
  student.name = {"Кравец", "Тимофей", ""};
  student.birth_date = CalendarDate{2010, 4, 1};
  student.memberships = {{"Юный техник", "", "", 0, CalendarDate{2023, 9, 1}, {}}};
  student.guardians = {{"Кравец Анна", ""}};
  const Json record = record_of(student);
  EXPECT_EQ(record["middle"], nullptr);
  EXPECT_EQ(record["birth_date"], "2010-04-01");
  EXPECT_EQ(record["left_on"], nullptr);
  EXPECT_EQ(record["memberships"][0]["programme"], nullptr);
  EXPECT_EQ(record["memberships"][0]["school_year"], nullptr);
  EXPECT_EQ(record["memberships"][0]["from"], "2023-09-01");
  EXPECT_EQ(record["guardians"][0].dump(), R"({"name":"Кравец Анна","relation":null})");
  StudentMerge merge;
  merge.kept = {15};
  merge.merged = {16};
  EXPECT_EQ(record_of(merge)["merged"], 16);
  EXPECT_EQ(record_of(merge)["parted_at"], nullptr);
}

TEST(Records, AnErrorWithAndWithoutAHint) {
  EXPECT_EQ(record_of(Error(Fault::not_found, "no such paper", "look")).dump(),
            R"({"error":{"fault":"not_found","message":"no such paper","hint":"look"}})");
  EXPECT_EQ(record_of(Error(Fault::io, "broken"))["error"]["hint"], nullptr);
}

}  // namespace
}  // namespace fonds

#include "web/api/search_records.h"

#include <gtest/gtest.h>

#include "archive/card_words.h"

namespace fonds {
namespace {

FoundPapers found() {
  FoundPapers made;
  made.total = 1;
  SearchHit hit;
  hit.document = {3};
  hit.accession = "2026-000003";
  hit.pages = {1};
  hit.snippet.text = "Диплом";
  hit.snippet.marks = {{0, 12}};
  made.hits = {hit};
  return made;
}

TEST(SearchRecords, WhatWasFound) {
  const ValueWords words = card_words(DocumentKinds::shipped());
  FoundPapers papers = found();
  Json record = record_of(papers, 20, 5, false, words);
  EXPECT_EQ(record["offset"], 20);
  EXPECT_EQ(record["index_lag"], 5);
  EXPECT_EQ(record["notice"], nullptr);
  EXPECT_EQ(record["hits"][0]["snippet"].dump(), R"({"text":"Диплом","page":1,"marks":[[0,12]]})");
  EXPECT_FALSE(record.contains("students"));
  EXPECT_FALSE(record.contains("facets"));
  EXPECT_EQ(record_of(papers, 0, 0, true, words)["facets"], Json::array());
  Student student;
  student.id = {15};
  student.name = {"Кравец", "Тимофей", ""};
  papers.students = {student};
  papers.facets = {{"level", {{"municipal", 12}}}};
  record = record_of(papers, 0, 0, true, words);
  EXPECT_EQ(record["students"][0].dump(), R"({"id":15,"name":"Кравец Тимофей","birth_date":null})");
  EXPECT_EQ(record["facets"][0]["values"][0].dump(),
            R"({"value":"municipal","title":"municipal","count":12})");
}

TEST(SearchRecords, CompletionsAndSearchesThatAreKept) {
  EXPECT_EQ(record_of(Completion{"Юный техник", 4}).dump(), R"({"text":"Юный техник","papers":4})");
  Student student;
  student.id = {15};
  student.name = {"Кравец", "Тимофей", ""};
  student.birth_date = CalendarDate{2010, 4, 1};
  EXPECT_EQ(completion_of(student).dump(),
            R"({"text":"Кравец Тимофей","student":15,"birth_date":"2010-04-01"})");
  EXPECT_EQ(record_of(SavedSearch{"дипломы", "kind:diploma", "2026-01-01"}).dump(),
            R"({"title":"дипломы","query":"kind:diploma","saved_at":"2026-01-01"})");
}

}  // namespace
}  // namespace fonds

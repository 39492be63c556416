#include "indexer/field_query.h"

#include <gtest/gtest.h>

#include "indexer/index_fixture.h"

namespace fonds {
namespace {

const ValueWords& words() {
  static const ValueWords all = [] {
    ValueWords made = ValueWords::shipped();
    made.add({"kind", "diploma", "Диплом", "Diploma", {}});
    made.add({"kind", "exam_list", "Протокол аттестации", "Examination protocol", {}});
    return made;
  }();
  return all;
}

class FieldQueryTest : public IndexFixture {
 protected:
  FieldQueryTest() {
    const int generation = generations.begin_rebuild();
    IndexWriter writer(generations.folder_of(generation));
    std::int64_t id = 0;
    for (const IndexedCard& card : cards()) {
      IndexedDocument document = paper(++id, {"текст", "второй лист"});
      document.card = card;
      document.scanned = id == 1;
      add(writer, document);
    }
    writer.commit(EntryNumber{1});
    generations.serve(generation);
  }

  static std::vector<IndexedCard> cards() {
    std::vector<IndexedCard> all(5);
    all[0].kind = "diploma";
    all[0].numbers = {"А-1312/99"};
    all[0].level = "municipal";
    all[0].place = "1";
    all[0].date = date_span_from("2024-05-15");
    all[0].students = {student(15, {"Кравец", "Тимофей", "Ильич"}, Gender::male)};
    all[1].kind = "diploma";
    all[1].numbers = {"A-I3l2/99"};
    all[1].level = "regional";
    all[1].place = "laureate 2";
    all[1].school_year = 2022;
    all[1].students = {student(16, {"Кравец", "Анна", "Ильинична"}, Gender::female)};
    all[2].numbers = {"А 1312-99", "87-од"};
    all[2].collective = "Юный техник";
    all[2].case_index = "02-05";
    all[2].date = date_span_from("2019");
    // Two children of a list, whose names must not mix.
    all[2].students = {student(17, {"Ли", "Виктория", ""}, Gender::female),
                       student(18, {"Тер-Погосян", "Ани", ""}, Gender::female)};
    all[2].students[0].birth_date = calendar_date_from("2012-03-12");
    all[3].kind = "exam_list";
    all[3].event = "Краевой конкурс «Звонкие голоса»";
    all[3].waits = true;
    all[3].numbers = {"А-1312/98"};
    all[3].case_index = "02-14";
    return all;  // the fifth knows nothing
  }
  static IndexedStudent student(std::int64_t id, PersonName name, Gender gender) {
    return {StudentId{id}, {}, std::move(name), {}, gender, 2};
  }
  SearchResult ask(std::string query) {
    SearchRequest request;
    request.query = std::move(query);
    return knowing.search(request, Visible::everything());
  }
  Ids ids(std::string query) {
    Ids found;
    const SearchResult result = ask(std::move(query));
    if (result.relaxed) return found;
    for (const SearchHit& hit : result.hits) found.push_back(hit.document.value);
    return found;
  }
  Searcher knowing{root, texts, words()};
};

TEST_F(FieldQueryTest, FindsByEveryField) {
  const std::vector<std::pair<std::string, Ids>> cases{
      {"тип:диплом", {1, 2}},
      {"kind:diploma", {1, 2}},
      {"тип:дипломы", {1, 2}},
      {"тип:«протокол аттестации»", {4}},
      {"уровень:муниципальный", {1}},
      {"уровень:краевой", {2}},
      {"level:regional", {2}},
      {"место:1", {1}},
      {"место:лауреат", {2}},
      {"место:«лауреат II степени»", {2}},
      {"место:«лауреат I степени»", {}},
      {"дело:02-05", {3}},
      {"дело:02/05", {3}},
      {"дело:02", {3, 4}},
      {"case:14", {4}},
      {"дело:0", {}},
      {"объединение:техник", {3}},
      {"объединение:«юного техника»", {3}},
      {"объединение:Акварель", {}},
      {"ученик:15", {1}},
      {"student:15", {1}},
      {"ученик:Кравец", {1, 2}},
      {"ученик:Кравцу", {1}},
      {"ученик:«Тимофея Кравца»", {1}},
      {"ученик:«Кравец Т. И.»", {1}},
      {"ученик:«Тер-Погосян Ани»", {3}},
      {"ученик:«Ли Виктория»", {3}},
      {"ученик:«Ли Ани»", {}},
      {"ученик:99", {}},
      {"ученик:Осипова", {}},
      {"год:2024", {1}},
      {"год:2023/2024", {1}},
      {"год:2023-2024", {1}},
      {"год:2023/24", {1}},
      {"год:2022", {2}},
      {"год:2023", {2}},
      {"год:2019", {3}},
      {"год:2026", {4, 5}},
      {"год:2019..2022", {2, 3}},
      {"год:2023..2023", {2}},
      {"год:..2019", {3}},
      {"год:2025..", {4, 5}},
      {"дата:15.05.2024", {1}},
      {"дата:2024-05", {1}},
      {"дата:2019", {3}},
      {"дата:2019..2024-04", {3}},
      {"дата:..2024", {1, 3}},
      {"date:2024-01..", {1}},
      {"15.05.2024", {1}},
      {"есть:скан", {1}},
      {"есть:дело", {3, 4}},
      {"нет:дела", {1, 2, 5}},
      {"нет:ученика", {4, 5}},
      {"has:date -lacks:number", {1, 3}},
      {"есть:мероприятие", {4}},
      {"есть:место есть:уровень", {1, 2}},
      {"есть:объединение", {3}},
      {"статус:ждёт", {4}},
      {"status:settled", {1, 2, 3, 5}},
      {"мероприятие:«звонкие голоса»", {4}},
      {"event:голосов", {4}},
      {"ученик:«Ли Виктория 12.03.2012»", {3}},
      {"ученик:«Ли Виктория 2012-03-13»", {}},
      {"ученик:«Тер-Погосян Ани 12.03.2012»", {}},
      {"дело № 02-05", {3}},
      {"02.14", {4}},
      {"тип:диплом уровень:муниципальный", {1}},
      {"тип:диплом -место:1", {2}},
      {"тип:диплом ИЛИ дело:02", {1, 2, 3, 4}},
  };
  for (const auto& [query, expected] : cases) {
    Ids found = ids(query);
    std::sort(found.begin(), found.end());
    EXPECT_EQ(found, expected) << query;
    EXPECT_EQ(ask(query).notice, "") << query;
  }
}

TEST_F(FieldQueryTest, ANumberIsFoundHoweverItIsPartedOrMisreadTheNearestFirst) {
  EXPECT_EQ(ids("номер:А-1312/99"), (Ids{1, 3, 2}));
  EXPECT_EQ(ids("номер:«А 1312-99»"), (Ids{3, 1, 2}));
  Ids misread = ids("номер:A-I3l2/99");
  ASSERT_EQ(misread.size(), 3U) << "one misread word finds the others";
  EXPECT_EQ(misread.front(), 2) << "as it is printed comes first; the others are equally far";
  EXPECT_EQ(ids("number:«№ А-1312/98»"), (Ids{4}));
  EXPECT_EQ(ids("номер:87-од"), (Ids{3}));
  EXPECT_EQ(ids("номер:1312").size(), 3U) << "a part of it";
  EXPECT_EQ(ids("номер:1312/98"), (Ids{4}));
  EXPECT_TRUE(ids("номер:13").empty());
  EXPECT_TRUE(ids("номер:99").empty()) << "too little to mean one number";
  EXPECT_TRUE(ids("номер:Б-1312/99").empty()) << "another series";
  EXPECT_TRUE(ids("номер:А-1313/99").empty());
  EXPECT_TRUE(ids("номер:—").empty());
}

TEST_F(FieldQueryTest, APlainWordLooksInNumbersAndNamesToo) {
  EXPECT_EQ(ids("А-1312/99").size(), 3U);
  EXPECT_EQ(ids("87-од"), (Ids{3}));
  EXPECT_EQ(ids("Тимофею"), (Ids{1})) << "though the text does not name him";
  EXPECT_EQ(ids("Кравца Тимофея"), (Ids{1}));
  EXPECT_TRUE(ids("Тимофеевич").empty());
}

TEST_F(FieldQueryTest, AHitByNameKnowsThePageThatNamesTheStudent) {
  EXPECT_EQ(ask("ученик:15").hits.at(0).pages, (std::vector<int>{2}));
  EXPECT_EQ(ask("Тимофею").hits.at(0).pages, (std::vector<int>{2}));
}

TEST_F(FieldQueryTest, WhatAFieldCannotBeIsToldWithWhatItCan) {
  const SearchResult result = ask("уровень:мировой");
  EXPECT_TRUE(result.hits.empty());
  EXPECT_NE(result.notice.find("мировой"), std::string::npos);
  EXPECT_NE(result.notice.find("municipal"), std::string::npos);
  EXPECT_NE(ask("год:давно").notice, "");
  EXPECT_NE(ask("год:2023/2025").notice, "") << "no school year";
  EXPECT_NE(ask("год:..").notice, "");
  EXPECT_NE(ask("дата:давно").notice, "");
  EXPECT_NE(ask("есть:крылья").notice.find("case"), std::string::npos);
}

TEST_F(FieldQueryTest, AStudentIsFoundByAMistypedName) {
  const SearchResult result = ask("ученик:«Кравиц Тимофей»");
  ASSERT_EQ(result.hits.size(), 1U);
  EXPECT_NE(result.notice.find("кравец"), std::string::npos);
}

TEST_F(FieldQueryTest, AnEmptyValueAsksForNothing) {
  for (const char* query : {"тип:", "номер:", "ученик:", "дело:", "объединение:", "уровень:«»",
                            "ученик:« — »", "номер:«№»"}) {
    EXPECT_TRUE(ids(query).empty()) << query;
  }
}

}  // namespace
}  // namespace fonds

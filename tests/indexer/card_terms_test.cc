#include "indexer/card_terms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "base/text.h"
#include "indexer/index_fixture.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

IndexedDocument accepted_in_2026() {
  IndexedDocument document;
  document.id = {1};
  document.accepted_at = moment_from_text("2026-03-01T09:00:00.000Z");
  return document;
}

std::vector<std::string> years(const std::string& date, std::optional<int> school_year = {}) {
  IndexedDocument document = accepted_in_2026();
  if (!date.empty()) document.card.date = date_span_from(date).value();
  document.card.school_year = school_year;
  return years_of(document).terms;
}

/// Terms with this prefix, without it.
std::set<std::string> terms(const IndexedDocument& source, FieldId field) {
  Xapian::Document document;
  CardTerms().add(document, source);
  const std::string prefix(entry_of(field).prefix);
  std::set<std::string> found;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    const std::string text = *term;
    const bool its_own = text.size() > prefix.size() && text.starts_with(prefix) &&
                         (text[prefix.size()] < 'A' || text[prefix.size()] > 'Z');
    if (its_own) found.insert(text.substr(prefix.size()));
  }
  return found;
}

TEST(CardTerms, TheYearIsThePapersAndOnlyElseThatOfItsArrival) {
  EXPECT_THAT(years("2024-05-15"), ElementsAre("2024", "2023/2024"));
  EXPECT_THAT(years("2024-09-01"), ElementsAre("2024", "2024/2025"));
  EXPECT_THAT(years("2023/2024"), ElementsAre("2023", "2024", "2023/2024"));
  EXPECT_THAT(years("2024"), ElementsAre("2024")) << "which school year is not said";
  EXPECT_THAT(years("2024", 2023), ElementsAre("2024", "2023/2024"));
  EXPECT_THAT(years("2023-12-30/2024-01-03"), ElementsAre("2023", "2024", "2023/2024"));
  EXPECT_THAT(years("", 2019), ElementsAre("2019", "2020", "2019/2020"));
  EXPECT_THAT(years(""), ElementsAre("2026"));
}

TEST(CardTerms, ADateThatCanOnlyBeMisreadDoesNotFillTheIndex) {
  IndexedDocument document = accepted_in_2026();
  document.card.date = DateSpan{{1, 1, 1}, {9999, 1, 1}, DatePrecision::day, ""};
  EXPECT_LE(years_of(document).terms.size(), 102U);
}

TEST(CardTerms, ACaseIsFoundByItsIndexAndByParts) {
  const auto parts = [](const char* index) { return code_terms(FieldId::case_index, index); };
  EXPECT_THAT(parts("02-05"), ElementsAre("XD02-05", "XD02", "XD05"));
  EXPECT_THAT(parts("02–05/3"),
              ElementsAre("XD02-05-3", "XD02-05", "XD05-3", "XD02", "XD05", "XD3"));
  EXPECT_THAT(parts(" 02 "), ElementsAre("XD02"));
  EXPECT_THAT(parts("А-5"), ElementsAre("XDа-5", "XDа", "XD5"));
  for (const char* nothing : {"", "-", " / ", "…"}) EXPECT_THAT(parts(nothing), IsEmpty());
  EXPECT_LE(parts("1-2-3-4-5-6-7-8-9-10-11-12-13-14").size(), 21U);
}

TEST(CardTerms, NothingIsAddedForWhatIsNotKnown) {
  const IndexedDocument document = accepted_in_2026();
  for (const FieldId field :
       {FieldId::kind, FieldId::level, FieldId::place, FieldId::case_index, FieldId::number,
        FieldId::student, FieldId::student_name, FieldId::collective}) {
    EXPECT_THAT(terms(document, field), IsEmpty()) << entry_of(field).prefix;
  }
}

TEST(CardTerms, ValuesStandWhole) {
  IndexedDocument document = accepted_in_2026();
  document.card.kind = "diploma";
  document.card.level = "municipal";
  document.card.place = "laureate 2";
  document.card.collective = "Юный техник-2";
  EXPECT_THAT(terms(document, FieldId::kind), ElementsAre("diploma"));
  EXPECT_THAT(terms(document, FieldId::level), ElementsAre("municipal"));
  EXPECT_THAT(terms(document, FieldId::place), ElementsAre("laureate", "laureate 2"));
  EXPECT_EQ(terms(document, FieldId::collective).count("техник-2"), 1U);
}

TEST(CardTerms, AStudentIsFoundByNumberAndByEveryCaseForm) {
  IndexedDocument document = accepted_in_2026();
  document.card.students = {{StudentId{15},
                             StudentId{19},
                             {"Кравец", "Любовь", "Ильинична"},
                             {"Птицына"},
                             Gender::female,
                             2}};
  EXPECT_THAT(terms(document, FieldId::student), ElementsAre("15", "19"))
      << "by the number of a record merged into it, too";
  const std::set<std::string> words = terms(document, FieldId::student_name);
  for (const char* word : {"кравец", "любовь", "любови", "любовью", "ильинична", "ильиничны",
                           "ильиничне", "ильиничной", "птицына", "птицыной", "л", "и"}) {
    EXPECT_EQ(words.count(word), 1U) << word;
  }
  for (const char* word : {"кравца", "к", "птицын", ""}) EXPECT_EQ(words.count(word), 0U) << word;
}

TEST(CardTerms, WhateverStandsOnACardBecomesTermsTheIndexCanHold) {
  IndexedDocument document = accepted_in_2026();
  const std::string endless = std::string(5000, 'a') + "ё\xFF";
  document.card.kind = document.card.level = document.card.place = endless;
  document.card.case_index = document.card.collective = endless;
  document.card.numbers = {endless, "№", ""};
  document.card.students = {
      {StudentId{1}, {}, {endless, endless, endless}, {endless, ""}, Gender::unknown, 0},
      {StudentId{2}, {}, {"", "", ""}, {}, Gender::male, -5}};
  Xapian::Document made;
  CardTerms().add(made, document);
  for (auto term = made.termlist_begin(); term != made.termlist_end(); ++term) {
    EXPECT_LE((*term).size(), 200U);
    EXPECT_TRUE(is_valid_utf8(*term));
  }
}

TEST(NumberOrder, PutsFiguresInOrderOfTheirValue) {
  EXPECT_LT(number_order("9"), number_order("10"));
  EXPECT_LT(number_order("№ 2-А"), number_order("№ 10-А"));
  EXPECT_EQ(number_order("А 12"), number_order("а12"));
  EXPECT_EQ(number_order(""), "");
}

TEST(CardTerms, KeepsTheValuesThatFacetsCountAndHitsAreOrderedBy) {
  IndexedDocument source = paper(1, {"текст"});
  source.card.kind = "diploma";
  source.card.numbers = {"12"};
  source.card.date = date_span_from("2024-04-12/2024-04-14");
  source.card.event = "Шаг в науку";
  source.readers = {"Маска"};
  source.blocked = true;
  Xapian::Document document;
  CardTerms().add(document, source);
  const auto value = [&](Slot slot) { return document.get_value(static_cast<unsigned>(slot)); };
  EXPECT_EQ(value(Slot::kind), "diploma");
  EXPECT_EQ(value(Slot::level), "");
  EXPECT_EQ(value(Slot::event), "Шаг в науку");
  EXPECT_EQ(value(Slot::first_day), "20240412");
  EXPECT_EQ(value(Slot::last_day), "20240414");
  EXPECT_EQ(value(Slot::number), number_order("12"));
  EXPECT_EQ(value(Slot::status), "settled");
}

}  // namespace
}  // namespace fonds

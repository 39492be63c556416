#include "archive/field_input.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"

namespace fonds {
namespace {

using testing::HasSubstr;

const ValueWords& words() {
  static const ValueWords all = [] {
    ValueWords made = ValueWords::shipped();
    made.add({"kind", "diploma", "Диплом", "Diploma", {}});
    made.add({"kind", "contest_list", "Протокол конкурса", "Contest protocol", {}});
    made.add({"kind", "exam_list", "Протокол аттестации", "Examination protocol", {}});
    return made;
  }();
  return all;
}

std::string canonical(const char* field, std::string_view typed) {
  return FieldInput(words(), ReviewRules::shipped()).canonical(*card_field(field), typed);
}

TEST(FieldInput, WhatAPersonWritesBecomesCanonical) {
  const std::vector<std::tuple<const char*, const char*, const char*>> cases{
      {"kind", "диплом", "diploma"},
      {"kind", " Дипломы ", "diploma"},
      {"kind", "diploma", "diploma"},
      {"kind", "протокол конкурса", "contest_list"},
      {"level", "районный", "municipal"},
      {"level", "national", "national"},
      {"place", "1 место", "1"},
      {"place", "Лауреат II степени", "laureate 2"},
      {"place", "laureate 2", "laureate 2"},
      {"place", "1 1", "1 1"},
      {"date", "15.05.2024", "2024-05-15"},
      {"date", "5.5.2024", "2024-05-05"},
      {"date", "2024-05-15", "2024-05-15"},
      {"date", "12.04.2024-14.04.2024", "2024-04-12/2024-04-14"},
      {"date", "28.04.2024 – 03.05.2024", "2024-04-28/2024-05-03"},
      {"date", "05.2024", "2024-05"},
      {"date", "2024", "2024"},
      {"date", "2023/2024", "2023/2024"},
      {"date", "2023-2024", "2023/2024"},
      {"school_year", "2023/2024", "2023/2024"},
      {"school_year", "2023–2024", "2023/2024"},
      {"number", "№ А-1312/99", "А-1312/99"},
      {"number", "  87-од ", "87-од"},
      {"number", "б/н", "б/н"},
      {"order", "№218", "218"},
      {"case", "02-05", "02-05"},
      {"case", "02–05", "02-05"},
      {"event", "  слёт   «Искра»\n", "слёт «Искра»"},
      {"collective", "Юный техник", "Юный техник"},
  };
  for (const auto& [field, typed, expected] : cases) {
    EXPECT_EQ(canonical(field, typed), expected) << field << ": " << typed;
  }
}

TEST(FieldInput, APersonMaySayThatThereIsNone) {
  for (const CardField& field : kCardFields) {
    for (const char* typed : {"нет", "Нет", "none", "-", "—", "", "  "}) {
      EXPECT_EQ(canonical(field.name.data(), typed), "") << field.name << ": " << typed;
    }
  }
}

TEST(FieldInput, WhatCannotBeIsRefusedWithWhatCan) {
  const std::vector<std::tuple<const char*, std::string, const char*>> cases{
      {"kind", "папирус", "Diploma"},
      {"kind", "протокол", "Examination protocol"},  // two kinds
      {"level", "мировой", "municipal"},
      {"level", "муниципальный зональный", "municipal"},
      {"place", "4", "1st place"},
      {"place", "лауреат 7", "laureate"},
      {"place", "1 0", "1st place"},
      {"date", "31.02.2024", "15.05.2024"},
      {"date", "вчера", "15.05.2024"},
      {"date", "15.05.24", "15.05.2024"},
      {"date", "14.04.2024-12.04.2024", "15.05.2024"},
      {"date", "2023/2025", "2023/2024"},
      {"date", "15.05.2024 г.", "15.05.2024"},
      {"school_year", "2024", "2023/2024"},
      {"school_year", "2023/2025", "2023/2024"},
      {"school_year", "15.05.2024", "2023/2024"},
      {"number", "№", "printed"},
      {"number", "…", "printed"},
      {"case", "2-5", "02-05"},
      {"case", "дело 02-05", "02-05"},
      {"case", "02-05-", "02-05"},
      {"event", std::string(501, 'x'), "shorter"},
      {"event", "\xD0", "UTF-8"},
  };
  for (const auto& [field, typed, hint] : cases) {
    try {
      canonical(field, typed);
      ADD_FAILURE() << field << " took " << typed;
    } catch (const Error& error) {
      EXPECT_EQ(error.fault(), Fault::usage);
      EXPECT_THAT(error.hint(), HasSubstr(hint)) << typed;
      EXPECT_EQ(error.message().find('\n'), std::string::npos);
    }
  }
}

TEST(FieldInput, AFieldIsNamedByNameOrTitle) {
  EXPECT_EQ(FieldInput::field("kind").name, "kind");
  EXPECT_EQ(FieldInput::field("Issued by").name, "issuer");
  EXPECT_EQ(FieldInput::field("school year").name, "school_year");
  for (const char* unknown : {"", "colour", "kinds", "\xFF", "student"}) {
    try {
      FieldInput::field(unknown);
      ADD_FAILURE() << unknown;
    } catch (const Error& error) {
      EXPECT_EQ(error.fault(), Fault::usage);
      EXPECT_THAT(error.hint(), HasSubstr("nomination"));
    }
  }
}

TEST(TypedDay, IsOneDayOrRefused) {
  EXPECT_EQ(day_typed("15.05.2024"), (CalendarDate{2024, 5, 15}));
  EXPECT_EQ(day_if_typed(""), std::nullopt);
  for (const char* typed : {"", "05.2024", "2024", "12.04.2024-14.04.2024", "вчера"}) {
    EXPECT_THROW((void)day_typed(typed), Error) << typed;
  }
}

TEST(TypedLine, IsOnePrintableLineWithItsBlanksSqueezed) {
  EXPECT_EQ(line_typed("  решение\n \t суда \t"), "решение суда");
  EXPECT_EQ(line_typed("и\u0306"), "й");
  EXPECT_EQ(line_typed(" \xFF "), "\uFFFD");
  EXPECT_EQ(line_typed("\u202Eадус"), "?адус") << "no text that reads otherwise than it is kept";
  EXPECT_EQ(line_typed("   "), "");
}

}  // namespace
}  // namespace fonds

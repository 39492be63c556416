#include "forms/case_list_parts.h"

#include <gtest/gtest.h>

#include "forms/read_pdf.h"

namespace fonds {
namespace {

CaseListRow numbered(const char* number) { return {number, "02-05", "Протоколы", "", "", "", ""}; }

TEST(CaseListParts, TheTotalCountsCasesNotTitlesOfSections) {
  const Printing russian(Language::russian);
  const std::vector<CaseListRow> rows{numbered(""), numbered("204"), numbered("204а"), numbered(""),
                                      numbered("205")};

  EXPECT_EQ(cases_in(rows), 3);
  EXPECT_EQ(total_of_list("{} {} {}", rows), "3 (три) дела 204 205");
}

TEST(CaseListParts, AnEmptyListHasNoNumbers) {
  const Printing russian(Language::russian);

  EXPECT_EQ(cases_in({}), 0);
  EXPECT_EQ(total_of_list("{} {} {}", {numbered("")}), "0 (ноль) дел __________ __________");
}

}  // namespace
}  // namespace fonds

#include "archive/desk_words.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

TEST(DeskWords, ASheetSaysWhatStandsOnIt) {
  SheetCode code;
  EXPECT_EQ(in_words(code), "nothing");
  code.case_index = "02-08";
  code.year = 2024;
  code.collective = "Мир";
  EXPECT_EQ(in_words(code), "case 02-08, year 2024, collective «Мир»");
}

TEST(DeskWords, ACountSaysWhatWasPromisedAndWhatCame) {
  ArchiveDesk::Count count{"2026-000001", {}};
  count.papers.says.case_index = "02-08";
  count.papers.expected = 25;
  count.papers.found = 24;
  EXPECT_EQ(count_line(count), "sheet 2026-000001 (case 02-08): 25 papers expected, 24 came");
}

}  // namespace
}  // namespace fonds

// What scanners and readers make of it is tried in tests/ingest/printed_sheet_test.cc.
#include "forms/batch_sheet.h"

#include <gmock/gmock.h>

#include "base/error.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;

TEST(BatchSheet, IsOnePage) {
  for (const SheetKind kind : {SheetKind::separator, SheetKind::cover, SheetKind::case_sheet}) {
    const std::string pdf = printed_batch_sheet({kind, "02-08", 2024, "Студия «Ёлка»", 25}).pdf;

    EXPECT_THAT(pdf, HasSubstr("/Count 1"));
  }
}

TEST(BatchSheet, TheLongestTitleFits) {
  std::string title;
  for (int i = 0; i < 200; ++i) title += "Ж";

  EXPECT_NO_THROW(printed_batch_sheet({SheetKind::cover, "01-02-03", 2199, title, 100'000}).pdf);
}

}  // namespace
}  // namespace fonds

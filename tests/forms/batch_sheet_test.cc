// What scanners and readers make of it is tried in tests/ingest/printed_sheet_test.cc.
#include "forms/batch_sheet.h"

#include <gmock/gmock.h>

#include "base/error.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;

TEST(BatchSheet, IsOnePage) {
  for (const SheetKind kind : {SheetKind::separator, SheetKind::cover, SheetKind::case_sheet}) {
    const std::string pdf = batch_sheet_pdf({kind, "02-08", 2024, "Студия «Ёлка»", 25});

    EXPECT_THAT(pdf, HasSubstr("/Count 1"));
  }
}

TEST(BatchSheet, TheLongestTitleFits) {
  std::string title;
  for (int i = 0; i < 200; ++i) title += "Ж";

  EXPECT_NO_THROW(batch_sheet_pdf({SheetKind::cover, "01-02-03", 2199, title, 100'000}));
}

}  // namespace
}  // namespace fonds

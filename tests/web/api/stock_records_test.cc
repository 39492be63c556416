#include "web/api/stock_records.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

TEST(StockRecords, AVolumeThatIsMissing) {
  MissingVolume missing;
  missing.key = {2024, "02-05", 1};
  missing.heading = "Протоколы";
  missing.mark = {VolumeMarkKind::in_search, {2026, 2, 1}, "not on its shelf", {}};
  EXPECT_EQ(record_of(missing).dump(),
            R"({"volume":"02-05/2024/1","heading":"Протоколы","state":"in_search",)"
            R"("since":"2026-02-01","why":"not on its shelf"})");
}

TEST(StockRecords, ACheckThatWasNeverMade) {
  StockCheckState state;
  state.due_by = {2031, 1, 1};
  EXPECT_EQ(record_of(state).dump(),
            R"({"check":"presence","last":null,"act":"","due_by":"2031-01-01"})");
}

}  // namespace
}  // namespace fonds

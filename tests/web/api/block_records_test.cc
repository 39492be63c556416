#include "web/api/block_records.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

TEST(BlockRecords, WhatIsClosedAndWhy) {
  const Block block{BlockSubject::student, 15, "суд", "2026-02-01T00:00:00.000Z", "osipova"};
  EXPECT_EQ(record_of(block).dump(),
            R"({"subject":"student","id":15,"reason":"суд",)"
            R"("blocked_at":"2026-02-01T00:00:00.000Z","blocked_by":"osipova"})");
}

}  // namespace
}  // namespace fonds

#include "base/clock.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/error.h"

namespace fonds {
namespace {

using std::chrono::milliseconds;

TEST(Clock, AMomentIsWrittenAndReadBackTheSame) {
  for (const char* text :
       {"2026-11-23T20:41:07.123Z", "1970-01-01T00:00:00.000Z", "2024-02-29T23:59:59.999Z",
        "1969-12-31T23:59:59.999Z", "0001-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z"}) {
    EXPECT_EQ(to_text(moment_from_text(text)), text);
  }
}

TEST(Clock, TheTextIsCountedFromTheEpochInMilliseconds) {
  EXPECT_EQ(to_text(Moment{}), "1970-01-01T00:00:00.000Z");
  EXPECT_EQ(to_text(Moment{milliseconds{1}}), "1970-01-01T00:00:00.001Z");
  EXPECT_EQ(moment_from_text("2001-09-09T01:46:40.000Z").time_since_epoch(),
            milliseconds{1'000'000'000'000});
}

TEST(Clock, TextSortsAsTimeDoes) {
  const Moment start = moment_from_text("2026-12-31T23:59:58.500Z");
  std::string previous;
  for (int step = 0; step < 3000; step += 7) {
    const std::string text = to_text(start + milliseconds{step});
    EXPECT_LT(previous, text);
    previous = text;
  }
}

TEST(Clock, AnyOtherFormIsRefusedAsCorrupt) {
  const std::vector<std::string> wrong{
      "",
      "2026-11-23",
      "2026-11-23T20:41:07Z",
      "2026-11-23T20:41:07.12Z",
      "2026-11-23T20:41:07.1234Z",
      "2026-11-23T20:41:07.123",
      "2026-11-23T20:41:07.123+",
      "2026-11-23T20:41:07.123ZZ",
      "2026-11-23T20:41:07.123Z ",
      " 026-11-23T20:41:07.123Z",
      "+026-11-23T20:41:07.123Z",
      "-026-11-23T20:41:07.123Z",
      "2026- 1-23T20:41:07.123Z",
      "2026-+1-23T20:41:07.123Z",
      "2026-11-23 20:41:07.123Z",
      "2026-11-23t20:41:07.123z",
      "2026-00-23T20:41:07.123Z",
      "2026-13-23T20:41:07.123Z",
      "2026-11-00T20:41:07.123Z",
      "2026-11-31T20:41:07.123Z",
      "2025-02-29T20:41:07.123Z",
      "2026-11-23T24:00:00.000Z",
      "2026-11-23T20:60:07.123Z",
      "2026-11-23T20:41:60.123Z",
      "2026/11/23T20:41:07.123Z",
      "20261123T204107.123Z....",
      std::string("2026-11-23T20:41:07.123\0", 24),
  };
  for (const std::string& text : wrong) {
    try {
      moment_from_text(text);
      ADD_FAILURE() << "taken: '" << text << "'";
    } catch (const Error& error) {
      EXPECT_EQ(error.fault(), Fault::corrupt) << text;
    }
  }
}

TEST(Clock, TheSystemClockGoesForward) {
  const SystemClock clock;
  const Moment first = clock.now();

  EXPECT_GT(first, moment_from_text("2024-01-01T00:00:00.000Z"));
  EXPECT_LE(first, clock.now());
}

}  // namespace
}  // namespace fonds

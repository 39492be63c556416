#include "model/spoken_date.h"

#include <gtest/gtest.h>

#include "base/messages.h"
#include "support/in_zone.h"

namespace fonds {
namespace {

class SpokenDateTest : public testing::Test {
 protected:
  SpokenDateTest() { choose_language(Language::english, ""); }
  ~SpokenDateTest() override { choose_language(Language::english, ""); }
  static void speak_russian() { choose_language(Language::russian, ""); }
};

TEST_F(SpokenDateTest, ADayIsWrittenAsPeopleOfTheLanguageWriteIt) {
  EXPECT_EQ(spoken(CalendarDate{2024, 5, 7}), "2024-05-07");
  EXPECT_EQ(spoken(*date_span_from("2024-04-12/2024-04-14")), "2024-04-12/2024-04-14");
  speak_russian();
  EXPECT_EQ(spoken(CalendarDate{2024, 5, 7}), "07.05.2024");
  EXPECT_EQ(spoken(*date_span_from("2024-05-07")), "07.05.2024");
  EXPECT_EQ(spoken(*date_span_from("2024-04-12/2024-04-14")), "12.04.2024–14.04.2024");
  EXPECT_EQ(spoken(*date_span_from("2024-05")), "05.2024");
  EXPECT_EQ(spoken(*date_span_from("2023/2024")), "2023/2024");
}

TEST_F(SpokenDateTest, AMomentIsToldByTheClockOnTheWall) {
  const Moment evening = moment_from_text("2026-12-31T16:30:05.999Z");
  const InZone kamchatka("KAM-12");
  EXPECT_EQ(spoken(evening), "2027-01-01 04:30:05");
  speak_russian();
  EXPECT_EQ(spoken(evening), "01.01.2027 04:30:05");
}

}  // namespace
}  // namespace fonds

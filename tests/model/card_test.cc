#include "model/card.h"

#include <gtest/gtest.h>

#include <utility>

namespace fonds {
namespace {

FieldValue value(const char* field, const char* text, Origin origin) {
  FieldValue made;
  made.field = field;
  made.value = text;
  made.origin = origin;
  return made;
}

TEST(CardTest, APersonsWordCountsWhereverItStands) {
  Card card;
  card.values = {value("date", "2024-05-15", Origin::machine),
                 value("date", "2024-05-16", Origin::person), value("number", "7", Origin::person),
                 value("number", "1", Origin::machine)};
  EXPECT_EQ(text_of(card, "date"), "2024-05-16");
  EXPECT_EQ(text_of(card, "number"), "7");
}

TEST(CardTest, APersonsEmptyWordMeansThereIsNone) {
  Card card;
  card.values = {value("number", "17", Origin::machine), value("number", "", Origin::person)};
  EXPECT_EQ(text_of(card, "number"), "");
}

TEST(CardTest, EveryPlaceComesBackFromItsText) {
  for (std::size_t rank = 0; rank < kRankNames.size(); ++rank) {
    for (int degree = 0; degree <= 3; ++degree) {
      const AwardPlace place{static_cast<Rank>(rank), degree};
      EXPECT_EQ(award_place_from(to_text(place)), place) << to_text(place);
    }
  }
  for (const char* text : {"", "winner ", "winner x", "winner 10", "nobody", "1 0"}) {
    EXPECT_FALSE(award_place_from(text)) << text;
  }
}

TEST(CardTest, AReadingThatAbstainsKeepsItsReasonsAndNothingIsMadeOfNothing) {
  PaperReading reading;
  reading.kind.value = "diploma";
  reading.kind.confidence = 0.9;
  reading.date.reasons = {{"two dates, none after a word that tells which", {}}};
  reading.school_year.value = 2023;
  reading.place.value = AwardPlace{Rank::laureate, 2};
  const std::vector<FieldValue> values = values_of(reading);
  ASSERT_EQ(values.size(), 4U);
  EXPECT_EQ(values[0].value, "diploma");
  EXPECT_EQ(values[1].field, "date");
  EXPECT_EQ(values[1].value, "");
  EXPECT_EQ(values[2].value, "laureate 2");
  EXPECT_EQ(values[3].value, "2023/2024");
}

TEST(CardTest, EveryFieldOfAReadingHasItsPlaceInTheTable) {
  PaperReading reading;
  reading.kind.value = reading.number.value = reading.event.value = reading.nomination.value =
      reading.collective.value = reading.group.value = reading.issuer.value = reading.order.value =
          reading.case_index.value = reading.signatories.value = "x";
  reading.date.value = DateSpan{};
  reading.level.value = Level::zonal;
  reading.place.value = AwardPlace{};
  reading.school_year.value = 2023;
  reading.control.value = Control::final;
  const std::vector<FieldValue> values = values_of(reading);
  ASSERT_EQ(values.size(), kCardFields.size());
  for (std::size_t i = 0; i < values.size(); ++i) EXPECT_EQ(values[i].field, kCardFields[i].name);
}

TEST(LinkVerdict, APersonsYesOutweighsTheirNoAndEitherTheMachine) {
  const auto verdict = [](const std::vector<std::pair<Origin, LinkState>>& links) {
    LinkVerdict made;
    for (const auto& [origin, state] : links) made.add(origin, state);
    return made.linked();
  };
  using enum LinkState;
  EXPECT_FALSE(verdict({}));
  EXPECT_TRUE(verdict({{Origin::machine, linked}}));
  EXPECT_FALSE(verdict({{Origin::machine, offered}}));
  EXPECT_FALSE(verdict({{Origin::machine, linked}, {Origin::person, refused}}));
  EXPECT_TRUE(verdict({{Origin::person, refused}, {Origin::person, linked}}));
  EXPECT_TRUE(verdict({{Origin::machine, offered}, {Origin::person, linked}}));
}

}  // namespace
}  // namespace fonds

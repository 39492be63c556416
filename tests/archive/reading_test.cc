#include "archive/reading.h"

#include <gmock/gmock.h>

#include "archive/review_fixture.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class ReadingTest : public ReviewFixture {};

TEST_F(ReadingTest, WhatTheMachineUnderstoodBecomesTheCard) {
  store(reading(), {link(7, LinkState::offered, 0.6)});
  const Reviewed card = now();
  EXPECT_EQ(text_of(card.stored.card, "kind"), "diploma");
  EXPECT_EQ(text_of(card.stored.card, "level"), "municipal");
  EXPECT_THAT(card.open.fields, ElementsAre("date", "number"));
  EXPECT_EQ(card.open.mentions, 1);
  EXPECT_EQ(card.stored.card.mentions.size(), 1U);
}

TEST_F(ReadingTest, TheJournalGetsFieldNamesAndCountsButNoNamesAndValues) {
  store(reading(), {link(7, LinkState::linked, 0.999)});
  const JournalEntry entry = last_entry();
  EXPECT_EQ(entry.event, "document.understood");
  EXPECT_EQ(
      entry.details,
      R"({"run":1,"fields":["kind","date","number","level"],"mentions":1,"linked":1,"offered":0})");
  for (const char* secret : {"Крав", "1312", "diploma"}) {
    EXPECT_THAT(entry.details, Not(HasSubstr(secret)));
  }
}

TEST_F(ReadingTest, NothingIsStoredWhenTheTransactionFails) {
  const std::int64_t before = now().stored.revision;
  {
    Transaction transaction(temp_.archive().catalogue());
    store_reading(transaction, recognition_actor(), document_.id, 9, reading(), {});
  }
  EXPECT_EQ(now().stored.revision, before);
  EXPECT_NE(now().stored.run, 9);
}

TEST_F(ReadingTest, WhatAnAlienPdfSaysIsStoredWithoutWhatACatalogueCannotHold) {
  PaperReading alien = reading();
  alien.number.value = std::string("1\0002", 3) + "\xFF";
  alien.persons.front().printed = std::string("Крав\0цу", 13);
  alien.persons.front().organisation = "\xD0";
  store(alien);
  EXPECT_EQ(text_of(now().stored.card, "number"), "1 2\xEF\xBF\xBD");
  EXPECT_EQ(now().stored.card.mentions.at(0).printed, "Крав цу");
}

}  // namespace
}  // namespace fonds

#include "web/event_words.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

TEST(EventWords, EventsAreCalledInWords) {
  // One from each end of the table and of its middle: it is sought in their order.
  EXPECT_EQ(words_of_event("achievement.compared"), "banks of achievements compared");
  EXPECT_EQ(words_of_event("document.accepted"), "paper taken in");
  EXPECT_EQ(words_of_event("hold.lifted"), "ban on destruction lifted");
  EXPECT_EQ(words_of_event("user.token_revoked"), "token revoked");
}

TEST(EventWords, DetailsAreNamesAndValues) {
  EXPECT_EQ(words_of_details(R"({"pages":2,"via":"web"})"), "pages: 2, via: web");
  EXPECT_EQ(words_of_details("{}"), "");
  EXPECT_EQ(words_of_details("damaged"), "damaged");
}

TEST(EventWords, AnEventWithoutWordsIsShownAsItStands) {
  for (const char* event : {"", "document", "document.", "document.acceptedx", "zzz.zzz", "aaa"}) {
    EXPECT_EQ(words_of_event(event), event);
  }
}

}  // namespace
}  // namespace fonds

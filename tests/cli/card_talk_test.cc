#include "cli/card_talk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "archive/card_words.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Reviewed reviewed() {
  static const ValueWords kWords = card_words(DocumentKinds::shipped());
  Reviewed made;
  made.words = &kWords;
  made.stored.revision = 3;
  Card& card = made.stored.card;
  FieldValue kind;
  kind.field = "level";
  kind.value = "municipal";
  kind.confidence = 0.974;
  kind.reasons = {{"the paper says {}", {"районный\033[31m"}}};
  kind.source = PlaceOnPage{1, {10, 20, 300, 40}};
  FieldValue number;
  number.field = "number";
  number.confidence = 0.3;
  FieldValue date = kind;
  date.field = "date";
  date.value = "2024-05-15";
  date.origin = Origin::person;
  date.by = "osipova";
  card.values = {date, number, kind};
  PersonMention mention;
  mention.printed = "Кравцу Тимофею";
  mention.role = PersonRole::holder;
  mention.confidence = 0.9;
  mention.source = {2, {1, 2, 3, 4}};
  card.mentions = {mention};
  StudentLink link;
  link.student = {15};
  link.mention = 1;
  link.probability = 0.61;
  link.reasons = {{"the name agrees", {}}};
  StudentLink chosen;
  chosen.student = {16};
  chosen.state = LinkState::refused;
  chosen.origin = Origin::person;
  chosen.by = "local";
  card.links = {chosen, link};
  made.stored.corrections = {{1, 3, "Краsцу", "Кравцу", "osipova"}};
  made.open = ReviewRules::shipped().open(card);
  return made;
}

TEST(CardTalk, ALineAFieldSaysWhatCountsHowSureAndWhatWaits) {
  EXPECT_THAT(
      card_lines(reviewed()),
      ElementsAre("  date: 2024-05-15  (by osipova)", "? number: not clear  (30 %)",
                  "  level: municipal  (97 %)", "  student 16: not this student's, by local",
                  "? student 15: perhaps this student's, 61 %  «Кравцу Тимофею»"));
  EXPECT_THAT(card_lines(Reviewed()), IsEmpty());
}

TEST(CardTalk, AnExplanationGivesReasonsPlacesAndCandidates) {
  const std::string all = fmt::format("{}", fmt::join(explained(reviewed()), "\n"));
  for (const char* said :
       {"  level: municipal  (97 %), page 1 at 10, 20 (300 × 40)\n      the paper says "
        "районный?[31m",
        "  «Кравцу Тимофею»: whose paper it is  (90 %), page 2 at 1, 2 (3 × 4)\n"
        "    ? student 15: perhaps this student's, 61 %\n          the name agrees",
        "student 16: not this student's, by local",
        "page 1, line 3 reads “Кравцу”  (by osipova), the machine read “Краsцу”"}) {
    EXPECT_THAT(all, HasSubstr(said));
  }
}

}  // namespace
}  // namespace fonds

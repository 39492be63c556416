#include "archive/review_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/data_file.h"
#include "base/error.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

ReviewRules rules() {
  return ReviewRules(
      DataTable::parse("[threshold]\nkind = 0.8\ndate = 0.5\nevent = 0.9\n"
                       "[case]\npattern = '[0-9]{2}-[0-9]{2}'\nexample = '02-05'\n",
                       "review.toml"));
}

FieldValue value(const char* field, const char* text, double confidence,
                 Origin origin = Origin::machine) {
  FieldValue made;
  made.field = field;
  made.value = text;
  made.confidence = confidence;
  made.origin = origin;
  return made;
}

StudentLink link(std::int64_t student, int mention, LinkState state) {
  StudentLink made;
  made.student = {student};
  made.mention = mention;
  made.state = state;
  return made;
}

TEST(ReviewRules, AMachinesValueCountsFromItsThresholdOnAPersonsAlways) {
  EXPECT_TRUE(rules().counts(value("kind", "diploma", 0.8)));
  EXPECT_FALSE(rules().counts(value("kind", "diploma", 0.79)));
  EXPECT_FALSE(rules().counts(value("kind", "", 0.99))) << "it abstains";
  EXPECT_TRUE(rules().counts(value("kind", "", 0, Origin::person))) << "a person says: none";
  EXPECT_TRUE(rules().counts(value("issuer", "ЦДТ", 0.01))) << "no threshold is named";
  EXPECT_FALSE(rules().counts(value("event", "слёт", 0.5)));
}

TEST(ReviewRules, AFactIsWhatCounts) {
  Card card;
  card.values = {value("kind", "diploma", 0.5), value("date", "2024", 0.9)};
  EXPECT_EQ(rules().fact(card, "kind"), "");
  EXPECT_EQ(rules().fact(card, "date"), "2024");
  EXPECT_EQ(rules().fact(card, "number"), "");
  card.values.insert(card.values.begin(), value("kind", "certificate", 1, Origin::person));
  EXPECT_EQ(rules().fact(card, "kind"), "certificate");
}

TEST(ReviewRules, OnlyUnsureFieldsThatAreDecidedWait) {
  Card card;
  EXPECT_FALSE(rules().open(card).any());
  card.values = {value("kind", "diploma", 0.5), value("date", "2024-05-15", 0.9),
                 value("number", "", 0.2), value("event", "слёт", 0.1)};
  EXPECT_THAT(rules().open(card).fields, ElementsAre("kind", "number"));
  card.values.push_back(value("number", "", 1, Origin::person));
  EXPECT_THAT(rules().open(card).fields, ElementsAre("kind"));
}

TEST(ReviewRules, AnOfferedStudentWaitsUntilTheNameHasOne) {
  Card card;
  card.links = {link(1, 1, LinkState::offered), link(2, 1, LinkState::offered),
                link(3, 2, LinkState::offered), link(4, 3, LinkState::linked),
                link(5, 3, LinkState::offered), link(6, 0, LinkState::refused)};
  OpenDecisions open = rules().open(card);
  EXPECT_THAT(open.links, ElementsAre(0U, 1U, 2U));
  EXPECT_EQ(open.mentions, 2);
  card.links[1].state = LinkState::linked;
  card.links[2].state = LinkState::refused;
  open = rules().open(card);
  EXPECT_THAT(open.links, IsEmpty());
  EXPECT_EQ(open.mentions, 0);
  EXPECT_FALSE(open.any());
}

TEST(ReviewRules, AStudentWaitsMoreUrgentlyThanAnyNumberOfFields) {
  OpenDecisions fields;
  EXPECT_EQ(fields.urgency(), 0);
  fields.fields.assign(5000, "kind");
  OpenDecisions student;
  student.mentions = 1;
  EXPECT_LT(fields.urgency(), student.urgency());
  OpenDecisions more = student;
  more.fields = {"date"};
  EXPECT_LT(student.urgency(), more.urgency());
}

TEST(ReviewRules, TheShippedOnesAreSound) {
  for (const CardField& field : kCardFields) {
    const double threshold = ReviewRules::shipped().threshold(field.name);
    EXPECT_EQ(threshold > 0, field.decided) << field.name;
    EXPECT_LE(threshold, 1);
  }
}

TEST(ReviewRules, WrongOnesAreRefusedWithTheirFile) {
  const std::string index = "[case]\npattern = '[0-9]{2}'\nexample = '02'\n";
  for (const std::string& toml :
       {std::string("[threshold]\nkind = 0.8\n"), index, "[threshold]\nkinds = 0.8\n" + index,
        "[threshold]\nkind = 1.5\n" + index, "[threshold]\nkind = -1\n" + index,
        "[threshold]\nkind = nan\n" + index, "[threshold]\nkind = 'high'\n" + index,
        "[threshold]\n[other]\n" + index,
        std::string("[threshold]\n[case]\npattern = '['\nexample = '02'\n"),
        std::string("[threshold]\n[case]\npattern = '[0-9]{3}'\nexample = '02'\n"),
        std::string("[threshold]\n[case]\npattern = '[0-9]{2}'\n")}) {
    try {
      ReviewRules made(DataTable::parse(toml, "review.toml"));
      FAIL() << toml;
    } catch (const Error& error) {
      EXPECT_EQ(error.fault(), Fault::usage);
      EXPECT_NE(error.message().find("review.toml"), std::string::npos) << toml;
    }
  }
}

}  // namespace
}  // namespace fonds

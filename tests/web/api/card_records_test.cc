#include "web/api/card_records.h"

#include <gtest/gtest.h>

#include "archive/card_words.h"

namespace fonds {
namespace {

Reviewed reviewed() {
  static const ValueWords kWords = card_words(DocumentKinds::shipped());
  Reviewed made;
  made.document.id = {3};
  made.document.accession = "2026-000003";
  made.words = &kWords;
  made.stored.revision = 3;
  Card& card = made.stored.card;
  FieldValue level;
  level.field = "level";
  level.value = "municipal";
  level.confidence = 0.974;
  level.reasons = {{"the paper says {}", {"районный"}}};
  level.source = PlaceOnPage{1, {10, 20, 300, 40}};
  FieldValue number;
  number.field = "number";
  number.confidence = 0.3;
  FieldValue date = level;
  date.field = "date";
  date.value = "2024-05-15";
  date.origin = Origin::person;
  date.by = "osipova";
  card.values = {date, number, level};
  PersonMention mention;
  mention.printed = "Кравцу Тимофею";
  mention.confidence = 0.9;
  mention.source = {2, {1, 2, 3, 4}};
  card.mentions = {mention};
  StudentLink link;
  link.student = {15};
  link.mention = 1;
  link.probability = 0.61234567;
  StudentLink chosen;
  chosen.student = {16};
  chosen.state = LinkState::refused;
  chosen.origin = Origin::person;
  chosen.by = "local";
  card.links = {chosen, link};
  made.names = {{{15}, "Кравец Тимофей"}};
  made.stored.corrections = {{1, 3, "Краsцу", "Кравцу", "osipova"}};
  made.open = ReviewRules::shipped().open(card);
  return made;
}

TEST(CardRecords, ARecordHoldsAllOfIt) {
  const Json record = record_of(reviewed());
  EXPECT_EQ(record["revision"], 3);
  EXPECT_EQ(record["open"], Json::array({"number"}));
  EXPECT_EQ(record["open_names"], 1);
  EXPECT_EQ(record["parts"], nullptr);
  EXPECT_EQ(record["fields"].size(), 3U);
  EXPECT_EQ(record["fields"][1]["value"], nullptr);
  EXPECT_EQ(record["fields"][1]["counts"], false);
  EXPECT_EQ(record["fields"][1]["place"], nullptr);
  EXPECT_EQ(record["fields"][2]["title"], "municipal");
  EXPECT_EQ(record["fields"][2]["reasons"], Json::array({"the paper says районный"}));
  EXPECT_EQ(record["fields"][2]["place"]["box"], Json::array({10, 20, 300, 40}));
  EXPECT_EQ(record["mentions"][0]["row"], nullptr);
  EXPECT_EQ(record["students"][1]["open"], true);
  EXPECT_EQ(record["students"][1]["name"], "Кравец Тимофей");
  EXPECT_EQ(record["students"][1]["probability"], 0.6123);
  EXPECT_EQ(record["students"][0]["mention"], nullptr);
  EXPECT_EQ(record["students"][0]["name"], nullptr);
  EXPECT_EQ(record["corrections"][0]["text"], "Кравцу");
}

TEST(CardRecords, ThePaperStandsBeforeItsCard) {
  const Json record = record_with_paper(reviewed());
  EXPECT_EQ(record.begin().key(), "id");
  EXPECT_EQ(record["accession"], "2026-000003");
  EXPECT_EQ(record["revision"], 3);
}

TEST(CardRecords, AllOfAPaperAtOnce) {
  Reviewed paper = reviewed();
  Json record = whole_record(paper, {}, {}, "");
  EXPECT_EQ(record["id"], 3);
  EXPECT_EQ(record["card"]["revision"], 3);
  EXPECT_EQ(record["sheet"], nullptr);
  EXPECT_EQ(record["volume"], nullptr);
  EXPECT_EQ(record["text"], nullptr);
  paper.document.run = 1;
  FiledPaper filed;
  filed.volume.key = {2024, "02-05", 1};
  record = whole_record(paper, {}, filed, "");
  EXPECT_EQ(record["volume"], "02-05/2024/1");
  EXPECT_EQ(record["text"], "") << "it was read, and nothing stands on it";
}

}  // namespace
}  // namespace fonds

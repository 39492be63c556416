#include "catalogue/cards.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "catalogue/documents.h"
#include "catalogue/sql.h"
#include "support/fixed_clock.h"
#include "support/temp_folder.h"

namespace fonds {
namespace {

class CardsTest : public testing::Test {
 protected:
  CardsTest() {
    database_.migrate();
    Transaction transaction(database_);
    Documents documents(database_);
    id_ = documents
              .add(transaction, documents.add_intake(transaction, "file", ""),
                   {{std::string(64, 'a'), 1, FileKind::png, "scan"}})
              .id;
    PersonMention mention;
    mention.printed = "Тайнова";
    FieldValue value;
    value.field = "kind";
    value.value = "award";
    StudentLink link;
    link.student = {5};
    cards_.record_reading(transaction, id_, 1, {value}, {mention}, {link});
    cards_.close_change(transaction, id_, 1);
    transaction.commit();
  }
  TempFolder folder_;
  FixedClock clock_;
  Database database_{"sqlite:" + (folder_ / "catalogue.sqlite").string(), clock_};
  Cards cards_{database_};
  DocumentId id_;
};

TEST_F(CardsTest, WhatMakesNoSenseIsCorruptNotGuessedAndNamesNobody) {
  ASSERT_EQ(cards_.load(id_).card.mentions.size(), 1U);
  for (const char* damage :
       {"UPDATE mentions SET reasons = 'Тайнова'", "UPDATE card_values SET reasons = '{'",
        "UPDATE student_links SET reasons = ''"}) {
    change(database_, damage);
    try {
      cards_.load(id_);
      FAIL() << damage;
    } catch (const Error& error) {
      EXPECT_EQ(error.fault(), Fault::corrupt) << damage;
      EXPECT_EQ(std::string(error.what()).find("Тайнова"), std::string::npos);
    }
    for (const char* table : {"mentions", "card_values", "student_links"}) {
      change(database_, std::string("UPDATE ") + table + " SET reasons = '[]'");
    }
  }
}

TEST_F(CardsTest, ThePlanOfTheQueueUsesItsIndex) {
  std::string plan;
  int id = 0;
  int parent = 0;
  int unused = 0;
  std::string all;
  each_row(
      database_,
      "EXPLAIN QUERY PLAN SELECT document, waiting FROM cards WHERE waiting > 0 AND "
      "(waiting, document) < (:waiting, :document) ORDER BY waiting DESC, document DESC LIMIT 10",
      std::tie(id, parent, unused, plan), [&] { all += plan + "\n"; }, 5, 5);
  EXPECT_NE(all.find("cards_waiting"), std::string::npos) << all;
  EXPECT_EQ(all.find("TEMP B-TREE"), std::string::npos) << "sorting all of it: " << all;
}

}  // namespace
}  // namespace fonds

/// ReviewFixture: an archive with one recognised paper and readings of it as a recogniser would
/// give.
///
/// Threads: of the test that made it.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "archive/reading.h"
#include "archive/review.h"
#include "archive/workers.h"
#include "base/error.h"
#include "catalogue/journal.h"
#include "support/fault_of.h"
#include "support/temp_archive.h"

namespace fonds {

class ReviewFixture : public ::testing::Test {
 protected:
  /// What the machine says: kind and level sure, the number not, the date not clear.
  static PaperReading reading() {
    PaperReading made;
    made.kind = decided(std::string("diploma"), 0.97);
    made.level = decided(Level::municipal, 0.95);
    made.number = decided(std::string("A-I3l2/99"), 0.4);
    made.date.reasons = {{"two dates stand on the paper: {}", {"15.05.2024"}}};
    PersonMention holder;
    holder.printed = "Кравцу Тимофею";
    holder.parts = {"Кравцу", "Тимофею", ""};
    holder.role = PersonRole::holder;
    holder.confidence = 0.9;
    holder.source = {1, {100, 200, 300, 40}};
    made.persons = {holder};
    return made;
  }
  template <class Value>
  static Decision<Value> decided(Value value, double confidence) {
    Decision<Value> made;
    made.value = std::move(value);
    made.confidence = confidence;
    made.reasons = {{"the title says {}", {"ДИПЛОМ"}}};
    made.source = PlaceOnPage{1, {10, 20, 30, 40}};
    return made;
  }
  static StudentLink link(std::int64_t student, LinkState state, double probability) {
    StudentLink made;
    made.student = {student};
    made.mention = 1;
    made.state = state;
    made.probability = probability;
    made.reasons = {{"the name agrees", {}}};
    return made;
  }

  void store(const PaperReading& what, const std::vector<StudentLink>& links = {}, int run = 1) {
    Transaction transaction(temp_.archive().catalogue());
    store_reading(transaction, recognition_actor(), document_.id, run, what, links);
    transaction.commit();
  }
  ArchiveReview review() { return ArchiveReview(temp_.archive()); }
  Reviewed now() { return review().show(clerk_, document_.accession); }
  JournalEntry last_entry() {
    Journal journal(temp_.archive().catalogue());
    return journal.after(journal.head() - 1, 1).at(0);
  }
  TempArchive temp_{quick_sample()};
  Document document_ = temp_.paper();
  const Actor clerk_{"osipova", Role::clerk};
  const Actor other_{"tkach", Role::methodist, "interest"};
};

}  // namespace fonds

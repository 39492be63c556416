#include "archive/reconsideration.h"

#include <gmock/gmock.h>

#include "archive/review_fixture.h"
#include "catalogue/documents.h"
#include "catalogue/students.h"
#include "ingest/alto.h"

namespace fonds {
namespace {

using Outcome = Reconsideration::Outcome;
using testing::ElementsAre;
using testing::IsEmpty;

/// The recognised paper is a diploma in words of the test's own.
class ReconsiderationTest : public ReviewFixture {
 protected:
  ReconsiderationTest() {
    document_ = *Documents(temp_.archive().catalogue()).find(document_.id);
    print({{"ДИПЛОМ"}, {"награждается"}, {"Бочаров", "Платон", "Ефимович"}});
  }
  /// Lays other words over the text that was recognised.
  void print(const std::vector<std::vector<std::string>>& lines) {
    RecognisedPage page;
    page.geometry.width = document_.pages.at(0).width;
    page.geometry.height = document_.pages.at(0).height;
    int top = 300;
    for (const auto& words : lines) {
      Line line;
      int left = 600;
      for (const std::string& text : words) {
        const int width = 20 * static_cast<int>(text.size());
        line.words.push_back({text, {left, top, width, 50}, 0.95});
        left += width + 20;
      }
      line.box = {600, top, left - 600, 50};
      page.lines.push_back(line);
      top += 120;
    }
    const auto draft = temp_.archive().derived().begin_run(document_.id, document_.run + 1);
    draft->begin(kAltoFile);
    draft->write(write_alto({page}, document_.accession));
    draft->publish();
    Transaction transaction(temp_.archive().catalogue());
    PageRecord record = document_.pages.at(0);
    Documents(temp_.archive().catalogue())
        .record_recognition(transaction, document_.id, document_.run + 1, {record}, 0.9, 1);
    transaction.commit();
  }
  StudentId enter(const PersonName& name) {
    Student student;
    student.name = name;
    Transaction transaction(temp_.archive().catalogue());
    const StudentId id = Students(temp_.archive().catalogue()).add(transaction, student);
    transaction.commit();
    return id;
  }
  std::vector<Outcome> again() {
    std::vector<Outcome> outcomes;
    Reconsideration(temp_.archive(), clerk_).all([&](const Document&, Outcome outcome) {
      outcomes.push_back(outcome);
    });
    return outcomes;
  }
};

TEST_F(ReconsiderationTest, AStudentEnteredLaterIsFoundInThePaper) {
  ASSERT_THAT(again(), ElementsAre(Outcome::changed)) << "the card of other words before";
  ASSERT_THAT(now().stored.card.links, IsEmpty());
  const StudentId student = enter({"Бочаров", "Платон", "Ефимович"});
  EXPECT_THAT(again(), ElementsAre(Outcome::changed));
  ASSERT_EQ(now().stored.card.links.size(), 1U);
  EXPECT_EQ(now().stored.card.links.at(0).student, student);
  EXPECT_EQ(now().stored.card.links.at(0).state, LinkState::linked);
}

TEST_F(ReconsiderationTest, WhatSaysTheSameIsLeftUntouched) {
  enter({"Бочаров", "Платон", "Ефимович"});
  again();
  const std::int64_t revision = now().stored.revision;
  Journal journal(temp_.archive().catalogue());
  const std::int64_t head = journal.head();
  EXPECT_THAT(again(), ElementsAre(Outcome::unchanged));
  EXPECT_EQ(journal.head(), head);
  EXPECT_EQ(now().stored.revision, revision);
}

TEST_F(ReconsiderationTest, APersonsWordStays) {
  const StudentId student = enter({"Бочаров", "Платон", "Ефимович"});
  review().set_link(clerk_, document_.accession, student, LinkState::refused);
  review().set(clerk_, document_.accession, "kind", "грамота");
  again();
  EXPECT_EQ(now().stored.card.links.at(0).state, LinkState::refused);
  EXPECT_EQ(text_of(now().stored.card, "kind"), "honor_certificate");
  EXPECT_THAT(again(), ElementsAre(Outcome::unchanged));
}

TEST_F(ReconsiderationTest, NamedDocumentsAloneAreLookedAtAndUnknownOnesBeforeAnything) {
  int seen = 0;
  const auto count = [&](const Document&, Outcome) { ++seen; };
  Reconsideration reconsideration(temp_.archive(), clerk_);
  EXPECT_EQ(fault_of([&] {
              reconsideration.these({document_.accession, "2026-999999"}, count);
            }),
            Fault::not_found);
  EXPECT_EQ(seen, 0);
  reconsideration.these({document_.accession}, count);
  EXPECT_EQ(seen, 1);
}

TEST_F(ReconsiderationTest, AStopEndsItBetweenPapers) {
  std::stop_source stop;
  stop.request_stop();
  int seen = 0;
  Reconsideration(temp_.archive(), clerk_)
      .all([&](const Document&, Outcome) { ++seen; }, stop.get_token());
  EXPECT_EQ(seen, 0);
}

TEST_F(ReconsiderationTest, TextOfOtherPagesThanTheCatalogueKnowsIsAFault) {
  Transaction transaction(temp_.archive().catalogue());
  const PageRecord first = document_.pages.at(0);
  PageRecord second = first;
  second.number = 2;
  Documents(temp_.archive().catalogue())
      .record_recognition(transaction, document_.id, 2, {first, second}, 0.9, 1);
  transaction.commit();
  EXPECT_EQ(fault_of([&] { again(); }), Fault::corrupt);
}

TEST_F(ReconsiderationTest, WhoMayNotManageJobsMayNot) {
  EXPECT_EQ(fault_of([&] {
              Reconsideration(temp_.archive(), Actor{"lektor", Role::teacher});
            }),
            Fault::denied);
}

TEST(Reconsideration, WhatWasReadAMomentAgoSaysTheSameOfEverySample) {
  TempArchive temp;
  for (const char* name : {"doc-0066.pdf", "doc-0011.tif"}) temp.add(sample(name));
  temp.work();
  int seen = 0;
  Reconsideration(temp.archive(), Actor{"osipova", Role::clerk})
      .all([&](const Document& document, Outcome outcome) {
        ++seen;
        EXPECT_EQ(outcome, Outcome::unchanged) << document.accession;
      });
  EXPECT_EQ(seen, 2);
}

}  // namespace
}  // namespace fonds

#include "archive/review.h"

#include <gmock/gmock.h>

#include "archive/index.h"
#include "archive/job_desk.h"
#include "archive/review_fixture.h"
#include "archive/search.h"
#include "catalogue/students.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class ReviewTest : public ReviewFixture {
 protected:
  ReviewTest() {
    add_students(8);
    store(reading(), {link(7, LinkState::offered, 0.6), link(8, LinkState::offered, 0.3)});
  }
  /// Invented ones, numbered from 1.
  void add_students(int count) {
    Transaction transaction(temp_.archive().catalogue());
    Student student;
    student.name = {"Зябликов", "Прохор", ""};
    for (int i = 0; i < count; ++i) {
      Students(temp_.archive().catalogue()).add(transaction, student);
    }
    transaction.commit();
  }
  std::int64_t found(const std::string& query) {
    ArchiveIndex(temp_.archive()).wait_until_level({});
    return ArchiveSearch(temp_.archive()).search(clerk_, {query, 0, 20, 240}).total;
  }
};

TEST_F(ReviewTest, APersonsWordCountsAndOutlivesEveryNewReading) {
  review().set(clerk_, document_.accession, "number", "№ А-1312/99");
  review().set(clerk_, document_.accession, "date", "15.05.2024");
  review().set(clerk_, document_.accession, "place", "нет");
  PaperReading second = reading();
  second.number = decided(std::string("А-1812/99"), 0.99);
  second.place = decided(AwardPlace{Rank::first, 0}, 0.99);
  store(second, {}, 2);

  const Card card = now().stored.card;
  EXPECT_EQ(text_of(card, "number"), "А-1312/99");
  EXPECT_EQ(text_of(card, "date"), "2024-05-15");
  EXPECT_EQ(text_of(card, "place"), "");
  EXPECT_EQ(value_of(card, "number")->by, "osipova");
  EXPECT_EQ(now().stored.run, 2);
}

TEST_F(ReviewTest, FactsOfManyAreThoseOfEachOneThatIsThereForTheReader) {
  const std::vector<DocumentId> asked{{77}, document_.id};
  const std::vector<Reviewed> facts = review().facts_of(clerk_, asked);
  ASSERT_EQ(facts.size(), 1U) << "there is no 77";
  EXPECT_EQ(facts[0].document.accession, document_.accession);
  EXPECT_EQ(text_of(facts[0].stored.card, "number"), text_of(now().stored.card, "number"));
  EXPECT_EQ(facts[0].names, now().names);
  Actor teacher = clerk_;
  teacher.role = Role::teacher;
  teacher.purpose = "interest";
  EXPECT_THAT(review().facts_of(teacher, asked), IsEmpty()) << "of no learner of theirs";
}

TEST_F(ReviewTest, ANewRecognitionKeepsItToo) {
  review().set(clerk_, document_.accession, "number", "А-1312/99");
  const auto line =
      std::string(*line_of(ArchiveReview(temp_.archive()).text(clerk_, now().document), 1, 1));
  review().correct_text(clerk_, document_.accession, 1, 1, line + " Зорянка");
  const Job job = ArchiveJobs(temp_.archive()).recognise_again(clerk_, document_.accession);
  EXPECT_EQ(job.state, JobState::queued);
  EXPECT_EQ(ArchiveJobs(temp_.archive()).recognise_again(clerk_, document_.accession).id, job.id)
      << "it waits already";
  temp_.work();

  EXPECT_EQ(now().document.run, 2);
  EXPECT_EQ(text_of(now().stored.card, "number"), "А-1312/99");
  EXPECT_THAT(review().text(clerk_, now().document), HasSubstr(line + " Зорянка"));
  EXPECT_EQ(found("зорянка"), 1);
}

TEST_F(ReviewTest, AcceptTakesWhatHasAValueAndChoosesNothing) {
  const Reviewed after = review().accept(clerk_, document_.accession, {});
  const Card& card = after.stored.card;
  for (const char* field : {"kind", "level", "number"}) {
    EXPECT_EQ(value_of(card, field)->origin, Origin::person) << field;
    EXPECT_EQ(value_of(card, field)->source, (PlaceOnPage{1, {10, 20, 30, 40}}));
  }
  EXPECT_THAT(after.open.fields, ElementsAre("date")) << "it has no value to accept";
  EXPECT_EQ(after.open.mentions, 1) << "two children: a person says which";
  EXPECT_EQ(last_entry().details, R"({"accepted":["kind","number","level"],"students":[]})");
}

TEST_F(ReviewTest, AcceptConfirmsTheLinksTheMachineMade) {
  store(reading(), {link(7, LinkState::linked, 0.999)});
  review().accept(clerk_, document_.accession, {});
  store(reading(), {link(8, LinkState::linked, 0.999)}, 2);
  const auto links = now().stored.card.links;
  ASSERT_EQ(links.size(), 2U);
  for (const StudentLink& each : links) EXPECT_EQ(each.state, LinkState::linked);
}

TEST_F(ReviewTest, AcceptOfAFieldLeavesTheOthers) {
  const Reviewed after = review().accept(clerk_, document_.accession, {"number"});
  EXPECT_EQ(value_of(after.stored.card, "number")->origin, Origin::person);
  EXPECT_EQ(value_of(after.stored.card, "kind")->origin, Origin::machine);
  for (const char* field : {"date", "place", "colour"}) {
    EXPECT_EQ(fault_of([&] { review().accept(clerk_, document_.accession, {field}); }),
              Fault::usage)
        << field;
  }
  const std::int64_t revision = now().stored.revision;
  review().accept(clerk_, document_.accession, {"number"});
  EXPECT_EQ(now().stored.revision, revision) << "accepted already: nothing changed";
}

TEST_F(ReviewTest, AStudentIsLinkedAndRefusedByAPerson) {
  Reviewed after = review().set_link(clerk_, document_.accession, {7}, LinkState::linked);
  EXPECT_EQ(after.open.mentions, 0) << "the name has its student: the namesake waits no longer";
  after = review().set_link(clerk_, document_.accession, {7}, LinkState::refused);
  EXPECT_EQ(after.open.mentions, 1);
  after = review().set_link(clerk_, document_.accession, {8}, LinkState::refused);
  EXPECT_EQ(after.open.mentions, 0);
  EXPECT_EQ(last_entry().details, R"({"students":[8],"state":"refused"})");
  for (const std::int64_t wrong : {0, -5, 99}) {
    EXPECT_EQ(fault_of([&] {
                review().set_link(clerk_, document_.accession, {wrong}, LinkState::linked);
              }),
              Fault::not_found);
  }
}

TEST_F(ReviewTest, OfTwoPeopleAtOnceTheSecondIsToldAndNothingIsLost) {
  const std::int64_t revision = now().stored.revision;
  review().set(clerk_, document_.accession, "number", "1", revision);
  const auto second = [&](auto action) {
    EXPECT_EQ(fault_of(action), Fault::busy);
    EXPECT_EQ(text_of(now().stored.card, "number"), "1");
    EXPECT_EQ(now().stored.revision, revision + 1);
  };
  second([&] { review().set(other_, document_.accession, "number", "2", revision); });
  second([&] { review().accept(other_, document_.accession, {}, revision); });
  second([&] { review().set_link(other_, document_.accession, {7}, LinkState::linked, revision); });
  second([&] { review().correct_text(other_, document_.accession, 1, 1, "x", revision); });
  second([&] { review().set(other_, document_.accession, "number", "2", 0); });
  review().set(other_, document_.accession, "number", "2", revision + 1);
  EXPECT_EQ(text_of(now().stored.card, "number"), "2");
}

TEST_F(ReviewTest, ACardMayBeMadeByAPersonAlone) {
  const Document bare = temp_.add(sample("doc-0011.tif")).at(0).document;
  const Reviewed after = review().set(clerk_, bare.accession, "level", "районный", 0);
  EXPECT_EQ(text_of(after.stored.card, "level"), "municipal");
  EXPECT_EQ(after.stored.revision, 1);
  EXPECT_EQ(fault_of([&] { review().correct_text(clerk_, bare.accession, 1, 1, "x"); }),
            Fault::not_found)
      << "it has no text yet";
}

TEST_F(ReviewTest, CorrectedLinesStandInTheTextAndAreFound) {
  EXPECT_EQ(found("зорянка"), 0);
  review().correct_text(clerk_, document_.accession, 1, 2, "кружок «Зорянка»");
  EXPECT_EQ(line_of(review().text(clerk_, now().document), 1, 2), "кружок «Зорянка»");
  EXPECT_EQ(found("зорянка"), 1);
  review().correct_text(clerk_, document_.accession, 1, 2, "кружок «Зарница»");
  EXPECT_EQ(now().stored.corrections.size(), 1U);
  EXPECT_EQ(found("зорянка"), 0);
  EXPECT_EQ(found("зарница"), 1);
  EXPECT_THAT(last_entry().details, Not(HasSubstr("Зарница")));
  for (const auto& [page, line] : {std::pair{1, 0}, {0, 1}, {99, 1}, {1, 9999}}) {
    EXPECT_EQ(fault_of([&, p = page, l = line] {
                review().correct_text(clerk_, document_.accession, p, l, "x");
              }),
              Fault::not_found);
  }
  for (const char* text : {"две\nстроки", "\f", "\xFF"}) {
    EXPECT_EQ(fault_of([&] { review().correct_text(clerk_, document_.accession, 1, 1, text); }),
              Fault::usage);
  }
}

TEST_F(ReviewTest, WhatCountsIsFoundByItsFieldAndWhatWaitsIsNot) {
  EXPECT_EQ(found("уровень:муниципальный"), 1);
  EXPECT_EQ(found("номер:А-1312/99"), 1) << "a number is found even before it is sure";
  EXPECT_EQ(found("место:1"), 0);
  review().set(clerk_, document_.accession, "place", "1 место");
  review().set(clerk_, document_.accession, "date", "2019");
  EXPECT_EQ(found("место:1"), 1);
  EXPECT_EQ(found("год:2019"), 1);
  review().set(clerk_, document_.accession, "level", "краевой");
  EXPECT_EQ(found("уровень:муниципальный"), 0);
  EXPECT_EQ(found("уровень:региональный"), 1);
}

TEST_F(ReviewTest, TheQueueHoldsWhatWaitsTheStudentsFirst) {
  const Document second = temp_.add(sample("doc-0011.tif")).at(0).document;
  {
    Transaction transaction(temp_.archive().catalogue());
    PaperReading unsure = reading();
    unsure.kind.confidence = 0.1;
    store_reading(transaction, recognition_actor(), second.id, 1, unsure, {});
    transaction.commit();
  }
  const auto listed = [&](int limit) {
    std::vector<std::string> accessions;
    EXPECT_EQ(review().list(clerk_, limit,
                            [&](const Reviewed& each) {
                              EXPECT_TRUE(each.open.any());
                              accessions.push_back(each.document.accession);
                            }),
              2);
    return accessions;
  };
  EXPECT_THAT(listed(10), ElementsAre(document_.accession, second.accession));
  EXPECT_THAT(listed(1), ElementsAre(document_.accession));
  EXPECT_THAT(listed(0), IsEmpty());
}

TEST_F(ReviewTest, FromAPaperOneGoesToTheNextThatWaitsAndBack) {
  const Document second = temp_.add(sample("doc-0011.tif")).at(0).document;
  {
    Transaction transaction(temp_.archive().catalogue());
    store_reading(transaction, recognition_actor(), second.id, 1, reading(), {});
    transaction.commit();
  }
  const WaitingCard first{document_.id, now().open.urgency()};
  using Step = ArchiveReview::Step;
  const auto behind = review().next(clerk_, first, Step::behind);
  ASSERT_TRUE(behind);
  EXPECT_EQ(behind->id, second.id);
  const WaitingCard place{second.id, review().card_of(clerk_, *behind).open.urgency()};
  EXPECT_FALSE(review().next(clerk_, place, Step::behind));
  EXPECT_EQ(review().next(clerk_, place, Step::before)->id, document_.id);
  EXPECT_FALSE(review().next(clerk_, first, Step::before));

  review().set_link(clerk_, document_.accession, {7}, LinkState::linked);
  EXPECT_EQ(review().next(clerk_, first, Step::behind)->id, second.id)
      << "the place stays, whatever was decided there";
  const Actor teacher{"nobody", Role::teacher};
  EXPECT_FALSE(review().next(teacher, first, Step::behind)) << "hidden is not there";
}

TEST_F(ReviewTest, EachRoleDoesOnlyWhatThePolicySays) {
  for (const Role role : {Role::teacher, Role::auditor, Role::administrator}) {
    const Actor nobody{"nobody", role};
    const std::string id = document_.accession;
    // A teacher may look, but the paper is none of the own collectives'.
    const bool looks = role == Role::teacher;
    const Fault unseen = looks ? Fault::not_found : Fault::denied;
    const auto list = [&] { return review().list(nobody, 1, [](const Reviewed&) {}); };
    if (looks) {
      EXPECT_EQ(list(), 0);
    } else {
      EXPECT_EQ(fault_of(list), Fault::denied);
    }
    EXPECT_EQ(fault_of([&] { review().show(nobody, id); }), unseen);
    EXPECT_EQ(fault_of([&] { review().card_of(nobody, document_); }), unseen);
    EXPECT_EQ(fault_of([&] { review().text(nobody, document_); }), unseen);
    EXPECT_EQ(fault_of([&] { review().accept(nobody, id, {}); }), Fault::denied);
    EXPECT_EQ(fault_of([&] { review().set(nobody, id, "colour", "x"); }), Fault::denied)
        << "before anything is looked at";
    EXPECT_EQ(fault_of([&] { review().set_link(nobody, id, {7}, LinkState::linked); }),
              Fault::denied);
    EXPECT_EQ(fault_of([&] { review().correct_text(nobody, id, 1, 1, "x"); }), Fault::denied);
  }
  EXPECT_EQ(fault_of([&] { review().set(clerk_, "2026-999999", "kind", "нет"); }),
            Fault::not_found);
}

}  // namespace
}  // namespace fonds

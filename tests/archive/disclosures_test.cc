#include "archive/disclosures.h"

#include <gmock/gmock.h>

#include <array>
#include <atomic>
#include <thread>

#include "archive/blocks.h"
#include "archive/disclosure_fixture.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;

class DisclosuresTest : public DisclosureFixture {
 protected:
  Disclosure by_mother() {
    Disclosure made;
    made.student = prohor_;
    made.applicant.kind = ApplicantKind::representative;
    made.applicant.name = "Зябликова  Нина Петровна";
    made.applicant.relation = "мать";
    made.applicant.identity = "паспорт";
    made.applied_on = day_here(temp_.archive().clock().now());
    return made;
  }
  std::int64_t opened(const Disclosure& disclosure) {
    return disclosures_.open(clerk_, disclosure, "").disclosure.number;
  }
  Error error_of(const std::function<void()>& deed) {
    try {
      deed();
    } catch (const Error& error) {
      return error;
    }
    ADD_FAILURE() << "nothing was refused";
    return {Fault::bug, ""};
  }
  DisclosureState state(std::int64_t number) {
    return Disclosures(temp_.archive().catalogue()).find(number)->state;
  }

  ArchiveDisclosures disclosures_{temp_.archive()};
};

TEST_F(DisclosuresTest, FromTheApplicationToTheHandingOut) {
  diploma();
  protocol();
  const ListedDisclosure made = disclosures_.open(clerk_, by_mother(), "");
  EXPECT_EQ(made.disclosure.number, 1);
  EXPECT_EQ(made.student_name, "Зябликов Прохор Ильич");
  EXPECT_THAT(made.obstacles, IsEmpty());
  EXPECT_FALSE(made.late);
  EXPECT_EQ(last_entry().event, "disclosure.opened");
  EXPECT_THAT(last_entry().details, Not(HasSubstr("Зябликова")));

  const CheckedDisclosure checked = disclosures_.check(clerk_, 1);
  EXPECT_THAT(checked.content.papers, SizeIs(2));
  EXPECT_EQ(last_entry().event, "disclosure.checked");

  EXPECT_EQ(disclosures_.approve(director_, 1).disclosure.state, DisclosureState::approved);
  const IssuedDisclosure issued = disclosures_.issue(archivist_, 1, "");
  EXPECT_THAT(issued.extract, StartsWith("%PDF-"));
  ASSERT_THAT(issued.copies, SizeIs(1));
  EXPECT_GT(issued.copies[0].fd.get(), 0);
  EXPECT_EQ(issued.disclosure.state, DisclosureState::issued);
  EXPECT_EQ(issued.disclosure.approved_by, "direktor");
  EXPECT_EQ(issued.disclosure.decided_by, "drozd");
  EXPECT_THAT(issued.disclosure.given, HasSubstr("2"));
  EXPECT_EQ(last_entry().event, "disclosure.issued");
  EXPECT_THAT(last_entry().details, HasSubstr(R"("papers":2)"));
  EXPECT_EQ(Disclosures(temp_.archive().catalogue()).find(1), issued.disclosure);
}

TEST_F(DisclosuresTest, WithoutAnApprovalNothingIsHandedOut) {
  const std::int64_t number = opened(by_mother());
  EXPECT_THAT(error_of([&] { disclosures_.issue(archivist_, number, "  "); }).message(),
              HasSubstr("approved"));
  EXPECT_EQ(state(number), DisclosureState::opened);
  const IssuedDisclosure issued = disclosures_.issue(archivist_, number, "директор, 12.03.2026");
  EXPECT_EQ(issued.disclosure.resolution, "директор, 12.03.2026");
  EXPECT_EQ(issued.disclosure.approved_by, "drozd");
}

TEST_F(DisclosuresTest, AResolutionBesideAnApprovalIsKeptToo) {
  const std::int64_t number = opened(by_mother());
  disclosures_.approve(director_, number);
  const IssuedDisclosure issued = disclosures_.issue(archivist_, number, "директор, 12.03.2026");
  EXPECT_EQ(issued.disclosure.approved_by, "direktor");
  EXPECT_EQ(issued.disclosure.resolution, "директор, 12.03.2026");
}

/// Whichever comes first: nothing is given once a restriction is on record.
TEST_F(DisclosuresTest, ARestrictionAtTheSameMomentIsNotOvertaken) {
  for (int round = 0; round < 5; ++round) {
    const std::int64_t number = opened(by_mother());
    disclosures_.approve(director_, number);
    std::int64_t restriction = 0;
    std::thread court([&] {
      const auto archive = temp_.archive().reopen();
      restriction = ArchiveDisclosures(*archive)
                        .restrict(archivist_, {0, prohor_, "Зябликова Нина", "решение суда"})
                        .id;
    });
    bool given = true;
    try {
      disclosures_.issue(archivist_, number, "");
    } catch (const Error& error) {
      EXPECT_EQ(error.fault(), Fault::usage) << error.what();
      given = false;
    }
    court.join();
    std::vector<std::string> order;
    for (const JournalEntry& each : Journal(temp_.archive().catalogue()).after(0, 10'000)) {
      if (each.event == "disclosure.issued" || each.event == "guardian.restricted") {
        order.push_back(each.event);
      }
    }
    EXPECT_EQ(order.back(), "guardian.restricted") << "round " << round;
    EXPECT_TRUE(disclosures_.lift(archivist_, restriction));
    if (!given) disclosures_.refuse(archivist_, number, "решение суда");
  }
}

TEST_F(DisclosuresTest, WhereThereIsAnObstacleNobodyMayApproveOrHandOut) {
  Disclosure grandmother = by_mother();
  grandmother.applicant.relation = "бабушка";
  const std::int64_t number = opened(grandmother);
  EXPECT_THAT(disclosures_.check(clerk_, number).obstacles,
              ElementsAre(Obstacle::relation_no_right));
  EXPECT_THAT(disclosures_.check(clerk_, number).content.papers, IsEmpty());
  EXPECT_EQ(fault_of([&] { disclosures_.approve(director_, number); }), Fault::usage);
  EXPECT_EQ(fault_of([&] { disclosures_.issue(archivist_, number, "директор"); }), Fault::usage);
  EXPECT_EQ(fault_of([&] { disclosures_.refuse(archivist_, number, " "); }), Fault::usage);
  const ListedDisclosure refused = disclosures_.refuse(archivist_, number, "не представитель");
  EXPECT_EQ(refused.disclosure.state, DisclosureState::refused);
  EXPECT_EQ(last_entry().event, "disclosure.refused");
  EXPECT_EQ(last_entry().details, R"({"obstacles":["relation_no_right"]})");
  EXPECT_EQ(fault_of([&] { disclosures_.issue(archivist_, number, "директор"); }), Fault::usage);
  EXPECT_EQ(fault_of([&] { disclosures_.refuse(archivist_, number, "ещё раз"); }), Fault::usage);
}

TEST_F(DisclosuresTest, ARestrictionAfterTheApprovalStopsTheHandingOut) {
  const std::int64_t number = opened(by_mother());
  disclosures_.approve(director_, number);
  const GuardianRestriction restriction =
      disclosures_.restrict(archivist_, {0, prohor_, "Зябликова Н. П.", "решение суда"});
  EXPECT_EQ(last_entry().event, "guardian.restricted");
  EXPECT_THAT(last_entry().details, Not(HasSubstr("Зябликова")));
  EXPECT_EQ(fault_of([&] { disclosures_.issue(archivist_, number, ""); }), Fault::usage);
  EXPECT_THAT(disclosures_.restrictions(clerk_, prohor_), SizeIs(1));
  EXPECT_TRUE(disclosures_.lift(archivist_, restriction.id));
  EXPECT_FALSE(disclosures_.lift(archivist_, restriction.id));
  EXPECT_NO_THROW(disclosures_.issue(archivist_, number, ""));
  EXPECT_EQ(fault_of([&] {
              disclosures_.restrict(archivist_, {0, prohor_, "Кто-то", " "});
            }),
            Fault::usage)
      << "without the decision it rests on";
  EXPECT_EQ(fault_of([&] {
              disclosures_.restrict(archivist_, {0, {99}, "Кто-то", "суд"});
            }),
            Fault::not_found);
}

TEST_F(DisclosuresTest, ItIsGivenOnceMoreOnlyWhenThatIsSaid) {
  const std::int64_t number = opened(by_mother());
  disclosures_.issue(archivist_, number, "директор");
  EXPECT_EQ(fault_of([&] { disclosures_.issue(archivist_, number, "директор"); }), Fault::usage);
  diploma();
  using Repeat = ArchiveDisclosures::Repeat;
  const IssuedDisclosure again = disclosures_.issue(archivist_, number, "", Repeat::again);
  EXPECT_THAT(again.content.papers, SizeIs(1));
  EXPECT_EQ(last_entry().event, "disclosure.issued_again");
  EXPECT_EQ(Disclosures(temp_.archive().catalogue()).find(number)->given, again.disclosure.given);
}

TEST_F(DisclosuresTest, OfTwoPeopleAtOnceOneDecides) {
  const std::int64_t number = opened(by_mother());
  disclosures_.approve(director_, number);
  std::atomic<int> done = 0;
  std::array<std::thread, 4> people;
  for (std::size_t i = 0; i < people.size(); ++i) {
    people[i] = std::thread([&, i] {
      const auto archive = temp_.archive().reopen();
      ArchiveDisclosures theirs(*archive);
      try {
        if (i % 2 == 0) {
          theirs.issue(archivist_, number, "");
        } else {
          theirs.refuse(director_, number, "передумали");
        }
        ++done;
      } catch (const Error& error) {
        EXPECT_EQ(error.fault(), Fault::usage) << error.what();
      }
    });
  }
  for (std::thread& each : people) each.join();
  EXPECT_EQ(done, 1);
}

TEST_F(DisclosuresTest, AnApplicationThatMakesNoSenseIsNotPutOnRecord) {
  Disclosure nobody = by_mother();
  nobody.applicant.name = " ";
  EXPECT_EQ(fault_of([&] { opened(nobody); }), Fault::usage);
  Disclosure future = by_mother();
  future.applied_on = {2999, 1, 1};
  EXPECT_EQ(fault_of([&] { opened(future); }), Fault::usage);
  Disclosure backwards = by_mother();
  backwards.from = CalendarDate{2024, 1, 1};
  backwards.to = CalendarDate{2023, 1, 1};
  EXPECT_EQ(fault_of([&] { opened(backwards); }), Fault::usage);
  Disclosure unknown = by_mother();
  unknown.student = {99};
  EXPECT_EQ(fault_of([&] { opened(unknown); }), Fault::not_found);
  EXPECT_EQ(fault_of([&] { disclosures_.open(clerk_, by_mother(), "2020-000099"); }),
            Fault::not_found);
  EXPECT_THAT(disclosures_.list(clerk_, {}), IsEmpty());
  Disclosure own = by_mother();
  own.applicant = {ApplicantKind::student, "", "", "паспорт", "", {}};
  EXPECT_EQ(disclosures_.open(clerk_, own, "").disclosure.applicant.name, "Зябликов Прохор Ильич");
}

TEST_F(DisclosuresTest, ItIsCorrectedUntilSomebodyDecides) {
  Disclosure forgotten = by_mother();
  forgotten.applicant.identity.clear();
  const std::int64_t number = opened(forgotten);
  EXPECT_THAT(disclosures_.check(clerk_, number).obstacles, ElementsAre(Obstacle::identity_unseen));
  const auto show_passport = [&](Disclosure& each) {
    each.applicant.identity = " паспорт ";
    each.student = anna_;  // whose results are asked for does not change
    each.state = DisclosureState::approved;
  };
  const ListedDisclosure corrected = disclosures_.correct(clerk_, number, show_passport, "");
  EXPECT_THAT(corrected.obstacles, IsEmpty());
  EXPECT_EQ(corrected.disclosure.applicant.identity, "паспорт");
  EXPECT_EQ(corrected.disclosure.student, prohor_);
  EXPECT_EQ(state(number), DisclosureState::opened) << "a correction approves nothing";
  EXPECT_EQ(last_entry().event, "disclosure.corrected");
  EXPECT_EQ(last_entry().details, R"({"fields":["identity"]})");
  const auto backwards = [](Disclosure& each) {
    each.from = CalendarDate{2024, 1, 1};
    each.to = CalendarDate{2023, 1, 1};
  };
  EXPECT_EQ(fault_of([&] { disclosures_.correct(clerk_, number, backwards, ""); }), Fault::usage);
  disclosures_.approve(director_, number);
  EXPECT_EQ(fault_of([&] { disclosures_.correct(clerk_, number, show_passport, ""); }),
            Fault::usage);
}

TEST_F(DisclosuresTest, AnAnswerThatIsLateIsSaidToBe) {
  Disclosure old = by_mother();
  old.applied_on = {2024, 3, 12};
  const std::int64_t number = opened(old);
  ASSERT_THAT(disclosures_.list(clerk_, {}), SizeIs(1));
  EXPECT_TRUE(disclosures_.list(clerk_, {})[0].late);
  EXPECT_EQ(disclosures_.list(clerk_, {})[0].due, (CalendarDate{2024, 3, 26}));
  disclosures_.refuse(archivist_, number, "поздно");
  EXPECT_FALSE(disclosures_.list(clerk_, {})[0].late) << "it is answered";
}

TEST_F(DisclosuresTest, OfAStudentWhoIsHiddenThereIsNoApplication) {
  const std::int64_t number = opened(by_mother());
  ArchiveBlocks(temp_.archive())
      .block(archivist_, BlockSubject::student, std::to_string(prohor_.value), "отзыв");
  EXPECT_THAT(disclosures_.list(clerk_, {}), IsEmpty());
  EXPECT_EQ(fault_of([&] { disclosures_.check(clerk_, number); }), Fault::not_found);
  EXPECT_EQ(fault_of([&] { opened(by_mother()); }), Fault::not_found);
  EXPECT_THAT(disclosures_.restrictions(clerk_, prohor_), IsEmpty());
  EXPECT_THAT(disclosures_.list(archivist_, {}), SizeIs(1));
}

}  // namespace
}  // namespace fonds

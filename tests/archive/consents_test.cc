#include "archive/consents.h"

#include <gmock/gmock.h>

#include <array>
#include <atomic>
#include <thread>

#include "archive/consent_fixture.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class ConsentsTest : public ConsentFixture {
 protected:
  static Consent consent(CalendarDate given_on, std::optional<CalendarDate> until = {}) {
    Consent made;
    made.student = {1};
    made.given_on = given_on;
    made.until = until;
    made.given_by = "Зябликова Н.";
    return made;
  }
  static Withdrawal withdrawal(CalendarDate day) {
    Withdrawal made;
    made.student = {1};
    made.withdrawn_on = day;
    return made;
  }
};

TEST_F(ConsentsTest, AConsentIsPutOnRecordAndWithdrawn) {
  const ListedConsent added = consents_.add(clerk_, consent({2024, 9, 1}), "");
  EXPECT_EQ(added.name, "Зябликов Прохор Ильич");
  EXPECT_TRUE(added.holds);
  EXPECT_EQ(last_entry().event, "consent.recorded");
  EXPECT_EQ(last_entry().details, R"({"scope":"publication"})");
  const auto after = consents_.withdraw(clerk_, withdrawal({2025, 1, 10}), document_.accession);
  ASSERT_EQ(after.size(), 1U);
  EXPECT_FALSE(after[0].holds);
  EXPECT_EQ(after[0].withdrawn_on, (CalendarDate{2025, 1, 10}));
  EXPECT_EQ(last_entry().event, "consent.withdrawn");
  EXPECT_TRUE(consents_.add(clerk_, consent({2025, 2, 1}), "").holds) << "given anew";
  EXPECT_EQ(consents_.list(clerk_, StudentId{1}).size(), 2U);
  EXPECT_EQ(consents_.list(clerk_, {}).size(), 2U);
  EXPECT_EQ(last_entry().event, "consent.listed");
}

TEST_F(ConsentsTest, DaysThatCannotBeAreRefused) {
  EXPECT_EQ(fault_of([&] { consents_.add(clerk_, consent({2999, 1, 1}), ""); }), Fault::usage);
  EXPECT_EQ(fault_of([&] {
              consents_.add(clerk_, consent({2024, 9, 1}, CalendarDate{2024, 8, 1}), "");
            }),
            Fault::usage);
  EXPECT_EQ(fault_of([&] {
              consents_.withdraw(clerk_, withdrawal({2999, 1, 1}), "");
            }),
            Fault::usage);
  EXPECT_EQ(fault_of([&] {
              consents_.add(clerk_, consent({2024, 9, 1}), "2020-000099");
            }),
            Fault::not_found);
  EXPECT_THAT(consents_.list(clerk_, {}), IsEmpty());
}

TEST_F(ConsentsTest, APaperIsOnlyAnOfferUntilAPersonAcceptsIt) {
  const std::string accession = consent_paper(1);
  const auto offers = consents_.offers(clerk_);
  ASSERT_EQ(offers.size(), 1U);
  EXPECT_EQ(offers[0].reading.says, ConsentSays::publication);
  EXPECT_EQ(offers[0].student, StudentId{1});
  EXPECT_EQ(offers[0].date, (CalendarDate{2024, 5, 15}));
  EXPECT_THAT(consents_.list(clerk_, {}), IsEmpty());

  const auto after = consents_.accept(clerk_, accession, {1}, {}, CalendarDate{2099, 8, 31});
  ASSERT_EQ(after.size(), 1U);
  EXPECT_TRUE(after[0].holds);
  EXPECT_EQ(after[0].consent.given_on, (CalendarDate{2024, 5, 15}));
  EXPECT_EQ(after[0].consent.until, (CalendarDate{2099, 8, 31}));
  EXPECT_THAT(consents_.offers(clerk_), IsEmpty());
  EXPECT_EQ(fault_of([&] { consents_.accept(clerk_, accession, {1}, {}, {}); }), Fault::not_found)
      << "once";
}

TEST_F(ConsentsTest, OfTwoPeopleAtOnceOneTakesTheOffer) {
  const std::string accession = consent_paper(1);
  std::atomic<int> taken = 0;
  std::atomic<int> late = 0;
  std::array<std::thread, 3> people;
  for (std::thread& each : people) {
    each = std::thread([&] {
      const auto archive = temp_.archive().reopen();
      try {
        ArchiveConsents(*archive).accept(clerk_, accession, {1}, {}, {});
        ++taken;
      } catch (const Error& error) {
        EXPECT_EQ(error.fault(), Fault::not_found) << error.what();
        ++late;
      }
    });
  }
  for (std::thread& each : people) each.join();

  EXPECT_EQ(taken, 1);
  EXPECT_EQ(late, 2);
  EXPECT_EQ(consents_.list(clerk_, StudentId{1}).size(), 1U);
}

TEST_F(ConsentsTest, AWithdrawalThatIsAcceptedEndsWhatWasGivenBefore) {
  const std::string given = consent_paper(1);
  const std::string withdrawn = withdrawal_paper(1);
  EXPECT_EQ(consents_.offers(clerk_).size(), 2U);
  consents_.accept(clerk_, withdrawn, {1}, {}, {});
  const auto after = consents_.accept(clerk_, given, {1}, {}, {});
  ASSERT_EQ(after.size(), 1U);
  EXPECT_FALSE(after[0].holds) << "whichever was decided first";
  EXPECT_EQ(after[0].withdrawn_on, (CalendarDate{2024, 5, 20}));
}

TEST_F(ConsentsTest, ADismissedPaperWaitsNoLonger) {
  const std::string accession = consent_paper(1);
  consents_.dismiss(clerk_, accession, {1});
  EXPECT_THAT(consents_.offers(clerk_), IsEmpty());
  EXPECT_THAT(consents_.list(clerk_, {}), IsEmpty());
}

TEST_F(ConsentsTest, APaperOfNobodyOrOfAnotherOffersNothing) {
  const std::string accession = consent_paper(1);
  EXPECT_EQ(fault_of([&] { consents_.accept(clerk_, accession, {2}, {}, {}); }), Fault::not_found);
  review().set_link(clerk_, accession, {1}, LinkState::refused);
  EXPECT_THAT(consents_.offers(clerk_), IsEmpty());
  EXPECT_EQ(fault_of([&] { consents_.accept(clerk_, accession, {1}, {}, {}); }), Fault::not_found);
}

TEST_F(ConsentsTest, TheJournalHoldsNoNames) {
  consents_.add(clerk_, consent({2024, 9, 1}), "");
  consents_.list(clerk_, StudentId{1});
  for (const JournalEntry& entry : Journal(temp_.archive().catalogue()).after(0, 1000)) {
    EXPECT_THAT(entry.details, Not(HasSubstr("Зябл")));
  }
}

TEST_F(ConsentsTest, WhoHasNoRightRecordsAndSeesNothing) {
  EXPECT_EQ(fault_of([&] { consents_.add(other_, consent({2024, 9, 1}), ""); }), Fault::denied);
  EXPECT_EQ(fault_of([&] {
              consents_.withdraw(other_, withdrawal({2024, 9, 1}), "");
            }),
            Fault::denied);
  EXPECT_EQ(fault_of([&] { consents_.accept(other_, "1", {1}, {}, {}); }), Fault::denied);
  EXPECT_EQ(fault_of([&] { consents_.dismiss(other_, "1", {1}); }), Fault::denied);
  const Actor administrator{"x", Role::administrator};
  EXPECT_EQ(fault_of([&] { consents_.list(administrator, {}); }), Fault::denied);
  EXPECT_EQ(fault_of([&] { consents_.offers(administrator); }), Fault::denied);
}

}  // namespace
}  // namespace fonds

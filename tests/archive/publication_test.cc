#include "archive/publication.h"

#include <gmock/gmock.h>

#include "archive/consent_fixture.h"

namespace fonds {
namespace {

class PublicationTest : public ConsentFixture {
 protected:
  PublicationList list() { return ArchivePublication(temp_.archive()).list(director_, {}); }
  void consent(std::int64_t student, CalendarDate day = {2024, 9, 1}) {
    Consent made;
    made.student = {student};
    made.given_on = day;
    consents_.add(clerk_, made, "");
  }
  const Actor director_{"director", Role::director};
};

TEST_F(PublicationTest, WithoutAConsentNobodyIsNamed) {
  EXPECT_TRUE(list().records.empty());
  EXPECT_EQ(list().left_out, 1);
  EXPECT_EQ(list().left_students, 1);
  consent(2);
  EXPECT_TRUE(list().records.empty()) << "another's consent";
  consent_paper(1);
  EXPECT_TRUE(list().records.empty()) << "a paper that no person has accepted";
}

TEST_F(PublicationTest, WhoConsentedIsNamedBySurnameAndFirstName) {
  consent(1);
  ASSERT_EQ(list().records.size(), 1U);
  EXPECT_EQ(list().records[0].holder, "Зябликов Прохор");
  EXPECT_EQ(list().left_out, 0);
  EXPECT_EQ(last_entry().event, "achievement.publication_listed");
  EXPECT_EQ(last_entry().details, R"({"records":1,"left_out":0})");
}

TEST_F(PublicationTest, AWithdrawalThatWaitsForAPersonForbids) {
  consent(1);
  const std::string accession = withdrawal_paper(1);
  EXPECT_TRUE(list().records.empty());
  consents_.dismiss(clerk_, accession, {1});
  EXPECT_EQ(list().records.size(), 1U);
}

TEST_F(PublicationTest, AConsentThatEndedOrWasWithdrawnAllowsNothing) {
  Consent over;
  over.student = {1};
  over.given_on = {2023, 9, 1};
  over.until = CalendarDate{2024, 8, 31};
  consents_.add(clerk_, over, "");
  EXPECT_TRUE(list().records.empty());
  consent(1);
  EXPECT_EQ(list().records.size(), 1U);
  Withdrawal withdrawal;
  withdrawal.student = {1};
  withdrawal.withdrawn_on = {2025, 1, 1};
  consents_.withdraw(clerk_, withdrawal, "");
  EXPECT_TRUE(list().records.empty());
}

TEST_F(PublicationTest, ACollectivesAwardNamesTheCollectiveAlone) {
  PaperReading award = reading();
  award.persons.clear();
  award.date = decided(*date_span_from("2024-05-15"), 0.95);
  award.collective = decided(std::string("Лира"), 0.95);
  store(award, {}, 2);
  {
    Transaction transaction(temp_.archive().catalogue());
    Student member = Students(temp_.archive().catalogue()).record({2}).value();
    member.memberships = {{"Лира", "", "", 2023, {}, {}}};
    Students(temp_.archive().catalogue()).replace(transaction, member);
    transaction.commit();
  }
  ASSERT_EQ(list().records.size(), 1U);
  EXPECT_EQ(list().records[0].holder, "Лира");
  EXPECT_TRUE(list().records[0].members.empty());
}

TEST_F(PublicationTest, OnlyWhoMayTakeTablesOutGetsIt) {
  EXPECT_EQ(fault_of([&] { ArchivePublication(temp_.archive()).list(clerk_, {}); }), Fault::denied);
}

}  // namespace
}  // namespace fonds

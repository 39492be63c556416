#include "archive/consent_offers.h"

#include <gmock/gmock.h>

#include "archive/consent_fixture.h"

namespace fonds {
namespace {

using testing::IsEmpty;

using ConsentOffersTest = ConsentFixture;

TEST_F(ConsentOffersTest, OfOnePaperAreThoseItHasAmongAll) {
  const std::string given = consent_paper(1);
  withdrawal_paper(2);

  const auto all = consent_offers(temp_.archive());
  ASSERT_EQ(all.size(), 2U);
  for (const ConsentOffer& each : all) {
    const auto alone = consent_offers(temp_.archive(), each.document);
    ASSERT_EQ(alone.size(), 1U);
    EXPECT_EQ(alone[0].student, each.student);
    EXPECT_EQ(alone[0].reading.says, each.reading.says);
    EXPECT_EQ(alone[0].date, each.date);
  }
  EXPECT_EQ(all[0].accession, given);
}

TEST_F(ConsentOffersTest, OtherPapersOfferNothing) {
  EXPECT_THAT(consent_offers(temp_.archive(), document_.id), IsEmpty());
  EXPECT_THAT(consent_offers(temp_.archive(), {9999}), IsEmpty());
}

TEST_F(ConsentOffersTest, AnUnsureWithdrawalIsOfferedAnUnsureConsentIsNot) {
  const std::string given = consent_paper(1);
  const std::string withdrawn = withdrawal_paper(1);
  Cards cards(temp_.archive().catalogue());
  for (const ConsentOffer& each : consent_offers(temp_.archive())) {
    Transaction transaction(temp_.archive().catalogue());
    StudentLink perhaps;
    perhaps.student = {2};
    perhaps.state = LinkState::offered;
    perhaps.origin = Origin::person;  // as good as the machine's: nobody said yes or no
    cards.set_link(transaction, each.document, perhaps);
    transaction.commit();
  }

  int of_second = 0;
  for (const ConsentOffer& each : consent_offers(temp_.archive())) {
    if (each.student != StudentId{2}) continue;
    ++of_second;
    EXPECT_EQ(each.accession, withdrawn);
    EXPECT_FALSE(each.certain);
  }
  EXPECT_EQ(of_second, 1);
}

}  // namespace
}  // namespace fonds

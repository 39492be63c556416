#include "web/api/consent_records.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

TEST(ConsentRecords, AConsentThatHoldsUntilItIsWithdrawn) {
  ListedConsent listed;
  listed.consent.id = 2;
  listed.consent.student = {15};
  listed.consent.given_on = {2025, 9, 1};
  listed.consent.recorded_by = "osipova";
  listed.name = "Кравец Тимофей";
  listed.holds = true;
  EXPECT_EQ(record_of(listed).dump(),
            R"({"id":2,"student":15,"name":"Кравец Тимофей","scope":"publication",)"
            R"("given_by":null,"given_on":"2025-09-01","until":null,"withdrawn_on":null,)"
            R"("document":null,"recorded_by":"osipova","holds":true})");
  listed.consent.document = {3};
  EXPECT_EQ(record_of(listed)["document"], 3);
}

TEST(ConsentRecords, APaperThatSeemsToWithdrawOne) {
  ConsentOffer offer;
  offer.accession = "2026-000003";
  offer.reading.says = ConsentSays::withdrawal;
  offer.date = CalendarDate{2026, 2, 1};
  const Json record = record_of(offer);
  EXPECT_EQ(record["says"], "withdrawal");
  EXPECT_EQ(record["date"], "2026-02-01");
  EXPECT_EQ(record["until"], nullptr);
}

}  // namespace
}  // namespace fonds

#include "model/consent.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

const CalendarDate kToday{2026, 5, 31};

Consent consent(CalendarDate given_on, std::optional<CalendarDate> until = {}) {
  Consent made;
  made.given_on = given_on;
  made.until = until;
  return made;
}
Withdrawal withdrawal(CalendarDate day) {
  Withdrawal made;
  made.withdrawn_on = day;
  return made;
}
bool may_publish(const ConsentRecords& records) {
  return consented(records, ConsentScope::publication, kToday);
}

TEST(Consent, WithoutARecordNothingIsAllowed) {
  EXPECT_FALSE(may_publish({}));
  ConsentRecords other;
  other.consents = {consent({2025, 9, 1})};
  other.consents[0].scope = ConsentScope::processing;
  EXPECT_FALSE(may_publish(other)) << "processing is not publication";
}

TEST(Consent, ItHoldsFromItsFirstToItsLastDay) {
  EXPECT_TRUE(may_publish({{consent({2025, 9, 1})}, {}}));
  EXPECT_TRUE(may_publish({{consent({2026, 5, 31}, CalendarDate{2026, 5, 31})}, {}}));
  EXPECT_FALSE(may_publish({{consent({2026, 6, 1})}, {}})) << "not given yet";
  EXPECT_FALSE(may_publish({{consent({2025, 9, 1}, CalendarDate{2026, 5, 30})}, {}})) << "over";
}

TEST(Consent, AWithdrawalEndsAllThatWasGivenUntilThen) {
  const Consent first = consent({2024, 9, 1});
  const Consent second = consent({2025, 9, 1});
  EXPECT_FALSE(may_publish({{first, second}, {withdrawal({2026, 1, 10})}}));
  EXPECT_FALSE(may_publish({{first}, {withdrawal({2024, 9, 1})}})) << "on the same day";
  EXPECT_FALSE(may_publish({{first}, {withdrawal(kToday)}})) << "from that day on";
  EXPECT_TRUE(may_publish({{first, second}, {withdrawal({2025, 8, 31})}})) << "given anew since";
  EXPECT_TRUE(may_publish({{first}, {withdrawal({2026, 6, 1})}})) << "not yet";
  EXPECT_TRUE(may_publish({{first}, {withdrawal({2023, 9, 1})}})) << "of an earlier one";
  ConsentRecords other{{first}, {withdrawal({2026, 1, 10})}};
  other.withdrawals[0].scope = ConsentScope::processing;
  EXPECT_TRUE(may_publish(other)) << "of another scope";
}

TEST(Consent, TheDayItEndedIsTheFirstWithdrawalAfterIt) {
  const Consent given = consent({2025, 9, 1});
  const ConsentRecords records{
      {given}, {withdrawal({2026, 3, 1}), withdrawal({2026, 1, 10}), withdrawal({2024, 1, 1})}};
  EXPECT_EQ(withdrawn_on(records, given), (CalendarDate{2026, 1, 10}));
  EXPECT_FALSE(withdrawn_on({{given}, {}}, given));
}

}  // namespace
}  // namespace fonds

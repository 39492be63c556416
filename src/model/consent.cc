#include "model/consent.h"

#include <algorithm>

namespace fonds {

std::optional<CalendarDate> withdrawn_on(const ConsentRecords& records, const Consent& consent) {
  std::optional<CalendarDate> first;
  for (const Withdrawal& each : records.withdrawals) {
    if (each.scope != consent.scope || each.withdrawn_on < consent.given_on) continue;
    if (!first || each.withdrawn_on < *first) first = each.withdrawn_on;
  }
  return first;
}

bool consented(const ConsentRecords& records, ConsentScope scope, const CalendarDate& day) {
  return std::any_of(records.consents.begin(), records.consents.end(), [&](const Consent& each) {
    if (each.scope != scope || day < each.given_on || (each.until && *each.until < day)) {
      return false;
    }
    const auto ended = withdrawn_on(records, each);
    return !ended || day < *ended;
  });
}

}  // namespace fonds

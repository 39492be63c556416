/// Consent and Withdrawal: what a student (or whoever may speak for them) allowed, and until when.
///
/// Records are never changed: a withdrawal is one of its own and ends every consent of its scope
/// given until that day. Whether something is allowed is asked with consented(), which says no when
/// in doubt. Threads: value types; pure functions.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/calendar_date.h"
#include "model/student.h"

namespace fonds {

enum class ConsentScope {
  publication,  ///< распространение: the site, the press, a board in the hall
  processing,   ///< обработка
};
inline constexpr std::array<std::string_view, 2> kConsentScopeNames{"publication", "processing"};
constexpr std::string_view name_of(ConsentScope scope) {
  return kConsentScopeNames[static_cast<std::size_t>(scope)];
}
constexpr std::optional<ConsentScope> consent_scope_from(std::string_view name) {
  for (std::size_t i = 0; i < kConsentScopeNames.size(); ++i) {
    if (kConsentScopeNames[i] == name) return static_cast<ConsentScope>(i);
  }
  return std::nullopt;
}

struct Consent {
  std::int64_t id = 0;
  StudentId student;
  ConsentScope scope = ConsentScope::publication;
  std::string given_by;  ///< who signed, as on the paper; may be empty
  CalendarDate given_on;
  std::optional<CalendarDate> until;  ///< the last day it holds; nothing: until it is withdrawn
  DocumentId document;                ///< that proves it; 0: none in the archive
  std::string recorded_by;            ///< login
  bool operator==(const Consent&) const = default;
};

struct Withdrawal {
  std::int64_t id = 0;
  StudentId student;
  ConsentScope scope = ConsentScope::publication;
  CalendarDate withdrawn_on;
  DocumentId document;      ///< that proves it; 0: none in the archive
  std::string recorded_by;  ///< login
  bool operator==(const Withdrawal&) const = default;
};

/// The records of one student.
struct ConsentRecords {
  std::vector<Consent> consents;
  std::vector<Withdrawal> withdrawals;
};

/// The day on which the consent was withdrawn, if it was: the first withdrawal on or after the day
/// it was given.
std::optional<CalendarDate> withdrawn_on(const ConsentRecords& records, const Consent& consent);
/// Whether a consent of this scope holds on `day`.
bool consented(const ConsentRecords& records, ConsentScope scope, const CalendarDate& day);

}  // namespace fonds

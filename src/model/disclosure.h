/// Disclosure (предоставление сведений): an application for a learner's results, its check and what
/// became of it; GuardianRestriction: a parent who may not be told.
///
/// An application is opened, perhaps approved, then issued or refused, once; what it says can be
/// corrected only until somebody has decided on it.
/// Threads: value types; pure functions.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/calendar_date.h"
#include "model/ids.h"
#include "model/student.h"

namespace fonds {

/// Who asks. Grandparents, schools, organisers, the press are `other`: they are put on record, too,
/// and refused.
enum class ApplicantKind { student, representative, body, other };
inline constexpr std::array<std::string_view, 4> kApplicantKinds{"student", "representative",
                                                                 "body", "other"};
constexpr std::string_view name_of(ApplicantKind kind) {
  return kApplicantKinds[static_cast<std::size_t>(kind)];
}
std::optional<ApplicantKind> applicant_kind_from(std::string_view name);

enum class ApplicationForm { oral, written };
inline constexpr std::array<std::string_view, 2> kApplicationForms{"oral", "written"};
constexpr std::string_view name_of(ApplicationForm form) {
  return kApplicationForms[static_cast<std::size_t>(form)];
}
std::optional<ApplicationForm> application_form_from(std::string_view name);

enum class DisclosureState { opened, approved, issued, refused };
inline constexpr std::array<std::string_view, 4> kDisclosureStates{"opened", "approved", "issued",
                                                                   "refused"};
constexpr std::string_view name_of(DisclosureState state) {
  return kDisclosureStates[static_cast<std::size_t>(state)];
}
std::optional<DisclosureState> disclosure_state_from(std::string_view name);

struct Applicant {
  ApplicantKind kind = ApplicantKind::student;
  std::string name;  ///< of the person, nominative; of the body
  std::string
      relation;  ///< a representative's to the student: "мать"; else what they are, or empty
  std::string identity;  ///< the document that was seen, as the clerk writes it: "паспорт"
  /// What shows the right to ask: of a representative the paper about the relation ("свидетельство
  /// о рождении", "акт органа опеки № 7"), of a body the requisites of its request.
  std::string authority;
  std::optional<CalendarDate> authority_until;  ///< its last day; nothing: it names none
  bool operator==(const Applicant&) const = default;
};

struct Disclosure {
  std::int64_t number = 0;  ///< in the register, from 1 without gaps
  StudentId student;
  Applicant applicant;
  ApplicationForm form = ApplicationForm::oral;
  std::string asked;                 ///< in the applicant's words; may be empty: all results
  std::optional<CalendarDate> from;  ///< papers of these days only
  std::optional<CalendarDate> to;
  DocumentId application;  ///< the written one, scanned; 0: not in the archive
  CalendarDate applied_on;
  std::string opened_by;  ///< login
  DisclosureState state = DisclosureState::opened;
  std::string approved_by;  ///< login; of who recorded it where `resolution` says whose it is
  std::string resolution;   ///< approval on paper: "директор, 12.03.2026"; may be empty
  std::string decided_by;   ///< login; issued or refused by
  std::optional<CalendarDate> decided_on;
  std::string reason;  ///< of the refusal
  std::string given;   ///< what was handed out, in words, for the register
  bool operator==(const Disclosure&) const = default;
};

/// A parent or guardian whom the student's data must not reach (rights limited or taken by a
/// court).
struct GuardianRestriction {
  std::int64_t id = 0;
  StudentId student;
  std::string name;             ///< as the decision names them
  std::string reason;           ///< the decision
  std::string restricted_by{};  ///< login
  std::string restricted_at{};
  std::string lifted_by{};  ///< login; empty: it stands
  std::string lifted_at{};
};

/// Whether two texts may name one person: every word of the shorter is in the longer, whole or as
/// an initial, and one word at least is whole in both. Order and letters' case do not matter. For
/// denying: in doubt it is true.
bool may_name_one_person(std::string_view one, std::string_view other);

}  // namespace fonds

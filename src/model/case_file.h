/// CaseFile (дело): what is filed under one item of the nomenclature of a year; Volume (том): one
/// of its parts, the unit that is counted, kept, moved and destroyed.
///
/// Key of a volume = institution, year of the nomenclature, index, number (DOMAIN §1.2). A scan is
/// a copy: where the carrier is paper the volume is the paper, and its period is that of the paper.
/// Threads: value types; pure functions.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/calendar_date.h"
#include "model/ids.h"
#include "model/nomenclature.h"
#include "model/student.h"

namespace fonds {

using VolumeId = Id<struct VolumeTag>;

struct VolumeKey {
  int year = 0;       ///< of the nomenclature it was opened under; 0: not said
  std::string index;  ///< "02-05"
  int number = 0;     ///< of the volume, from 1; 0: not said
  auto operator<=>(const VolumeKey&) const = default;  // NOLINT(modernize-use-nullptr)
};

/// "02-05/2024/1", as it is typed and stands in records; what is not said is left out.
std::string to_text(const VolumeKey& key);
/// The reverse; other separators within the index are understood, too ("02.05/2024").
std::optional<VolumeKey> volume_key_from(std::string_view text);
/// "02-05 of 2024, volume 1", for people.
std::string spoken(const VolumeKey& key);

enum class VolumeState {
  open,         ///< documents are filed into it
  closed,       ///< закончено делопроизводством
  transferred,  ///< to another archive; the card stays
  destroyed,    ///< by an act; the card stays
};
inline constexpr std::array<std::string_view, 4> kVolumeStates{"open", "closed", "transferred",
                                                               "destroyed"};
constexpr std::string_view name_of(VolumeState state) {
  return kVolumeStates[static_cast<std::size_t>(state)];
}
std::optional<VolumeState> volume_state_from(std::string_view name);

struct Volume {
  VolumeId id;
  VolumeKey key;
  VolumeState state = VolumeState::open;
  std::string title;  ///< its own, may name a person; empty: that of its item
  Carrier carrier = Carrier::paper;
  VolumeId matter;    ///< the first volume of the one matter it belongs to; 0: it stands alone
  StudentId student;  ///< whose personal file it is, as the register knows them now; 0: nobody's
  std::string shelf;  ///< where the paper stands; may be empty
  CalendarDate opened_on;
  std::optional<CalendarDate> closed_on;
  std::optional<CalendarDate> first_day;  ///< of its documents: крайние даты; known when closed
  std::optional<CalendarDate> last_day;
  int sheets = 0;     ///< open: of what is filed; closed: as counted when it was closed
  int documents = 0;  ///< filed in it
};

/// A document in its volume.
struct FiledDocument {
  DocumentId document;
  VolumeId volume;
  int place = 0;   ///< in the volume, from 1, without gaps
  int sheets = 0;  ///< of paper; 0: it has none
  CalendarDate filed_on;
  std::string filed_by;  ///< login
};

/// What a person puts on record of a volume: events its period is counted from, and what must be
/// known before it may go.
enum class VolumeMarkKind {
  learner_left,
  consent_ended,
  contract_ended,
  form_replaced,
  blanks_destroyed,
  returned,
  dismissed,    ///< up to here in the order of Trigger, which begins with case_closed
  not_needed,   ///< надобность миновала
  audited,      ///< the period it belongs to was audited
  in_search,    ///< not found in its place, looked for
  dispute,      ///< until the final decision
  written_off,  ///< not found, by an act of loss: off the records until it turns up; or damaged
  damaged,      ///< beyond repair, to be written off by an act
};
inline constexpr std::array<std::string_view, 13> kVolumeMarkKinds{
    "learner_left", "consent_ended", "contract_ended", "form_replaced", "blanks_destroyed",
    "returned",     "dismissed",     "not_needed",     "audited",       "in_search",
    "dispute",      "written_off",   "damaged"};
constexpr std::string_view name_of(VolumeMarkKind kind) {
  return kVolumeMarkKinds[static_cast<std::size_t>(kind)];
}
/// Marks that judge a volume as it was closed: they are made of closed ones only, and end when it
/// is opened again.
inline constexpr std::array kJudgements{VolumeMarkKind::not_needed, VolumeMarkKind::audited};
std::optional<VolumeMarkKind> volume_mark_kind_from(std::string_view name);

struct VolumeMark {
  VolumeMarkKind kind = VolumeMarkKind::not_needed;
  CalendarDate day;
  std::string basis;      ///< the paper that shows it; in a person's words
  std::string marked_by;  ///< login
};

/// A volume handed out (выдача) and, later, back.
struct Loan {
  std::int64_t id = 0;
  VolumeId volume;
  std::string taker;    ///< who took it: name and office
  std::string purpose;  ///< may be empty
  CalendarDate issued_on;
  CalendarDate due_on;
  std::string issued_by;  ///< login
  std::optional<CalendarDate> returned_on;
  std::string returned_to;  ///< login
};

}  // namespace fonds

/// Achievement: what a student or a collective has reached, and the paper that proves it.
///
/// One record for each paper and whose it is; its id names both ("2026-000123/15", a collective's
/// "2026-000123/c"), so it stays the same however often the record is derived anew. Every fact is
/// kept as a card keeps it (model/card.h): a canonical text, empty when it is not known.
/// Threads: value types; pure functions.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/messages.h"
#include "model/calendar_date.h"
#include "model/control.h"
#include "model/student.h"

namespace fonds {

struct Achievement {
  DocumentId document;
  std::string accession;  ///< of the document
  StudentId student;      ///< 0: the collective's own
  std::string holder;     ///< name of the student, or title of the collective
  std::string kind;       ///< of the paper
  std::string event;
  std::string level;
  std::string place;
  std::string mark;  ///< the row's result as printed: "зачёт", "34 балла"
  std::string nomination;
  std::string date;        ///< to_text(DateSpan)
  std::string collective;  ///< that the paper names
  std::string control;
  std::string scope;
  std::vector<std::string> attended;  ///< a student's: collectives attended on that date
  std::vector<StudentId> members;     ///< a collective's: who attended it on that date
  bool operator==(const Achievement&) const = default;
};

/// The facts of a record, in the order of tables. Names stand in the catalogue and in JSON.
struct AchievementFact {
  std::string_view name;
  const char* title;  ///< English; shown through tr()
  std::string Achievement::*value;
};
inline constexpr std::array<AchievementFact, 11> kAchievementFacts{{
    {"holder", tr_later("whose"), &Achievement::holder},
    {"collective", tr_later("collective"), &Achievement::collective},
    {"event", tr_later("event"), &Achievement::event},
    {"nomination", tr_later("nomination"), &Achievement::nomination},
    {"level", tr_later("level"), &Achievement::level},
    {"place", tr_later("place"), &Achievement::place},
    {"mark", tr_later("result as printed"), &Achievement::mark},
    {"date", tr_later("date"), &Achievement::date},
    {"control", tr_later("control"), &Achievement::control},
    {"scope", tr_later("scope"), &Achievement::scope},
    {"kind", tr_later("kind"), &Achievement::kind},
}};

/// What a person may state of a record beside its card.
inline constexpr std::array<std::string_view, 4> kStatableFacts{"counts", "control", "scope",
                                                                "place"};

/// A person's word on one record: it wins over what is derived for ever.
struct AchievementWord {
  StudentId record;   ///< of the register, as the paper is linked to it; 0: the collective's
  std::string field;  ///< of kStatableFacts
  std::string value;  ///< "yes" or "no", name_of(Control), name_of(Scope), to_text(AwardPlace)
  std::string by;     ///< login
  std::string decided_at;
};

std::string id_of(const Achievement& achievement);
/// "2023/2024", or the year alone when the date says no more; empty when there is no date.
std::string year_of(const Achievement& achievement);
/// Whether somebody attended on some day of `when`: a school year, or days given.
bool attended_on(const Membership& membership, const DateSpan& when);

}  // namespace fonds

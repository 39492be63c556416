/// Records: documents, pages, jobs, journal entries, students and errors in JSON, as the command
/// line and the API answer them; what all records share. Stable names: only add.
///
/// Threads: pure.
#pragma once

#include <optional>
#include <string>

#include "archive/job_desk.h"
#include "archive/students.h"
#include "base/error.h"
#include "model/document.h"
#include "model/journal_entry.h"
#include "model/page.h"
#include "model/student.h"
#include "web/api/json.h"

namespace fonds {

Json record_of(const Document& document);
Json record_of(const RecognisedPage& page);
Json record_of(const Job& job);
Json record_of(const JournalEntry& entry);
Json record_of(const Student& student);
Json record_of(const StudentMerge& merge);
/// {"error": {"fault", "message", "hint"}}.
Json record_of(const Error& error);
/// Which paper is meant, and no more: {"id", "accession"}.
Json reference_to(const Document& document);

/// Null when empty.
Json text_or_null(const std::string& text);
Json day_or_null(const std::optional<CalendarDate>& day);
Json moment_or_null(const std::optional<Moment>& moment);
/// Null when 0: there is none.
template <class Tag>
Json id_or_null(Id<Tag> id) {
  return id.value == 0 ? Json(nullptr) : Json(id.value);
}
/// To so many digits behind the point.
double rounded(double value, int digits);

}  // namespace fonds

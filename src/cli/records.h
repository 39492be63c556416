/// Records: how documents, pages and jobs look in JSON and on a line. Stable names: only add.
///
/// Threads: pure.
#pragma once

#include <string>

#include "archive/paper_words.h"
#include "catalogue/jobs.h"
#include "catalogue/students.h"
#include "cli/session.h"
#include "model/document.h"
#include "model/journal_entry.h"
#include "model/page.h"
#include "model/student.h"

namespace fonds {

Json record_of(const Document& document);
Json record_of(const RecognisedPage& page);
Json record_of(const Job& job);
Json record_of(const JournalEntry& entry);
Json record_of(const Student& student);
Json record_of(const StudentMerge& merge);

/// "2026-000001   3 pages   4.2 s   91 %   scan.jpg"; dashes for what is not known yet.
std::string line_of(const Document& document, int pages);
/// "quarantined: 2026-000001  scan.jpg: the program crashed on this file".
std::string quarantine_line_of(const Document& document);
/// To so many digits behind the point, for JSON.
double rounded(double value, int digits);
/// "91 %".
std::string percent(double share);
std::string title_of(JobState state);

}  // namespace fonds

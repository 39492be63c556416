/// student_model: what the register and the archive know of a student, as their card shows it.
///
/// Threads: as Archive. Faults: those of the catalogue and the index.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "archive/students.h"
#include "web/visit.h"

namespace fonds {

/// "/students/15".
std::string path_of(StudentId student);
/// Whose number stands in the route's path. Fault not_found when it is none.
StudentId student_of(const Visit& visit, std::string_view name);
/// Of a field; 0: it is no number.
StudentId student_named(std::string_view text);
/// Words parted by blanks, of any bytes.
std::vector<std::string> words_in(std::string_view text);
/// "2023/2024"; empty: not known.
std::string school_year_in_words(int first);

/// {"id", "path", "name", "birth", "about": a line to tell namesakes apart}.
Json student_line_model(const Student& student);
/// Name, former ones, birth, school, collectives, whoever may speak for them (for those who may
/// know), what was merged.
Json student_facts_model(const Visit& visit, const StudentCard& card);
/// What they achieved: {"records", "years": [{"year", "count", "counts": [{"level", "count"}],
/// "records": [{"level", "place", "event", "date", "path", "own"}]}]}.
Json achievements_model(Visit& visit, const Student& student);
/// What happened, the latest first: [{"date", "text", "path"}]; of what achievements_model() gave.
Json timeline_model(const Student& student, const Json& achievements);

}  // namespace fonds

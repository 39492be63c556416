/// read_roster_file: the students of a list in a file (CSV, XLSX, ODS), with or without an archive.
///
/// The file is parsed in a sandboxed worker. Students are numbered from 1 in the order of the file;
/// external_id holds the file's own id.
/// Threads: one. Faults: usage (no table, no such profile), corrupt (damaged), not_found, io,
/// unavailable (no worker can be started, or the file killed it).
#pragma once

#include <boost/filesystem/path.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "ingest/worker.h"
#include "registry/roster.h"

namespace fonds {

/// `profile`: a name of config/roster_profiles.toml; empty: the one that fits.
Roster read_roster_file(const WorkerOptions& options, const Clock& clock,
                        const boost::filesystem::path& file, std::string_view profile);

/// The same where a list without a fault is needed: fault usage, naming the first problem and how
/// many there are, when there is any.
std::vector<Student> read_roster(const WorkerOptions& options, const Clock& clock,
                                 const boost::filesystem::path& file,
                                 std::string_view profile = {});

/// "row 7, Дата рождения: there is no such day in the calendar": one problem for a person.
std::string line_of(const RosterProblem& problem);

}  // namespace fonds

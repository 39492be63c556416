#include "archive/roster_file.h"

#include "base/disk.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"

namespace fonds {

Roster read_roster_file(const WorkerOptions& options, const Clock& clock,
                        const boost::filesystem::path& file, std::string_view profile) {
  const RosterProfiles profiles = RosterProfiles::shipped();
  if (!profile.empty()) (void)profiles.named(profile);  // before a process is started for nothing
  const UniqueFd opened = open_for_reading(file);
  const auto tables = while_doing(printable(file.filename().string()),
                                  [&] { return WorkerHandle(options).tables(opened.get()); });
  return read_roster(tables, profiles, profile, NameGrammar::shipped(), day_here(clock.now()));
}

std::vector<Student> read_roster(const WorkerOptions& options, const Clock& clock,
                                 const boost::filesystem::path& file, std::string_view profile) {
  Roster roster = read_roster_file(options, clock, file, profile);
  if (roster.problems.empty()) return std::move(roster.students);
  const RosterProblem& first = roster.problems.front();
  std::string message = printable(file.filename().string()) + ": " + line_of(first);
  const std::size_t more = roster.problems.size() - 1;
  if (more > 0) message += ' ' + say(trn("(and {} more)", "(and {} more)", more), more);
  throw Error(Fault::usage, std::move(message), first.hint);
}

std::string line_of(const RosterProblem& problem) {
  std::string where;
  const auto add = [&](const std::string& part) {
    if (part.empty()) return;
    if (!where.empty()) where += ", ";
    where += part;
  };
  add(problem.place.sheet);
  if (problem.place.row != 0) add(say(tr("row {}"), problem.place.row));
  add(problem.column);
  return where.empty() ? problem.what : where + ": " + problem.what;
}

}  // namespace fonds

/// ArchiveStudents: the use cases of the register: import, add, edit, merge, part, list, show.
///
/// Every change is one transaction with its journal entries, which carry ids and names of fields,
/// never what stands in them. Nothing is half-imported: a list with a problem or a conflict changes
/// nothing unless the clerk says to skip the bad rows.
/// Threads: as Archive. Faults: denied, not_found, usage (wrong fields), and those of the catalogue
/// and of read_roster_file().
#pragma once

#include <boost/filesystem/path.hpp>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "archive/archive.h"
#include "catalogue/students.h"
#include "model/actor.h"
#include "model/journal_entry.h"
#include "registry/roster.h"

namespace fonds {

enum class BadRows { refuse_all, skip };
enum class Commitment { dry_run, change };

struct ImportReport {
  std::string profile;
  std::size_t rows = 0;
  std::size_t passed_over = 0;  ///< for their status
  std::size_t added = 0;
  std::size_t changed = 0;
  std::size_t unchanged = 0;
  std::vector<RosterProblem> problems;  ///< of the file, then conflicts with the register
  bool done = false;             ///< the register is as the report says; false: nothing was changed
  std::int64_t papers_read = 0;  ///< done: read before, and may name whom the register now knows
};

/// What a clerk gives by hand: names of fields of config/roster_profiles.toml and their texts.
using StudentFields = std::vector<std::pair<std::string, std::string>>;

/// A part of a list of students.
struct StudentPage {
  std::int64_t total = 0;  ///< in the whole list
  std::vector<Student> students;
};

struct StudentCard {
  Student student;  ///< with what was merged into it
  std::vector<StudentMerge> merges;
  std::vector<JournalEntry> history;
};

class ArchiveStudents {
 public:
  explicit ArchiveStudents(Archive& archive) : archive_(archive) {}

  /// `progress` gets students done and the total.
  ImportReport import(const Actor& actor, const boost::filesystem::path& file,
                      std::string_view profile, BadRows bad_rows, Commitment commitment,
                      const std::function<void(std::size_t, std::size_t)>& progress = {});

  /// `namesake`: is another person although the register has one of this name without a date of
  /// birth.
  enum class Namesake { ask, another };
  Student add(const Actor& actor, const StudentFields& fields, Namesake namesake);
  /// Replaces the given fields; an empty text clears one. A collective is added, a changed surname
  /// is kept as a former one, guardians are replaced.
  Student edit(const Actor& actor, StudentId id, const StudentFields& fields);
  /// From now on `merged` is the person `kept` is.
  Student merge(const Actor& actor, StudentId kept, StudentId merged);
  /// Undoes the merging of `merged`; returns the two as they are again.
  std::pair<Student, Student> part(const Actor& actor, StudentId merged);

  /// Those the actor sees, in order of names. Journalled as a read, as the next.
  void list(const Actor& actor, const std::vector<std::string>& words,
            const std::function<void(const Student&)>& sink);
  /// A part of that list from the `from`-th (from 0) on, and how many there are in all.
  StudentPage page(const Actor& actor, const std::vector<std::string>& words, std::int64_t from,
                   int limit);
  /// Those of that list who attend the collective, or did, however its letters are written: found
  /// without a look at the whole register.
  void attending(const Actor& actor, const std::string& collective,
                 const std::function<void(const Student&)>& sink);
  StudentCard show(const Actor& actor, StudentId id);
  /// All, in order of id, for those who match papers with them.
  void each(const Actor& actor, const std::function<void(Student&&)>& sink);

 private:
  void each_named(const std::vector<std::string>& words,
                  const std::function<void(const Student&)>& sink);
  Student existing(StudentId id);
  /// The same for an actor who sees them: to others they are not there.
  Student seen(const Actor& actor, StudentId id);
  Archive& archive_;
};

}  // namespace fonds

#include "archive/students.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <unordered_map>

#include "access/policy.h"
#include "archive/read_log.h"
#include "archive/roster_file.h"
#include "archive/student_import.h"
#include "archive/viewer.h"
#include "base/error.h"
#include "base/messages.h"
#include "catalogue/documents.h"
#include "catalogue/journal.h"
#include "catalogue/student_names.h"

namespace fonds {
namespace {

using Json = nlohmann::ordered_json;

std::string details_of(const std::vector<std::string>& fields) {
  return Json{{"fields", fields}}.dump();
}

/// The fields as a table of one row.
Table table_of(const StudentFields& fields) {
  Table table{"", {{}, {}}};
  for (const auto& [field, text] : fields) {
    table.rows[0].push_back(field);
    table.rows[1].push_back(text);
  }
  return table;
}

/// The student the fields describe: read as a row of Fonds' own list, with the same care.
Student student_from(const StudentFields& fields, const CalendarDate& today) {
  const RosterProfiles profiles = RosterProfiles::shipped();
  Roster roster =
      read_roster({table_of(fields)}, profiles, "by-hand", NameGrammar::shipped(), today);
  if (!roster.problems.empty()) {
    const RosterProblem& first = roster.problems.front();
    throw Error(Fault::usage,
                first.column.empty() ? first.what : fmt::format("{}: {}", first.column, first.what),
                first.hint);
  }
  return std::move(roster.students.front());
}

bool given(const StudentFields& fields, std::string_view field) {
  return std::any_of(fields.begin(), fields.end(),
                     [&](const auto& each) { return each.first == field; });
}

/// The fields with those the record has where they are needed to read a row.
StudentFields with_name_of(const StudentFields& fields, const Student& record) {
  StudentFields whole = fields;
  for (const auto& [field, now] :
       {std::pair<const char*, const std::string&>{"last", record.name.last},
        {"first", record.name.first},
        {"middle", record.name.middle}}) {
    if (!given(fields, field)) whole.emplace_back(field, now);
  }
  return whole;
}

/// Puts what `fields` name from `from` into `record`; the names of what changed.
std::vector<std::string> apply(const StudentFields& fields, const Student& from, Student& record) {
  std::vector<std::string> changed;
  const auto put = [&](std::string_view field, const char* name, const auto& value, auto& to) {
    if (!given(fields, field) || to == value) return;
    to = value;
    changed.emplace_back(name);
  };
  const std::string last = record.name.last;
  put("last", "last_name", from.name.last, record.name.last);
  if (record.name.last != last) record.former_last_names.push_back(last);
  put("first", "first_name", from.name.first, record.name.first);
  put("middle", "middle_name", from.name.middle, record.name.middle);
  put("id", "external_id", from.external_id, record.external_id);
  put("birth_date", "birth_date", from.birth_date, record.birth_date);
  put("gender", "gender", from.gender, record.gender);
  put("school", "school", from.school, record.school);
  put("left_on", "left_on", from.left_on, record.left_on);
  put("guardians", "guardians", from.guardians, record.guardians);
  put("former_last", "former_last_names", from.former_last_names, record.former_last_names);
  std::vector<Membership>& known = record.memberships;
  for (const Membership& membership : from.memberships) {
    if (std::find(known.begin(), known.end(), membership) != known.end()) continue;
    known.push_back(membership);
    changed.emplace_back("memberships");
  }
  return changed;
}

/// One import: first everything is compared, then everything is written.
class Import {
 public:
  Import(Archive& archive, const Actor& actor, Roster&& roster, ImportReport& report)
      : database_(archive.catalogue()),
        students_(database_),
        journal_(database_),
        actor_(actor),
        roster_(std::move(roster)),
        report_(report) {}

  /// Finds out what every row means. Inside the transaction that will write: nobody changes the
  /// register in between.
  void compare() {
    RegisterIndex index;
    students_.each_key([&](const StudentKey& key) { index.add(key); });
    std::int64_t stand_in = -1;  // ids of those this import adds, until they have their own
    for (std::size_t i = 0; i < roster_.students.size(); ++i) {
      const Student& row = roster_.students[i];
      const RowMatch match = index.match(row);
      switch (match.kind) {
        case RowMatch::Kind::fresh:
          fresh_.push_back(i);
          index.add({{stand_in},
                     {stand_in},
                     row.external_id,
                     name_key_of(row.name),
                     row.birth_date ? to_text(*row.birth_date) : ""});
          --stand_in;
          break;
        case RowMatch::Kind::same:
          if (match.student.value < 0) {
            conflict(i, RowMatch::Kind::two_students);
          } else {
            same_.emplace(match.student.value, i);
          }
          break;
        default:
          conflict(i, match.kind);
      }
    }
    load_known();
    for (const auto& [id, row] : same_) find_changes(id, row);
    report_.added = fresh_.size();
    report_.changed = changes_.size();
  }

  void write(Transaction& transaction,
             const std::function<void(std::size_t, std::size_t)>& progress) {
    const std::size_t total = fresh_.size() + changes_.size();
    std::size_t done = 0;
    const auto tell = [&] {
      if (progress && ++done % 100 == 0) progress(done, total);
    };
    for (const std::size_t row : fresh_) {
      const StudentId id = students_.add(transaction, roster_.students[row]);
      journal_.append(transaction, actor_, "student.added", subject_of(id));
      tell();
    }
    for (const Change& change : changes_) {
      students_.replace(transaction, change.record);
      journal_.append(transaction, actor_, "student.changed", subject_of(change.record.id),
                      details_of(change.fields));
      tell();
    }
    journal_.append(transaction, actor_, "student.imported", "register",
                    Json{{"profile", report_.profile},
                         {"rows", report_.rows},
                         {"added", report_.added},
                         {"changed", report_.changed},
                         {"unchanged", report_.unchanged},
                         {"skipped", report_.problems.size()}}
                        .dump());
  }

 private:
  struct Change {
    Student record;
    std::vector<std::string> fields;
  };

  void conflict(std::size_t row, RowMatch::Kind kind) {
    const ConflictText text = text_of(kind);
    report_.problems.push_back({roster_.places[row], "", text.what, text.hint});
  }

  /// The students of `same_`, whole: one by one while they are few, else by one walk.
  void load_known() {
    constexpr std::size_t kFew = 1000;
    if (same_.size() < kFew) {
      for (const auto& [id, row] : same_) known_.emplace(id, students_.find({id}).value());
      return;
    }
    students_.each([&](Student&& student) {
      const std::int64_t id = student.id.value;
      if (same_.count(id) != 0) known_.emplace(id, std::move(student));
    });
  }

  void find_changes(std::int64_t id, std::size_t row) {
    const Student& known = known_.at(id);
    Student changed = known;
    std::vector<std::string> fields = update_from(roster_.students[row], known, changed);
    if (fields.empty()) {
      ++report_.unchanged;
      return;
    }
    // The record itself, without what was merged into it.
    Student record = students_.record({id}).value();
    update_from(roster_.students[row], known, record);
    changes_.push_back({std::move(record), std::move(fields)});
  }

  Database& database_;
  Students students_;
  Journal journal_;
  const Actor& actor_;
  Roster roster_;
  ImportReport& report_;
  std::vector<std::size_t> fresh_;
  std::multimap<std::int64_t, std::size_t> same_;  ///< rows by student
  std::unordered_map<std::int64_t, Student> known_;
  std::vector<Change> changes_;
};

}  // namespace

ImportReport ArchiveStudents::import(
    const Actor& actor, const boost::filesystem::path& file, std::string_view profile,
    BadRows bad_rows, Commitment commitment,
    const std::function<void(std::size_t, std::size_t)>& progress) {
  archive_.policy().require(actor, Operation::edit_students);
  Roster roster = read_roster_file(archive_.worker_options(), archive_.clock(), file, profile);
  ImportReport report;
  report.profile = roster.profile;
  report.rows = roster.rows;
  report.passed_over = roster.passed_over;
  report.problems = std::move(roster.problems);
  Transaction transaction(archive_.catalogue());
  Import import(archive_, actor, std::move(roster), report);
  import.compare();
  const bool may =
      !report.profile.empty() && (report.problems.empty() || bad_rows == BadRows::skip);
  if (!may || commitment == Commitment::dry_run) return report;
  import.write(transaction, progress);
  transaction.commit();
  report.done = true;
  report.papers_read = Documents(archive_.catalogue()).count(DocumentState::recognised);
  return report;
}

Student ArchiveStudents::existing(StudentId id) {
  auto student = Students(archive_.catalogue()).find(id);
  if (!student) throw no_student(id);
  return std::move(*student);
}

Student ArchiveStudents::seen(const Actor& actor, StudentId id) {
  return Viewer(archive_, actor).require_student(id);
}

Student ArchiveStudents::add(const Actor& actor, const StudentFields& fields, Namesake namesake) {
  archive_.policy().require(actor, Operation::edit_students);
  const Student student = student_from(fields, day_here(archive_.clock().now()));
  Database& database = archive_.catalogue();
  Students students(database);
  Transaction transaction(database);
  RegisterIndex index;
  students.each_key([&](const StudentKey& key) { index.add(key); });
  const RowMatch match = index.match(student);
  if (match.kind == RowMatch::Kind::same) {
    throw Error(Fault::usage,
                say(tr("the register has this student: number {}"), match.student.value),
                tr("change it with `fonds student edit`"));
  }
  const bool another = match.kind == RowMatch::Kind::perhaps_same && namesake == Namesake::another;
  if (match.kind != RowMatch::Kind::fresh && !another) {
    const ConflictText text = text_of(match.kind);
    throw Error(Fault::usage, text.what, text.hint);
  }
  const StudentId id = students.add(transaction, student);
  Journal(database).append(transaction, actor, "student.added", subject_of(id));
  transaction.commit();
  return existing(id);
}

Student ArchiveStudents::edit(const Actor& actor, StudentId id, const StudentFields& fields) {
  archive_.policy().require(actor, Operation::edit_students);
  Database& database = archive_.catalogue();
  Students students(database);
  Transaction transaction(database);
  Student record = students.record(seen(actor, id).id).value();
  const Student from = student_from(with_name_of(fields, record), day_here(archive_.clock().now()));
  const std::vector<std::string> changed = apply(fields, from, record);
  if (changed.empty()) return existing(id);
  const auto same_id = students.with_external_id(record.external_id);
  if (std::any_of(same_id.begin(), same_id.end(),
                  [&](StudentId other) { return other != record.id; })) {
    throw Error(Fault::usage, tr("this id belongs to another student of the register"),
                tr("give another id, or unite the two with `fonds student merge`"));
  }
  students.replace(transaction, record);
  Journal(database).append(transaction, actor, "student.changed", subject_of(record.id),
                           details_of(changed));
  transaction.commit();
  return existing(record.id);
}

Student ArchiveStudents::merge(const Actor& actor, StudentId kept, StudentId merged) {
  archive_.policy().require(actor, Operation::edit_students);
  Database& database = archive_.catalogue();
  Students students(database);
  Transaction transaction(database);
  const StudentId keeper = seen(actor, kept).id;
  const StudentId other = seen(actor, merged).id;
  if (keeper == other) {
    throw Error(Fault::usage,
                say(tr("{} and {} are one student already"), kept.value, merged.value),
                tr("look at it with `fonds student show`"));
  }
  students.merge(transaction, actor, keeper, other);
  Journal(database).append(transaction, actor, "student.merged", subject_of(other),
                           Json{{"into", keeper.value}}.dump());
  transaction.commit();
  return existing(keeper);
}

std::pair<Student, Student> ArchiveStudents::part(const Actor& actor, StudentId merged) {
  archive_.policy().require(actor, Operation::edit_students);
  Database& database = archive_.catalogue();
  Students students(database);
  Transaction transaction(database);
  seen(actor, merged);
  const auto kept = students.part(transaction, actor, merged);
  if (!kept) {
    throw Error(Fault::usage, say(tr("student {} was not merged into another"), merged.value),
                tr("`fonds student show` tells which records were merged"));
  }
  Journal(database).append(transaction, actor, "student.unmerged", subject_of(merged),
                           Json{{"from", kept->value}}.dump());
  transaction.commit();
  return {existing(*kept), existing(merged)};
}

void ArchiveStudents::list(const Actor& actor, const std::vector<std::string>& words,
                           const std::function<void(const Student&)>& sink) {
  archive_.policy().require(actor, Operation::read_students);
  const Viewer viewer(archive_, actor);
  journal_while(archive_, actor, "student.listed", "students", [&](std::int64_t& given) {
    each_named(words, [&](const Student& student) {
      if (!viewer.sees(student)) return;
      sink(student);
      ++given;
    });
  });
}

StudentPage ArchiveStudents::page(const Actor& actor, const std::vector<std::string>& words,
                                  std::int64_t from, int limit) {
  archive_.policy().require(actor, Operation::read_students);
  const Viewer viewer(archive_, actor);
  StudentPage page;
  if (viewer.misses_some()) {
    each_named(words, [&](const Student& student) {
      if (!viewer.sees(student) || page.total++ < from) return;
      if (std::ssize(page.students) < limit) page.students.push_back(student);
    });
  } else {
    StudentNames names(archive_.catalogue());
    page.total = names.count(words);
    page.students = names.page(words, from, limit);
  }
  journal_read(archive_, actor, "student.listed", "students", std::ssize(page.students));
  return page;
}

void ArchiveStudents::each_named(const std::vector<std::string>& words,
                                 const std::function<void(const Student&)>& sink) {
  constexpr int kChunk = 500;
  StudentNames students(archive_.catalogue());
  StudentPlace after;
  for (;;) {
    const std::vector<Student> chunk = students.list(words, after, kChunk);
    for (const Student& student : chunk) sink(student);
    if (chunk.size() < static_cast<std::size_t>(kChunk)) return;
    after = {name_key_of(chunk.back().name), chunk.back().id};
  }
}

void ArchiveStudents::attending(const Actor& actor, const std::string& collective,
                                const std::function<void(const Student&)>& sink) {
  archive_.policy().require(actor, Operation::read_students);
  const Viewer viewer(archive_, actor);
  std::vector<StudentId> ids;
  for (const auto& place : StudentNames(archive_.catalogue()).attending({collective}, {})) {
    ids.push_back(place.id);
  }
  const auto students = Students(archive_.catalogue()).find_all(ids);
  journal_while(archive_, actor, "student.listed", "students", [&](std::int64_t& given) {
    for (const StudentId id : ids) {  // in order of names
      const auto student = students.find(id);
      if (student == students.end() || !viewer.sees(student->second)) continue;
      sink(student->second);
      ++given;
    }
  });
}

StudentCard ArchiveStudents::show(const Actor& actor, StudentId id) {
  archive_.policy().require(actor, Operation::read_students);
  StudentCard card;
  card.student = seen(actor, id);
  Students students(archive_.catalogue());
  card.merges = students.merges(card.student.id);
  card.history = Journal(archive_.catalogue()).about(subject_of(card.student.id));
  journal_read(archive_, actor, "student.shown", subject_of(card.student.id));
  return card;
}

void ArchiveStudents::each(const Actor& actor, const std::function<void(Student&&)>& sink) {
  archive_.policy().require(actor, Operation::read_students);
  Viewer(archive_, actor).require_all();
  Students(archive_.catalogue()).each(sink);
}

}  // namespace fonds

#include "catalogue/students.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "catalogue/sql.h"
#include "catalogue/stored.h"

namespace fonds {
namespace {

constexpr int kChunk = 1000;  ///< students held at once by each()

std::optional<CalendarDate> day_from(const std::string& text) {
  return stored::day(text, tr("the catalogue holds a day that is none"));
}

Gender gender_from(const std::string& name) {
  for (const Gender gender : {Gender::male, Gender::female, Gender::unknown}) {
    if (name_of(gender) == name) return gender;
  }
  throw Error(Fault::corrupt, tr("the catalogue holds a gender that is none"));
}

/// Records by id, and the student each belongs to.
struct Records {
  std::map<long long, Student> by_id;
  std::map<long long, long long> person_of;
};

/// Adds former names, memberships and guardians to `records`, which are those whose ids the query
/// `ids` gives.
template <class... Arguments>
void fill(Database& database, Records& records, const std::string& ids,
          const Arguments&... arguments) {
  long long id = 0;
  std::string text;
  each_row(
      database,
      "SELECT student, last_name FROM former_names WHERE student IN (" + ids +
          ") ORDER BY student, position",
      std::tie(id, text), [&] { records.by_id.at(id).former_last_names.push_back(text); },
      arguments...);
  Membership membership;
  std::string first_day;
  std::string last_day;
  each_row(
      database,
      "SELECT student, collective, programme, group_name, school_year, first_day, last_day "
      "FROM memberships WHERE student IN (" +
          ids + ") ORDER BY student, position",
      std::tie(id, membership.collective, membership.programme, membership.group,
               membership.school_year, first_day, last_day),
      [&] {
        membership.from = day_from(first_day);
        membership.to = day_from(last_day);
        records.by_id.at(id).memberships.push_back(membership);
      },
      arguments...);
  Guardian guardian;
  each_row(
      database,
      "SELECT student, name, relation FROM guardians WHERE student IN (" + ids +
          ") ORDER BY student, position",
      std::tie(id, guardian.name, guardian.relation),
      [&] { records.by_id.at(id).guardians.push_back(guardian); }, arguments...);
}

/// The records that `condition` (on students) chooses, whole.
template <class... Arguments>
Records load(Database& database, const std::string& condition, const Arguments&... arguments) {
  const Snapshot snapshot(database);
  Records records;
  Student student;
  long long id = 0;
  long long person = 0;
  std::string gender;
  std::string birth_date;
  std::string left_on;
  each_row(
      database,
      "SELECT id, external_id, last_name, first_name, middle_name, gender, birth_date, school, "
      "left_on, person FROM students WHERE " +
          condition,
      std::tie(id, student.external_id, student.name.last, student.name.first, student.name.middle,
               gender, birth_date, student.school, left_on, person),
      [&] {
        student.id = {id};
        student.gender = gender_from(gender);
        student.birth_date = day_from(birth_date);
        student.left_on = day_from(left_on);
        records.by_id.emplace(id, student);
        records.person_of.emplace(id, person);
      },
      arguments...);
  if (records.by_id.empty()) return records;
  fill(database, records, "SELECT id FROM students WHERE " + condition, arguments...);
  return records;
}

template <class Value>
void take_over(std::vector<Value>& to, std::vector<Value>&& from) {
  for (Value& value : from) {
    if (std::find(to.begin(), to.end(), value) == to.end()) to.push_back(std::move(value));
  }
}

/// Adds what the merged record `from` knows to the student it belongs to.
void unite(Student& to, Student&& from) {
  if (to.external_id.empty()) to.external_id = std::move(from.external_id);
  if (to.gender == Gender::unknown) to.gender = from.gender;
  if (!to.birth_date) to.birth_date = from.birth_date;
  if (to.school.empty()) to.school = std::move(from.school);
  if (!to.left_on) to.left_on = from.left_on;
  take_over(to.memberships, std::move(from.memberships));
  take_over(to.guardians, std::move(from.guardians));
  std::vector<std::string> names = std::move(from.former_last_names);
  names.push_back(std::move(from.name.last));
  std::erase(names, to.name.last);
  take_over(to.former_last_names, std::move(names));
}

/// The students of `records`, each with what was merged into it, in order of id.
std::vector<Student> united(Records&& records) {
  std::vector<Student> students;
  for (const auto& [id, person] : records.person_of) {
    if (id == person) continue;
    const auto kept = records.by_id.find(person);
    if (kept != records.by_id.end()) unite(kept->second, std::move(records.by_id.at(id)));
    records.by_id.erase(id);
  }
  students.reserve(records.by_id.size());
  for (auto& [id, student] : records.by_id) students.push_back(std::move(student));
  return students;
}

/// Every word a student is found by, folded, a space before each.
std::string search_key_of(const Student& student) {
  std::string words = ' ' + fold(full_text(student.name));
  for (const std::string& former : student.former_last_names) words += ' ' + fold(former);
  return words;
}

}  // namespace

std::string name_key_of(const PersonName& name) { return fold(full_text(name)); }

StudentId Students::add(Transaction& transaction, const Student& student) {
  Student added = student;
  added.id = {next_number(transaction, "student")};
  change(database_,
         "INSERT INTO students (id, external_id, last_name, first_name, middle_name, name_key, "
         "gender, birth_date, school, left_on, person, search_key) VALUES (:id, :external_id, "
         ":last_name, :first_name, :middle_name, :name_key, :gender, :birth_date, :school, "
         ":left_on, :person, :search_key)",
         added.id.value, added.external_id, added.name.last, added.name.first, added.name.middle,
         name_key_of(added.name), name_of(added.gender), stored::text(added.birth_date),
         added.school, stored::text(added.left_on), added.id.value, search_key_of(added));
  write_details(added);
  return added.id;
}

void Students::replace(Transaction& transaction, const Student& student) {
  next_number(transaction, "student-change");
  const long long changed =
      change(database_,
             "UPDATE students SET external_id = :external_id, last_name = :last_name, "
             "first_name = :first_name, middle_name = :middle_name, name_key = :name_key, "
             "gender = :gender, birth_date = :birth_date, school = :school, left_on = :left_on "
             "WHERE id = :id",
             student.external_id, student.name.last, student.name.first, student.name.middle,
             name_key_of(student.name), name_of(student.gender), stored::text(student.birth_date),
             student.school, stored::text(student.left_on), student.id.value);
  if (changed == 0) throw Error(Fault::bug, "a student that is not there was changed");
  for (const char* const table : {"former_names", "memberships", "guardians"}) {
    change(database_, std::string("DELETE FROM ") + table + " WHERE student = :student",
           student.id.value);
  }
  write_details(student);
  refresh_search_key(living(student.id));
}

void Students::write_details(const Student& student) {
  int position = 0;
  PersonName former = student.name;
  for (const std::string& last : student.former_last_names) {
    former.last = last;
    change(database_,
           "INSERT INTO former_names (student, position, last_name, name_key) "
           "VALUES (:student, :position, :last_name, :name_key)",
           student.id.value, ++position, last, name_key_of(former));
  }
  position = 0;
  for (const Membership& each : student.memberships) {
    change(database_,
           "INSERT INTO memberships (student, position, collective, programme, group_name, "
           "school_year, first_day, last_day) VALUES (:student, :position, :collective, "
           ":programme, :group_name, :school_year, :first_day, :last_day)",
           student.id.value, ++position, each.collective, each.programme, each.group,
           each.school_year, stored::text(each.from), stored::text(each.to));
  }
  position = 0;
  for (const Guardian& each : student.guardians) {
    change(database_,
           "INSERT INTO guardians (student, position, name, relation) "
           "VALUES (:student, :position, :name, :relation)",
           student.id.value, ++position, each.name, each.relation);
  }
}

void Students::refresh_search_key(StudentId living) {
  if (const auto student = find(living)) {
    change(database_, "UPDATE students SET search_key = :search_key WHERE id = :id",
           search_key_of(*student), living.value);
  }
}

std::optional<Student> Students::find(StudentId id) {
  auto students =
      united(load(database_, "person IN (SELECT person FROM students WHERE id = :id)", id.value));
  if (students.empty()) return std::nullopt;
  return std::move(students.front());
}

std::map<StudentId, Student> Students::find_all(const std::vector<StudentId>& ids) {
  constexpr std::size_t kFew = 3;  // found one by one: by statements that are always the same
  std::map<StudentId, Student> found;
  const Snapshot snapshot(database_);
  if (ids.size() <= kFew) {
    for (const StudentId id : ids) {
      if (auto student = find(id)) found.emplace(id, std::move(*student));
    }
    return found;
  }
  const std::string asked = numbers_of(ids);
  std::map<long long, std::vector<StudentId>> records;  // asked for, by the student they belong to
  long long id = 0;
  long long person = 0;
  each_row(database_, "SELECT id, person FROM students WHERE id IN (" + asked + ")",
           std::tie(id, person), [&] { records[person].push_back({id}); });
  for (const Student& student : united(load(
           database_, "person IN (SELECT person FROM students WHERE id IN (" + asked + "))"))) {
    for (const StudentId each : records[student.id.value]) found.emplace(each, student);
  }
  return found;
}

std::optional<Student> Students::record(StudentId id) {
  Records records = load(database_, "id = :id", id.value);
  if (records.by_id.empty()) return std::nullopt;
  return std::move(records.by_id.begin()->second);
}

StudentId Students::living(StudentId id) {
  return {number_from(database_, "SELECT person FROM students WHERE id = :id", id.value, id.value)};
}

std::vector<StudentId> Students::records_of(StudentId id) {
  std::vector<StudentId> found;
  long long record = 0;
  each_row(
      database_,
      "SELECT id FROM students WHERE person = (SELECT person FROM students WHERE id = :id) ORDER "
      "BY id",
      std::tie(record), [&] { found.push_back({record}); }, id.value);
  return found;
}

std::vector<StudentId> Students::born_within(const CalendarDate& first, const CalendarDate& last) {
  std::vector<StudentId> found;
  long long id = 0;
  each_row(
      database_,
      "SELECT DISTINCT person FROM students WHERE birth_date > :first AND birth_date <= :last AND "
      "left_on = '' ORDER BY person",
      std::tie(id), [&] { found.push_back({id}); }, to_text(first), to_text(last));
  return found;
}

std::vector<StudentId> Students::with_external_id(std::string_view external_id) {
  if (external_id.empty()) return {};
  std::vector<StudentId> found;
  long long id = 0;
  each_row(
      database_,
      "SELECT DISTINCT person FROM students WHERE external_id = :external_id ORDER BY person",
      std::tie(id), [&] { found.push_back({id}); }, external_id);
  return found;
}

std::vector<StudentId> Students::named(const PersonName& name,
                                       const std::optional<CalendarDate>& birth) {
  std::vector<StudentId> found;
  long long id = 0;
  const std::string key = name_key_of(name);
  const std::string day = stored::text(birth);
  each_row(
      database_,
      "SELECT person FROM students WHERE name_key = :key AND birth_date = :day UNION "
      "SELECT s.person FROM former_names f JOIN students s ON s.id = f.student "
      "WHERE f.name_key = :former_key AND s.birth_date = :former_day ORDER BY 1",
      std::tie(id), [&] { found.push_back({id}); }, key, day, key, day);
  return found;
}

std::int64_t Students::count() {
  return number_from(database_, "SELECT count(*) FROM students WHERE id = person", 0);
}

void Students::each(const std::function<void(Student&&)>& visit) {
  long long after = 0;
  for (;;) {
    auto chunk = united(load(database_,
                             "person IN (SELECT id FROM students WHERE id = person AND id > :after "
                             "ORDER BY id LIMIT :limit)",
                             after, kChunk));
    if (chunk.empty()) return;
    after = chunk.back().id.value;
    for (Student& student : chunk) visit(std::move(student));
  }
}

void Students::each_key(const std::function<void(const StudentKey&)>& visit) {
  StudentKey key;
  long long id = 0;
  long long person = 0;
  const auto give = [&] {
    key.id = {id};
    key.student = {person};
    visit(key);
  };
  each_row(database_, "SELECT id, person, external_id, name_key, birth_date FROM students",
           std::tie(id, person, key.external_id, key.name_key, key.birth_date), give);
  each_row(database_,
           "SELECT s.id, s.person, s.external_id, f.name_key, s.birth_date FROM former_names f "
           "JOIN students s ON s.id = f.student",
           std::tie(id, person, key.external_id, key.name_key, key.birth_date), give);
}

void Students::merge(Transaction& transaction, const Actor& actor, StudentId kept,
                     StudentId merged) {
  const std::int64_t id = next_number(transaction, "student-merge");
  change(database_,
         "INSERT INTO student_merges (id, kept, merged, merged_at, merged_by, parted_at, "
         "parted_by) VALUES (:id, :kept, :merged, :merged_at, :merged_by, '', '')",
         id, kept.value, merged.value, to_text(database_.clock().now()), actor.login);
  // Also what was merged into it before: every record names the student it belongs to itself.
  change(database_, "UPDATE students SET person = :kept WHERE person = :merged", kept.value,
         merged.value);
  refresh_search_key(kept);
}

std::optional<StudentId> Students::part(Transaction& transaction, const Actor& actor,
                                        StudentId merged) {
  const StudentId kept = living(merged);
  if (kept == merged) return std::nullopt;
  next_number(transaction, "student-change");
  change(database_,
         "UPDATE student_merges SET parted_at = :parted_at, parted_by = :parted_by "
         "WHERE merged = :merged AND parted_at = ''",
         to_text(database_.clock().now()), actor.login, merged.value);
  // With it goes what had been merged into it, and into that.
  std::vector<long long> going{merged.value};
  for (std::size_t i = 0; i < going.size(); ++i) {
    change(database_, "UPDATE students SET person = :person WHERE id = :id", merged.value,
           going[i]);
    long long id = 0;
    each_row(
        database_, "SELECT merged FROM student_merges WHERE kept = :kept AND parted_at = ''",
        std::tie(id), [&] { going.push_back(id); }, going[i]);
  }
  refresh_search_key(kept);
  refresh_search_key(merged);
  return kept;
}

std::int64_t Students::revision() {
  return number_from(database_,
                     "SELECT COALESCE(SUM(value), 0) FROM counters WHERE name IN ('student', "
                     "'student-merge', 'student-change')",
                     0);
}

std::vector<StudentMerge> Students::merges(StudentId id) {
  std::vector<StudentMerge> found;
  StudentMerge merge;
  long long number = 0;
  long long kept = 0;
  long long merged = 0;
  each_row(
      database_,
      "SELECT id, kept, merged, merged_at, merged_by, parted_at, parted_by FROM student_merges "
      "WHERE kept = :kept OR merged = :merged ORDER BY id",
      std::tie(number, kept, merged, merge.merged_at, merge.merged_by, merge.parted_at,
               merge.parted_by),
      [&] {
        merge.id = number;
        merge.kept = {kept};
        merge.merged = {merged};
        found.push_back(merge);
      },
      id.value, id.value);
  return found;
}

}  // namespace fonds

/// Students: the register.
///
/// A record that was merged into another keeps all it holds; whoever asks for a student gets the
/// records that are one person together: the kept one's values, where it has none those of the
/// others, and everybody's collectives, guardians and surnames. So parting them restores each
/// record exactly, with what was edited meanwhile. Names compare folded (lower case, ё = е).
/// Threads: as Database. Faults: as Database; absent is a value.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/database.h"
#include "model/actor.h"
#include "model/student.h"

namespace fonds {

/// What a name is compared by.
std::string name_key_of(const PersonName& name);

struct StudentMerge {
  std::int64_t id = 0;
  StudentId kept;
  StudentId merged;
  std::string merged_at;
  std::string merged_by;
  std::string parted_at;  ///< empty: still one
  std::string parted_by;
};

/// What an import compares with, of one record.
struct StudentKey {
  StudentId id;
  StudentId student;  ///< it belongs to
  std::string external_id;
  std::string name_key;
  std::string birth_date;  ///< "2012-03-12" or empty
};

class Students {
 public:
  explicit Students(Database& database) : database_(database) {}

  /// Records a student with a new id, whatever `student.id` says.
  StudentId add(Transaction& transaction, const Student& student);
  /// Replaces the record of `student.id`; that there is one must be known.
  void replace(Transaction& transaction, const Student& student);

  /// The student `id` belongs to, whole. A merged id gives the student it was merged into.
  std::optional<Student> find(StudentId id);
  /// The same of several at once: by the ids asked for; those there are.
  std::map<StudentId, Student> find_all(const std::vector<StudentId>& ids);
  /// The record alone, as it is edited.
  std::optional<Student> record(StudentId id);
  /// The student a record belongs to: itself unless it was merged.
  StudentId living(StudentId id);
  /// All records that are this student now, in order.
  std::vector<StudentId> records_of(StudentId id);

  // Students (living, each once) that a record or a former surname names so.
  /// Persons born after `first` and until `last`, of any of their records, who have not left.
  std::vector<StudentId> born_within(const CalendarDate& first, const CalendarDate& last);
  std::vector<StudentId> with_external_id(std::string_view external_id);
  std::vector<StudentId> named(const PersonName& name, const std::optional<CalendarDate>& birth);

  std::int64_t count();
  /// Grows with every change of the register; equal revisions mean the same register.
  std::int64_t revision();
  /// All students in order of id, whole, in bounded memory. `visit` may ask the catalogue.
  void each(const std::function<void(Student&&)>& visit);
  /// The keys of all records, and of all former names (with the id of their student).
  void each_key(const std::function<void(const StudentKey&)>& visit);

  /// `merged` and all merged into it belong to `kept` from now on. Both are living and not the
  /// same.
  void merge(Transaction& transaction, const Actor& actor, StudentId kept, StudentId merged);
  /// Takes `merged` out of the student it was merged into and returns that one; nothing when it was
  /// not merged.
  std::optional<StudentId> part(Transaction& transaction, const Actor& actor, StudentId merged);
  /// The history of a record, oldest first.
  std::vector<StudentMerge> merges(StudentId id);

 private:
  void write_details(const Student& student);
  void refresh_search_key(StudentId living);
  Database& database_;
};

}  // namespace fonds

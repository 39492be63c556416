/// RegisterIndex and update_from: which student of the register a row of a list means, and what it
/// changes there.
///
/// Matched by the file's id, or by ФИО with date of birth; never by ФИО alone. What is not certain
/// is a conflict a person decides. Threads: one. Pure: asks nothing but what it was given.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "catalogue/students.h"
#include "model/student.h"

namespace fonds {

/// Who a row is. `student` is set for Same alone.
struct RowMatch {
  enum class Kind {
    fresh,          ///< nobody of the register
    same,           ///< this student
    id_of_another,  ///< the id belongs to somebody else
    two_ids,        ///< ФИО and date of birth of a student with another id
    two_students,   ///< several of that ФИО and date of birth, or the id and the ФИО disagree
    perhaps_same,   ///< ФИО of a student, and a date of birth is missing
  };
  Kind kind = Kind::fresh;
  StudentId student;
};
/// What to tell a clerk, and what to do; empty for fresh and same.
struct ConflictText {
  std::string what;
  std::string hint;
};
ConflictText text_of(RowMatch::Kind kind);

/// The keys of the register in memory: about 150 bytes a student.
class RegisterIndex {
 public:
  void add(const StudentKey& key);
  [[nodiscard]] RowMatch match(const Student& row) const;

 private:
  using Ids = std::vector<StudentId>;
  struct Known {
    std::string name_key;
    std::string birth_date;
    std::string external_id;
  };
  [[nodiscard]] bool may_be(StudentId student, const Student& row) const;
  [[nodiscard]] bool has_other_id(StudentId student, const std::string& id) const;

  std::unordered_map<std::string, Ids> by_external_id_;
  std::unordered_map<std::string, Ids> by_person_;  ///< name_key, a line end, birth_date
  std::unordered_map<std::string, Ids> by_name_;
  std::unordered_multimap<std::int64_t, Known> known_;  ///< by student
};

/// The names of the fields of `known` that `row` changes, applied to `record`: the record alone
/// where others were merged into it, else `known` itself. A changed surname is kept as a former
/// one; what the row does not say stays.
std::vector<std::string> update_from(const Student& row, const Student& known, Student& record);

}  // namespace fonds

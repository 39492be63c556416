/// StudentNames: students of the register found by beginnings of the words of their names, former
/// surnames included.
///
/// Words compare folded (lower case, ё = е); students that were merged are one. Threads: as
/// Database. Faults: as Database; nobody found is an empty list.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/database.h"
#include "catalogue/students.h"
#include "model/student.h"

namespace fonds {

/// The place behind the last student of a list.
struct StudentPlace {
  std::string name_key;
  StudentId id;
};

class StudentNames {
 public:
  explicit StudentNames(Database& database) : database_(database) {}

  /// Students with a word beginning with each of `words` (four count), in order of names, after
  /// `after`, at most `limit`.
  std::vector<Student> list(const std::vector<std::string>& words, const StudentPlace& after,
                            int limit);
  /// As list(), those from the `from`-th (from 0) on.
  std::vector<Student> page(const std::vector<std::string>& words, std::int64_t from, int limit);
  /// How many there are in all.
  std::int64_t count(const std::vector<std::string>& words);
  /// Places of those who attend (ever) any of these collectives, whatever their titles' letters,
  /// and have a word beginning with each of `words`: each once, in order of names.
  std::vector<StudentPlace> attending(const std::vector<std::string>& collectives,
                                      const std::vector<std::string>& words);
  /// As list(), of those one of whose surnames, present or former, begins with one of the words:
  /// found without a look at the whole register.
  std::vector<Student> with_surname(const std::vector<std::string>& words, int limit);

 private:
  std::vector<Student> named_from(const std::string& surname, const std::vector<std::string>& words,
                                  int limit);
  Database& database_;
};

}  // namespace fonds

/// InventedPapers: a register of students and the papers they brought home, of any number: awards,
/// certificates and protocols with a name, a number, a date, a case, a collective and about 150
/// words.
///
/// Invariant: the same counts give the same papers, on every machine. Nobody here is a real person.
/// Threads: immutable after construction.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bench/text_generator.h"
#include "model/calendar_date.h"
#include "model/student.h"

namespace fonds {

/// What the card of a paper says, and its text, which says the same.
struct InventedPaper {
  std::size_t student = 0;  ///< place in InventedPapers::students()
  std::string kind;         ///< id of config/document_kinds.toml
  CalendarDate date;
  std::string number;
  std::string level;  ///< empty: not an award
  std::string place;
  std::string event;
  std::string collective;
  std::string case_index;
  std::string text;
  std::size_t body = 0;  ///< where in `text` the running text begins
};

class InventedPapers {
 public:
  explicit InventedPapers(std::size_t students);
  /// Each attends one collective, some years.
  [[nodiscard]] const std::vector<Student>& students() const { return students_; }
  [[nodiscard]] const std::vector<std::string>& collectives() const { return collectives_; }
  /// `number` from 1.
  [[nodiscard]] InventedPaper paper(std::uint64_t number) const;

 private:
  std::vector<std::string> collectives_;
  std::vector<std::string> events_;
  std::vector<Student> students_;
  TextGenerator running_text_;
};

}  // namespace fonds

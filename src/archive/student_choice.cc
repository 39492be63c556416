#include "archive/student_choice.h"

#include <fmt/format.h>

#include <charconv>
#include <sstream>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "catalogue/students.h"

namespace fonds {

StudentId student_meant(Archive& archive, const Actor& actor, Operation operation,
                        std::string_view typed) {
  archive.policy().require(actor, operation);
  Students students(archive.catalogue());
  const char* const look = tr("look the number up with `fonds student list`");
  StudentId id;
  const char* const last = typed.data() + typed.size();
  const auto [end, problem] = std::from_chars(typed.data(), last, id.value);
  if (problem == std::errc() && end == last) {
    if (students.find(id)) return students.living(id);
    throw Error(Fault::not_found, say(tr("there is no student {}"), id.value), look);
  }
  std::vector<std::string> words;
  std::istringstream stream(to_valid_utf8(typed));
  for (std::string word; stream >> word;) words.push_back(std::move(word));
  constexpr int kTold = 5;
  const std::vector<Student> found =
      words.empty() ? std::vector<Student>() : students.list(words, {}, kTold);
  if (found.empty()) {
    throw Error(Fault::not_found, tr("no student of the register is called so"), look);
  }
  if (found.size() == 1) return found.front().id;
  std::string numbers;
  for (const Student& each : found) {
    numbers += fmt::format("{}{}", numbers.empty() ? "" : ", ", each.id.value);
  }
  throw Error(Fault::usage, tr("several students of the register are called so"),
              say(tr("say which by number: {}"), numbers));
}

}  // namespace fonds

#include "archive/student_choice.h"

#include <fmt/format.h>

#include <charconv>
#include <sstream>
#include <string>
#include <vector>

#include "archive/viewer.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "catalogue/student_names.h"

namespace fonds {

namespace {

/// The first of those whose names have words beginning so, as far as the viewer sees them.
std::vector<Student> seen_students(StudentNames students, const Viewer& viewer,
                                   const std::vector<std::string>& words, std::size_t most) {
  constexpr int kChunk = 200;
  std::vector<Student> found;
  StudentPlace after;
  while (!words.empty()) {
    std::vector<Student> chunk = students.list(words, after, kChunk);
    if (!chunk.empty()) after = {name_key_of(chunk.back().name), chunk.back().id};
    const bool last = chunk.size() < static_cast<std::size_t>(kChunk);
    for (Student& each : chunk) {
      if (found.size() < most && viewer.sees(each)) found.push_back(std::move(each));
    }
    if (last || found.size() == most) break;
  }
  return found;
}

}  // namespace

StudentId student_meant(Archive& archive, const Actor& actor, Operation operation,
                        std::string_view typed) {
  archive.policy().require(actor, operation);
  const char* const look = tr("look the number up with `fonds student list`");
  StudentId id;
  const char* const last = typed.data() + typed.size();
  const auto [end, problem] = std::from_chars(typed.data(), last, id.value);
  const Viewer viewer(archive, actor);
  if (problem == std::errc() && end == last) return viewer.require_student(id).id;
  std::vector<std::string> words;
  std::istringstream stream(to_valid_utf8(typed));
  for (std::string word; stream >> word;) words.push_back(std::move(word));
  constexpr std::size_t kTold = 5;
  const std::vector<Student> found =
      seen_students(StudentNames(archive.catalogue()), viewer, words, kTold);
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

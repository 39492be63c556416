#include "archive/student_import.h"

#include <algorithm>
#include <utility>

#include "base/messages.h"
#include "base/text.h"

namespace fonds {
namespace {

std::string person_key(const std::string& name_key, const std::string& birth_date) {
  return name_key + '\n' + birth_date;
}

std::string birth_text(const Student& student) {
  return student.birth_date ? to_text(*student.birth_date) : "";
}

void add_once(std::vector<StudentId>& ids, StudentId id) {
  if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
}

template <class Map>
const std::vector<StudentId>& ids_in(const Map& map, const std::string& key) {
  static const std::vector<StudentId> kNone;
  const auto found = map.find(key);
  return found == map.end() ? kNone : found->second;
}

template <class Value>
bool add_missing(std::vector<Value>& to, const std::vector<Value>& known,
                 const std::vector<Value>& from) {
  bool added = false;
  for (const Value& value : from) {
    if (std::find(known.begin(), known.end(), value) != known.end()) continue;
    to.push_back(value);
    added = true;
  }
  return added;
}

}  // namespace

ConflictText text_of(RowMatch::Kind kind) {
  switch (kind) {
    case RowMatch::Kind::id_of_another:
      return {tr("this id belongs to another student of the register"),
              tr("correct the id or the date of birth in the table, or the student with "
                 "`fonds student edit`")};
    case RowMatch::Kind::two_ids:
      return {tr("the register has this student with another id"),
              tr("correct the id in the table, or the student with `fonds student edit`")};
    case RowMatch::Kind::two_students:
      return {tr("several students of the register could be meant"),
              tr("unite them with `fonds student merge` if they are one person, or give the id")};
    case RowMatch::Kind::perhaps_same:
      return {tr("the register has a student of this name, and without a date of birth nobody can "
                 "tell whether it is the same"),
              tr("give the date of birth, or add a namesake with `fonds student add --namesake`")};
    case RowMatch::Kind::fresh:
    case RowMatch::Kind::same:
      break;
  }
  return {};
}

void RegisterIndex::add(const StudentKey& key) {
  if (!key.external_id.empty()) add_once(by_external_id_[key.external_id], key.student);
  if (!key.birth_date.empty()) {
    add_once(by_person_[person_key(key.name_key, key.birth_date)], key.student);
  }
  add_once(by_name_[key.name_key], key.student);
  known_.emplace(key.student.value, Known{key.name_key, key.birth_date, key.external_id});
}

RowMatch RegisterIndex::match(const Student& row) const {
  const std::string name_key = name_key_of(row.name);
  const std::string birth = birth_text(row);
  const auto& by_id = ids_in(by_external_id_, row.external_id);
  const auto& by_person = ids_in(by_person_, birth.empty() ? "" : person_key(name_key, birth));
  if (by_id.size() > 1 || by_person.size() > 1) return {RowMatch::Kind::two_students, {}};
  if (!row.external_id.empty() && !by_id.empty()) {
    if (!by_person.empty() && by_person != by_id) return {RowMatch::Kind::two_students, {}};
    if (!may_be(by_id.front(), row)) return {RowMatch::Kind::id_of_another, {}};
    return {RowMatch::Kind::same, by_id.front()};
  }
  if (!by_person.empty()) {
    if (has_other_id(by_person.front(), row.external_id)) return {RowMatch::Kind::two_ids, {}};
    return {RowMatch::Kind::same, by_person.front()};
  }
  for (const StudentId namesake : ids_in(by_name_, name_key)) {
    const auto [begin, end] = known_.equal_range(namesake.value);
    const bool dateless =
        std::all_of(begin, end, [](const auto& entry) { return entry.second.birth_date.empty(); });
    if (birth.empty() || dateless) return {RowMatch::Kind::perhaps_same, {}};
  }
  return {};
}

/// The id says it is `student`: does what else the row says allow that? The surname may have
/// changed, but then the date of birth must be the same.
bool RegisterIndex::may_be(StudentId student, const Student& row) const {
  const std::string name_key = name_key_of(row.name);
  const std::string birth = birth_text(row);
  const std::string given_names = ' ' + fold(row.name.first);
  const auto [begin, end] = known_.equal_range(student.value);
  for (auto entry = begin; entry != end; ++entry) {
    const Known& known = entry->second;
    const bool same_day = !birth.empty() && known.birth_date == birth;
    const bool may_be_day = birth.empty() || known.birth_date.empty() || same_day;
    if (known.name_key == name_key && may_be_day) return true;
    const bool same_first = (known.name_key + ' ').find(given_names + ' ') != std::string::npos;
    if (same_day && same_first) return true;
  }
  return false;
}

bool RegisterIndex::has_other_id(StudentId student, const std::string& id) const {
  if (id.empty()) return false;
  const auto [begin, end] = known_.equal_range(student.value);
  return std::any_of(begin, end,
                     [](const auto& entry) { return !entry.second.external_id.empty(); }) &&
         std::none_of(begin, end,
                      [&](const auto& entry) { return entry.second.external_id == id; });
}

std::vector<std::string> update_from(const Student& row, const Student& known, Student& record) {
  std::vector<std::string> fields;
  const auto set = [&](const char* field, const std::string& value, const std::string& now,
                       std::string& to) {
    if (value.empty() || value == now) return;
    to = value;
    fields.emplace_back(field);
  };
  std::vector<std::string> former = row.former_last_names;
  if (fold(row.name.last) != fold(known.name.last)) {
    // A list of years ago still has the surname of then.
    const auto& before = known.former_last_names;
    const bool older = std::any_of(before.begin(), before.end(), [&](const std::string& each) {
      return fold(each) == fold(row.name.last);
    });
    if (!older) {
      former.push_back(known.name.last);
      set("last_name", row.name.last, known.name.last, record.name.last);
    }
  }
  // A list that writes е for ё does not know better.
  if (fold(row.name.first) != fold(known.name.first)) {
    set("first_name", row.name.first, known.name.first, record.name.first);
  }
  if (fold(row.name.middle) != fold(known.name.middle)) {
    set("middle_name", row.name.middle, known.name.middle, record.name.middle);
  }
  if (add_missing(record.former_last_names, known.former_last_names, former)) {
    fields.emplace_back("former_last_names");
  }
  if (known.external_id.empty()) set("external_id", row.external_id, "", record.external_id);
  set("school", row.school, known.school, record.school);
  if (known.gender == Gender::unknown && row.gender != Gender::unknown) {
    record.gender = row.gender;
    fields.emplace_back("gender");
  }
  if (!known.birth_date && row.birth_date) {
    record.birth_date = row.birth_date;
    fields.emplace_back("birth_date");
  }
  if (row.left_on && row.left_on != known.left_on) {
    record.left_on = row.left_on;
    fields.emplace_back("left_on");
  }
  if (add_missing(record.memberships, known.memberships, row.memberships)) {
    fields.emplace_back("memberships");
  }
  if (add_missing(record.guardians, known.guardians, row.guardians)) {
    fields.emplace_back("guardians");
  }
  return fields;
}

}  // namespace fonds

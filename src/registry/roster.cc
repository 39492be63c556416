#include "registry/roster.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/messages.h"
#include "base/text.h"
#include "registry/letters.h"
#include "registry/roster_cells.h"

namespace fonds {
namespace {

/// The cells of one person by field, and the headings they stand under.
struct Cells {
  std::map<std::string, std::vector<std::string_view>, std::less<>> values;
  std::map<std::string, std::string, std::less<>> headings;

  [[nodiscard]] const std::vector<std::string_view>& all(std::string_view field) const {
    static const std::vector<std::string_view> kNone;
    const auto found = values.find(field);
    return found == values.end() ? kNone : found->second;
  }
  /// The first that is not empty.
  [[nodiscard]] std::string_view one(std::string_view field) const {
    for (const std::string_view cell : all(field)) {
      if (!cell.empty()) return cell;
    }
    return {};
  }
  [[nodiscard]] bool has(std::string_view field) const { return values.count(field) != 0; }
};

/// Reads one person's cells; what is wrong goes to `problems`.
class PersonReader {
 public:
  PersonReader(const RosterCells& cells, const RosterWords& words, const NameGrammar& grammar,
               std::vector<RosterProblem>& problems)
      : cells_(cells), words_(words), grammar_(grammar), problems_(problems) {}

  /// Nothing when anything was wrong.
  std::optional<Student> read(const Cells& row, const RosterPlace& place) {
    row_ = &row;
    place_ = &place;
    sound_ = true;
    check_letters();
    Student student;
    student.external_id = cells_.text(row.one("id"));
    student.name = name();
    student.gender = value("gender", &RosterCells::gender).value_or(Gender::unknown);
    if (student.gender == Gender::unknown) student.gender = grammar_.gender_of(student.name);
    student.birth_date = value("birth_date", &RosterCells::birth_date);
    student.school = cells_.text(row.one("school"));
    student.left_on = value("left_on", &RosterCells::date);
    add_former_names(student);
    add_membership(student);
    add_guardians(student);
    if (!sound_) return std::nullopt;
    return student;
  }

 private:
  void problem(std::string_view field, const CellProblem& what) {
    sound_ = false;
    const auto heading = row_->headings.find(field);
    problems_.push_back(
        {*place_, heading == row_->headings.end() ? "" : heading->second, what.what, what.hint});
  }

  template <class Value>
  std::optional<Value> value(std::string_view field,
                             CellValue<Value> (RosterCells::*reading)(std::string_view) const) {
    CellValue<Value> found = (cells_.*reading)(row_->one(field));
    if (found.problem) problem(field, *found.problem);
    return std::move(found.value);
  }

  void check_letters() {
    for (const auto& [field, values] : row_->values) {
      for (const std::string_view cell : values) {
        if (const auto damage = RosterCells::damage_of(cell)) problem(field, *damage);
      }
    }
  }

  PersonName name() {
    const bool was_sound = sound_;
    if (!row_->has("last")) {
      const auto whole = value("full_name", &RosterCells::full_name);
      if (!whole && sound_) {
        problem("full_name",
                {tr("there is no name"), tr("write surname, first name and patronymic")});
      }
      return whole.value_or(PersonName{});
    }
    PersonName name;
    name.last = value("last", &RosterCells::name_part).value_or("");
    name.first = value("first", &RosterCells::name_part).value_or("");
    name.middle = value("middle", &RosterCells::name_part).value_or("");
    const auto lack = incompleteness_of(name);
    if (lack && was_sound && sound_) problem(name.last.empty() ? "last" : "first", *lack);
    return name;
  }

  void add_former_names(Student& student) {
    const std::string former = cells_.text(row_->one("former_last"));
    for (const std::string_view piece : split_letters(former, ";,")) {
      const auto part = cells_.name_part(piece);
      if (part.problem) problem("former_last", *part.problem);
      if (part.value) student.former_last_names.push_back(*part.value);
    }
  }

  void add_membership(Student& student) {
    Membership membership;
    membership.collective = without_quotes(cells_.text(row_->one("collective")));
    membership.programme = without_quotes(cells_.text(row_->one("programme")));
    membership.group = cells_.text(row_->one("group"));
    membership.school_year = value("school_year", &RosterCells::school_year).value_or(0);
    membership.from = value("from", &RosterCells::date);
    membership.to = value("to", &RosterCells::date);
    if (membership.from && membership.to && *membership.to < *membership.from) {
      problem("to", {tr("it ends before it begins"), tr("correct the date")});
    }
    if (membership.collective.empty() && membership.programme.empty() && membership.group.empty()) {
      return;
    }
    student.memberships.push_back(std::move(membership));
  }

  static std::string without_quotes(const std::string& title) {
    std::string_view inner = title;
    for (const auto& [open, close] :
         {std::pair<std::string_view, std::string_view>{"«", "»"}, {"\"", "\""}}) {
      if (inner.size() > open.size() + close.size() && inner.starts_with(open) &&
          inner.ends_with(close)) {
        inner = inner.substr(open.size(), inner.size() - open.size() - close.size());
      }
    }
    return std::string(inner);
  }

  void add_guardians(Student& student) {
    const auto add = [&](std::string_view field, std::string_view relation) {
      for (const std::string_view cell : row_->all(field)) {
        for (Guardian& guardian : cells_.guardians(cell, relation)) {
          student.guardians.push_back(std::move(guardian));
        }
      }
    };
    add("guardians", "");
    add("mother", words_.mother);
    add("father", words_.father);
  }

  const RosterCells& cells_;
  const RosterWords& words_;
  const NameGrammar& grammar_;
  std::vector<RosterProblem>& problems_;
  const Cells* row_ = nullptr;
  const RosterPlace* place_ = nullptr;
  bool sound_ = true;
};

/// Puts rows of one person together and finds those that contradict each other.
class Gathering {
 public:
  explicit Gathering(Roster& roster) : roster_(roster) {}

  void add(Student&& student, RosterPlace&& place) {
    const std::string id = student.external_id;
    const std::string person = person_key(student);
    const std::size_t by_id = id.empty() ? kNone : find(by_id_, id);
    const std::size_t by_person = person.empty() ? kNone : find(by_person_, person);
    if (by_id != kNone && person_key_of(by_id) != key_or_name(student)) {
      return contradict(by_id, place,
                        tr("the same id as row {}, but another name or date of birth"));
    }
    if (by_person != kNone && by_person != by_id && !id.empty() &&
        !roster_.students[by_person].external_id.empty()) {
      return contradict(by_person, place,
                        tr("the same name and date of birth as row {}, but another id"));
    }
    const std::size_t same = by_id != kNone ? by_id : by_person;
    if (same != kNone) return join(same, std::move(student), place);
    const std::size_t index = roster_.students.size();
    if (!id.empty()) by_id_[id] = index;
    if (!person.empty()) by_person_[person] = index;
    roster_.students.push_back(std::move(student));
    roster_.places.push_back(std::move(place));
  }

  /// Takes out the students whose rows contradict others, and numbers the rest.
  void finish() {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < roster_.students.size(); ++i) {
      if (contradicted_.count(i) != 0) continue;
      if (kept != i) {
        roster_.students[kept] = std::move(roster_.students[i]);
        roster_.places[kept] = std::move(roster_.places[i]);
      }
      roster_.students[kept].id = StudentId{static_cast<std::int64_t>(kept + 1)};
      ++kept;
    }
    roster_.students.resize(kept);
    roster_.places.resize(kept);
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  using Index = std::map<std::string, std::size_t, std::less<>>;

  static std::size_t find(const Index& index, const std::string& key) {
    const auto found = index.find(key);
    return found == index.end() ? kNone : found->second;
  }

  static std::string key_or_name(const Student& student) {
    std::string key = fold_letters(full_text(student.name));
    if (student.birth_date) key += ' ' + to_text(*student.birth_date);
    return key;
  }
  /// ФИО alone is nobody: two children may share it.
  static std::string person_key(const Student& student) {
    return student.birth_date ? key_or_name(student) : "";
  }
  [[nodiscard]] std::string person_key_of(std::size_t index) const {
    return key_or_name(roster_.students[index]);
  }

  void contradict(std::size_t index, const RosterPlace& place, const char* what) {
    const char* const hint = tr("find out which is right and correct the table");
    const RosterPlace& other = roster_.places[index];
    roster_.problems.push_back({place, "", say(what, other.row), hint});
    if (contradicted_.insert(index).second) {
      roster_.problems.push_back(
          {other, "", say(tr("row {} contradicts this one"), place.row), hint});
    }
  }

  void join(std::size_t index, Student&& more, const RosterPlace& place) {
    Student& student = roster_.students[index];
    bool news = false;
    for (Membership& membership : more.memberships) {
      std::vector<Membership>& known = student.memberships;
      if (std::find(known.begin(), known.end(), membership) != known.end()) continue;
      known.push_back(std::move(membership));
      news = true;
    }
    if (!news) {
      roster_.problems.push_back({place, "",
                                  say(tr("it repeats row {}"), roster_.places[index].row),
                                  tr("remove one of the two rows")});
    }
    if (student.external_id.empty()) student.external_id = more.external_id;
    if (student.school.empty()) student.school = more.school;
    if (!student.left_on) student.left_on = more.left_on;
    if (student.guardians.empty()) student.guardians = std::move(more.guardians);
    if (!student.external_id.empty()) by_id_.emplace(student.external_id, index);
  }

  Roster& roster_;
  Index by_id_;
  Index by_person_;
  std::set<std::size_t> contradicted_;
};

/// Walks the sheets.
class RosterReader {
 public:
  RosterReader(const RosterProfiles& profiles, const NameGrammar& grammar,
               const CalendarDate& today, Roster& roster)
      : profiles_(profiles),
        cells_(profiles.words(), grammar, today),
        person_(cells_, profiles.words(), grammar, roster.problems),
        gathering_(roster),
        roster_(roster) {}

  void read(const Table& table, const RosterLayout& layout) {
    if (layout.profile->labelled) {
      read_labels(table, *layout.profile);
    } else {
      read_rows(table, layout);
    }
  }
  void finish() { gathering_.finish(); }

 private:
  void read_rows(const Table& table, const RosterLayout& layout) {
    const TableRow& headings = table.rows[layout.heading_row];
    for (std::size_t row = layout.heading_row + 1; row < table.rows.size(); ++row) {
      const TableRow& in = table.rows[row];
      if (in == headings) continue;  // repeated for every printed page
      Cells cells;
      bool empty = true;
      for (const auto& [field, columns] : layout.columns) {
        for (const std::size_t column : columns) {
          const std::string_view cell = column < in.size() ? std::string_view(in[column]) : "";
          cells.values[field].push_back(cell);
          cells.headings.emplace(field, headings[column]);
          empty = empty && (cell.empty() || field == "ignored" || field == "mark");
        }
      }
      if (!empty) take(cells, {table.name, row + 1});
    }
  }

  void read_labels(const Table& table, const RosterProfile& profile) {
    Cells cells;
    RosterPlace place{table.name, 0};
    const auto finish = [&] {
      if (place.row != 0) take(cells, place);
      cells = {};
    };
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      const TableRow& in = table.rows[row];
      for (std::size_t column = 0; column < in.size(); ++column) {
        const std::size_t colon = in[column].find(':');
        if (colon == std::string::npos) continue;
        const std::string label = in[column].substr(0, colon);
        const std::string field(roster_field(profile, label));
        if (field.empty()) continue;
        if (field == "full_name") {
          finish();
          place.row = row + 1;
        }
        std::string_view value = std::string_view(in[column]).substr(colon + 1);
        if (value.find_first_not_of(' ') == std::string_view::npos && column + 1 < in.size()) {
          value = in[column + 1];
        }
        cells.values[field].push_back(value);
        cells.headings.emplace(field, label);
      }
    }
    finish();
  }

  void take(const Cells& cells, RosterPlace place) {
    ++roster_.rows;
    if (cells_.refused(cells.one("status"))) {
      ++roster_.passed_over;
      return;
    }
    auto student = person_.read(cells, place);
    if (student) gathering_.add(std::move(*student), std::move(place));
  }

  const RosterProfiles& profiles_;
  RosterCells cells_;
  PersonReader person_;
  Gathering gathering_;
  Roster& roster_;
};

/// The fields a profile requires as a clerk would name them: the first heading of each.
std::string headings_of(const RosterProfile& profile, const std::vector<std::string>& fields) {
  std::string list;
  for (const std::string& field : fields) {
    const auto found = profile.headings.find(field == "name" ? "full_name" : field);
    if (!list.empty()) list += ", ";
    list += found == profile.headings.end() ? field : found->second.front().text;
  }
  return list;
}

RosterProblem no_layout(const Table& table, const RosterLayout& layout) {
  return {{table.name, 0},
          "",
          say(tr("the columns {} are missing (profile {})"),
              headings_of(*layout.profile, layout.missing), layout.profile->name),
          tr("name the columns in the first rows, or choose another profile with --profile")};
}

}  // namespace

Roster read_roster(const std::vector<Table>& tables, const RosterProfiles& profiles,
                   std::string_view profile, const NameGrammar& grammar,
                   const CalendarDate& today) {
  Roster roster;
  const RosterProfile* const wanted = profile.empty() ? nullptr : &profiles.named(profile);
  RosterReader reader(profiles, grammar, today, roster);
  std::vector<RosterProblem> without;
  for (const Table& table : tables) {
    if (table.rows.empty()) continue;
    const RosterLayout layout =
        wanted != nullptr ? RosterProfiles::lay_out(table, *wanted) : profiles.recognise(table);
    if (!layout.missing.empty()) {
      without.push_back(no_layout(table, layout));
      continue;
    }
    if (roster.profile.empty()) roster.profile = layout.profile->name;
    reader.read(table, layout);
  }
  reader.finish();
  // A sheet without a list is a cover or a legend, as long as another has one.
  if (roster.profile.empty())
    roster.problems.insert(roster.problems.end(), without.begin(), without.end());
  if (roster.profile.empty() && without.empty()) {
    roster.problems.push_back({{}, "", tr("the table is empty"), tr("choose another file")});
  }
  return roster;
}

}  // namespace fonds

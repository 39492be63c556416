#include "archive/disclosure_rules.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

#include "archive/field_input.h"
#include "base/data_file.h"
#include "base/messages.h"
#include "base/text.h"

namespace fonds {
namespace {

struct ObstacleEntry {
  Obstacle obstacle;
  std::string_view name;
  const char* words;  ///< English; shown through tr()
};
constexpr std::array<ObstacleEntry, 13> kObstacles{{
    {Obstacle::identity_unseen, "identity_unseen",
     tr_later("no identity document of the applicant was seen: `fonds disclosure correct … "
              "--identity`")},
    {Obstacle::another_person, "another_person",
     tr_later("the student of the register is called otherwise than the applicant")},
    {Obstacle::no_right, "no_right",
     tr_later("only the student, a parent, adopter, guardian or trustee, and bodies with legal "
              "power may ask")},
    {Obstacle::relation_untold, "relation_untold",
     tr_later(
         "it is not said what the representative is to the student: `fonds disclosure correct … "
         "--relation`")},
    {Obstacle::relation_no_right, "relation_no_right",
     tr_later("such a relative is no legal representative: only a parent, adopter, guardian or "
              "trustee is")},
    {Obstacle::relation_differs, "relation_differs",
     tr_later("the register knows this person as another relative: correct the one or the other")},
    {Obstacle::relation_unproved, "relation_unproved",
     tr_later("the register does not know this representative, and no paper about the relation "
              "was seen: `fonds disclosure correct … --authority`")},
    {Obstacle::authority_ended, "authority_ended",
     tr_later("the paper that shows the relation is not valid any more")},
    {Obstacle::restricted, "restricted",
     tr_later("a decision keeps the student's data from this person: `fonds disclosure "
              "restrictions`")},
    {Obstacle::birth_date_unknown, "birth_date_unknown",
     tr_later("the student's date of birth is not known, so it can not be told whether they are "
              "of age: `fonds student edit`")},
    {Obstacle::student_of_age, "student_of_age",
     tr_later("the student is of age: only they themselves may ask")},
    {Obstacle::no_requisites, "no_requisites",
     tr_later(
         "a body's request needs its requisites (number, date, legal ground): `fonds disclosure "
         "correct … --authority`")},
    {Obstacle::not_written, "not_written",
     tr_later("a body asks in writing: `fonds disclosure correct … --form "
              "written`")},
}};

constexpr const ObstacleEntry& entry_of(Obstacle obstacle) {
  return kObstacles[static_cast<std::size_t>(obstacle)];
}
constexpr bool in_order_of_obstacle() {
  for (std::size_t i = 0; i < kObstacles.size(); ++i) {
    if (static_cast<std::size_t>(kObstacles[i].obstacle) != i) return false;
  }
  return true;
}
static_assert(in_order_of_obstacle());

/// Folded, words parted by one space.
std::string plain(std::string_view text) { return fold(line_typed(text)); }

bool is_called(const Student& student, std::string_view name) {
  const std::string wanted = plain(name);
  PersonName each = student.name;
  if (plain(full_text(each)) == wanted) return true;
  return std::any_of(student.former_last_names.begin(), student.former_last_names.end(),
                     [&](const std::string& last) {
                       each.last = last;
                       return plain(full_text(each)) == wanted;
                     });
}

int whole_number(const DataTable& table, std::string_view key, int least, int most) {
  const double value = table.number(key);
  if (value != std::floor(value) || value < least || value > most) {
    table.refuse(say(tr("{} must be a whole number from {} to {}"), key, least, most),
                 tr("correct it"));
  }
  return static_cast<int>(value);
}

std::chrono::sys_days days_of(const CalendarDate& day) {
  return std::chrono::year(day.year) / day.month / day.day;
}

}  // namespace

std::string_view name_of(Obstacle obstacle) { return entry_of(obstacle).name; }
std::string in_words(Obstacle obstacle) { return tr(entry_of(obstacle).words); }

const DisclosureRules& DisclosureRules::shipped() {
  constexpr std::string_view kFile = "disclosures.toml";
  static const DisclosureRules rules(DataTable::parse(shipped_data(kFile), kFile));
  return rules;
}

DisclosureRules::DisclosureRules(const DataTable& data) {
  data.expect_only({"representative", "answer"});
  const DataTable& representative = data.table("representative");
  representative.expect_only({"relations", "until_age"});
  for (const std::string& each : representative.texts("relations")) relations_.insert(plain(each));
  until_age_ = whole_number(representative, "until_age", 1, 100);
  const DataTable& answer = data.table("answer");
  answer.expect_only({"working_days", "holidays"});
  working_days_ = whole_number(answer, "working_days", 1, 100);
  for (const std::string& each : answer.texts("holidays")) {
    // A leap year has every day there is.
    if (!calendar_date_from("2000-" + each)) {
      answer.refuse(say(tr("“{}” is no day of the year"), each), tr("write 05-09 for 9 May"));
    }
    holidays_.insert(each);
  }
}

bool DisclosureRules::is_representative(std::string_view relation) const {
  return relations_.contains(plain(relation));
}

void DisclosureRules::check_relation(const Applicant& applicant, const Student& student,
                                     std::vector<Obstacle>& found) const {
  if (plain(applicant.relation).empty()) return found.push_back(Obstacle::relation_untold);
  if (!is_representative(applicant.relation)) return found.push_back(Obstacle::relation_no_right);
  bool on_record = false;
  for (const Guardian& each : student.guardians) {
    if (plain(each.name) != plain(applicant.name)) continue;
    if (plain(each.relation).empty()) continue;  // says nothing: a paper must
    if (!is_representative(each.relation)) return found.push_back(Obstacle::relation_differs);
    on_record = true;
  }
  if (!on_record && plain(applicant.authority).empty()) {
    found.push_back(Obstacle::relation_unproved);
  }
}

void DisclosureRules::check_representative(const Applicant& applicant, const Student& student,
                                           const CalendarDate& today,
                                           std::vector<Obstacle>& found) const {
  check_relation(applicant, student, found);
  if (applicant.authority_until && *applicant.authority_until < today) {
    found.push_back(Obstacle::authority_ended);
  }
  if (!student.birth_date) {
    found.push_back(Obstacle::birth_date_unknown);
  } else if (years_between(*student.birth_date, today) >= until_age_) {
    found.push_back(Obstacle::student_of_age);
  }
}

std::vector<Obstacle> DisclosureRules::obstacles(
    const Disclosure& disclosure, const Student& student,
    const std::vector<GuardianRestriction>& restrictions, const CalendarDate& today) const {
  const Applicant& applicant = disclosure.applicant;
  std::vector<Obstacle> found;
  const bool is_person = applicant.kind != ApplicantKind::body;
  if (is_person && plain(applicant.identity).empty()) found.push_back(Obstacle::identity_unseen);
  switch (applicant.kind) {
    case ApplicantKind::student:
      if (!is_called(student, applicant.name)) found.push_back(Obstacle::another_person);
      break;
    case ApplicantKind::representative:
      check_representative(applicant, student, today, found);
      break;
    case ApplicantKind::body:
      if (plain(applicant.authority).empty()) found.push_back(Obstacle::no_requisites);
      if (disclosure.form != ApplicationForm::written) found.push_back(Obstacle::not_written);
      break;
    case ApplicantKind::other:
      found.push_back(Obstacle::no_right);
      break;
  }
  const bool restricted =
      is_person && applicant.kind != ApplicantKind::student &&
      std::any_of(restrictions.begin(), restrictions.end(), [&](const GuardianRestriction& each) {
        return may_name_one_person(each.name, applicant.name);
      });
  if (restricted) found.push_back(Obstacle::restricted);
  return found;
}

CalendarDate DisclosureRules::due(const CalendarDate& applied_on) const {
  CalendarDate day = applied_on;
  for (int left = working_days_; left > 0;) {
    day = days_after(day, 1);
    const std::chrono::weekday weekday(days_of(day));
    const bool weekend = weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
    if (!weekend && !holidays_.contains(to_text(day).substr(5))) --left;
  }
  return day;
}

}  // namespace fonds

/// DisclosureRules: who may be given a learner's results (config/disclosures.toml): the checks that
/// an application must pass, and the day it must be answered by.
///
/// Invariant: deny by default; what is not known (a date of birth, a relation) is an obstacle.
/// Threads: immutable; use one from all threads. Faults: usage (the data file is wrong, with its
/// line).
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/disclosure.h"

namespace fonds {

class DataTable;

/// Why an application can not be granted. Names stand in the journal and in JSON.
enum class Obstacle {
  identity_unseen,     ///< no document of the applicant was seen
  another_person,      ///< asks as the student, but is called otherwise
  no_right,            ///< neither the student, a legal representative nor a body with power
  relation_untold,     ///< what the representative is to the student
  relation_no_right,   ///< a relation that gives no right: a grandmother
  relation_differs,    ///< the register says another one
  relation_unproved,   ///< neither on record nor shown by a paper
  authority_ended,     ///< the paper about the relation names an earlier last day
  restricted,          ///< a decision keeps the student's data from this person
  birth_date_unknown,  ///< whether the student is of age can not be told
  student_of_age,      ///< the representative's right has ended
  no_requisites,       ///< of a body's request
  not_written,         ///< a body asks in writing
};
std::string_view name_of(Obstacle obstacle);
/// What is wrong and what to do, for people.
std::string in_words(Obstacle obstacle);

class DisclosureRules {
 public:
  /// config/disclosures.toml as compiled in; read once.
  static const DisclosureRules& shipped();
  explicit DisclosureRules(const DataTable& data);

  /// Empty: it may be granted today. `restrictions`: of this student, those that stand.
  [[nodiscard]] std::vector<Obstacle> obstacles(
      const Disclosure& disclosure, const Student& student,
      const std::vector<GuardianRestriction>& restrictions, const CalendarDate& today) const;
  /// The last day for an answer.
  [[nodiscard]] CalendarDate due(const CalendarDate& applied_on) const;

 private:
  void check_representative(const Applicant& applicant, const Student& student,
                            const CalendarDate& today, std::vector<Obstacle>& found) const;
  void check_relation(const Applicant& applicant, const Student& student,
                      std::vector<Obstacle>& found) const;
  [[nodiscard]] bool is_representative(std::string_view relation) const;
  std::set<std::string, std::less<>> relations_;  ///< folded
  std::set<std::string, std::less<>> holidays_;   ///< "05-09"
  int until_age_ = 0;
  int working_days_ = 0;
};

}  // namespace fonds

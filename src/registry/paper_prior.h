/// PaperPrior: which students a paper is likely about before their names are compared: those of its
/// collective, group, teacher and school year; and how likely a person is nobody of the register.
///
/// share() of all students adds up to about 1. Threads: immutable once built.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/paper.h"
#include "registry/matcher_settings.h"
#include "registry/name_grammar.h"
#include "registry/student_index.h"

namespace fonds {

/// What the paper says beside the names.
struct PaperContext {
  std::optional<DateSpan> date;
  std::optional<int> school_year;  ///< first calendar year
  std::string collective;          ///< as printed, maybe misread, may be empty; so the next three
  std::string group;
  std::string teacher;
  std::string issuer;
  bool is_list = false;  ///< protocol, journal: rows
  /// Organisations of its rows that are found to be ours (own_organisations.h), as printed.
  std::vector<std::string> own_organisations;
};

class PaperPrior {
 public:
  using RowNumber = StudentIndex::RowNumber;

  PaperPrior(const StudentIndex& index, const NameGrammar& grammar, const MatcherSettings& settings,
             const PaperContext& paper);

  /// How likely a learner named on the paper is this student.
  [[nodiscard]] double share(RowNumber student) const;
  /// Members of the paper's collective, or of the collectives of its teacher.
  [[nodiscard]] const std::unordered_map<RowNumber, float>& roster() const { return roster_; }
  /// How likely the mention is nobody of the register, its name not yet looked at.
  [[nodiscard]] double nobody(const PersonMention& mention) const;
  /// Whether the row says that it is ours, perhaps with more behind our name.
  [[nodiscard]] bool is_own(const std::string& organisation) const;
  /// Whether it says just that.
  [[nodiscard]] bool is_exactly_own(const std::string& organisation) const;

  [[nodiscard]] bool knows_collective() const { return by_collective_; }
  /// Its title in the register; empty when not known.
  [[nodiscard]] const std::string& collective() const { return title_; }
  [[nodiscard]] bool is_member(RowNumber student) const { return roster_.count(student) != 0; }
  /// Whether the student is in the group the paper names.
  [[nodiscard]] bool in_group(RowNumber student) const;
  [[nodiscard]] std::optional<int> school_year() const { return year_; }
  [[nodiscard]] bool attended_then(RowNumber student) const;
  /// The last day the paper can be of.
  [[nodiscard]] const std::optional<CalendarDate>& day() const { return day_; }
  [[nodiscard]] int age_then(RowNumber student) const;  ///< below 0: not born

 private:
  void find_collective();
  void find_teacher(const NameGrammar& grammar);
  void find_group();
  void add_members(WordNumber collective);
  [[nodiscard]] double weight_by_year(int school_year) const;
  [[nodiscard]] double weight(RowNumber student) const;

  const StudentIndex& index_;
  const MatcherSettings& settings_;
  const PaperContext& paper_;
  std::optional<int> year_;
  std::optional<CalendarDate> day_;
  double all_ = 1;  ///< sum of weight() of all students, nearly
  bool by_collective_ = false;
  std::string title_;
  std::vector<WordNumber> groups_;
  std::unordered_map<RowNumber, float> roster_;  ///< and the weight of each in it
  double roster_sum_ = 0;
  double roster_share_ = 0;  ///< of the chance that goes to the roster
};

}  // namespace fonds

/// PaperScore: how much of the sample papers was read rightly, field by field and person by person.
///
/// Threads: one.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "model/paper.h"
#include "registry/name_grammar.h"
#include "support/sample_papers.h"

namespace fonds {

struct FieldCount {
  int right = 0;     ///< what stands there, or another answer taken as right
  int empty = 0;     ///< not on the paper and not given
  int wrong = 0;     ///< something else is on the paper
  int missing = 0;   ///< on the paper, not given
  int spurious = 0;  ///< given, not on the paper
  [[nodiscard]] int told() const { return right + wrong + spurious; }
  /// Of the answers given, how many are right; 1 when there are none.
  [[nodiscard]] double precision() const;
  /// Of what stands on the papers, how much was read.
  [[nodiscard]] double recall() const;
};

struct RoleCount {
  int truth = 0;
  int told = 0;   ///< mentions given this role; a second mention of a person counts in none
  int right = 0;  ///< name and role
  [[nodiscard]] double precision() const;
  [[nodiscard]] double recall() const;
};

struct PersonCount {
  int truth = 0;
  int told = 0;
  int named = 0;       ///< the name is right, whatever the role
  int nominative = 0;  ///< of these, the grammar gives the true nominative
  int cases = 0;       ///< of these, the wording was said to demand a case
  int cases_right = 0;
  std::array<RoleCount, 3> roles;  ///< by PersonRole
  int results = 0;                 ///< printed results of rows whose name is right
  int results_right = 0;
  int births = 0;
  int births_right = 0;
  RoleCount signing;      ///< who puts their hand under the paper
  int offices_right = 0;  ///< of those rightly told, the office is right
};

/// Keeps no reference but to the grammar.
class PaperScore {
 public:
  explicit PaperScore(const NameGrammar& grammar) : grammar_(grammar) {}
  void add(const SamplePaper& paper, const PaperReading& reading);

  [[nodiscard]] int papers() const { return papers_; }
  /// "kind", "date", "number", "level", "place", "event", …
  [[nodiscard]] const std::map<std::string, FieldCount>& fields() const { return fields_; }
  [[nodiscard]] const PersonCount& persons() const { return persons_; }
  /// One line each: "017 date: said 2023, read 2024 (wrong)".
  [[nodiscard]] const std::vector<std::string>& mistakes() const { return mistakes_; }
  /// Tables for people.
  [[nodiscard]] std::string report() const;

 private:
  struct Answer;
  void add_field(const SamplePaper& paper, const Answer& answer);
  void add_persons(const SamplePaper& paper, const std::vector<PersonMention>& mentions);
  void add_signing(const SamplePaper& paper, const std::vector<PersonMention>& mentions);
  void add_named(const SamplePaper& paper, const SamplePerson& person,
                 const PersonMention& mention);
  void note(const SamplePaper& paper, const std::string& what);

  const NameGrammar& grammar_;
  int papers_ = 0;
  std::map<std::string, FieldCount> fields_;
  PersonCount persons_;
  std::vector<std::string> mistakes_;
};

}  // namespace fonds

/// MentionWeights: how well each student of the register fits one mention, against nobody of it.
///
/// Weights are natural logarithms of likelihoods, comparable within one mention.
/// Threads: one.
#pragma once

#include <string>
#include <vector>

#include "model/paper.h"
#include "registry/candidate_search.h"
#include "registry/name_variants.h"
#include "registry/paper_prior.h"

namespace fonds {

struct WeighedStudent {
  StudentIndex::RowNumber row = 0;
  WordNumber last = StudentIndex::kNone;  ///< the surname that fits
  std::size_t variant = 0;                ///< which of the printed name's
  double weight = 0;
};

struct MentionWeights {
  std::vector<NameVariant> variants;
  std::vector<WeighedStudent> students;  ///< each once, the best first
  double nobody = 0;
};

class MentionWeigher {
 public:
  MentionWeigher(const StudentIndex& index, const NameGrammar& grammar,
                 const MatcherSettings& settings, const PaperPrior& paper)
      : index_(index), grammar_(grammar), settings_(settings), paper_(paper), words_(grammar) {}

  MentionWeights weigh(const PersonMention& mention);

 private:
  PrintedName printed_name(const NameVariant& variant, const PersonMention& mention);
  void add_variant(std::size_t number, const PersonMention& mention, MentionWeights& weights);
  [[nodiscard]] double name_weight(PrintedName& name, const FoundStudent& student,
                                   const CaseCosts& case_costs) const;
  [[nodiscard]] double nobody_weight(const PrintedName& name, const CaseCosts& case_costs) const;
  [[nodiscard]] CaseCosts case_costs(const PersonMention& mention) const;
  [[nodiscard]] double beside(StudentIndex::RowNumber row, const PersonMention& mention) const;

  const StudentIndex& index_;
  const NameGrammar& grammar_;
  const MatcherSettings& settings_;
  const PaperPrior& paper_;
  WordCache words_;
};

}  // namespace fonds

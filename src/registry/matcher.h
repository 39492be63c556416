/// Matcher: which students of the register the names on a paper mean, how likely, and why.
///
/// Probabilities come from likelihoods (config/matching.toml): of the name being printed and read
/// so, of the student being on such a paper, and of what stands beside the name; against the
/// likelihood that the person is nobody of the register, who shares a common name all the more
/// likely. A link is made only above the threshold; what is left is offered to a person.
/// Invariant: the probabilities of one mention add up to at most 1 (the rest is nobody).
/// Threads: immutable; match() from any thread. The index and the grammar must outlive it.
#pragma once

#include <optional>
#include <vector>

#include "model/decision.h"
#include "model/paper.h"
#include "model/student.h"
#include "registry/matcher_settings.h"
#include "registry/name_grammar.h"
#include "registry/paper_prior.h"
#include "registry/student_index.h"

namespace fonds {

struct Candidate {
  StudentId student;
  double probability = 0;
  std::vector<Reason> reasons;  ///< what speaks for and against
};

struct MentionMatch {
  int mention = 0;                    ///< index into the mentions
  std::vector<Candidate> candidates;  ///< best first
  std::optional<StudentId> linked;    ///< above the threshold: no person needs to look
  std::vector<Reason> reasons;        ///< why linked or why not
};

class Matcher {
 public:
  Matcher(const StudentIndex& index, const NameGrammar& grammar, MatcherSettings settings);

  /// One answer a mention, in their order. Where the paper names no collective we know but most
  /// rows of its list likely attend one, the list is taken for that collective's; where the
  /// register knows nearly all rows of an organisation, it is taken for ours. Mentions in the role
  /// `other` get no candidates.
  [[nodiscard]] std::vector<MentionMatch> match(const std::vector<PersonMention>& mentions,
                                                const PaperContext& paper) const;

 private:
  const StudentIndex& index_;
  const NameGrammar& grammar_;
  MatcherSettings settings_;
};

}  // namespace fonds

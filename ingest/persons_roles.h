/// assign_roles: who each person named is for the paper, from the words before and after the name,
/// the neighbours and the layout. Rows of lists are told by their column, not here.
///
/// Threads: pure functions.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/persons_names.h"
#include "ingest/persons_wording.h"
#include "model/paper.h"

namespace fonds {

struct RoleVerdict {
  bool nobody = false;  ///< no person of the paper: a street, a school named after somebody
  PersonRole role = PersonRole::other;
  std::optional<GrammaticalCase> expected_case;
  double confidence = 0;  ///< of the role alone
  std::vector<Reason> reasons;
  std::string result;               ///< what the words before say the person won: "1 место"
  bool teacher = false;             ///< who taught the learner of the paper
  std::optional<PhraseHit> office;  ///< the words that tell it of somebody else
};

/// What the finder of names and the assignment of roles look at.
struct RoleContext {
  const PaperText& paper;
  const std::vector<NameWord>& words;
  const PersonWording& wording;
  const std::vector<PhraseHit>& cues;
  std::string_view kind;
  bool has_rows = false;  ///< the paper is a list
};

/// For each word what speaks for a name beginning there, in nats.
std::vector<double> expectation(const RoleContext& context, const NameFinder& finder);

/// Forbids the words that are parts of addresses and of names of places.
void forbid_places(const RoleContext& context, NameFinder& finder);

/// One verdict a run; `runs` in reading order, none in a row of a list.
std::vector<RoleVerdict> assign_roles(const RoleContext& context, const std::vector<NameRun>& runs,
                                      const NameFinder& finder);

}  // namespace fonds

/// match_reasons: what speaks for and against a student being the person named, in words.
///
/// Threads: pure functions, from any thread.
#pragma once

#include <vector>

#include "model/decision.h"
#include "model/paper.h"
#include "registry/mention_weights.h"
#include "registry/paper_prior.h"

namespace fonds {

/// For and against one student, by the `variant` of the printed name that fits: names first, then
/// what stands beside them, then attendance.
std::vector<Reason> reasons_for(const StudentIndex& index, const NameGrammar& grammar,
                                const PaperPrior& paper, const PersonMention& mention,
                                const NameVariant& variant, const WeighedStudent& student);

}  // namespace fonds

/// candidate_search: the few students of a large register whose name a misread one can be.
///
/// Found by surname (narrowed by first name or initial), by first name with patronymic where the
/// surname is wrecked, and among the members of the paper's collective.
/// Threads: pure functions, from any thread.
#pragma once

#include <vector>

#include "registry/paper_prior.h"
#include "registry/printed_part.h"
#include "registry/student_index.h"

namespace fonds {

/// A student, and the surname to compare: their own, a former one or part of a double one.
struct FoundStudent {
  StudentIndex::RowNumber row = 0;
  WordNumber last = StudentIndex::kNone;
  auto operator<=>(const FoundStudent&) const = default;
};

struct PrintedName {
  PrintedPart last;
  PrintedPart first;
  PrintedPart middle;
};

/// In the order of rows, each once.
std::vector<FoundStudent> candidate_search(const StudentIndex& index, const PrintedName& name,
                                           const PaperPrior& paper);

}  // namespace fonds

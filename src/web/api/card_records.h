/// CardRecords: what is known of a paper beside its text, in JSON, and all of a paper at once.
/// Stable names: only add.
///
/// Threads: pure.
#pragma once

#include <optional>
#include <string>

#include "archive/desk.h"
#include "archive/filing.h"
#include "archive/review.h"
#include "web/api/json.h"

namespace fonds {

/// The card alone: revision, fields, mentions, students, what is open.
Json record_of(const Reviewed& reviewed);
/// The card behind "id" and "accession" of its paper.
Json record_with_paper(const Reviewed& reviewed);
/// The paper itself with its card, notes of the desk, the volume it is filed in (nothing: in none)
/// and its text.
Json whole_record(const Reviewed& reviewed, const DeskNotes& notes,
                  const std::optional<FiledPaper>& filed, const std::string& text);

}  // namespace fonds

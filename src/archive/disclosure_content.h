/// DisclosureContent: what of the archive may be given out about one student.
///
/// Journals and protocols hold many children, so that a scan of them is never given: what the paper
/// and the student's own row say goes into the extract, and of a row nothing that names somebody
/// else of the paper. A copy is given of a paper only that is an award of one holder, is linked to
/// this student by a fact and to nobody else even perhaps, and names them and no other holder or
/// listed person. What is not certain is left out and counted.
/// Threads: as Archive. Faults: those of the catalogue.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "archive/archive.h"
#include "archive/viewer.h"
#include "model/calendar_date.h"
#include "model/card.h"
#include "model/document.h"
#include "model/student.h"

namespace fonds {

struct DisclosedPaper {
  DocumentId document;
  std::string accession;
  // For people, in the chosen language; empty where the card has no fact of it.
  std::string kind;
  std::string number;
  std::string date;
  std::string case_index;
  std::string collective;
  std::string event;
  std::string nomination;
  std::string result;  ///< place, or what the student's row says
  std::string day;     ///< canonical, for their order
  bool copy = false;   ///< a copy may be given
};

struct DisclosureContent {
  std::vector<DisclosedPaper> papers;  ///< in order of their days, undated last
  int undecided = 0;  ///< papers that may prove the student's results: a person has to decide first
};

/// The papers that prove results of the student and that the viewer sees, whose days touch
/// `from` … `to`; of a bounded time undated papers are left out as undecided.
DisclosureContent disclosure_content(Archive& archive, const Viewer& viewer, StudentId student,
                                     const std::optional<CalendarDate>& from,
                                     const std::optional<CalendarDate>& to);

/// Whether a copy of a paper of this card may be given to one who may learn of `students` (the
/// records that are one person) only.
bool is_own_paper(const Card& card, const std::vector<StudentId>& students);

/// `text` unless it has a word of a name of `card` that is not one of the `own` mentions (places
/// in Card::mentions, from 1): rows of tables run together in reading.
std::string without_others(const std::string& text, const Card& card, const std::vector<int>& own);

}  // namespace fonds

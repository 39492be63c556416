/// Papers that seem to give or to withdraw a consent and wait for a person.
///
/// What the machine reads on a paper allows nothing by itself; an offer of a withdrawal forbids
/// until a person has decided (published names cannot be called back), so it is made even where the
/// machine is unsure of the paper's kind or student.
/// Threads: one per Archive. Asks for no right and journals nothing: use cases do.
/// Faults: those of catalogue and store.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "archive/archive.h"
#include "archive/consent_reader.h"
#include "model/document.h"
#include "model/student.h"

namespace fonds {

struct ConsentOffer {
  DocumentId document;
  std::string accession;
  StudentId student;
  std::string name;     ///< of the student
  bool certain = true;  ///< the paper is the student's; else it perhaps is: only of a withdrawal
  ConsentReading reading;
  std::optional<CalendarDate> date;  ///< of the paper, when it is a fact of its card and one day
};

/// All that wait, in order of papers.
std::vector<ConsentOffer> consent_offers(Archive& archive);
/// Those of one paper.
std::vector<ConsentOffer> consent_offers(Archive& archive, DocumentId document);

}  // namespace fonds

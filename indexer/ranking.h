/// Ranking: the best hits put in order anew by how closely the words stand together on their pages,
/// which the index's own weights do not know.
///
/// Threads: any; one database a thread. Faults: those of Xapian.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "model/student.h"

namespace fonds {

/// Share of the neighbours among `words` (exact, folded, as typed) that stand side by side, in this
/// order, in the document: 0 … 1; 0 for fewer than two words.
double closeness(const Xapian::Database& database, Xapian::docid document,
                 const std::vector<std::string>& words);

/// Whether all `words` (folded) are parts of one linked student's name: cheaper than whose.
bool names_a_student(const Xapian::Database& database, Xapian::docid document,
                     const std::vector<std::string>& words);

/// The linked students all `words` (folded) are parts of whose name, by their numbers in the
/// register.
std::vector<StudentId> students_named(const Xapian::Database& database, Xapian::docid document,
                                      const std::vector<std::string>& words);

}  // namespace fonds

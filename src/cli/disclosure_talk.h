/// What `fonds disclosure` says: applications for results, a line for people, a record for
/// programs.
///
/// Threads: main only.
#pragma once

#include "archive/disclosures.h"
#include "cli/session.h"

namespace fonds {

/// One line, and below it one for each obstacle.
void print_disclosure(const Session& session, const ListedDisclosure& listed);
/// The same with what would be handed out, a line a paper.
void print_check(const Session& session, const CheckedDisclosure& checked);
void print_restriction(const Session& session, const GuardianRestriction& restriction);

}  // namespace fonds

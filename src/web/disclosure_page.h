/// disclosure_page: an application for a learner's results as its page shows it: what is asked, the
/// check, what would be given, and what can be done with it now.
///
/// Threads: as Visit. Faults: those of ArchiveDisclosures.
#pragma once

#include <cstdint>
#include <string>

#include "archive/disclosures.h"
#include "web/visit.h"

namespace fonds {

/// "/disclosures/12".
std::string disclosure_path(std::int64_t number);
/// "a legal representative": who asks.
const char* title_of(ApplicantKind kind);
/// A line of the register.
Json disclosure_model(const ListedDisclosure& listed);
/// With what went wrong just now, if anything did.
Response disclosure_page(Visit& visit, std::int64_t number, const std::string& problem = "",
                         int status = 200);

}  // namespace fonds

/// disclosure_files: what of applications for learners' results is taken away: the extract, copies
/// of papers, the register. Browsers and programs are given the same.
///
/// Threads: as Visit. Faults: those of ArchiveDisclosures; not_found (no copy of it may be given).
#pragma once

#include <cstdint>
#include <string_view>

#include "archive/disclosures.h"
#include "forms/printed_form.h"
#include "web/visit.h"

namespace fonds {

/// Issues the application: the register and the journal say what is given before a byte of the
/// extract leaves.
Response extract_download(Visit& visit, std::int64_t number, std::string_view resolution,
                          ArchiveDisclosures::Repeat repeat);
/// A copy of one paper, with which the application is issued once more.
Response copy_download(Visit& visit, std::int64_t number, std::string_view accession);
/// The register (F15) of what the filter leaves.
PrintedForm register_form(Visit& visit, const DisclosureFilter& filter);

}  // namespace fonds

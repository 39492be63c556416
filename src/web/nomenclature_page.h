/// nomenclature_page: the nomenclature of files of a year as its page shows it: items by sections,
/// what is wrong with it, its totals, and what can be done with it now.
///
/// Threads: as Visit. Faults: those of ArchiveNomenclatures.
#pragma once

#include <cstdint>
#include <string>

#include "model/nomenclature.h"
#include "web/visit.h"

namespace fonds {

/// "/retention/nomenclature/2027".
std::string nomenclature_path(int year);
/// The year that stands in the path. Fault not_found.
int year_in_path(const Visit& visit);
/// Whether its items may be changed one by one.
bool is_in_draft(const NomenclatureCard& card);
/// A line of the list of years, and the facts of its page.
Json nomenclature_model(const NomenclatureCard& card);
/// With what went wrong just now, if anything did.
Response nomenclature_page(Visit& visit, int year, const std::string& problem = "",
                           int status = 200);

}  // namespace fonds

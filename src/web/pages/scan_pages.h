/// scan_pages: what the pages on which papers are taken in share, and their routes.
///
/// Threads: as Visit. Faults: none.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/ids.h"
#include "web/routes.h"

namespace fonds {

/// The number of a delivery as a form or an address gives it; nothing: it is none.
std::optional<IntakeId> delivery_number(std::string_view text);
/// Puts what is known of scanners into the model of the page "scan".
void tell_scanners(Visit& visit, Json& model);
/// Puts what samples are offered into the model of the page "today"; else there are none in it.
void tell_samples(Visit& visit, Json& model);

std::vector<Route> delivery_routes();  ///< deliveries and how far they are
std::vector<Route> scanner_routes();   ///< scanners looked for, scans under way
std::vector<Route> sample_routes();    ///< invented papers for an archive without any

}  // namespace fonds

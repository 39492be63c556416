/// act_page: an act of destruction as pages show it: how it stands, its volumes and gates, and what
/// can be done with it now, and by whom.
///
/// Threads: as Visit. Faults: those of ArchiveActs.
#pragma once

#include <cstdint>
#include <string>

#include "model/act.h"
#include "web/visit.h"

namespace fonds {

/// "/retention/acts/3".
std::string act_path(std::int64_t number);
/// A line of the list of acts, and the facts of its page.
Json act_model(const Visit& visit, const DestructionAct& act);
/// With what went wrong just now, if anything did.
Response act_page(Visit& visit, std::int64_t number, const std::string& problem = "",
                  int status = 200);
/// What will be destroyed, all of it, and the question whether it shall be.
Response carry_out_page(Visit& visit, std::int64_t number, const std::string& problem = "",
                        int status = 200);

}  // namespace fonds

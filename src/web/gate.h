/// The gate of the desk: who asks, whether a form is this browser's own, and where somebody must go
/// first.
///
/// Programs (/api, /metrics) show a token (Authorization: Bearer …) and may state a purpose
/// (Fonds-Purpose: …); browsers show their session. Threads: as Visit. Faults: denied (a token that
/// opens nothing), and those of the catalogue.
#pragma once

#include <optional>

#include "web/routes.h"
#include "web/visit.h"

namespace fonds {

/// Whether a program is told in JSON what goes wrong.
bool is_for_programs(const Request& request);
void learn_who_asks(Visit& visit);
/// False for a change that was sent off by another site's page, or by a form that we did not give
/// to this browser. Programs with a token of theirs have no form.
bool is_own_form(const Visit& visit);
/// Where whoever may not, or not yet, come to the route is sent; nothing: they may. Fault denied.
std::optional<Response> detour_of(Visit& visit, const Route& route);

}  // namespace fonds

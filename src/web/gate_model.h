/// gate_model: the gates of an act of destruction as pages show them: what each asks, how it
/// stands, which volumes close it, and what is to be done then.
///
/// Threads: as Visit.
#pragma once

#include <vector>

#include "retention/gates.h"
#include "web/visit.h"

namespace fonds {

/// [{"number": "G1", "title", "state", "is_closed", "is_passed", "help", "units": [{"volume",
///   "path"}]}]; `help` of those that are not passed.
Json gates_model(const std::vector<Gate>& gates);
/// The page that says what becomes of a volume, and why.
std::string verdict_path(const VolumeKey& key);

}  // namespace fonds

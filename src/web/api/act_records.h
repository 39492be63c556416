/// ActRecords: acts of selection for destruction, with their units and gates, and what is left of
/// what they destroyed, in JSON. Stable names: only add.
///
/// Threads: pure.
#pragma once

#include <cstdint>

#include "archive/acts.h"
#include "archive/erasure_proof.h"
#include "web/api/json.h"

namespace fonds {

Json record_of(const DestructionAct& act);
/// The same with "units" and "gates".
Json record_of(const ShownAct& shown);
/// `act`: its number.
Json record_of(const ErasureProof& proof, std::int64_t act);

}  // namespace fonds

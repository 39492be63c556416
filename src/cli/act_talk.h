/// What `fonds act` says: acts of selection for destruction as lines and records.
///
/// Threads: main only.
#pragma once

#include "archive/acts.h"
#include "archive/erasure_proof.h"
#include "cli/session.h"

namespace fonds {

void print_act(const Session& session, const DestructionAct& act);
/// With its units and gates.
void print_shown(const Session& session, const ShownAct& shown);
/// What is left of an act's documents, place by place.
void print_proof(const Session& session, std::int64_t act, const ErasureProof& proof);

}  // namespace fonds

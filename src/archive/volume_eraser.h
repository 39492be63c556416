/// erase_volume: one volume of an act that is being carried out, destroyed wholly.
///
/// Killed anywhere, called again it ends in the same state. The index must have its withdrawn
/// papers no more. Threads: as Archive. Faults: usage (something forbids it), busy (a paper of it
/// is being read), and those of stores and catalogue.
#pragma once

#include <cstdint>

#include "archive/archive.h"
#include "catalogue/volumes.h"
#include "model/actor.h"

namespace fonds {

/// The Error of something that forbids to destroy the volume, or that reads one of its papers;
/// looked for under the lock of `transaction`.
void expect_nothing_forbids(Archive& archive, Transaction& transaction, std::int64_t act,
                            VolumeId volume);

void erase_volume(Archive& archive, const Actor& actor, std::int64_t act, VolumeId volume);

}  // namespace fonds

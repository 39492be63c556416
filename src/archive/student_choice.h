/// Which student of the register a person means: by number, or by the beginnings of a name.
///
/// Whoever may not do `operation` is refused before anything is looked up: the answer alone would
/// say who is in the register.
/// Threads: as Archive. Faults: denied, not_found (nobody), usage (several: their numbers are
/// told).
#pragma once

#include <string_view>

#include "access/policy.h"
#include "archive/archive.h"
#include "model/actor.h"
#include "model/student.h"

namespace fonds {

StudentId student_meant(Archive& archive, const Actor& actor, Operation operation,
                        std::string_view typed);

}  // namespace fonds

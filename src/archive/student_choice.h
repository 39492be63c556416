/// Which student of the register a person means: by number, or by the beginnings of a name.
///
/// Threads: as Archive. Faults: not_found (nobody), usage (several: their numbers are told).
#pragma once

#include <string_view>

#include "archive/archive.h"
#include "model/student.h"

namespace fonds {

StudentId student_meant(Archive& archive, std::string_view typed);

}  // namespace fonds

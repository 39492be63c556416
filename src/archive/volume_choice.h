/// Which volume a person means: by index, year and number, as much of it as is needed.
///
/// Threads: as Archive. Faults: not_found (none, or none for the one who asks), usage (several:
/// they are told; or no index at all).
#pragma once

#include <string_view>

#include "archive/archive.h"
#include "archive/viewer.h"
#include "model/case_file.h"

namespace fonds {

/// "02-05/2024/1" is that one; what leaves the year or the number out means the one volume there is
/// or, of several, the one that is open.
Volume volume_meant(Archive& archive, const Viewer& viewer, std::string_view typed);

/// Whether the volume is there for the viewer: the personal file of a student they do not see is
/// not.
bool sees_volume(const Viewer& viewer, const Volume& volume);

/// Returns when it was neither transferred nor destroyed. Fault usage.
void expect_here(const Volume& volume);

/// "volume/12": what an entry of the journal about it is about.
std::string subject_of(VolumeId volume);

}  // namespace fonds

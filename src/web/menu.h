/// The menu of the desk: the areas this person may come to, in the order of a day's work.
///
/// Threads: as Visit.
#pragma once

#include "web/visit.h"

namespace fonds {

/// [{"title", "path", "here"}].
Json menu_of(const Visit& visit);

}  // namespace fonds

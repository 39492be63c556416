/// The version of this program, for `--version` and for what its products say made them.
///
/// Threads: constant. Faults: none.
#pragma once

#include <string_view>

namespace fonds {

/// "1.2.3"; valid as long as the program runs.
std::string_view program_version();

}  // namespace fonds

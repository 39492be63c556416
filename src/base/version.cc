#include "base/version.h"

namespace fonds {

std::string_view program_version() { return FONDS_VERSION; }

}  // namespace fonds

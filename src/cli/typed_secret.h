/// A password from whoever runs the command: asked for on the terminal, where it is not shown, or
/// the first line of standard input.
///
/// Threads: main only. Faults: usage (nothing was given), io.
#pragma once

#include <string>

#include "access/secret.h"

namespace fonds {

Secret typed_secret(const std::string& question);

}  // namespace fonds

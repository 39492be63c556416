/// What went wrong, as a browser says it: texts made for all who use the archive name commands
/// (`fonds …` between grave accents), which a page must not send anybody to.
///
/// Threads: pure.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace fonds {

/// The text without the clauses that are commands: "no document was seen: `fonds …`" → "no document
/// was seen"; "restore it; see `fonds check`" → "restore it"; nothing is left of "`fonds …` tells".
std::string without_commands(std::string_view text);

/// Message and hint in one line.
std::string fault_in_words(const Error& error);

}  // namespace fonds

/// HelpPages: the page of each command, kept beside it in help/<name>.<language>.md and compiled
/// in.
///
/// Threads: constant data.
#pragma once

#include <optional>
#include <string_view>

#include "base/messages.h"

namespace fonds {

/// The page of a command in a language; "fonds" is the first page. Nothing when there is none.
std::optional<std::string_view> help_page(std::string_view command, Language language);

}  // namespace fonds

/// desk_words: what the desk tells whoever takes papers in, in words.
///
/// Threads: pure.
#pragma once

#include <string>

#include "archive/desk.h"
#include "model/sheet_code.h"

namespace fonds {

/// "case 02-08, year 2024, collective «Мир»", as far as it is said.
std::string in_words(const SheetCode& code);
/// What came is not what the sheet promised.
std::string count_line(const ArchiveDesk::Count& count);

}  // namespace fonds

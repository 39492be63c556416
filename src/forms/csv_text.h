/// CSV as a spreadsheet program with Russian settings opens it: UTF-8 with its mark, semicolons,
/// CRLF; and harmless there: a cell that would be taken for a formula begins with an apostrophe.
///
/// Threads: pure.
#pragma once

#include <string>

#include "model/table.h"

namespace fonds {

std::string csv_text(const Table& table);

}  // namespace fonds

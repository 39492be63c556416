/// CSV: text of separated values, as RFC 4180 and as programs write it.
///
/// Read are UTF-8 with and without its mark, UTF-16 with it, CP1251 and CP866; the separator is the
/// one of comma, semicolon and tab that makes the most even rows, or what a first line "sep=;"
/// says. A quote inside a cell that does not begin with one is an ordinary character.
/// Threads: pure. Runs in the sandboxed worker.
/// Faults:  corrupt (a quote that never closes), usage (no text).
#pragma once

#include <string>
#include <string_view>

#include "ingest/table_reader.h"

namespace fonds {

/// One sheet without a name.
void read_csv(std::string_view bytes, TableBuilder& builder);

/// A text file of an unknown code page as UTF-8. Where UTF-8 is broken in places only, these become
/// U+FFFD; where it is none at all, it is a Russian code page of eight bits.
std::string decode_text_file(std::string_view bytes);

}  // namespace fonds

/// Lexemes that mean one thing together, as people write it: a surname with initials, a series with
/// its number, the word «дело» with an index.
///
/// Threads: pure.
#pragma once

#include <vector>

#include "indexer/query_lexer.h"

namespace fonds {

/// Joins them: Kind::person ("Кравец Т И", surname first), Kind::series ("ДО 004289"), and words
/// with a field that was said without a colon (Lexeme::loosely).
std::vector<Lexeme> joined_lexemes(std::vector<Lexeme> list);

}  // namespace fonds

/// parse_person_name: a ФИО as printed, in any order, with names in full or initials, as its parts.
///
/// The parts keep the case and the letters they are printed in; only Latin look-alikes inside
/// Cyrillic words become Cyrillic, initials get their full stop, and dashes become hyphens.
/// NameGrammar::to_nominative() goes on from there.
/// Threads: pure functions, from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/person_name.h"
#include "registry/name_grammar.h"

namespace fonds {

struct ParsedName {
  PersonName name;
  /// The order of printing, a letter a part: L surname, F first name, M patronymic, I one or two
  /// initials: "LFM", "FML", "FL", "LF", "LI", "IL", "L", "F"…
  std::string order;
};

/// The name `text` is, or nothing when it cannot be one: no letters, digits inside, more than six
/// words. Where the words do not tell surname and first name apart, the surname comes first, as in
/// lists.
std::optional<ParsedName> parse_person_name(std::string_view text, const NameGrammar& grammar);

/// ИВАНОВ ИВАН as Иванов Иван; a name not in capitals is left as it is.
PersonName in_title_case(const PersonName& name);

}  // namespace fonds

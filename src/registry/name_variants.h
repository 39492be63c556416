/// name_variants: the ways to part what a recogniser read into surname, first name and patronymic:
/// as it was parted, otherwise, the other way round, with words joined («Кра вец») or split
/// («КравецТимофей»).
///
/// Threads: pure functions, from any thread.
#pragma once

#include <string>
#include <vector>

#include "model/paper.h"
#include "registry/name_grammar.h"

namespace fonds {

struct NameVariant {
  enum class Kind { as_parted, misparted, swapped, rejoined };
  PersonName parts;  ///< in the printed case
  Kind kind = Kind::as_parted;
};

/// The first is as parted; others only where the words leave room for doubt.
std::vector<NameVariant> name_variants(const PersonMention& mention, const NameGrammar& grammar);

}  // namespace fonds

/// small_register: a dozen invented students who are hard to tell apart, for tests of the matcher.
///
/// Threads: pure functions.
#pragma once

#include <string>
#include <vector>

#include "model/paper.h"
#include "model/student.h"
#include "registry/name_grammar.h"
#include "registry/student_index.h"

namespace fonds {

/// The grammar as shipped, made once.
const NameGrammar& shipped_grammar();

/// Ids are 1, 2, 3… in the order written in small_register.cc.
std::vector<Student> small_register();
StudentIndex index_of(const std::vector<Student>& students);

/// A mention as the extraction makes it, its parts told apart by parse_person_name().
PersonMention mention_of(const std::string& printed, PersonRole role = PersonRole::holder);

}  // namespace fonds

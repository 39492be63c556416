/// read_log: every look at papers and persons is an entry of the journal: by whom, at what, how
/// many; never what stood there.
///
/// Threads: as Archive. Faults: those of the catalogue.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "archive/archive.h"
#include "model/actor.h"
#include "model/student.h"

namespace fonds {

/// Who stands behind a login, as forms name them: the name of the account; of the machine's own
/// command line the office.
std::string person_of(Archive& archive, const std::string& login);

/// "student/15": what an entry about a student is about.
std::string subject_of(StudentId student);

/// `event`: "student.shown"; `subject`: "student/15", or what a list is of: "students". `records`:
/// how many were given.
void journal_read(Archive& archive, const Actor& actor, std::string_view event,
                  std::string_view subject, std::optional<std::int64_t> records = {});

/// The same of what `read` gives, which counts it: also when whoever reads turns away half way
/// (`fonds document list | head`), or something fails: they have seen what was given.
void journal_while(Archive& archive, const Actor& actor, std::string_view event,
                   std::string_view subject, const std::function<void(std::int64_t& given)>& read);

}  // namespace fonds

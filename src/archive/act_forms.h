/// ArchiveActForms: what is printed of an act of destruction: the act itself (F7), and, once it is
/// carried out, the act about personal data and the extract of the journal (F13).
///
/// Nobody is named in them but by their number in the register: the papers that named them are
/// gone. Threads: one per Archive. Faults: denied, not_found, usage (not carried out yet).
#pragma once

#include <cstdint>

#include "archive/archive.h"
#include "forms/destruction_act_form.h"
#include "forms/personal_data_act_form.h"
#include "model/actor.h"

namespace fonds {

class ArchiveActForms {
 public:
  explicit ArchiveActForms(Archive& archive) : archive_(archive) {}

  DestructionActForm act(const Actor& actor, std::int64_t number);
  PersonalDataActForm personal_data(const Actor& actor, std::int64_t number);
  PersonalDataLogForm personal_data_log(const Actor& actor, std::int64_t number);

 private:
  Archive& archive_;
};

}  // namespace fonds

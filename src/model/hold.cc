#include "model/hold.h"

#include "model/named.h"

namespace fonds {

std::optional<HoldSubject> hold_subject_from(std::string_view name) {
  return named<HoldSubject>(kHoldSubjects, name);
}

}  // namespace fonds

#include "model/act.h"

#include "model/named.h"

namespace fonds {

std::optional<ActState> act_state_from(std::string_view name) {
  return named<ActState>(kActStates, name);
}

}  // namespace fonds

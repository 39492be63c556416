#include "model/act.h"

#include <fmt/format.h>

#include "base/digest.h"
#include "model/named.h"

namespace fonds {

std::optional<ActState> act_state_from(std::string_view name) {
  return named<ActState>(kActStates, name);
}

std::optional<ActBasis> act_basis_from(std::string_view name) {
  return named<ActBasis>(kActBases, name);
}

/// Each field is written as its length, ':' and its bytes, so no two different acts give one text.
std::string digest_of(const DestructionAct& act) {
  const std::string approved_on = act.approved_on ? to_text(*act.approved_on) : std::string();
  std::string text;
  for (const std::string& field :
       {std::to_string(act.number), to_text(act.drawn_up_on), act.author, act.agreed,
        act.inventories, std::string(act.one_meeting ? "1" : "0"), act.approval, approved_on,
        act.approved_by}) {
    text += fmt::format("{}:{}", field.size(), field);
  }
  // Acts of earlier versions had one basis.
  if (act.basis != ActBasis::term_over) {
    text += fmt::format(";{}={}", name_of(act.basis), act.subject.value);
  }
  for (const VolumeId unit : act.units) text += fmt::format(",{}", unit.value);
  return sha256(text);
}

}  // namespace fonds

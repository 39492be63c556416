#include "model/document.h"

namespace fonds {

std::string_view name_of(DocumentState state) {
  switch (state) {
    case DocumentState::accepted:
      return "accepted";
    case DocumentState::recognised:
      return "recognised";
    case DocumentState::quarantined:
      return "quarantined";
  }
  return "accepted";
}

std::optional<DocumentState> document_state_from(std::string_view name) {
  for (const auto state :
       {DocumentState::accepted, DocumentState::recognised, DocumentState::quarantined}) {
    if (name_of(state) == name) return state;
  }
  return std::nullopt;
}

}  // namespace fonds

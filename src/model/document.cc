#include "model/document.h"

#include <algorithm>

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

bool has_pictures(const Document& document) {
  return std::any_of(
      document.originals.begin(), document.originals.end(),
      [](const Original& each) { return each.kind != FileKind::other && !is_office(each.kind); });
}

bool is_unread(const Document& document) {
  return std::all_of(document.originals.begin(), document.originals.end(),
                     [](const Original& each) { return each.kind == FileKind::other; });
}

}  // namespace fonds

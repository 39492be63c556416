/// ArchiveInventoryForms: what is printed of an inventory of cases: the list itself (F5; of
/// electronic volumes F12) and the handover inventory (F6).
///
/// Titles of volumes may name people (personal files of employees), so these are for those who see
/// cases; a list that would leave volumes out is not printed. Every print is journalled as a read.
/// Threads: one per Archive. Faults: denied, not_found, usage, and those of the catalogue.
#pragma once

#include <cstdint>

#include "archive/archive.h"
#include "archive/inventory_view.h"
#include "forms/case_list_form.h"
#include "forms/handover_list_form.h"
#include "model/actor.h"

namespace fonds {

class ArchiveInventoryForms {
 public:
  explicit ArchiveInventoryForms(Archive& archive) : archive_(archive) {}

  CaseListForm list(const Actor& actor, std::int64_t id);
  HandoverListForm handover(const Actor& actor, std::int64_t id);

 private:
  ShownInventory printed(const Actor& actor, std::int64_t id);
  Archive& archive_;
};

}  // namespace fonds

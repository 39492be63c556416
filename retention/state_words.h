/// Words for the states that retention and its papers go through, as people read them, in the
/// language chosen.
///
/// Threads: any.
#pragma once

#include "model/act.h"
#include "model/case_inventory.h"
#include "model/nomenclature.h"
#include "model/verdict.h"
#include "retention/gates.h"
#include "retention/plan.h"

namespace fonds {

/// "may be destroyed": what is to be done with a volume.
const char* title_of(PlannedStep step);
const char* title_of(ActState state);
/// "the head has approved the act": what a gate asks.
const char* title_of(GateCode code);
const char* title_of(GateState state);
const char* title_of(NomenclatureState state);
/// "cases kept permanently".
const char* title_of(InventoryKind kind, bool electronic);
const char* title_of(InventoryState state);
/// "надобность миновала": an event on record of a volume.
const char* title_of(VolumeMarkKind kind);
const char* title_of(Appraisal outcome);
const char* title_of(DisposalObstacleKind kind);

}  // namespace fonds

#include "retention/state_words.h"

#include "base/messages.h"

namespace fonds {

const char* title_of(PlannedStep step) {
  switch (step) {
    case PlannedStep::none:
      return tr("nothing to do");
    case PlannedStep::close:
      return tr("to be closed");
    case PlannedStep::ask:
      return tr("is it still needed?");
    case PlannedStep::inventory:
      return tr("into the inventory");
    case PlannedStep::decide:
      return tr("to the commission");
    case PlannedStep::destroy:
      return tr("may be destroyed");
    case PlannedStep::blocked:
      return tr("its term is over, it is blocked");
  }
  return "";
}

const char* title_of(ActState state) {
  switch (state) {
    case ActState::draft:
      return tr("draft of an act");
    case ActState::agreed:
      return tr("agreed by the commission");
    case ActState::approved:
      return tr("approved by the head");
    case ActState::withdrawn:
      return tr("papers withdrawn");
    case ActState::destroying:
      return tr("being carried out");
    case ActState::carried_out:
      return tr("carried out");
    case ActState::cancelled:
      return tr("cancelled");
  }
  return "";
}

const char* title_of(GateCode code) {
  switch (code) {
    case GateCode::term_over:
      return tr("terms are over by 1 January of the act's year");
    case GateCode::inventories:
      return tr("inventories of the same years are approved");
    case GateCode::audited:
      return tr("periods were audited where they had to be");
    case GateCode::decided:
      return tr("the commission has decided where it had to");
    case GateCode::same_meeting:
      return tr("act and inventories were considered at one meeting");
    case GateCode::approved:
      return tr("the head has approved the act");
    case GateCode::nothing_holds:
      return tr("nothing is held, issued, searched for, disputed, asked for");
    case GateCode::end_recorded:
      return tr("how paper and files end is on record");
    case GateCode::records_changed:
      return tr("the records say that it is destroyed");
    case GateCode::data_recorded:
      return tr("whose data were destroyed is on record");
  }
  return "";
}

const char* title_of(GateState state) {
  switch (state) {
    case GateState::passed:
      return tr("passed");
    case GateState::open:
      return tr("its turn has not come");
    case GateState::closed:
      return tr("CLOSED");
  }
  return "";
}

const char* title_of(NomenclatureState state) {
  switch (state) {
    case NomenclatureState::draft:
      return tr("draft");
    case NomenclatureState::agreed:
      return tr("agreed");
    case NomenclatureState::approved:
      return tr("approved");
    case NomenclatureState::locked:
      return tr("locked");
  }
  return "";
}

const char* title_of(InventoryKind kind, bool electronic) {
  switch (kind) {
    case InventoryKind::permanent:
      return electronic ? tr("electronic cases kept permanently") : tr("cases kept permanently");
    case InventoryKind::long_term:
      return electronic ? tr("electronic cases kept for a time above 10 years")
                        : tr("cases kept for a time above 10 years");
    case InventoryKind::personnel:
      return electronic ? tr("electronic cases on personnel") : tr("cases on personnel");
  }
  return "";
}

const char* title_of(InventoryState state) {
  switch (state) {
    case InventoryState::draft:
      return tr("draft of an inventory");
    case InventoryState::agreed:
      return tr("inventory agreed by the commission");
    case InventoryState::approved:
      return tr("inventory approved by the head");
    case InventoryState::handed_over:
      return tr("inventory handed over to the archive");
    case InventoryState::cancelled:
      return tr("inventory cancelled");
  }
  return "";
}

const char* title_of(VolumeMarkKind kind) {
  switch (kind) {
    case VolumeMarkKind::learner_left:
      return tr("the learner left");
    case VolumeMarkKind::consent_ended:
      return tr("the consent ended or was withdrawn");
    case VolumeMarkKind::contract_ended:
      return tr("the contract ended");
    case VolumeMarkKind::form_replaced:
      return tr("replaced by a new one");
    case VolumeMarkKind::blanks_destroyed:
      return tr("the blanks were destroyed");
    case VolumeMarkKind::returned:
      return tr("the cases were returned");
    case VolumeMarkKind::dismissed:
      return tr("the employee was dismissed");
    case VolumeMarkKind::not_needed:
      return tr("not needed any more");
    case VolumeMarkKind::audited:
      return tr("the period was audited");
    case VolumeMarkKind::in_search:
      return tr("searched for");
    case VolumeMarkKind::dispute:
      return tr("in dispute");
    case VolumeMarkKind::written_off:
      return tr("written off");
    case VolumeMarkKind::damaged:
      return tr("damaged beyond repair");
  }
  return "";
}

const char* title_of(Appraisal outcome) {
  switch (outcome) {
    case Appraisal::keep:
      return tr("keep for ever");
    case Appraisal::prolong:
      return tr("keep longer");
    case Appraisal::destroy:
      return tr("destroy");
  }
  return "";
}

const char* title_of(DisposalObstacleKind kind) {
  switch (kind) {
    case DisposalObstacleKind::hold:
      return tr("hold");
    case DisposalObstacleKind::issued:
      return tr("issued");
    case DisposalObstacleKind::in_search:
      return tr("searched for");
    case DisposalObstacleKind::open_request:
      return tr("open request");
    case DisposalObstacleKind::dispute:
      return tr("in dispute");
  }
  return "";
}

}  // namespace fonds

#include "web/gate_model.h"

#include "base/messages.h"
#include "retention/state_words.h"

namespace fonds {
namespace {

const char* help_of(GateCode code) {
  switch (code) {
    case GateCode::term_over:
      return tr("Leave the volumes named out: cancel the act and draw another one up.");
    case GateCode::inventories:
      return tr(
          "Draw the inventories of these years up and have them approved; their protocol is then "
          "named with the agreement.");
    case GateCode::audited:
      return tr("Record on the volume's page that its period was audited.");
    case GateCode::decided:
      return tr("Record on the volume's page what the commission has decided.");
    case GateCode::same_meeting:
      return tr("Say with the agreement that act and inventories were considered at one meeting.");
    case GateCode::approved:
      return tr("Another person than the one who drew the act up approves it: the head.");
    case GateCode::nothing_holds:
      return tr(
          "The volume's page says what forbids it: lift the hold, wait for its return, settle the "
          "request.");
    case GateCode::end_recorded:
      return tr("Name the waybill and the weight of the paper when the act is carried out.");
    case GateCode::records_changed:
      return tr("Comes by itself when the act is carried out.");
    case GateCode::data_recorded:
      return tr("Comes by itself when the act is carried out.");
  }
  return "";
}

}  // namespace

std::string verdict_path(const VolumeKey& key) {
  return "/retention/volumes/" + percent_encoded(to_text(key));
}

Json gates_model(const std::vector<Gate>& gates) {
  Json model = Json::array();
  for (const Gate& each : gates) {
    Json units = Json::array();
    for (const VolumeKey& key : each.units) {
      units.push_back({{"volume", to_text(key)}, {"path", verdict_path(key)}});
    }
    const bool passed = each.state == GateState::passed;
    model.push_back({{"number", number_of(each.code)},
                     {"title", title_of(each.code)},
                     {"state", title_of(each.state)},
                     {"is_closed", each.state == GateState::closed},
                     {"is_passed", passed},
                     {"help", passed ? "" : help_of(each.code)},
                     {"units", std::move(units)}});
  }
  return model;
}

}  // namespace fonds

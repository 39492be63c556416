#include "web/api/act_records.h"

#include "web/api/records.h"

namespace fonds {
namespace {

Json record_of(const ShownAct::Unit& unit) {
  return {{"volume", to_text(unit.key)},
          {"heading", unit.heading},
          {"period", unit.period},
          {"first_year", unit.first_year},
          {"last_year", unit.last_year}};
}

Json record_of(const Gate& gate) {
  Json units = Json::array();
  for (const VolumeKey& key : gate.units) units.push_back(to_text(key));
  return {{"gate", number_of(gate.code)},
          {"code", name_of(gate.code)},
          {"state", name_of(gate.state)},
          {"units", std::move(units)}};
}

}  // namespace

Json record_of(const DestructionAct& act) {
  return {{"act", act.number},
          {"state", name_of(act.state)},
          {"basis", name_of(act.basis)},
          {"subject", id_or_null(act.subject)},
          {"revision", act.revision},
          {"units", act.unit_count},
          {"drawn_up_on", to_text(act.drawn_up_on)},
          {"author", act.author},
          {"agreed", text_or_null(act.agreed)},
          {"inventories", text_or_null(act.inventories)},
          {"one_meeting", act.one_meeting},
          {"approval", text_or_null(act.approval)},
          {"approved_on", day_or_null(act.approved_on)},
          {"approved_by", text_or_null(act.approved_by)},
          {"approved_at", moment_or_null(act.approved_at)},
          {"withdrawn_on", day_or_null(act.execution.withdrawn_on)},
          {"waybill", text_or_null(act.execution.waybill)},
          {"grams", act.execution.grams},
          {"done_on", day_or_null(act.execution.done_on)},
          {"done_by", text_or_null(act.execution.done_by)}};
}

Json record_of(const ShownAct& shown) {
  Json record = record_of(shown.act);
  record["units"] = Json::array();
  for (const ShownAct::Unit& each : shown.units) record["units"].push_back(record_of(each));
  record["gates"] = Json::array();
  for (const Gate& each : shown.gates) record["gates"].push_back(record_of(each));
  return record;
}

Json record_of(const ErasureProof& proof, std::int64_t act) {
  Json remains = Json::array();
  for (const ErasureProof::Remains& each : proof.remains) {
    remains.push_back({{"place", each.place}, {"subject", each.subject}});
  }
  return {{"act", act},
          {"documents", proof.documents},
          {"shared", proof.shared},
          {"remains", std::move(remains)}};
}

}  // namespace fonds

#include "cli/act_talk.h"

#include <fmt/format.h>

#include "base/messages.h"
#include "base/text.h"
#include "model/spoken_date.h"

namespace fonds {
namespace {

const char* title_of(ActState state) {
  switch (state) {
    case ActState::draft:
      return tr("draft of an act");
    case ActState::agreed:
      return tr("agreed by the commission");
    case ActState::approved:
      return tr("approved by the head");
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

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json record_of(const DestructionAct& act) {
  return {{"act", act.number},
          {"state", name_of(act.state)},
          {"revision", act.revision},
          {"units", act.unit_count},
          {"drawn_up_on", to_text(act.drawn_up_on)},
          {"author", act.author},
          {"agreed", text_or_null(act.agreed)},
          {"inventories", text_or_null(act.inventories)},
          {"one_meeting", act.one_meeting},
          {"approval", text_or_null(act.approval)},
          {"approved_on", act.approved_on ? Json(to_text(*act.approved_on)) : Json(nullptr)},
          {"approved_by", text_or_null(act.approved_by)}};
}

}  // namespace

void print_act(const Session& session, const DestructionAct& act) {
  if (session.json) return print(record_of(act));
  std::string line =
      fmt::format("{}  {}  {}", act.number, title_of(act.state),
                  say(tr("of {}, units: {}"), spoken(act.drawn_up_on), act.unit_count));
  if (!act.agreed.empty()) line += "; " + say(tr("commission: {}"), printable(act.agreed));
  if (act.approved_on) {
    line +=
        "; " + say(tr("approved: № {} of {}"), printable(act.approval), spoken(*act.approved_on));
  }
  print(line);
}

void print_shown(const Session& session, const ShownAct& shown) {
  if (session.json) {
    Json record = record_of(shown.act);
    record["units"] = Json::array();
    for (const ShownAct::Unit& each : shown.units) {
      record["units"].push_back({{"volume", to_text(each.key)},
                                 {"heading", each.heading},
                                 {"period", each.period},
                                 {"first_year", each.first_year},
                                 {"last_year", each.last_year}});
    }
    record["gates"] = Json::array();
    for (const Gate& each : shown.gates) {
      Json units = Json::array();
      for (const VolumeKey& key : each.units) units.push_back(to_text(key));
      record["gates"].push_back({{"gate", number_of(each.code)},
                                 {"code", name_of(each.code)},
                                 {"state", name_of(each.state)},
                                 {"units", units}});
    }
    return print(record);
  }
  print_act(session, shown.act);
  for (const ShownAct::Unit& each : shown.units) {
    print(fmt::format("    {}  {}  · {}", to_text(each.key), printable(each.heading),
                      printable(each.period)));
  }
  for (const Gate& each : shown.gates) {
    std::string line = fmt::format("  {}  {}: {}", number_of(each.code), title_of(each.code),
                                   title_of(each.state));
    for (const VolumeKey& key : each.units) line += "  " + to_text(key);
    print(line);
  }
}

}  // namespace fonds

#include "cli/act_talk.h"

#include <fmt/format.h>

#include "base/messages.h"
#include "base/text.h"
#include "model/spoken_date.h"
#include "retention/state_words.h"

namespace fonds {
namespace {

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json day_or_null(const std::optional<CalendarDate>& day) {
  return day ? Json(to_text(*day)) : Json(nullptr);
}

Json record_of(const DestructionAct& act) {
  return {{"act", act.number},
          {"state", name_of(act.state)},
          {"basis", name_of(act.basis)},
          {"subject", act.subject.value == 0 ? Json(nullptr) : Json(act.subject.value)},
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
          {"approved_at", act.approved_at ? Json(to_text(*act.approved_at)) : Json(nullptr)},
          {"withdrawn_on", day_or_null(act.execution.withdrawn_on)},
          {"waybill", text_or_null(act.execution.waybill)},
          {"grams", act.execution.grams},
          {"done_on", day_or_null(act.execution.done_on)},
          {"done_by", text_or_null(act.execution.done_by)}};
}

}  // namespace

void print_act(const Session& session, const DestructionAct& act) {
  if (session.json) return print(record_of(act));
  std::string line =
      fmt::format("{}  {}  {}", act.number, title_of(act.state),
                  say(tr("of {}, units: {}"), spoken(act.drawn_up_on), act.unit_count));
  if (act.basis == ActBasis::consent_withdrawn) {
    line += "; " + say(tr("consent withdrawn by student {}"), act.subject.value);
  }
  if (!act.agreed.empty()) line += "; " + say(tr("commission: {}"), printable(act.agreed));
  if (act.approved_on) {
    line +=
        "; " + say(tr("approved: № {} of {}"), printable(act.approval), spoken(*act.approved_on));
  }
  const ActExecution& end = act.execution;
  if (end.withdrawn_on) line += "; " + say(tr("papers withdrawn on {}"), spoken(*end.withdrawn_on));
  if (end.done_on) line += "; " + say(tr("carried out on {}"), spoken(*end.done_on));
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

void print_proof(const Session& session, std::int64_t act, const ErasureProof& proof) {
  if (session.json) {
    Json remains = Json::array();
    for (const ErasureProof::Remains& each : proof.remains) {
      remains.push_back({{"place", each.place}, {"subject", each.subject}});
    }
    return print(Json{{"act", act},
                      {"documents", proof.documents},
                      {"shared", proof.shared},
                      {"remains", remains}});
  }
  for (const ErasureProof::Remains& each : proof.remains) {
    print(fmt::format("{}: {}", each.place, each.subject));
  }
  tell(session, say(tr("Documents looked for in all places: {}; found anything of: {}; files that "
                       "other documents have, too: {}"),
                    proof.documents, proof.remains.size(), proof.shared));
}

}  // namespace fonds

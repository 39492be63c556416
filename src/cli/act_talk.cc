#include "cli/act_talk.h"

#include <fmt/format.h>

#include "base/messages.h"
#include "base/text.h"
#include "model/spoken_date.h"
#include "retention/state_words.h"
#include "web/api/act_records.h"

namespace fonds {

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
  if (session.json) return print(record_of(shown));
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
  if (session.json) return print(record_of(proof, act));
  for (const ErasureProof::Remains& each : proof.remains) {
    print(fmt::format("{}: {}", each.place, each.subject));
  }
  tell(session, say(tr("Documents looked for in all places: {}; found anything of: {}; files that "
                       "other documents have, too: {}"),
                    proof.documents, proof.remains.size(), proof.shared));
}

}  // namespace fonds

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cmath>

#include "archive/act_forms.h"
#include "archive/acts.h"
#include "archive/destruction.h"
#include "archive/field_input.h"
#include "archive/withdrawn_data.h"
#include "base/messages.h"
#include "base/text.h"
#include "cli/act_talk.h"
#include "cli/commands/commands.h"
#include "cli/form_target.h"
#include "cli/progress.h"
#include "cli/verb.h"
#include "model/spoken_date.h"

namespace fonds {
namespace {

struct ActCall {
  std::vector<std::string> volumes;
  bool all = false;
  std::int64_t student = 0;
  std::int64_t number = 0;
  std::string protocol;
  std::string inventories;
  bool one_meeting = false;
  std::string approval;
  std::string on;
  std::int64_t revision = 0;
  FormTarget target;
  std::string form = "act";
  std::string waybill;
  double kilograms = 0;
  bool yes = false;
  bool dry_run = false;
};
using Verb = DefinedVerb<ActCall>;

/// Optional data of a learner who withdrew the consent.
int draw_of_withdrawn(Session& session, const ActCall& call) {
  Archive archive = session.open_archive();
  const WithdrawnData drawn =
      ArchiveWithdrawnData(archive).draw_up(session.actor, StudentId{call.student});
  print_shown(session, drawn.act);
  tell(session, say(tr("Papers taken out: {}; to be destroyed by {}. They stay, blocked: kept by a "
                       "period {}, with others {}, held {}"),
                    drawn.taken, spoken(drawn.until), drawn.kept, drawn.shared, drawn.held));
  return kExitDone;
}

int draw_up(Session& session, const ActCall& call) {
  if (call.student != 0) {
    if (!call.all && call.volumes.empty()) return draw_of_withdrawn(session, call);
    throw Error(Fault::usage, tr("an act is of volumes or of one student's withdrawn data"),
                tr("say either"));
  }
  if (call.all == !call.volumes.empty()) {
    throw Error(Fault::usage, tr("it is not said which volumes are selected"),
                tr("name them, or say --all: all that may be destroyed"));
  }
  Archive archive = session.open_archive();
  print_shown(session, ArchiveActs(archive).draw_up(session.actor, call.volumes));
  tell(session, tr("Nothing is destroyed by it: the commission and the head decide first."));
  return kExitDone;
}

int agree(Session& session, const ActCall& call) {
  Archive archive = session.open_archive();
  print_shown(session,
              ArchiveActs(archive).agree(session.actor, call.number,
                                         {call.protocol, call.inventories, call.one_meeting}));
  return kExitDone;
}

int approve(Session& session, const ActCall& call) {
  Archive archive = session.open_archive();
  const ActApproval approval{call.approval, day_typed(call.on), call.revision};
  print_shown(session, ArchiveActs(archive).approve(session.actor, call.number, approval));
  return kExitDone;
}

int cancel(Session& session, const ActCall& call) {
  Archive archive = session.open_archive();
  print_act(session, ArchiveActs(archive).cancel(session.actor, call.number).act);
  return kExitDone;
}

/// What would be done: destructive verbs want --yes.
int show_plan(Session& session, Archive& archive, const ActCall& call) {
  print_shown(session, ArchiveActs(archive).show(session.actor, call.number));
  if (call.dry_run) return kExitDone;
  throw Error(Fault::usage, tr("nothing was done: what is destroyed can not be had again"),
              tr("repeat with --yes"));
}

int carry_out(Session& session, const ActCall& call) {
  Archive archive = session.open_archive();
  if (!call.yes || call.dry_run) return show_plan(session, archive, call);
  Progress bar(session);
  const auto outcome = ArchiveDestruction(archive).carry_out(
      session.actor, call.number,
      {call.waybill, static_cast<std::int64_t>(std::llround(call.kilograms * 1000))},
      [&](std::int64_t done, std::int64_t total) {
        bar.show(tr("destroying volumes"), done, total);
      });
  bar.clear();
  print_act(session, outcome.act);
  if (outcome.destroyed_from) {
    tell(session, say(tr("Nobody sees its papers any more. From {} on the same command destroys "
                         "them; until then they can be brought back: fonds act restore {}"),
                      spoken(*outcome.destroyed_from), call.number));
  }
  if (outcome.wants_waybill) {
    tell(session, tr("When the paper is handed over for destruction, say --waybill and --weight "
                     "with it."));
  }
  if (outcome.proof && !session.json) print_proof(session, call.number, *outcome.proof);
  return kExitDone;
}

int restore(Session& session, const ActCall& call) {
  Archive archive = session.open_archive();
  print_act(session, ArchiveDestruction(archive).restore(session.actor, call.number));
  return kExitDone;
}

int prove(Session& session, const ActCall& call) {
  Archive archive = session.open_archive();
  const ErasureProof proof = ArchiveDestruction(archive).prove(session.actor, call.number);
  print_proof(session, call.number, proof);
  return proof.remains.empty() ? kExitDone : entry_of(Fault::corrupt).exit_code;
}

int list(Session& session, const ActCall& /*call*/) {
  Archive archive = session.open_archive();
  const auto acts = ArchiveActs(archive).list(session.actor);
  for (const DestructionAct& each : acts) print_act(session, each);
  if (acts.empty()) tell(session, tr("There is no act yet: fonds act draw --all"));
  return kExitDone;
}

int show(Session& session, const ActCall& call) {
  Archive archive = session.open_archive();
  print_shown(session, ArchiveActs(archive).show(session.actor, call.number));
  return kExitDone;
}

int print_form(Session& session, const ActCall& call) {
  expect_place(call.target);
  Archive archive = session.open_archive();
  ArchiveActForms forms(archive);
  const auto give = [&](const std::string& title, const PrintedForm& printed) {
    give_form(session, archive, call.target, fmt::format("act-{}-{}.pdf", call.number, call.form),
              title, printed);
  };
  if (call.form == "act") {
    give(say(tr("Act No. {} of selection for destruction"), call.number),
         printed_destruction_act(forms.act(session.actor, call.number)));
  } else if (call.form == "personal-data") {
    give(say(tr("Act No. {} of the destruction of personal data"), call.number),
         printed_personal_data_act(forms.personal_data(session.actor, call.number)));
  } else if (call.form == "log") {
    give(say(tr("Extract of the journal for act No. {}"), call.number),
         printed_personal_data_log(forms.personal_data_log(session.actor, call.number)));
  } else {
    throw Error(Fault::usage, say(tr("there is no form '{}' of an act"), printable(call.form)),
                tr("say --form act, --form personal-data or --form log"));
  }
  return kExitDone;
}

Verb define_of_act(CLI::App& command, Session& session, const char* name,
                   int (*action)(Session&, const ActCall&)) {
  Verb made = define_verb(command, session, name, action);
  made.app->add_option("NUMBER", made.call->number)->required();
  return made;
}

}  // namespace

void define_act(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("act");
  command->require_subcommand(1);
  const Verb drawn = define_verb(*command, session, "draw", draw_up);
  drawn.app->add_option("VOLUME", drawn.call->volumes);
  drawn.app->add_flag("--all", drawn.call->all);
  drawn.app->add_option("--withdrawn", drawn.call->student)->check(CLI::PositiveNumber);
  const Verb agreed = define_of_act(*command, session, "agree", agree);
  agreed.app->add_option("--protocol", agreed.call->protocol)->required();
  agreed.app->add_option("--inventories", agreed.call->inventories);
  agreed.app->add_flag("--one-meeting", agreed.call->one_meeting);
  const Verb approved = define_of_act(*command, session, "approve", approve);
  approved.app->add_option("--number", approved.call->approval)->required();
  approved.app->add_option("--on", approved.call->on)->required();
  approved.app->add_option("--revision", approved.call->revision);
  define_of_act(*command, session, "cancel", cancel);
  const Verb carried = define_of_act(*command, session, "carry-out", carry_out);
  carried.app->add_option("--waybill", carried.call->waybill);
  carried.app->add_option("--weight", carried.call->kilograms)->check(CLI::Range(0.0, 1e6));
  carried.app->add_flag("--yes", carried.call->yes);
  carried.app->add_flag("--dry-run", carried.call->dry_run);
  define_of_act(*command, session, "restore", restore);
  define_of_act(*command, session, "prove", prove);
  define_verb(*command, session, "list", list);
  define_of_act(*command, session, "show", show);
  const Verb printed = define_of_act(*command, session, "print", print_form);
  printed.app->add_option("--form", printed.call->form);
  add_target(*printed.app, printed.call->target);
}

}  // namespace fonds

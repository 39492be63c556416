#include <CLI/CLI.hpp>

#include "archive/acts.h"
#include "archive/field_input.h"
#include "base/messages.h"
#include "cli/act_talk.h"
#include "cli/commands/commands.h"
#include "cli/output_file.h"
#include "cli/verb.h"

namespace fonds {
namespace {

struct ActCall {
  std::vector<std::string> volumes;
  bool all = false;
  std::int64_t number = 0;
  std::string protocol;
  std::string inventories;
  bool one_meeting = false;
  std::string approval;
  std::string on;
  std::int64_t revision = 0;
  std::string output;
};
using Verb = DefinedVerb<ActCall>;

int draw_up(Session& session, const ActCall& call) {
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
  expect_place_for_bytes(call.output);
  Archive archive = session.open_archive();
  give_bytes(session, call.output,
             destruction_act_pdf(ArchiveActs(archive).form(session.actor, call.number)));
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
  const Verb agreed = define_of_act(*command, session, "agree", agree);
  agreed.app->add_option("--protocol", agreed.call->protocol)->required();
  agreed.app->add_option("--inventories", agreed.call->inventories)->required();
  agreed.app->add_flag("--one-meeting", agreed.call->one_meeting);
  const Verb approved = define_of_act(*command, session, "approve", approve);
  approved.app->add_option("--number", approved.call->approval)->required();
  approved.app->add_option("--on", approved.call->on)->required();
  approved.app->add_option("--revision", approved.call->revision);
  define_of_act(*command, session, "cancel", cancel);
  define_verb(*command, session, "list", list);
  define_of_act(*command, session, "show", show);
  const Verb printed = define_of_act(*command, session, "print", print_form);
  printed.app->add_option("-o,--output", printed.call->output);
}

}  // namespace fonds

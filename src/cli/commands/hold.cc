#include "archive/holds.h"

#include <CLI/CLI.hpp>

#include "archive/field_input.h"
#include "base/messages.h"
#include "cli/case_talk.h"
#include "cli/commands/commands.h"
#include "cli/verb.h"

namespace fonds {
namespace {

struct HoldCall {
  std::string subject;
  std::string target;
  std::string reason;
  std::string until;
  std::int64_t number = 0;
  bool all = false;
};
using Verb = DefinedVerb<HoldCall>;

int set(Session& session, const HoldCall& call) {
  Archive archive = session.open_archive();
  const NewHold words{hold_subject_from(call.subject).value(), call.target, call.reason,
                      day_if_typed(call.until)};
  print_hold(session, ArchiveHolds(archive).set(session.actor, words));
  return kExitDone;
}

int lift(Session& session, const HoldCall& call) {
  Archive archive = session.open_archive();
  print_hold(session, ArchiveHolds(archive).lift(session.actor, call.number, call.reason));
  return kExitDone;
}

int list(Session& session, const HoldCall& call) {
  Archive archive = session.open_archive();
  const auto found = ArchiveHolds(archive).list(session.actor, !call.all);
  for (const ShownHold& each : found) print_hold(session, each);
  if (found.empty()) tell(session, tr("Nothing is held."));
  return kExitDone;
}

}  // namespace

void define_hold(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("hold");
  command->require_subcommand(1);
  const Verb made = define_verb(*command, session, "set", set);
  made.app->add_option("SUBJECT", made.call->subject)
      ->required()
      ->check(CLI::IsMember({"student", "document", "volume", "item"}));
  made.app->add_option("TARGET", made.call->target)->required();
  made.app->add_option("--reason", made.call->reason)->required();
  made.app->add_option("--until", made.call->until);
  const Verb lifted = define_verb(*command, session, "lift", lift);
  lifted.app->add_option("NUMBER", lifted.call->number)->required();
  lifted.app->add_option("--reason", lifted.call->reason)->required();
  const Verb listed = define_verb(*command, session, "list", list);
  listed.app->add_flag("--all", listed.call->all);
}

}  // namespace fonds

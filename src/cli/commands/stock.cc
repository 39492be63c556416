#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "archive/field_input.h"
#include "archive/stock.h"
#include "archive/stock_checks.h"
#include "base/messages.h"
#include "base/text.h"
#include "cli/commands/commands.h"
#include "cli/form_target.h"
#include "cli/verb.h"
#include "model/spoken_date.h"
#include "web/api/stock_records.h"

namespace fonds {
namespace {

struct StockCall {
  std::vector<std::string> volumes;
  std::string reason;
  std::string act;
  std::string on;
  FoundWords found;
  std::string form;
  FormTarget target;
};
using Verb = DefinedVerb<StockCall>;

void print_missing(const Session& session, const MissingVolume& missing) {
  if (session.json) return print(record_of(missing));
  const char* state =
      missing.mark.kind == VolumeMarkKind::in_search ? tr("searched for since {}: {}")
      : missing.mark.kind == VolumeMarkKind::damaged ? tr("damaged beyond repair since {}: {}")
                                                     : tr("written off on {}: {}");
  print(fmt::format("{}  {}  {}", to_text(missing.key), printable(missing.heading),
                    say(state, spoken(missing.mark.day), printable(missing.mark.basis))));
}

int miss(Session& session, const StockCall& call) {
  Archive archive = session.open_archive();
  print_missing(session,
                ArchiveStock(archive).miss(session.actor, call.volumes.front(), call.reason));
  return kExitDone;
}

int damage(Session& session, const StockCall& call) {
  Archive archive = session.open_archive();
  print_missing(session,
                ArchiveStock(archive).damage(session.actor, call.volumes.front(), call.reason));
  return kExitDone;
}

int write_off(Session& session, const StockCall& call) {
  Archive archive = session.open_archive();
  for (const MissingVolume& each :
       ArchiveStock(archive).write_off(session.actor, call.volumes, call.act, day_typed(call.on))) {
    print_missing(session, each);
  }
  return kExitDone;
}

int find(Session& session, const StockCall& call) {
  const bool prints = !call.target.output.empty() || !call.target.volume.empty();
  if (prints) expect_place(call.target);
  Archive archive = session.open_archive();
  const std::string& volume = call.volumes.front();
  const DiscoveryAct act = ArchiveStock(archive).find(session.actor, volume, call.found);
  tell(session, say(tr("{} is in its place again."), printable(volume)));
  if (prints) {
    give_form(session, archive, call.target, "act-of-discovery.pdf", tr("Act of discovery"),
              printed_discovery_act(act.facts, act.units));
  }
  return kExitDone;
}

void print_check(const Session& session, const StockCheckState& state) {
  if (session.json) return print(record_of(state));
  const char* title = state.check == StockCheck::presence ? tr("check of presence and state")
                                                          : tr("check of electronic documents");
  const std::string last = state.last
                               ? say(tr("act {} of {}"), printable(state.act), spoken(*state.last))
                               : std::string(tr("none yet"));
  print(say(tr("{}: {}; the next one by {}"), title, last, spoken(state.due_by)));
}

int check(Session& session, const StockCall& call) {
  Archive archive = session.open_archive();
  ArchiveStockChecks checks(archive);
  if (call.form.empty()) {
    for (const StockCheckState& each : checks.list(session.actor)) print_check(session, each);
    return kExitDone;
  }
  const auto kind = stock_check_from(call.form);
  if (!kind) {
    throw Error(Fault::usage, say(tr("there is no such check '{}'"), printable(call.form)),
                tr("say presence or electronic"));
  }
  print_check(session, checks.record(session.actor, *kind, call.act, day_typed(call.on)));
  return kExitDone;
}

int list(Session& session, const StockCall& /*call*/) {
  Archive archive = session.open_archive();
  const auto missing = ArchiveStock(archive).list(session.actor);
  for (const MissingVolume& each : missing) print_missing(session, each);
  if (missing.empty()) tell(session, tr("Every volume is in its place, as far as is known."));
  return kExitDone;
}

int print_form(Session& session, const StockCall& call) {
  expect_place(call.target);
  Archive archive = session.open_archive();
  ArchiveStock stock(archive);
  if (call.form == "loss") {
    const LossAct act = stock.loss(session.actor);
    give_form(session, archive, call.target, "act-of-loss.pdf", tr("Act of loss"),
              printed_loss_act(act.facts, act.units));
  } else if (call.form == "damage") {
    const LossAct act = stock.damages(session.actor);
    give_form(session, archive, call.target, "act-of-damage.pdf", tr("Act of damage"),
              printed_damage_act(act.facts, act.units));
  } else if (call.form == "presence") {
    give_form(session, archive, call.target, "act-of-presence.pdf",
              tr("Act of a check of presence and state"),
              printed_presence_check(stock.presence(session.actor)));
  } else if (call.form == "electronic") {
    give_form(session, archive, call.target, "act-of-electronic-documents.pdf",
              tr("Act of a check of electronic documents"),
              printed_presence_check(stock.electronic(session.actor)));
  } else {
    throw Error(Fault::usage, say(tr("there is no such form '{}'"), printable(call.form)),
                tr("say loss, damage, presence or electronic"));
  }
  return kExitDone;
}

}  // namespace

void define_stock(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("stock");
  command->require_subcommand(1);
  const Verb missed = define_verb(*command, session, "missing", miss);
  missed.app->add_option("VOLUME", missed.call->volumes)->required()->expected(1);
  missed.app->add_option("--reason", missed.call->reason)->required();
  const Verb damaged = define_verb(*command, session, "damaged", damage);
  damaged.app->add_option("VOLUME", damaged.call->volumes)->required()->expected(1);
  damaged.app->add_option("--reason", damaged.call->reason)->required();
  const Verb written = define_verb(*command, session, "write-off", write_off);
  written.app->add_option("VOLUME", written.call->volumes)->required();
  written.app->add_option("--act", written.call->act)->required();
  written.app->add_option("--on", written.call->on)->required();
  const Verb found = define_verb(*command, session, "found", find);
  found.app->add_option("VOLUME", found.call->volumes)->required()->expected(1);
  found.app->add_option("--where", found.call->found.where)->required();
  found.app->add_option("--decision", found.call->found.decision);
  add_target(*found.app, found.call->target);
  const Verb checked = define_verb(*command, session, "checked", check);
  CLI::Option* act = checked.app->add_option("--act", checked.call->act);
  CLI::Option* on = checked.app->add_option("--on", checked.call->on);
  CLI::Option* which = checked.app->add_option("CHECK", checked.call->form);
  which->needs(act)->needs(on);
  act->needs(which);
  define_verb(*command, session, "list", list);
  const Verb printed = define_verb(*command, session, "print", print_form);
  printed.app->add_option("FORM", printed.call->form)->required();
  add_target(*printed.app, printed.call->target);
}

}  // namespace fonds

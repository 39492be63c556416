#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "archive/field_input.h"
#include "archive/inventories.h"
#include "archive/inventory_forms.h"
#include "base/messages.h"
#include "base/text.h"
#include "cli/commands/commands.h"
#include "cli/form_target.h"
#include "cli/inventory_talk.h"
#include "cli/verb.h"

namespace fonds {
namespace {

struct InventoryCall {
  std::int64_t number = 0;
  std::string kind;
  NewInventory made;
  std::string protocol;
  std::string on;
  std::string authority;
  std::int64_t revision = 0;
  std::string form = "list";
  FormTarget target;
};
using Verb = DefinedVerb<InventoryCall>;

int draw_up(Session& session, const InventoryCall& call) {
  NewInventory made = call.made;
  const auto kind = inventory_kind_from(call.kind);
  if (!kind) {
    throw Error(Fault::usage, say(tr("there is no kind of inventory '{}'"), printable(call.kind)),
                tr("say permanent, long_term or personnel"));
  }
  made.kind = *kind;
  Archive archive = session.open_archive();
  print_shown(session, ArchiveInventories(archive).draw_up(session.actor, made));
  return kExitDone;
}

int edit(Session& session, const InventoryCall& call) {
  Archive archive = session.open_archive();
  print_shown(session,
              ArchiveInventories(archive).edit(session.actor, call.number, call.made.wording));
  return kExitDone;
}

/// Errors forbid the approval, so they are told to scripts, too.
int check(Session& session, const InventoryCall& call) {
  Archive archive = session.open_archive();
  const ShownInventory shown = ArchiveInventories(archive).show(session.actor, call.number);
  print_findings(session, shown);
  const bool sound =
      shown.findings.empty() || shown.findings.front().weight == InventoryFinding::Weight::warning;
  return sound ? kExitDone : entry_of(Fault::usage).exit_code;
}

int agree(Session& session, const InventoryCall& call) {
  Archive archive = session.open_archive();
  print_inventory(
      session,
      ArchiveInventories(archive).agree(session.actor, call.number, call.protocol).inventory);
  return kExitDone;
}

int approve(Session& session, const InventoryCall& call) {
  Archive archive = session.open_archive();
  const InventoryApproval approval{day_typed(call.on), call.authority, call.revision};
  print_inventory(
      session, ArchiveInventories(archive).approve(session.actor, call.number, approval).inventory);
  return kExitDone;
}

int hand_over(Session& session, const InventoryCall& call) {
  Archive archive = session.open_archive();
  print_inventory(session, ArchiveInventories(archive)
                               .hand_over(session.actor, call.number, day_typed(call.on))
                               .inventory);
  return kExitDone;
}

int cancel(Session& session, const InventoryCall& call) {
  Archive archive = session.open_archive();
  print_inventory(session,
                  ArchiveInventories(archive).cancel(session.actor, call.number).inventory);
  return kExitDone;
}

int list(Session& session, const InventoryCall& /*call*/) {
  Archive archive = session.open_archive();
  const auto all = ArchiveInventories(archive).list(session.actor);
  for (const CaseInventory& each : all) print_inventory(session, each);
  if (all.empty()) {
    tell(session, tr("There is no inventory yet: fonds inventory draw permanent --year 2025"));
  }
  return kExitDone;
}

int show(Session& session, const InventoryCall& call) {
  Archive archive = session.open_archive();
  print_shown(session, ArchiveInventories(archive).show(session.actor, call.number));
  return kExitDone;
}

int print_form(Session& session, const InventoryCall& call) {
  expect_place(call.target);
  Archive archive = session.open_archive();
  ArchiveInventoryForms forms(archive);
  const auto give = [&](const std::string& title, const PrintedForm& printed) {
    give_form(session, archive, call.target,
              fmt::format("inventory-{}-{}.pdf", call.number, call.form), title, printed);
  };
  if (call.form == "list") {
    const CaseListForm form = forms.list(session.actor, call.number);
    give(say(tr("Inventory No. {} for the year {}"), form.number, form.year),
         printed_case_list(form));
  } else if (call.form == "handover") {
    const HandoverListForm form = forms.handover(session.actor, call.number);
    give(say(tr("Handover inventory No. {} for the year {}"), form.number, form.year),
         printed_handover_list(form));
  } else {
    throw Error(Fault::usage,
                say(tr("there is no form '{}' of an inventory"), printable(call.form)),
                tr("say --form list or --form handover"));
  }
  return kExitDone;
}

Verb define_of_number(CLI::App& command, Session& session, const char* name,
                      int (*action)(Session&, const InventoryCall&)) {
  Verb made = define_verb(command, session, name, action);
  made.app->add_option("NUMBER", made.call->number)->required();
  return made;
}

void add_wording(const Verb& verb) {
  InventoryWording& wording = verb.call->made.wording;
  verb.app->add_option("--founder-history", wording.founder_history);
  verb.app->add_option("--fonds-history", wording.fonds_history);
  verb.app->add_option("--composer", wording.composer);
  verb.app->add_option("--keeper", wording.keeper);
}

}  // namespace

void define_inventory(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("inventory");
  command->require_subcommand(1);
  const Verb drawn = define_verb(*command, session, "draw", draw_up);
  drawn.app->add_option("KIND", drawn.call->kind)->required();
  drawn.app->add_option("--year", drawn.call->made.year)->required()->check(CLI::Range(1900, 2999));
  drawn.app->add_option("--list", drawn.call->made.list);
  drawn.app->add_option("--first", drawn.call->made.first_number)->check(CLI::Range(1, 999999));
  drawn.app->add_flag("--electronic", drawn.call->made.electronic);
  add_wording(drawn);
  add_wording(define_of_number(*command, session, "edit", edit));
  define_of_number(*command, session, "check", check);
  const Verb agreed = define_of_number(*command, session, "agree", agree);
  agreed.app->add_option("--protocol", agreed.call->protocol)->required();
  const Verb approved = define_of_number(*command, session, "approve", approve);
  approved.app->add_option("--on", approved.call->on)->required();
  approved.app->add_option("--authority", approved.call->authority);
  approved.app->add_option("--revision", approved.call->revision);
  const Verb handed = define_of_number(*command, session, "hand-over", hand_over);
  handed.app->add_option("--on", handed.call->on)->required();
  define_of_number(*command, session, "cancel", cancel);
  define_verb(*command, session, "list", list);
  define_of_number(*command, session, "show", show);
  const Verb printed = define_of_number(*command, session, "print", print_form);
  printed.app->add_option("--form", printed.call->form);
  add_target(*printed.app, printed.call->target);
}

}  // namespace fonds

#include <CLI/CLI.hpp>

#include "archive/documents.h"
#include "archive/paper_words.h"
#include "archive/stacks.h"
#include "base/messages.h"
#include "cli/commands/commands.h"
#include "cli/document_talk.h"
#include "model/spoken_date.h"
#include "web/api/records.h"

namespace fonds {
namespace {

int list(Session& session, const std::string& state) {
  Archive archive = session.open_archive();
  ArchiveDocuments(archive).list(
      session.actor, {state.empty() ? std::nullopt : document_state_from(state)},
      [&](const Document& document) {
        if (session.json) return print(record_of(document));
        print(fmt::format(
            "{}  {}", line_of(document, static_cast<int>(document.pages.size())),
            document.state == DocumentState::recognised ? "" : "(" + state_title(document) + ")"));
      });
  return kExitDone;
}

int history(Session& session, const std::string& reference) {
  Archive archive = session.open_archive();
  for (const JournalEntry& entry : ArchiveDocuments(archive).history(session.actor, reference)) {
    if (session.json) {
      print(record_of(entry));
    } else {
      print(fmt::format("{:>6}  {}  {}  {}  {}", entry.number, spoken(entry.at), entry.actor,
                        entry.event, entry.details));
    }
  }
  return kExitDone;
}

struct SplitCall {
  std::string reference;
  std::vector<int> pages;
};

int split(Session& session, const SplitCall& call) {
  Archive archive = session.open_archive();
  const auto parts = ArchiveStacks(archive).part(session.actor, call.reference, call.pages);
  for (const Document& part : parts) {
    if (session.json) {
      print(record_of(part));
    } else {
      print(say(tr("{}  from page {}"), part.accession, part.stack_page));
    }
  }
  tell(session,
       say(tr("Papers that wait for recognition: {}. `fonds work` does it."), parts.size()));
  return kExitDone;
}

int keep_whole(Session& session, const std::string& reference) {
  Archive archive = session.open_archive();
  ArchiveStacks(archive).keep_whole(session.actor, reference);
  tell(session, tr("It is one paper."));
  return kExitDone;
}

}  // namespace

void define_document(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("document");
  command->require_subcommand(1);
  auto state = std::make_shared<std::string>();
  CLI::App* lister = command->add_subcommand("list");
  lister->add_option("--state", *state)
      ->check(CLI::IsMember({"accepted", "recognised", "quarantined"}));
  lister->callback(
      [&session, state] { session.action = [&session, state] { return list(session, *state); }; });
  auto reference = std::make_shared<std::string>();
  CLI::App* historian = command->add_subcommand("history");
  historian->add_option("ID", *reference)->required();
  historian->callback([&session, reference] {
    session.action = [&session, reference] { return history(session, *reference); };
  });
  auto call = std::make_shared<SplitCall>();
  CLI::App* splitter = command->add_subcommand("split");
  splitter->add_option("ID", call->reference)->required();
  splitter->add_option("PAGE", call->pages)->required();
  splitter->callback(
      [&session, call] { session.action = [&session, call] { return split(session, *call); }; });
  CLI::App* keeper = command->add_subcommand("whole");
  keeper->add_option("ID", *reference)->required();
  keeper->callback([&session, reference] {
    session.action = [&session, reference] { return keep_whole(session, *reference); };
  });
}

}  // namespace fonds

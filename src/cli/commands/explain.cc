#include <CLI/CLI.hpp>

#include "archive/review.h"
#include "base/messages.h"
#include "cli/card_talk.h"
#include "cli/commands/commands.h"
#include "web/api/card_records.h"

namespace fonds {
namespace {

int explain(Session& session, const std::string& reference) {
  Archive archive = session.open_archive();
  const Reviewed reviewed = ArchiveReview(archive).show(session.actor, reference);
  if (session.json) {
    print(record_with_paper(reviewed));
    return kExitDone;
  }
  print(reviewed.document.accession);
  for (const std::string& line : explained(reviewed)) print(line);
  if (reviewed.stored.revision == 0) tell(session, tr("Nothing is known of this paper yet."));
  return kExitDone;
}

}  // namespace

void define_explain(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("explain");
  auto reference = std::make_shared<std::string>();
  command->add_option("ID", *reference)->required();
  command->callback([&session, reference] {
    session.action = [&session, reference] { return explain(session, *reference); };
  });
}

}  // namespace fonds

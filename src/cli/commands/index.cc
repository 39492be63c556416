#include "archive/index.h"

#include <CLI/CLI.hpp>

#include "archive/index_care.h"
#include "base/messages.h"
#include "cli/commands/commands.h"
#include "cli/progress.h"
#include "model/spoken_date.h"
#include "web/api/care_records.h"

namespace fonds {
namespace {

int rebuild(Session& session) {
  Archive archive = session.open_archive();
  Progress progress(session);
  std::int64_t documents = 0;
  ArchiveIndex(archive).rebuild(
      session.actor,
      [&](std::int64_t done, std::int64_t total) {
        documents = done;
        progress.show(tr("indexing"), done, total);
      },
      session.stop.get_token());
  progress.clear();
  if (session.stop.stop_requested()) {
    tell(session, tr("Stopped; the same command goes on where this one ended."));
    return kExitInterrupted;
  }
  if (session.json) {
    print(Json{{"documents", documents}});
  } else {
    print(say(tr("The index is rebuilt: {} documents."), documents));
  }
  return kExitDone;
}

std::string in_megabytes(std::uint64_t bytes) {
  return fmt::format("{:.1f} {}", static_cast<double>(bytes) / 1e6, tr("MB"));
}

void print_status(const Session& session, const IndexStatus& status) {
  if (session.json) return print(record_of(status));
  if (!status.generation) return print(std::string(tr("There is no index yet.")));
  print(say(tr("Documents: {}"), status.size.documents));
  std::string size = in_megabytes(status.size.bytes);
  if (status.when_made) {
    size += ' ' + say(tr("(when it was made: {}, {} documents)"),
                      in_megabytes(status.when_made->bytes), status.when_made->documents);
  }
  print(say(tr("Size: {}"), size));
  print(say(tr("Journal entries behind: {}"), status.lag));
  const std::string when = status.checked_at ? spoken(*status.checked_at) : tr("never");
  print(say(tr("Last look at all of it: {}"), when));
  if (!status.problem.empty()) {
    print(say(tr("It is damaged: {}"), status.problem));
  } else if (!status.sound) {
    print(std::string(tr("The last look found it damaged.")));
  }
}

int status(Session& session) {
  Archive archive = session.open_archive();
  const IndexStatus found = ArchiveIndexCare(archive).status(session.actor);
  print_status(session, found);
  return found.sound ? kExitDone : entry_of(Fault::corrupt).exit_code;
}

int check(Session& session) {
  Archive archive = session.open_archive();
  ArchiveIndexCare care(archive);
  if (!care.status(session.actor).generation) {
    tell(session, tr("There is no index yet."));
    return entry_of(Fault::not_found).exit_code;
  }
  const std::string problem = care.check(session.actor);
  if (!problem.empty()) {
    throw Error(Fault::corrupt, problem, tr("rebuild it with `fonds index rebuild`"));
  }
  tell(session, tr("The index is sound."));
  return kExitDone;
}

int compact(Session& session) {
  Archive archive = session.open_archive();
  ArchiveIndex(archive).compact(session.actor, session.stop.get_token());
  if (session.stop.stop_requested()) return kExitInterrupted;
  print_status(session, ArchiveIndexCare(archive).status(session.actor));
  return kExitDone;
}

}  // namespace

void define_index(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("index");
  command->require_subcommand(1);
  using Verb = int (*)(Session&);
  const auto define = [&](const char* name, Verb verb) {
    command->add_subcommand(name)->callback(
        [&session, verb] { session.action = [&session, verb] { return verb(session); }; });
  };
  define("status", status);
  define("check", check);
  define("compact", compact);
  define("rebuild", rebuild);
}

}  // namespace fonds

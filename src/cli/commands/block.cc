#include "archive/blocks.h"
#include "base/messages.h"
#include "base/text.h"
#include "cli/commands/commands.h"
#include "cli/verb.h"
#include "web/api/block_records.h"

namespace fonds {
namespace {

struct BlockCall {
  std::string student;
  std::string document;
  std::string reason;
};

BlockSubject subject_of(const BlockCall& call) {
  if (call.student.empty() == call.document.empty()) {
    throw Error(Fault::usage, tr("it is not said what is meant"),
                tr("say either --student or --document"));
  }
  return call.student.empty() ? BlockSubject::document : BlockSubject::student;
}

const std::string& reference_of(const BlockCall& call) {
  return call.student.empty() ? call.document : call.student;
}

void print_block(const Session& session, const Block& block) {
  if (session.json) return print(record_of(block));
  const std::string what = block.subject == BlockSubject::student ? tr("student") : tr("document");
  print(fmt::format("{} {}  {}  {}  {}", what, block.id, block.blocked_at.substr(0, 10),
                    block.blocked_by, printable(block.reason)));
}

int add(Session& session, const BlockCall& call) {
  Archive archive = session.open_archive();
  print_block(session, ArchiveBlocks(archive).block(session.actor, subject_of(call),
                                                    reference_of(call), call.reason));
  return kExitDone;
}

int lift(Session& session, const BlockCall& call) {
  Archive archive = session.open_archive();
  if (ArchiveBlocks(archive).lift(session.actor, subject_of(call), reference_of(call))) {
    tell(session, tr("It is open to use again."));
    return kExitDone;
  }
  tell(session, tr("It was not closed."));
  return entry_of(Fault::not_found).exit_code;
}

int list(Session& session, const BlockCall& /*call*/) {
  Archive archive = session.open_archive();
  const std::vector<Block> blocks = ArchiveBlocks(archive).list(session.actor);
  for (const Block& each : blocks) print_block(session, each);
  if (blocks.empty()) tell(session, tr("Nothing is closed."));
  return kExitDone;
}

void add_subject(const DefinedVerb<BlockCall>& verb) {
  verb.app->add_option("--student", verb.call->student);
  verb.app->add_option("--document", verb.call->document);
}

}  // namespace

void define_block(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("block");
  command->require_subcommand(1);
  define_verb(*command, session, "list", list);
  const auto added = define_verb(*command, session, "add", add);
  add_subject(added);
  added.app->add_option("--reason", added.call->reason)->required();
  add_subject(define_verb(*command, session, "lift", lift));
}

}  // namespace fonds

#include <CLI/CLI.hpp>
#include <boost/filesystem/operations.hpp>

#include "archive/documents.h"
#include "base/messages.h"
#include "cli/commands/commands.h"
#include "cli/output_file.h"

namespace fonds {
namespace {

struct ExportCall {
  std::string reference;
  std::string output;
  int which = 0;
  ExportPart part = ExportPart::original;
};

int export_part(Session& session, const ExportCall& call) {
  if (call.output.empty() && call.part != ExportPart::text) refuse_terminal();
  Archive archive = session.open_archive();
  boost::filesystem::path target = call.output;
  const bool into_folder = boost::filesystem::is_directory(target);
  if (!target.empty() && !into_folder) expect_new_file(target);
  const ArchiveDocuments::Exported exported =
      ArchiveDocuments(archive).open_part(session.actor, call.reference, call.part, call.which);
  if (target.empty()) {
    copy_all(exported.fd.get(), print_bytes);
    return kExitDone;
  }
  if (into_folder) target /= exported.file_name;
  write_new_file(session, target, [&](const ByteSink& sink) { copy_all(exported.fd.get(), sink); });
  return kExitDone;
}

}  // namespace

void define_export(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("export");
  auto call = std::make_shared<ExportCall>();
  command->add_option("ID", call->reference)->required();
  command->add_option("-o,--output", call->output);
  command->add_option("--which", call->which)->check(CLI::Range(1, 100000));
  CLI::Option_group* part = command->add_option_group("part");
  const auto choose = [call](ExportPart each) {
    return [call, each](std::int64_t) { call->part = each; };
  };
  part->add_flag_function("--original", choose(ExportPart::original));
  part->add_flag_function("--pdf", choose(ExportPart::access_copy));
  part->add_flag_function("--alto", choose(ExportPart::alto));
  part->add_flag_function("--text", choose(ExportPart::text));
  part->require_option(1);
  command->callback([&session, call] {
    session.action = [&session, call] { return export_part(session, *call); };
  });
}

}  // namespace fonds

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "archive/transfers.h"
#include "base/messages.h"
#include "base/text.h"
#include "cli/commands/commands.h"
#include "cli/progress.h"
#include "cli/records.h"
#include "cli/verb.h"
#include "model/spoken_date.h"
#include "retention/bag_reader.h"
#include "retention/package_reader.h"

namespace fonds {
namespace {

struct TransferCall {
  std::string folder;
  std::vector<std::string> volumes;
  TransferWords words;
};
using Verb = DefinedVerb<TransferCall>;

int make(Session& session, const TransferCall& call) {
  Archive archive = session.open_archive();
  Progress bar(session);
  const WrittenBag made = ArchiveTransfers(archive).make(
      session.actor, call.volumes, call.folder, call.words,
      [&](std::uint64_t done, std::uint64_t total) {
        bar.show(tr("copying"), static_cast<std::int64_t>(done), static_cast<std::int64_t>(total));
      });
  bar.clear();
  if (session.json) {
    print(Json{{"package", call.folder},
               {"files", made.payload.files},
               {"bytes", made.payload.bytes},
               {"tag_manifest", made.tag_manifest}});
  } else {
    print(say(tr("Files: {}, bytes: {}, tagmanifest-sha256.txt: {}"), made.payload.files,
              made.payload.bytes, made.tag_manifest));
  }
  tell(session,
       say(tr("Written: {}. It holds personal data: hand it over sealed. Anybody can check "
              "it: sha256sum -c manifest-sha256.txt"),
           call.folder));
  return kExitDone;
}

int verify(Session& session, const TransferCall& call) {
  const BagReport report = verify_bag(call.folder);
  if (session.json) {
    Json findings = Json::array();
    for (const BagFinding& each : report.findings) {
      findings.push_back(
          {{"path", each.path}, {"problem", name_of(each.problem)}, {"line", each.line}});
    }
    print(Json{{"package", call.folder},
               {"complete", report.complete()},
               {"valid", report.valid()},
               {"files", report.payload.files},
               {"bytes", report.payload.bytes},
               {"algorithms", report.algorithms},
               {"unchecked", report.unchecked},
               {"tag_manifest", report.tag_manifest},
               {"findings", findings},
               {"more_findings", report.more_findings}});
  } else {
    for (const BagFinding& each : report.findings) print(told(each));
    if (report.more_findings > 0) print(say(tr("… and {} more"), report.more_findings));
  }
  tell(session, report.valid()
                    ? say(tr("The package is whole: files {}, bytes {}, tagmanifest-sha256.txt {}"),
                          report.payload.files, report.payload.bytes, report.tag_manifest)
                    : std::string(tr("The package is not whole: ask for it again.")));
  return report.valid() ? kExitDone : entry_of(Fault::corrupt).exit_code;
}

Json record_of(const PackageVolume& volume) {
  Json documents = Json::array();
  for (const PackageDocument& each : volume.documents) {
    documents.push_back({{"accession", each.accession},
                         {"kind", each.kind},
                         {"date", each.date ? Json(to_text(*each.date)) : Json(nullptr)},
                         {"number", each.number},
                         {"title", each.title},
                         {"files", each.files.size()}});
  }
  return {{"volume", to_text(volume.key)},
          {"title", volume.title},
          {"period", volume.period},
          {"sheets", volume.sheets},
          {"documents", documents}};
}

/// What a package of Fonds holds, by its records.
int show(Session& session, const TransferCall& call) {
  const TransferPackage package = read_package(call.folder);
  for (const PackageVolume& each : package.volumes) {
    if (session.json) {
      print(record_of(each));
      continue;
    }
    print(fmt::format("{}  {}  · {}", to_text(each.key), printable(each.title),
                      printable(each.period)));
    for (const PackageDocument& paper : each.documents) {
      print(fmt::format("    {}  {}  {}  {}", paper.place, paper.accession,
                        printable(paper.kind_title), printable(paper.title)));
    }
  }
  if (!package.institution.empty()) {
    tell(session, say(tr("Handed over by: {}"), printable(package.institution)));
  }
  tell(session, say(tr("Package {} of {}; its files are checked by `fonds transfer verify`"),
                    printable(package.id), spoken(package.day)));
  return kExitDone;
}

}  // namespace

void define_transfer(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("transfer");
  command->require_subcommand(1);
  const Verb made = define_verb(*command, session, "make", make);
  made.app->add_option("FOLDER", made.call->folder)->required();
  made.app->add_option("VOLUME", made.call->volumes)->required();
  made.app->add_option("--act", made.call->words.act);
  made.app->add_option("--receiver", made.call->words.receiver);
  made.app->add_option("--fonds", made.call->words.fonds_number);
  const Verb verified = define_verb(*command, session, "verify", verify);
  verified.app->add_option("FOLDER", verified.call->folder)->required();
  const Verb shown = define_verb(*command, session, "show", show);
  shown.app->add_option("FOLDER", shown.call->folder)->required();
}

}  // namespace fonds

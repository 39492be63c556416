#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "archive/field_input.h"
#include "archive/transfer_acts.h"
#include "archive/transfer_intake.h"
#include "archive/transfers.h"
#include "base/messages.h"
#include "base/text.h"
#include "cli/commands/commands.h"
#include "cli/form_target.h"
#include "cli/progress.h"
#include "cli/verb.h"
#include "model/spoken_date.h"
#include "retention/bag_reader.h"
#include "retention/package_reader.h"
#include "web/api/transfer_records.h"

namespace fonds {
namespace {

struct TransferCall {
  std::string folder;
  std::vector<std::string> volumes;
  TransferWords words;
  std::string into;
  std::int64_t number = 0;
  std::string act;
  std::string on;
  FormTarget target;
};
using Verb = DefinedVerb<TransferCall>;

int make(Session& session, const TransferCall& call) {
  Archive archive = session.open_archive();
  Progress bar(session);
  const MadePackage made = ArchiveTransfers(archive).make(
      session.actor, call.volumes, call.folder, call.words,
      [&](std::uint64_t done, std::uint64_t total) {
        bar.show(tr("copying"), static_cast<std::int64_t>(done), static_cast<std::int64_t>(total));
      });
  bar.clear();
  if (session.json) {
    print(record_of(made, call.folder));
  } else {
    print(say(tr("Transfer {}. Files: {}, bytes: {}, tagmanifest-sha256.txt: {}"), made.number,
              made.written.payload.files, made.written.payload.bytes, made.written.tag_manifest));
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
    print(record_of(report, call.folder));
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

int accept(Session& session, const TransferCall& call) {
  Archive archive = session.open_archive();
  Progress bar(session);
  const AcceptedPackage accepted = ArchiveTransferIntake(archive).accept(
      session.actor, call.folder, call.into, [&](std::uint64_t done, std::uint64_t total) {
        bar.show(tr("checking"), static_cast<std::int64_t>(done), static_cast<std::int64_t>(total));
      });
  bar.clear();
  for (const AcceptedPackage::Unit& each : accepted.units) {
    if (session.json) {
      print(record_of(each, accepted));
    } else {
      print(say(tr("{} is {} here, documents: {}"), to_text(each.theirs), to_text(each.ours),
                each.documents));
    }
  }
  tell(session, say(tr("Package {} is accepted. Write its hash into the act of acceptance: {}. The "
                       "papers wait for recognition: fonds work"),
                    printable(accepted.package), accepted.tag_manifest));
  return kExitDone;
}

void print_transfer(const Session& session, const Transfer& transfer) {
  if (session.json) return print(record_of(transfer));
  std::string line = fmt::format(
      "{}  {}", transfer.number,
      say(tr("package of {}, volumes: {}"), spoken(transfer.made_on), transfer.unit_count));
  if (!transfer.receiver.empty()) line += "; " + say(tr("for: {}"), printable(transfer.receiver));
  line += "; " + (transfer.accepted_on ? say(tr("accepted on {} by act {}"),
                                             spoken(*transfer.accepted_on), printable(transfer.act))
                                       : std::string(tr("not accepted yet")));
  print(line);
}

int record(Session& session, const TransferCall& call) {
  Archive archive = session.open_archive();
  const ShownTransfer recorded = ArchiveTransferActs(archive).record(
      session.actor, call.number, {call.act, day_typed(call.on), call.words.receiver});
  print_transfer(session, recorded.transfer);
  if (session.json) return kExitDone;
  for (const VolumeKey& each : recorded.units) print("    " + to_text(each));
  return kExitDone;
}

int list(Session& session, const TransferCall& /*call*/) {
  Archive archive = session.open_archive();
  const auto all = ArchiveTransferActs(archive).list(session.actor);
  for (const Transfer& each : all) print_transfer(session, each);
  if (all.empty()) tell(session, tr("Nothing was handed over yet: fonds transfer make"));
  return kExitDone;
}

int print_form(Session& session, const TransferCall& call) {
  expect_place(call.target);
  Archive archive = session.open_archive();
  give_form(session, archive, call.target, fmt::format("transfer-{}.pdf", call.number),
            say(tr("Act of handing over, transfer {}"), call.number),
            printed_transfer_act(ArchiveTransferActs(archive).form(session.actor, call.number)));
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
  const Verb accepted = define_verb(*command, session, "accept", accept);
  accepted.app->add_option("FOLDER", accepted.call->folder)->required();
  accepted.app->add_option("--into", accepted.call->into);
  const Verb recorded = define_verb(*command, session, "record", record);
  recorded.app->add_option("NUMBER", recorded.call->number)->required();
  recorded.app->add_option("--act", recorded.call->act)->required();
  recorded.app->add_option("--on", recorded.call->on)->required();
  recorded.app->add_option("--receiver", recorded.call->words.receiver);
  define_verb(*command, session, "list", list);
  const Verb printed = define_verb(*command, session, "print", print_form);
  printed.app->add_option("NUMBER", printed.call->number)->required();
  add_target(*printed.app, printed.call->target);
}

}  // namespace fonds

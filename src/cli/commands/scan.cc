#include <CLI/CLI.hpp>

#include "base/messages.h"
#include "cli/commands/commands.h"
#include "cli/intake_talk.h"
#include "ingest/scan_options.h"
#include "ingest/scanner.h"
#include "web/api/intake_records.h"

namespace fonds {
namespace {

struct ScanCall {
  ScanOptions options;
  std::string source;
  std::string mode = "colour";
  std::string sheet;  ///< empty: all the scanner sees
  std::vector<std::string> extra;
  bool list = false;
  bool batch = false;
  bool wait = false;
  std::string label;
};

int list(Session& session) {
  const std::vector<ScannerDevice> devices = list_scanners();
  for (const ScannerDevice& device : devices) {
    if (session.json) {
      print(record_of(device));
    } else {
      print(fmt::format("{}  {} {} ({})", device.name, device.vendor, device.model, device.type));
    }
  }
  if (devices.empty()) {
    throw Error(Fault::not_found, tr("no scanner was found"),
                tr("switch it on, connect it, and look with `scanimage -L`; network scanners must "
                   "be in the same network"));
  }
  return kExitDone;
}

/// Tells what `scanner` warns of, from the `known`-th warning on; returns how many there are.
std::size_t tell_warnings(const Session& session, const Scanner& scanner, std::size_t known) {
  const std::vector<std::string>& warnings = scanner.warnings();
  for (; known < warnings.size(); ++known) tell(session, warnings[known]);
  return known;
}

int scan(Session& session, ScanCall& call) {
  for (const std::string& each : call.extra) {
    const auto equals = each.find('=');
    if (equals == std::string::npos || equals == 0) {
      throw Error(Fault::usage, say(tr("'{}' is no scanner option"), each),
                  tr("write --option NAME=VALUE"));
    }
    call.options.extra.emplace_back(each.substr(0, equals), each.substr(equals + 1));
  }
  if (!call.source.empty()) {
    call.options.source = call.source == "flatbed" ? ScanSource::flatbed
                          : call.source == "adf"   ? ScanSource::adf
                                                   : ScanSource::duplex;
  }
  call.options.mode = call.mode == "colour" ? ScanMode::colour
                      : call.mode == "grey" ? ScanMode::grey
                                            : ScanMode::lineart;
  if (!call.sheet.empty()) call.options.sheet = sheet_of_name(call.sheet);
  Archive archive = session.open_archive();
  IntakeTalk talk(session, archive, call.wait ? Wait::until_recognised : Wait::until_durable);
  ArchiveIntake intake(archive, session.actor, {"scanner", call.label},
                       [&](const IntakeReport& report) { talk.report(report); });
  Scanner scanner(call.options);
  const std::size_t told = tell_warnings(session, scanner, 0);
  // A page of a slow scanner takes a minute: Ctrl-C ends it at once.
  const std::stop_callback cancel_page(session.stop.get_token(), [&] { scanner.cancel(); });
  int exit_code = kExitDone;
  try {
    intake.scan(scanner,
                call.batch ? ArchiveIntake::Paging::one_document
                           : ArchiveIntake::Paging::one_document_a_page,
                session.stop.get_token());
  } catch (const Error& error) {
    // What was scanned is safe and is said so before the fault.
    report(session, error);
    exit_code = talk.taken() > 0 ? kExitInPart : entry_of(error.fault()).exit_code;
  }
  tell_warnings(session, scanner, told);
  const int finished = talk.finish();
  if (exit_code == kExitDone && talk.taken() == 0 && finished == kExitDone) {
    throw Error(Fault::unavailable, tr("the feeder is empty"), tr("put the papers in and repeat"));
  }
  return exit_code != kExitDone ? exit_code : finished;
}

}  // namespace

void define_scan(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("scan");
  auto call = std::make_shared<ScanCall>();
  command->add_option("--device", call->options.device);
  command->add_option("--source", call->source)->check(CLI::IsMember({"flatbed", "adf", "duplex"}));
  command->add_option("--dpi", call->options.dpi)->check(CLI::Range(50, 2400));
  command->add_option("--mode", call->mode)->check(CLI::IsMember({"colour", "grey", "lineart"}));
  command->add_option("--sheet", call->sheet)->check(CLI::IsMember(sheet_names()));
  command->add_option("--option", call->extra);
  command->add_option("--label", call->label);
  command->add_flag("--batch", call->batch);
  command->add_flag("--wait", call->wait);
  command->add_flag("--list", call->list);
  command->callback([&session, call] {
    session.action = [&session, call] {
      session.used_scanner = true;
      return call->list ? list(session) : scan(session, *call);
    };
  });
}

}  // namespace fonds

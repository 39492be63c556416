// Volumes handed over to another archive: the list, a new package, the receiver's act; a package of
// another archive taken in.
#include "archive/transfers.h"

#include <fmt/format.h>

#include <sstream>

#include "archive/field_input.h"
#include "archive/transfer_acts.h"
#include "archive/transfer_intake.h"
#include "base/messages.h"
#include "base/text.h"
#include "model/spoken_date.h"
#include "web/form_answers.h"
#include "web/gate_model.h"
#include "web/printed_download.h"
#include "web/retention_page.h"
#include "web/routes.h"

namespace fonds {
namespace {

constexpr std::string_view kPath = "/retention/transfers";

std::string path_of(std::int64_t number) { return fmt::format("{}/{}", kPath, number); }

Json transfer_model(const Transfer& transfer) {
  return {{"number", std::to_string(transfer.number)},
          {"path", path_of(transfer.number)},
          {"package", transfer.package},
          {"made_on", spoken(transfer.made_on)},
          {"made_by", transfer.made_by},
          {"receiver", printable(transfer.receiver)},
          {"units_count", std::to_string(transfer.unit_count)},
          {"tag_manifest", transfer.tag_manifest},
          {"accepted_on", spoken_or_empty(transfer.accepted_on)},
          {"act", printable(transfer.act)}};
}

/// Empty: from a browser nothing is handed over.
std::string transfer_folder(const Visit& visit) {
  return visit.archive().settings().text("web.transfer_folder");
}

Response list_page(Visit& visit, const std::string& problem, int status) {
  Json transfers = Json::array();
  const auto all = ArchiveTransferActs(visit.archive()).list(visit.actor());
  for (auto each = all.rbegin(); each != all.rend(); ++each) {
    transfers.push_back(transfer_model(*each));
  }
  Json model{
      {"problem", problem},
      {"transfers", std::move(transfers)},
      {"nothing", all.empty()},
      {"folder", transfer_folder(visit)},
      {"may_make", !transfer_folder(visit).empty() && visit.may(Operation::export_document)},
      {"may_accept", !transfer_folder(visit).empty() && visit.may(Operation::plan_retention)}};
  for (const char* field : {"volumes", "folder", "receiver", "act", "fonds", "package", "into"}) {
    model[std::string(field) + "_typed"] = visit.request.value(field);
  }
  return retention_page(visit, "transfers", tr("Handing over"), std::move(model), status);
}

Response list_transfers(Visit& visit) { return list_page(visit, "", 200); }

/// A package of the one folder of the archive's machine in which browsers may name any.
boost::filesystem::path package_typed(const Visit& visit, std::string_view field) {
  const std::string folder = transfer_folder(visit);
  if (folder.empty()) {
    throw Error(Fault::denied, tr("packages are not made or taken in from a browser here"),
                tr("whoever looks after the archive can set web.transfer_folder, or use `fonds "
                   "transfer`"));
  }
  const std::string name = line_typed(visit.request.value(field));
  if (name.empty() || name.front() == '.' || name.find('/') != std::string::npos) {
    throw Error(Fault::usage, say(tr("“{}” is no name of a package"), name),
                tr("write a name without slashes: 2027-1"));
  }
  return boost::filesystem::path(folder) / name;
}

Response make_package(Visit& visit) {
  return attempt(
      [&] {
        std::istringstream typed(text_typed(visit, "volumes"));
        std::vector<std::string> volumes;
        for (std::string each; typed >> each;) volumes.push_back(each);
        if (volumes.empty()) {
          throw Error(Fault::usage, tr("it is not said which volumes are selected"),
                      tr("name them: 02-05/2024/1"));
        }
        const TransferWords words{line_typed(visit.request.value("act")),
                                  line_typed(visit.request.value("receiver")),
                                  line_typed(visit.request.value("fonds"))};
        const MadePackage made =
            ArchiveTransfers(visit.archive())
                .make(visit.actor(), volumes, package_typed(visit, "folder"), words);
        return done(visit, path_of(made.number),
                    tr("The package is written. It holds personal data: hand it over sealed."));
      },
      [&](const std::string& problem, int status) { return list_page(visit, problem, status); });
}

Response accept_package(Visit& visit) {
  return attempt(
      [&]() -> Response {
        // What is wrong with a package of others is told beside the form.
        try {
          const AcceptedPackage accepted =
              ArchiveTransferIntake(visit.archive())
                  .accept(visit.actor(), package_typed(visit, "package"),
                          line_typed(visit.request.value("into")));
          return done(
              visit, std::string(kPath),
              say(tr("Package {} is accepted, volumes: {}. Write its hash into the act of "
                     "acceptance: {}"),
                  printable(accepted.package), accepted.units.size(), accepted.tag_manifest));
        } catch (const Error& error) {
          if (error.fault() != Fault::corrupt) throw;
          throw Error(Fault::usage, error.message(), error.hint());
        }
      },
      [&](const std::string& problem, int status) { return list_page(visit, problem, status); });
}

Response transfer_page(Visit& visit, std::int64_t number, const std::string& problem, int status) {
  const ShownTransfer shown = ArchiveTransferActs(visit.archive()).show(visit.actor(), number);
  Json units = Json::array();
  for (const VolumeKey& each : shown.units) {
    units.push_back({{"volume", to_text(each)}, {"unit_path", verdict_path(each)}});
  }
  Json model = transfer_model(shown.transfer);
  model["problem"] = problem;
  model["units"] = std::move(units);
  model["today"] = today_typed(visit);
  model["act_typed"] = visit.request.value("act");
  model["may_record"] = !shown.transfer.accepted_on && visit.may(Operation::plan_retention);
  return retention_page(visit, "transfer", say(tr("Transfer {}"), number), std::move(model),
                        status);
}

Response show_transfer(Visit& visit) {
  return transfer_page(visit, number_in_path(visit, "transfer"), "", 200);
}

Response record_acceptance(Visit& visit) {
  const std::int64_t number = number_in_path(visit, "transfer");
  return attempt(
      [&] {
        const AcceptanceWords words{text_typed(visit, "act"), day_typed(visit.request.value("day")),
                                    text_typed(visit, "receiver")};
        ArchiveTransferActs(visit.archive()).record(visit.actor(), number, words);
        return done(visit, path_of(number),
                    tr("The acceptance is on record: the volumes are the other archive's."));
      },
      [&](const std::string& problem, int status) {
        return transfer_page(visit, number, problem, status);
      });
}

Response print_transfer(Visit& visit) {
  const std::int64_t number = number_in_path(visit, "transfer");
  return printed_download(visit, fmt::format("transfer-{}", number), [&] {
    return printed_transfer_act(ArchiveTransferActs(visit.archive()).form(visit.actor(), number));
  });
}

}  // namespace

std::vector<Route> transfer_routes() {
  constexpr auto kIn = Door::signed_in;
  constexpr auto kRead = Operation::read_retention;
  constexpr auto kPlan = Operation::plan_retention;
  return {
      {Method::get, kPath, kIn, kRead, &list_transfers},
      {Method::post, kPath, kIn, Operation::export_document, &make_package},
      {Method::post, "/retention/transfers/accepted", kIn, kPlan, &accept_package},
      {Method::get, "/retention/transfers/{transfer}", kIn, kRead, &show_transfer},
      {Method::post, "/retention/transfers/{transfer}/acceptance", kIn, kPlan, &record_acceptance},
      {Method::get, "/retention/transfers/{transfer}/print", kIn, kRead, &print_transfer},
  };
}

}  // namespace fonds

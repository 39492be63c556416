// Volumes handed over to another archive: what is on record of the packages, the receiver's act.
// Packages are folders beside the archive: they are made and accepted by the command line.
#include <fmt/format.h>

#include "archive/transfer_acts.h"
#include "web/api/api_routes.h"
#include "web/api/asked.h"
#include "web/api/items.h"
#include "web/api/transfer_records.h"
#include "web/printed_download.h"

namespace fonds {
namespace {

std::int64_t number_of_transfer(const Visit& visit) {
  return number_in_path(visit.captured("transfer"));
}

/// With the keys of its volumes.
Json whole_record(const ShownTransfer& shown) {
  Json record = record_of(shown.transfer);
  record["volumes"] = Json::array();
  for (const VolumeKey& each : shown.units) record["volumes"].push_back(to_text(each));
  return record;
}

Response list_transfers(Visit& visit) {
  const Asked asked(visit.request, {"offset", "limit"});
  return Items(asked).all(ArchiveTransferActs(visit.archive()).list(visit.actor())).answer();
}

Response show_transfer(Visit& visit) {
  const Asked nothing(visit.request, {});
  return json_answer(whole_record(
      ArchiveTransferActs(visit.archive()).show(visit.actor(), number_of_transfer(visit))));
}

/// The receiver has accepted the package.
Response record_acceptance(Visit& visit) {
  const Asked asked(visit.request, {"act", "on", "receiver"});
  const AcceptanceWords words{asked.text("act"), asked.needed_day("on"), asked.text("receiver")};
  return json_answer(whole_record(ArchiveTransferActs(visit.archive())
                                      .record(visit.actor(), number_of_transfer(visit), words)));
}

Response print_transfer(Visit& visit) {
  const Asked asked(visit.request, {"format"});
  const std::int64_t number = number_of_transfer(visit);
  return printed_as(asked.text("format"), visit, fmt::format("transfer-{}", number), [&] {
    return printed_transfer_act(ArchiveTransferActs(visit.archive()).form(visit.actor(), number));
  });
}

}  // namespace

std::vector<Route> api_transfer_routes() {
  constexpr auto kIn = Door::signed_in;
  constexpr auto kRead = Operation::read_retention;
  return {
      {Method::get, "/api/v1/transfers", kIn, kRead, &list_transfers},
      {Method::get, "/api/v1/transfers/{transfer}", kIn, kRead, &show_transfer},
      {Method::post, "/api/v1/transfers/{transfer}/record", kIn, Operation::plan_retention,
       &record_acceptance},
      {Method::get, "/api/v1/transfers/{transfer}/forms/act", kIn, kRead, &print_transfer},
  };
}

}  // namespace fonds

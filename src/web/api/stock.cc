// Volumes that are not in their place or can not be used any more; checks of presence and state.
#include "archive/stock.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "archive/stock_checks.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "web/api/api_routes.h"
#include "web/api/asked.h"
#include "web/api/items.h"
#include "web/api/stock_records.h"
#include "web/printed_download.h"

namespace fonds {
namespace {

Response list_missing(Visit& visit) {
  const Asked asked(visit.request, {"offset", "limit"});
  return Items(asked).all(ArchiveStock(visit.archive()).list(visit.actor())).answer();
}

Response miss_volume(Visit& visit) {
  const Asked asked(visit.request, {"volume", "reason"});
  return json_answer(
      record_of(ArchiveStock(visit.archive())
                    .miss(visit.actor(), asked.needed_text("volume"), asked.text("reason"))),
      201);
}

Response damage_volume(Visit& visit) {
  const Asked asked(visit.request, {"volume", "reason"});
  return json_answer(
      record_of(ArchiveStock(visit.archive())
                    .damage(visit.actor(), asked.needed_text("volume"), asked.text("reason"))),
      201);
}

Response write_off(Visit& visit) {
  const Asked asked(visit.request, {"volumes", "act", "on"});
  const std::vector<std::string> volumes = asked.texts("volumes");
  if (volumes.empty()) {
    throw Error(Fault::usage, tr("it is not said which volumes are selected"),
                tr("name them: 02-05/2024/1"));
  }
  Json written = Json::array();
  for (const MissingVolume& each :
       ArchiveStock(visit.archive())
           .write_off(visit.actor(), volumes, asked.text("act"), asked.needed_day("on"))) {
    written.push_back(record_of(each));
  }
  return json_answer({{"written_off", std::move(written)}}, 201);
}

/// What is printed of it (акт об обнаружении) can be had only now.
Response find_volume(Visit& visit) {
  const Asked asked(visit.request, {"volume", "where", "decision", "format"});
  const std::string volume = asked.needed_text("volume");
  const FoundWords words{asked.text("where"), asked.text("decision")};
  ArchiveStock stock(visit.archive());
  if (asked.has("format")) {
    return printed_as(asked.text("format"), visit, "act-of-discovery", [&] {
      const DiscoveryAct act = stock.find(visit.actor(), volume, words);
      return printed_discovery_act(act.facts, act.units);
    });
  }
  (void)stock.find(visit.actor(), volume, words);
  return json_answer({{"done", true}});
}

Response list_checks(Visit& visit) {
  const Asked asked(visit.request, {"offset", "limit"});
  return Items(asked).all(ArchiveStockChecks(visit.archive()).list(visit.actor())).answer();
}

Response record_check(Visit& visit) {
  const Asked asked(visit.request, {"check", "act", "on"});
  const std::string said = asked.needed_text("check");
  const auto check = stock_check_from(said);
  if (!check) {
    throw Error(Fault::usage, say(tr("there is no such check '{}'"), said),
                tr("say presence or electronic"));
  }
  return json_answer(
      record_of(ArchiveStockChecks(visit.archive())
                    .record(visit.actor(), *check, asked.text("act"), asked.needed_day("on"))),
      201);
}

PrintedForm form_of_stock(Visit& visit, std::string_view form) {
  ArchiveStock stock(visit.archive());
  if (form == "loss") {
    const LossAct act = stock.loss(visit.actor());
    return printed_loss_act(act.facts, act.units);
  }
  if (form == "damage") {
    const LossAct act = stock.damages(visit.actor());
    return printed_damage_act(act.facts, act.units);
  }
  if (form == "presence") return printed_presence_check(stock.presence(visit.actor()));
  throw Error(Fault::not_found, say(tr("there is no such form '{}'"), printable(form)),
              tr("say loss, damage, presence or electronic"));
}

Response print_stock(Visit& visit) {
  const Asked asked(visit.request, {"format"});
  const std::string& form = visit.captured("form");
  const std::string name = "act-of-" + form;
  return printed_as(asked.text("format"), visit, name, [&] { return form_of_stock(visit, form); });
}

/// Asks for another right: every file is read for it.
Response print_electronic(Visit& visit) {
  const Asked asked(visit.request, {"format"});
  return printed_as(asked.text("format"), visit, "act-of-electronic-documents", [&] {
    return printed_presence_check(ArchiveStock(visit.archive()).electronic(visit.actor()));
  });
}

}  // namespace

std::vector<Route> api_stock_routes() {
  constexpr auto kIn = Door::signed_in;
  constexpr auto kRead = Operation::read_cases;
  constexpr auto kKeep = Operation::keep_cases;
  constexpr auto kPlan = Operation::plan_retention;
  return {
      {Method::get, "/api/v1/stock", kIn, kRead, &list_missing},
      {Method::post, "/api/v1/stock/missing", kIn, kKeep, &miss_volume},
      {Method::post, "/api/v1/stock/damaged", kIn, kKeep, &damage_volume},
      {Method::post, "/api/v1/stock/write-off", kIn, kPlan, &write_off},
      {Method::post, "/api/v1/stock/found", kIn, kKeep, &find_volume},
      {Method::get, "/api/v1/stock/checks", kIn, kRead, &list_checks},
      {Method::post, "/api/v1/stock/checks", kIn, kPlan, &record_check},
      {Method::get, "/api/v1/stock/forms/electronic", kIn, Operation::verify, &print_electronic},
      {Method::get, "/api/v1/stock/forms/{form}", kIn, kRead, &print_stock},
  };
}

}  // namespace fonds

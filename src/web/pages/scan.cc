// Taking papers in: files from a browser, and what became of each.
#include "archive/deliveries.h"
#include "archive/field_input.h"
#include "archive/intake.h"
#include "base/error.h"
#include "base/log.h"
#include "base/messages.h"
#include "web/intake_model.h"
#include "web/pages/scan_pages.h"
#include "web/static_files.h"

namespace fonds {
namespace {

/// Reports of what a browser has sent, each file's exactly once.
struct TakenFiles {
  Json reports = Json::array();
  int accepted = 0;
  int refused = 0;
  IntakeId delivery{};
};

bool wants_json(const Request& request) {
  return request.header("accept").starts_with("application/json");
}

Response show_scan(Visit& visit, const std::string& problem, int status) {
  Json model{{"problem", problem},
             {"label", visit.request.value("label")},
             {"description", visit.request.value("description")},
             {"may_list", visit.may(Operation::list_documents)},
             {"script", static_path("scan.js")}};
  tell_scanners(visit, model);
  return page(visit, "scan", tr("Take papers in"), model, status);
}

Response show_form(Visit& visit) { return show_scan(visit, "", 200); }

/// A new delivery, or the one this person has begun.
Delivery delivery_of(Visit& visit) {
  const std::string description = line_typed(visit.request.value("description"));
  const auto begun = delivery_number(visit.request.value("delivery"));
  if (begun) return ArchiveDeliveries(visit.archive()).resume(visit.actor(), *begun, description);
  return {"file", line_typed(visit.request.value("label")), description};
}

/// A full disk ends the delivery: the files that were not taken in are told, too.
void report_rest(Visit& visit, const Error& error, std::size_t from, TakenFiles& taken) {
  spdlog::error("intake: {}", error.what());
  const auto& files = visit.request.files;
  for (std::size_t i = from; i < files.size(); ++i) {
    IntakeReport report;
    report.outcome = IntakeReport::Outcome::refused;
    report.name = files[i].name;
    report.problem = error.message();
    report.hint = error.hint();
    taken.reports.push_back(report_model(visit, report));
    ++taken.refused;
  }
}

TakenFiles take_files(Visit& visit) {
  TakenFiles taken;
  ArchiveIntake intake(
      visit.archive(), visit.actor(), delivery_of(visit), [&](const IntakeReport& report) {
        taken.reports.push_back(report_model(visit, report));
        if (report.outcome == IntakeReport::Outcome::accepted) ++taken.accepted;
        if (report.outcome == IntakeReport::Outcome::refused) ++taken.refused;
        if (taken.delivery.value == 0 && report.outcome == IntakeReport::Outcome::accepted) {
          taken.delivery = report.document.intake;
        }
      });
  const auto& files = visit.request.files;
  for (std::size_t i = 0; i < files.size(); ++i) {
    try {
      intake.add(files[i].fd.get(), files[i].name);
    } catch (const Error& error) {
      report_rest(visit, error, i, taken);  // of a batch some papers may be safe: they were told
      break;
    }
  }
  if (intake.delivery().value != 0) taken.delivery = intake.delivery();
  return taken;
}

Response take_in(Visit& visit) {
  if (visit.request.files.empty()) {
    const std::string problem = tr("No file was chosen: nothing was taken in.");
    if (wants_json(visit.request)) return json_answer({{"problem", problem}}, 400);
    return show_scan(visit, problem, 400);
  }
  const TakenFiles taken = take_files(visit);
  Json model{{"reports", taken.reports},
             {"delivery", taken.delivery.value},
             {"delivery_path", ""},
             {"accepted", taken.accepted},
             {"words", say(trn("{} paper is safe", "{} papers are safe",
                               static_cast<unsigned long>(taken.accepted)),
                           taken.accepted)},
             {"some_refused", taken.refused > 0}};
  if (taken.delivery.value != 0 && visit.may(Operation::list_documents)) {
    model["delivery_path"] = fmt::format("/scan/deliveries/{}", taken.delivery.value);
  }
  if (wants_json(visit.request)) return json_answer(model);
  return page(visit, "scan_report", tr("What became of the files"), model);
}

}  // namespace

std::vector<Route> scan_routes() {
  std::vector<Route> routes{
      {Method::get, "/scan", Door::signed_in, Operation::take_in, &show_form},
      {Method::post, "/scan/files", Door::signed_in, Operation::take_in, &take_in},
  };
  for (const auto& more : {delivery_routes(), scanner_routes(), sample_routes()}) {
    routes.insert(routes.end(), more.begin(), more.end());
  }
  return routes;
}

}  // namespace fonds

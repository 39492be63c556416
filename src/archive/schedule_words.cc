#include "archive/schedule_words.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/messages.h"
#include "base/text.h"

namespace fonds {
namespace {

using Json = nlohmann::ordered_json;

std::string in_words(const Json& report) {
  if (report.contains("error")) return report.value("error", "");
  std::string text;
  for (const auto& [key, value] : report.items()) {
    if (value.is_null() || (value.is_structured() && value.empty())) continue;
    const std::string said = value.is_object()   ? "(" + in_words(value) + ")"
                             : value.is_string() ? value.get<std::string>()
                                                 : value.dump();
    text += fmt::format("{}{}={}", text.empty() ? "" : " ", key, said);
  }
  return text;
}

}  // namespace

const char* title_of(ScheduledJob job) {
  switch (job) {
    case ScheduledJob::retention_plan:
      return tr("plan of what becomes of volumes");
    case ScheduledJob::fixity:
      return tr("originals against their hashes, a part each day");
    case ScheduledJob::acts:
      return tr("acts being carried out");
    case ScheduledJob::expiry:
      return tr("consents that ended, students who came of age");
    case ScheduledJob::index_check:
      return tr("look at the search index");
    case ScheduledJob::snapshots:
      return tr("snapshot of the bank of achievements");
    case ScheduledJob::rollover:
      return tr("draft of next year's nomenclature");
    case ScheduledJob::stock_checks:
      return tr("acts of checks of presence that are due soon");
  }
  return "";
}

const char* title_of(RunOutcome outcome) {
  switch (outcome) {
    case RunOutcome::done:
      return tr("done");
    case RunOutcome::alarm:
      return tr("look at it");
    case RunOutcome::failed:
      return tr("failed");
  }
  return "";
}

std::string report_in_words(const ScheduleRun& run) {
  return printable(in_words(Json::parse(run.report)));
}

}  // namespace fonds

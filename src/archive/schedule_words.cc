#include "archive/schedule_words.h"

#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>

#include "base/messages.h"
#include "base/text.h"
#include "retention/plan.h"
#include "retention/state_words.h"

namespace fonds {
namespace {

using Json = nlohmann::ordered_json;

struct FigureWords {
  std::string_view key;
  const char* words;
};

/// What the jobs report (scheduled_work.cc); steps of a plan have words of their own.
constexpr std::array<FigureWords, 19> kFigures{{
    {"came_of_age", tr_later("came of age")},
    {"carried_out", tr_later("acts carried out")},
    {"changed", tr_later("changed")},
    {"consents_ended", tr_later("consents ended")},
    {"damaged", tr_later("damaged")},
    {"drafted", tr_later("drafted")},
    {"due_by", tr_later("due by")},
    {"frozen", tr_later("snapshot")},
    {"of_age", tr_later("students of age")},
    {"originals", tr_later("originals")},
    {"shelves", tr_later("folders")},
    {"sound", tr_later("sound")},
    {"steps", tr_later("to do")},
    {"students", tr_later("students with ended consents")},
    {"volumes", tr_later("volumes")},
    {"which", tr_later("which")},
    {"withdrawn", tr_later("students who withdrew")},
    {"withdrawn_with_optional_papers", tr_later("withdrawals with papers kept by consent alone")},
    {"year", tr_later("for the year")},
}};

std::string words_of(std::string_view key) {
  if (const auto step = planned_step_from(key)) return title_of(*step);
  for (const FigureWords& each : kFigures) {
    if (each.key == key) return tr(each.words);
  }
  return std::string(key);
}

std::string in_words(const Json& report);

/// Empty: nothing to say.
std::string figure_in_words(const Json& value) {
  if (value.is_null() || (value.is_structured() && value.empty())) return {};
  if (value.is_boolean()) return value.get<bool>() ? tr("yes") : tr("no");
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_object()) return value.dump();
  Json some = Json::object();  // of many counts those that are not 0
  for (const auto& [key, count] : value.items()) {
    if (count != 0) some[key] = count;
  }
  return some.empty() ? tr("nothing") : '(' + in_words(some) + ')';
}

std::string in_words(const Json& report) {
  if (report.contains("error")) return report.value("error", "");
  std::string text;
  for (const auto& [key, value] : report.items()) {
    const std::string said = figure_in_words(value);
    if (said.empty()) continue;
    text += fmt::format("{}{}: {}", text.empty() ? "" : ", ", words_of(key), said);
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

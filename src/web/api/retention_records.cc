#include "web/api/retention_records.h"

#include "retention/reason_words.h"
#include "web/api/nomenclature_records.h"
#include "web/api/records.h"

namespace fonds {

Json record_of(const ExplainedVolume& volume, const CalendarDate& day) {
  Json reasons = Json::array();
  const auto sentences = sentences_of(volume.verdict, volume.rule, volume.facts);
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    reasons.push_back({{"code", name_of(volume.verdict.reasons[i].code)}, {"text", sentences[i]}});
  }
  return {{"volume", to_text(volume.key)},
          {"heading", volume.heading},
          {"on", to_text(day)},
          {"nomenclature", volume.nomenclature},
          {"rule", record_of(volume.rule)},
          {"longer_by_list", volume.longer_by_list},
          {"state", name_of(volume.verdict.state)},
          {"date", day_or_null(volume.verdict.date)},
          {"step", name_of(volume.step)},
          {"reasons", std::move(reasons)}};
}

Json record_of(const PlannedVolume& volume) {
  return {{"volume", to_text(volume.key)},    {"heading", volume.heading},
          {"step", name_of(volume.step)},     {"before", name_of(volume.before)},
          {"date", day_or_null(volume.term)}, {"since", to_text(volume.since)}};
}

Json record_of(const PlanTotals& totals) {
  Json steps = Json::object();
  for (std::size_t i = 0; i < kPlannedSteps.size(); ++i) {
    steps[std::string(kPlannedSteps[i])] = totals.steps[i];
  }
  return {{"volumes", totals.volumes}, {"changed", totals.changed}, {"steps", std::move(steps)}};
}

}  // namespace fonds

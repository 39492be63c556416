#include "web/api/achievement_records.h"

#include "web/api/records.h"

namespace fonds {

const AchievementFact& fact_named(std::string_view name) {
  for (const AchievementFact& fact : kAchievementFacts) {
    if (fact.name == name) return fact;
  }
  throw Error(Fault::bug, "an achievement has no such fact");
}

Json record_of(const Achievement& achievement) {
  Json record{{"id", id_of(achievement)},
              {"document", achievement.document.value},
              {"accession", achievement.accession},
              {"student", id_or_null(achievement.student)}};
  for (const AchievementFact& fact : kAchievementFacts) {
    record[std::string(fact.name)] = text_or_null(achievement.*fact.value);
  }
  record["year"] = text_or_null(year_of(achievement));
  record["attended"] = achievement.attended;
  record["members"] = Json::array();
  for (const StudentId member : achievement.members) record["members"].push_back(member.value);
  return record;
}

Json record_of(const AchievementTotals& totals) {
  Json record{{"records", totals.records},
              {"papers", totals.papers},
              {"students", totals.students},
              {"collectives", totals.collectives},
              {"counts", Json::array()}};
  for (const AchievementCount& each : totals.counts) {
    record["counts"].push_back({{"year", text_or_null(each.year)},
                                {"level", text_or_null(each.level)},
                                {"place", text_or_null(each.place)},
                                {"count", each.count}});
  }
  return record;
}

Json record_of(const FrozenBank& bank) {
  return {{"snapshot", bank.number},
          {"taken_at", bank.taken_at},
          {"by", bank.taken_by},
          {"records", bank.records},
          {"hash", bank.hash}};
}

Json record_of(const SnapshotComparison& comparison) {
  const AchievementDifference& difference = comparison.difference;
  Json record{{"before", comparison.before.number},
              {"after", comparison.after ? Json(comparison.after->number) : Json(nullptr)},
              {"added", Json::array()},
              {"removed", Json::array()},
              {"changed", Json::array()}};
  for (const Achievement& each : difference.added) record["added"].push_back(record_of(each));
  for (const Achievement& each : difference.removed) record["removed"].push_back(record_of(each));
  for (const AchievementChange& each : difference.changed) {
    Json change{{"id", id_of(each.after)}, {"facts", Json::object()}};
    for (const std::string_view name : each.facts) {
      const AchievementFact& fact = fact_named(name);
      change["facts"][std::string(name)] = {{"before", text_or_null(each.before.*fact.value)},
                                            {"after", text_or_null(each.after.*fact.value)}};
    }
    record["changed"].push_back(std::move(change));
  }
  return record;
}

}  // namespace fonds

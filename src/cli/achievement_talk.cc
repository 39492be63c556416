#include "cli/achievement_talk.h"

#include "archive/achievement_table.h"
#include "archive/card_words.h"
#include "base/messages.h"
#include "base/text.h"
#include "model/spoken_date.h"

namespace fonds {
namespace {

Json optional_text(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

const AchievementFact& fact_named(std::string_view name) {
  for (const AchievementFact& fact : kAchievementFacts) {
    if (fact.name == name) return fact;
  }
  throw Error(Fault::bug, "an achievement has no such fact");
}

/// The known ones of `facts`, joined.
std::string joined(const Achievement& achievement, const ValueWords& values,
                   std::initializer_list<const char*> facts, const char* between) {
  std::string text;
  for (const char* name : facts) {
    const std::string words = printable(in_words(achievement, fact_named(name), values));
    if (!words.empty()) text += (text.empty() ? "" : between) + words;
  }
  return text;
}

std::string or_dash(const std::string& text) { return text.empty() ? "—" : text; }

}  // namespace

Json record_of(const Achievement& achievement) {
  Json record{{"id", id_of(achievement)},
              {"document", achievement.document.value},
              {"accession", achievement.accession},
              {"student",
               achievement.student.value == 0 ? Json(nullptr) : Json(achievement.student.value)}};
  for (const AchievementFact& fact : kAchievementFacts) {
    record[std::string(fact.name)] = optional_text(achievement.*fact.value);
  }
  record["year"] = optional_text(year_of(achievement));
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
    record["counts"].push_back({{"year", optional_text(each.year)},
                                {"level", optional_text(each.level)},
                                {"place", optional_text(each.place)},
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
      change["facts"][std::string(name)] = {{"before", optional_text(each.before.*fact.value)},
                                            {"after", optional_text(each.after.*fact.value)}};
    }
    record["changed"].push_back(std::move(change));
  }
  return record;
}

std::string line_of(const Achievement& achievement, const ValueWords& words) {
  std::string line = fmt::format("{}  {}", id_of(achievement), printable(achievement.holder));
  for (const std::string& part : {joined(achievement, words, {"date"}, ""),
                                  joined(achievement, words, {"event", "nomination"}, ", "),
                                  joined(achievement, words, {"level", "place", "mark"}, ", "),
                                  joined(achievement, words, {"control", "scope"}, ", ")}) {
    if (!part.empty()) line += "  " + part;
  }
  return line;
}

std::vector<std::string> lines_of(const AchievementTotals& totals, const ValueWords& words) {
  std::vector<std::string> lines;
  for (const AchievementCount& each : totals.counts) {
    lines.push_back(fmt::format("{:>6}  {}  {}  {}", each.count, or_dash(each.year),
                                or_dash(value_in_words(words, "level", each.level)),
                                or_dash(value_in_words(words, "place", each.place))));
  }
  lines.push_back(say(tr("Records: {}, papers: {}, students: {}, collectives: {}"), totals.records,
                      totals.papers, totals.students, totals.collectives));
  return lines;
}

std::string line_of(const FrozenBank& bank) {
  return say(tr("{}  {}  {} records  by {}  {}"), bank.number,
             spoken(moment_from_text(bank.taken_at)), bank.records, bank.taken_by, bank.hash);
}

std::vector<std::string> lines_of(const SnapshotComparison& comparison, const ValueWords& words) {
  std::vector<std::string> lines;
  const AchievementDifference& difference = comparison.difference;
  for (const Achievement& each : difference.added) lines.push_back("+ " + line_of(each, words));
  for (const Achievement& each : difference.removed) lines.push_back("- " + line_of(each, words));
  for (const AchievementChange& each : difference.changed) {
    lines.push_back("~ " + line_of(each.after, words));
    for (const std::string_view name : each.facts) {
      const AchievementFact& fact = fact_named(name);
      lines.push_back(fmt::format("    {}: {} → {}", tr(fact.title),
                                  or_dash(printable(in_words(each.before, fact, words))),
                                  or_dash(printable(in_words(each.after, fact, words)))));
    }
  }
  return lines;
}

}  // namespace fonds

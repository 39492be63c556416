#include "cli/achievement_talk.h"

#include "archive/achievement_table.h"
#include "archive/card_words.h"
#include "base/messages.h"
#include "base/text.h"
#include "model/spoken_date.h"
#include "web/api/achievement_records.h"

namespace fonds {
namespace {

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

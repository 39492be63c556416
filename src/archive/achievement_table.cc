#include "archive/achievement_table.h"

#include "archive/card_words.h"
#include "base/messages.h"

namespace fonds {

std::string in_words(const Achievement& achievement, const AchievementFact& fact,
                     const ValueWords& words) {
  const std::string& value = achievement.*fact.value;
  if (!value.empty()) return value_in_words(words, fact.name, value);
  if (fact.name != "collective") return {};
  std::string titles;
  for (const std::string& title : achievement.attended) {
    titles += (titles.empty() ? "" : ", ") + title;
  }
  return titles;
}

Table table_of(const AchievementBank& bank, const ValueWords& words) {
  Table table{tr("Achievements"), {{tr("number")}}};
  for (const AchievementFact& fact : kAchievementFacts) {
    table.rows.front().emplace_back(tr(fact.title));
  }
  for (const Achievement& each : bank) {
    TableRow row{id_of(each)};
    for (const AchievementFact& fact : kAchievementFacts)
      row.push_back(in_words(each, fact, words));
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace fonds

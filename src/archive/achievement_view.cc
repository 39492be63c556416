#include "archive/achievement_view.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/text.h"
#include "model/award.h"
#include "model/card.h"

namespace fonds {
namespace {

bool is_of(const Achievement& achievement, std::string_view collective) {
  const std::string wanted = fold(collective);
  if (!achievement.collective.empty()) return fold(achievement.collective) == wanted;
  return std::any_of(achievement.attended.begin(), achievement.attended.end(),
                     [&](const std::string& each) { return fold(each) == wanted; });
}

bool is_within(const Achievement& achievement, const std::optional<CalendarDate>& from,
               const std::optional<CalendarDate>& to) {
  if (!from && !to) return true;
  const auto span = date_span_from(achievement.date);
  return span && (!from || *from <= span->to) && (!to || span->from <= *to);
}

/// The highest level first, unknown ones last.
int level_rank(const std::string& level) {
  const auto known = level_from(level);
  return known ? -static_cast<int>(*known) : 1;
}

std::tuple<int, int> place_rank(const std::string& place) {
  const auto known = award_place_from(place);
  if (!known) return {static_cast<int>(kRankNames.size()), 0};
  return {static_cast<int>(known->rank), known->degree};
}

using Key = std::pair<DocumentId, StudentId>;

}  // namespace

bool AchievementFilter::takes(const Achievement& achievement) const {
  if (student && achievement.student != *student) {
    const auto& members = achievement.members;
    if (std::find(members.begin(), members.end(), *student) == members.end()) return false;
  }
  if (!collective.empty() && !is_of(achievement, collective)) return false;
  if (!level.empty() && achievement.level != level) return false;
  return is_within(achievement, from, to);
}

void put_in_order(AchievementBank& bank) {
  const auto key = [](const Achievement& each) {
    return std::tuple(fold(each.holder), std::string_view(each.date), each.document, each.student);
  };
  std::sort(bank.begin(), bank.end(),
            [&](const Achievement& a, const Achievement& b) { return key(a) < key(b); });
}

AchievementTotals totals_of(const AchievementBank& bank) {
  AchievementTotals totals;
  std::set<DocumentId> papers;
  std::set<StudentId> students;
  std::set<std::string> collectives;
  std::map<std::tuple<std::string, std::string, std::string>, std::int64_t> counts;
  for (const Achievement& each : bank) {
    ++totals.records;
    papers.insert(each.document);
    if (each.student.value != 0) {
      students.insert(each.student);
    } else {
      collectives.insert(fold(each.holder));
    }
    ++counts[{year_of(each), each.level, each.place}];
  }
  totals.papers = static_cast<std::int64_t>(papers.size());
  totals.students = static_cast<std::int64_t>(students.size());
  totals.collectives = static_cast<std::int64_t>(collectives.size());
  for (const auto& [key, count] : counts) {
    totals.counts.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key), count});
  }
  std::stable_sort(totals.counts.begin(), totals.counts.end(),
                   [](const AchievementCount& a, const AchievementCount& b) {
                     if (a.year != b.year) return a.year > b.year;
                     return std::tuple(level_rank(a.level), place_rank(a.place)) <
                            std::tuple(level_rank(b.level), place_rank(b.place));
                   });
  return totals;
}

AchievementDifference difference_of(AchievementBank before, AchievementBank after,
                                    const std::function<StudentId(StudentId)>& living) {
  AchievementDifference difference;
  std::multimap<Key, Achievement> earlier;
  for (Achievement& each : before) {
    each.student = living(each.student);
    const Key key(each.document, each.student);
    earlier.emplace(key, std::move(each));
  }
  for (Achievement& each : after) {
    each.student = living(each.student);
    const auto known = earlier.find({each.document, each.student});
    if (known == earlier.end()) {
      difference.added.push_back(std::move(each));
      continue;
    }
    AchievementChange change{std::move(known->second), std::move(each), {}};
    earlier.erase(known);
    for (const AchievementFact& fact : kAchievementFacts) {
      if (change.before.*fact.value != change.after.*fact.value) change.facts.push_back(fact.name);
    }
    if (!change.facts.empty()) difference.changed.push_back(std::move(change));
  }
  for (auto& [key, each] : earlier) difference.removed.push_back(std::move(each));
  put_in_order(difference.added);
  put_in_order(difference.removed);
  return difference;
}

}  // namespace fonds

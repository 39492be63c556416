#include "retention/rule_book.h"

#include <algorithm>

#include "retention/kept_for.h"

namespace fonds {
namespace {

RuleBook::Entry entry_for(const NomenclatureItem& item, int year, const RetentionList& list,
                          const CalendarDate& day) {
  RuleBook::Entry entry{item, year, item.rule, false};
  // The same article of whichever edition is in force on that day.
  Authority article = item.rule.authority;
  article.edition.clear();
  const ListArticle* listed = list.find(article, day);
  if (listed == nullptr || surely_kept(listed->rule) <= surely_kept(item.rule)) return entry;
  entry.rule = listed->rule;
  entry.rule.local = item.rule.local;
  // What the nomenclature asks for beside the years stays asked for.
  entry.rule.mark = std::max(entry.rule.mark, item.rule.mark);
  entry.rule.condition = std::max(entry.rule.condition, item.rule.condition);
  entry.longer_by_list = true;
  return entry;
}

}  // namespace

RuleBook::RuleBook(const std::vector<Nomenclature>& approved, const RetentionList& list,
                   const CalendarDate& day) {
  for (const Nomenclature& each : approved) {
    for (const NomenclatureItem& item : each.items) {
      if (item.reserve) continue;
      entries_[item.index].emplace(each.year, entry_for(item, each.year, list, day));
    }
  }
}

const RuleBook::Entry* RuleBook::find(const VolumeKey& key, int last_year) const {
  const auto years = entries_.find(key.index);
  if (years == entries_.end()) return nullptr;
  auto behind = years->second.upper_bound(std::max(last_year, key.year));
  if (behind == years->second.begin()) return nullptr;
  const auto& [year, entry] = *--behind;
  return year < key.year ? nullptr : &entry;
}

const RuleBook::Entry* RuleBook::newest(std::string_view index) const {
  const auto years = entries_.find(index);
  return years == entries_.end() ? nullptr : &years->second.rbegin()->second;
}

}  // namespace fonds

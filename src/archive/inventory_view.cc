#include "archive/inventory_view.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "archive/appraiser.h"
#include "archive/nomenclature_file.h"
#include "archive/settings.h"
#include "catalogue/inventories.h"
#include "catalogue/nomenclatures.h"
#include "catalogue/volumes.h"
#include "retention/kept_for.h"
#include "retention/reason_words.h"

namespace fonds {
namespace {

/// Years as they are printed: of employees' records the law's number, by the day they were
/// finished.
int years_printed(const ExplainedVolume& volume) {
  if (volume.rule.kind != PeriodKind::personnel_50_75) return years_of(volume.rule);
  for (const VerdictStep& each : volume.verdict.reasons) {
    if (each.code == StepCode::personnel) return each.number;
  }
  return 0;
}

std::string period_printed(const ExplainedVolume& volume) {
  RetentionRule rule = volume.rule;
  if (rule.kind == PeriodKind::personnel_50_75 && years_printed(volume) > 0) {
    rule.kind = PeriodKind::years;
    rule.years = years_printed(volume);
  }
  return period_with_source(rule);
}

/// With the list that has its article, where the nomenclature names the article alone.
RetentionRule with_list(RetentionRule rule, const CalendarDate& day) {
  const ListArticle* listed = shipped_retention_list().find(rule.authority, day);
  if (rule.authority.act.empty() && listed != nullptr) rule.authority = listed->rule.authority;
  return rule;
}

class Rows {
 public:
  Rows(Archive& archive, const CaseInventory& inventory)
      : archive_(archive), today_(day_here(archive.clock().now())) {
    const Appraiser appraiser(archive, today_);
    std::vector<VolumeId> ids;
    for (const InventoryUnit& each : inventory.units) ids.push_back(each.volume);
    for (const RetentionRecord& each : RetentionRecords(archive.catalogue()).of(ids)) {
      appraised_.emplace(each.volume, appraiser.appraise(each));
    }
  }

  ShownInventory::Row row(const InventoryUnit& unit) {
    const Volume volume = Volumes(archive_.catalogue()).find(unit.volume).value();
    ShownInventory::Row made;
    made.facts.number = unit.number;
    made.facts.key = volume.key;
    made.facts.state = volume.state;
    made.facts.carrier = volume.carrier;
    made.facts.own_title = volume.title;
    made.facts.first_day = volume.first_day;
    made.facts.last_day = volume.last_day;
    made.facts.sheets = volume.sheets;
    made.facts.bytes = Inventories(archive_.catalogue()).bytes_of(volume.id);
    if (const auto& found = appraised_.at(unit.volume)) {
      made.facts.heading = found->heading;
      made.facts.rule = with_list(found->rule, today_);
      made.facts.years = years_printed(*found);
      made.period = period_printed(*found);
      made.section = section(found->nomenclature, volume.key.index);
    }
    return made;
  }

 private:
  /// Title of the section of an index in the nomenclature of a year.
  std::string section(int year, const std::string& index) {
    auto known = lists_.find(year);
    if (known == lists_.end()) {
      auto list = Nomenclatures(archive_.catalogue()).find(year);
      known = lists_.emplace(year, list.value_or(Nomenclature{})).first;
    }
    for (const NomenclatureSection& each : known->second.sections) {
      if (index.substr(0, index.find('-')) == each.code) return each.title;
    }
    return {};
  }

  Archive& archive_;
  CalendarDate today_;
  std::map<VolumeId, std::optional<ExplainedVolume>> appraised_;
  std::map<int, Nomenclature> lists_;
};

/// As the settings say them; no days.
InventoryTitle names_today(const Archive& archive) {
  return {own_name(archive.settings()), archive.settings().text("institution.fonds"), {}, {}};
}

/// What became of a volume after the approval is no fault of the inventory.
void forget_what_is_gone(ShownInventory& shown) {
  std::set<int> gone;
  for (const ShownInventory::Row& each : shown.rows) {
    const VolumeState state = each.facts.state;
    const bool here = state == VolumeState::open || state == VolumeState::closed;
    if (!here) gone.insert(each.facts.number);
  }
  std::erase_if(shown.findings, [&](InventoryFinding& each) {
    if (each.numbers.empty()) return false;
    std::erase_if(each.numbers, [&](int number) { return gone.contains(number); });
    return each.numbers.empty();
  });
}

bool goes_to_archives(const std::optional<InventoryKind>& kind) {
  return kind == InventoryKind::permanent || kind == InventoryKind::personnel;
}

}  // namespace

ShownInventory shown_inventory(Archive& archive, const CaseInventory& inventory) {
  ShownInventory made{inventory, {}, {}};
  Rows rows(archive, inventory);
  for (const InventoryUnit& each : inventory.units) made.rows.push_back(rows.row(each));
  InspectedInventory inspected{
      .inventory = inventory,
      .first_page = names_today(archive),
      .is_source = archive.settings().flag("institution.archive_source"),
      .last_before = Inventories(archive.catalogue()).last_number(inventory.list, inventory.id),
      .most_sheets = static_cast<int>(archive.settings().integer("cases.most_sheets")),
      .rows = {}};
  for (const auto& each : made.rows) inspected.rows.push_back(each.facts);
  if (!inventory.units.empty()) {
    inspected.stated_total = static_cast<int>(inventory.unit_count);
    inspected.stated_first = inventory.units.front().number;
    inspected.stated_last = inventory.units.back().number;
    // A list that was begun before Fonds goes on from where a person said.
    if (inspected.last_before == 0) inspected.last_before = inspected.stated_first - 1;
  }
  made.findings = findings_in(inspected, day_here(archive.clock().now()));
  if (is_approved(inventory.state)) forget_what_is_gone(made);
  return made;
}

std::vector<InventoryUnit> units_for(Archive& archive, const CaseInventory& inventory, int first) {
  const Appraiser appraiser(archive, day_here(archive.clock().now()));
  Volumes volumes(archive.catalogue());
  const std::vector<VolumeId> free =
      Inventories(archive.catalogue()).unlisted(inventory.year, Inventories::Listed::in_living);
  std::vector<std::pair<VolumeKey, VolumeId>> found;
  for (const RetentionRecord& each : RetentionRecords(archive.catalogue()).of(free)) {
    const auto appraised = appraiser.appraise(each);
    if (!appraised || inventory_kind_of(appraised->rule) != inventory.kind) continue;
    const bool electronic = volumes.find(each.volume)->carrier == Carrier::electronic;
    if (electronic == inventory.electronic) found.emplace_back(each.key, each.volume);
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return std::tie(a.first.index, a.first.year, a.first.number) <
           std::tie(b.first.index, b.first.year, b.first.number);
  });
  std::vector<InventoryUnit> units;
  units.reserve(found.size());
  for (const auto& each : found) units.push_back({each.second, first++});
  return units;
}

InventoryTitle title_for(Archive& archive, const std::vector<InventoryUnit>& units) {
  InventoryTitle title = names_today(archive);
  for (const InventoryUnit& each : units) {
    const Volume volume = Volumes(archive.catalogue()).find(each.volume).value();
    if (volume.first_day) {
      title.first_day = std::min(title.first_day.value_or(*volume.first_day), *volume.first_day);
    }
    if (volume.last_day) {
      title.last_day = std::max(title.last_day.value_or(*volume.last_day), *volume.last_day);
    }
  }
  return title;
}

std::vector<VolumeKey> without_inventory(Archive& archive, const std::set<int>& years) {
  const Appraiser appraiser(archive, day_here(archive.clock().now()));
  std::vector<VolumeKey> found;
  for (const int year : years) {
    const auto unlisted =
        Inventories(archive.catalogue()).unlisted(year, Inventories::Listed::in_approved);
    for (const RetentionRecord& each : RetentionRecords(archive.catalogue()).of(unlisted)) {
      const auto appraised = appraiser.appraise(each);
      if (appraised && goes_to_archives(inventory_kind_of(appraised->rule))) {
        found.push_back(each.key);
      }
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::string approval_of_inventories(Archive& archive, const std::set<int>& years) {
  std::vector<std::string> protocols;
  for (const CaseInventory& each : Inventories(archive.catalogue()).list()) {
    if (!is_approved(each.state) || !years.contains(each.year) || !goes_to_archives(each.kind)) {
      continue;
    }
    const std::string& protocol = each.authority.empty() ? each.agreed : each.authority;
    if (std::find(protocols.begin(), protocols.end(), protocol) == protocols.end()) {
      protocols.push_back(protocol);
    }
  }
  std::string told;
  for (const std::string& each : protocols) told += (told.empty() ? "" : ", ") + each;
  return told;
}

}  // namespace fonds

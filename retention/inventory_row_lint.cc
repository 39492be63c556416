#include "retention/inventory_row_lint.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/messages.h"
#include "retention/inventory_words.h"
#include "retention/kept_for.h"

namespace fonds {
namespace {

using Weight = InventoryFinding::Weight;
using Check = InventoryCheck;

/// 125-ФЗ ст. 22.1: of employees' records, finished up to that year for 75 years, later for 50.
constexpr int kLastYearOf75 = 2002;
constexpr int kPersonnelBefore = 75;
constexpr int kPersonnelSince = 50;
/// Archives still take 270 sheets where a volume should have 250 (DOMAIN §1.3).
constexpr std::int64_t kTolerated = 27;
constexpr std::int64_t kOfWanted = 25;

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t") == text.npos; }

bool is_known(const std::optional<CalendarDate>& day) { return day && is_real(*day); }

bool is_whole_year(const CalendarDate& first, const CalendarDate& last) {
  return first == CalendarDate{last.year, 1, 1} && last == CalendarDate{last.year, 12, 31};
}

class RowLint {
 public:
  explicit RowLint(const InspectedInventory& inspected) : inspected_(inspected) {}

  std::vector<InventoryFinding> run() {
    for (const InventoryRow& row : inspected_.rows) {
      look_at_volume(row);
      look_at_heading(row);
      look_at_days(row);
      look_at_extent(row);
      look_at_list(row);
      if (row.rule.kind == PeriodKind::personnel_50_75) look_at_personnel(row);
      look_at_authority(row);
    }
    look_at_parts();
    return std::move(found_);
  }

 private:
  void find(Weight weight, Check check, std::string text, const InventoryRow& row) {
    const auto same = std::find_if(found_.begin(), found_.end(), [&](const InventoryFinding& each) {
      return each.check == check && each.weight == weight && each.text == text;
    });
    if (same != found_.end()) return same->numbers.push_back(row.number);
    found_.push_back({weight, check, std::move(text), {row.number}});
  }
  void wrong(Check check, std::string text, const InventoryRow& row) {
    find(Weight::error, check, std::move(text), row);
  }
  void doubtful(Check check, std::string text, const InventoryRow& row) {
    find(Weight::warning, check, std::move(text), row);
  }

  void look_at_volume(const InventoryRow& row) {
    if (row.state == VolumeState::open) {
      wrong(Check::closed, tr("These volumes are still open: close them, or take them out."), row);
    } else if (row.state != VolumeState::closed) {
      wrong(Check::closed,
            tr("These volumes are here no more, handed over or destroyed: take them out."), row);
    }
  }

  void look_at_heading(const InventoryRow& row) {
    if (is_blank(row.heading)) {
      return wrong(
          Check::heading,
          tr("These volumes have no heading: their item of the nomenclature must have one."), row);
    }
    if (InventoryWords::shipped().is_numbered(row.heading) && !names_numbers(row.heading) &&
        !names_numbers(row.own_title)) {
      wrong(Check::numbers_in_heading,
            tr("A heading of orders or protocols says which numbers they have: add «№ … – № …» to "
               "the title of the volume."),
            row);
    }
  }

  void look_at_days(const InventoryRow& row) {
    if (is_known(row.last_day) && row.last_day->year != inspected_.inventory.year) {
      wrong(Check::year_of_volume,
            tr("These volumes were not finished in the year of the section: list them in that of "
               "their last paper."),
            row);
    }
    if (!is_known(row.first_day) || !is_known(row.last_day)) {
      return wrong(Check::days_known,
                   tr("These volumes have no extreme dates: find out the days of their first and "
                      "last papers."),
                   row);
    }
    if (*row.last_day < *row.first_day) {
      wrong(Check::days_ordered,
            tr("The first day of these volumes is after the last one: correct the extreme dates."),
            row);
    }
    if (is_whole_year(*row.first_day, *row.last_day)) {
      doubtful(Check::real_days,
               tr("From 1 January to 31 December are the bounds of a year: enter the days of the "
                  "first and the last paper."),
               row);
    }
  }

  void look_at_extent(const InventoryRow& row) {
    if (row.carrier == Carrier::electronic) {
      if (row.bytes == 0) {
        wrong(Check::extent,
              tr("These electronic volumes hold no files: file them, or take the volumes out."),
              row);
      }
      return;
    }
    if (row.sheets <= 0) {
      return wrong(Check::extent, tr("The sheets of these volumes are not counted: count them."),
                   row);
    }
    const std::int64_t most = inspected_.most_sheets;
    if (row.sheets * kOfWanted > most * kTolerated) {
      wrong(Check::most_sheets,
            say(tr("More than {} sheets, no archive takes that: part these volumes."),
                most * kTolerated / kOfWanted),
            row);
    } else if (row.sheets > most) {
      doubtful(Check::most_sheets,
               say(tr("More than {} sheets: see whether these volumes can be parted."), most), row);
    }
  }

  void look_at_list(const InventoryRow& row) {
    const bool electronic = row.carrier == Carrier::electronic;
    if (electronic && !inspected_.inventory.electronic) {
      wrong(Check::right_list,
            tr("Electronic volumes have a list of their own: move these into it."), row);
    } else if (!electronic && inspected_.inventory.electronic) {
      wrong(Check::right_list,
            tr("This is a list of electronic volumes: move these into that of paper ones."), row);
    }
    const auto kind = inventory_kind_of(row.rule);
    if (kind != inspected_.inventory.kind) wrong(Check::right_list, way_into(kind), row);
  }
  static const char* way_into(const std::optional<InventoryKind>& kind) {
    if (!kind) return tr("Kept for ten years or less, these go into no list: take them out.");
    switch (*kind) {
      case InventoryKind::permanent:
        return tr("These are kept permanently: move them into the list of such cases.");
      case InventoryKind::long_term:
        return tr(
            "These are kept for a time above ten years: move them into the list of such "
            "cases.");
      case InventoryKind::personnel:
        break;
    }
    return tr("These are records on personnel: move them into the list of such cases.");
  }

  void look_at_personnel(const InventoryRow& row) {
    if (!is_known(row.last_day)) return;  // said elsewhere
    const bool before = row.last_day->year <= kLastYearOf75;
    const int by_law = before ? kPersonnelBefore : kPersonnelSince;
    const int longer = years_of(row.rule);
    if (longer > by_law) {
      if (row.years >= longer) return;
      return wrong(Check::personnel_period,
                   tr("The institution keeps these longer than the law asks: correct the period."),
                   row);
    }
    if (row.years == by_law) return;
    wrong(Check::personnel_period,
          before ? tr("Finished before 2003, these are kept for 75 years: correct the period.")
                 : tr("Finished since 2003, these are kept for 50 years: correct the period."),
          row);
  }

  /// As nomenclature_lint.h has it. A nomenclature names articles without their list, which is then
  /// the one that has them (retention_list.h): that alone is no error.
  void look_at_authority(const InventoryRow& row) {
    const Authority& authority = row.rule.authority;
    const bool no_article = is_blank(authority.article);
    if (authority.act == kNoArticle || (is_blank(authority.act) && no_article)) {
      if (row.rule.local && !is_blank(row.rule.local->ek_protocol)) return;
      if (authority.act == kNoArticle) {
        return doubtful(
            Check::authority,
            tr("No article: the protocol by which the commission set the period must be named."),
            row);
      }
    }
    if (no_article) {
      return wrong(Check::authority,
                   tr("The article of the period is not named: enter it in the nomenclature."),
                   row);
    }
    if (is_blank(authority.act)) {
      return doubtful(Check::authority,
                      tr("It is not named which list these articles are of: see that the lists "
                         "entered have them."),
                      row);
    }
    if (!authority.verified) {
      doubtful(Check::authority,
               tr("Nobody has compared these articles with the text of the list."), row);
    }
  }

  void look_at_parts() {
    std::map<std::pair<int, std::string_view>, const InventoryRow*> last_of;
    const InventoryRow* before = nullptr;
    for (const InventoryRow& row : inspected_.rows) {
      const InventoryRow*& last = last_of[{row.key.year, row.key.index}];
      if (last != nullptr && (last != before || row.key.number <= last->key.number)) {
        wrong(Check::parts_together,
              tr("Volumes of one case follow one another by their numbers: bring these to the "
                 "others and number the section anew."),
              row);
      }
      before = last = &row;
    }
  }

  const InspectedInventory& inspected_;
  std::vector<InventoryFinding> found_;
};

}  // namespace

std::vector<InventoryFinding> findings_in_rows(const InspectedInventory& inspected) {
  return RowLint(inspected).run();
}

}  // namespace fonds

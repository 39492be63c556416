/// findings_in: what is wrong with an inventory of cases, or must be looked at, before it is
/// approved: the 28 checks that archives make of inventories they receive (DOMAIN §3, F5).
///
/// An error forbids the approval, a warning must be seen by whoever approves. Threads: any. Pure.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/calendar_date.h"
#include "model/case_inventory.h"
#include "model/retention_rule.h"

namespace fonds {

enum class InventoryCheck {
  fonds_number,  ///< 1: the number of the fonds is given (a warning where no archive takes over)
  list_number,   ///< 2: the list has a number
  institution,   ///< 3: the institution has a name
  title_fonds,   ///< 4: number of the fonds: the same on title page and first page
  title_institution,   ///< 5: name: the same on both
  title_days,          ///< 6: extreme days: those of the title page are those of the rows
  year_over,           ///< 7: the year of the section has ended
  numbers_follow,      ///< 8: the first number follows the last one of the section before
  numbers_step,        ///< 9: numbers go up by exactly 1
  total,               ///< 10: the total of the closing entry is the number of rows
  range,               ///< 11: its "from – to" are the first and last numbers
  heading,             ///< 12: every row has a heading
  closed,              ///< 13: every volume is closed and here
  days_known,          ///< 14: every volume has extreme days
  days_ordered,        ///< 15: the first is not after the last
  year_of_volume,      ///< 16: the last lies in the year of the section
  real_days,           ///< 17: not 01.01.–31.12. of a year: the real days are wanted (warning)
  extent,              ///< 18: sheets are counted; an electronic volume has files
  most_sheets,         ///< 19: at most 250 sheets; up to 270 a warning
  right_list,          ///< 20: the rule belongs into a list of this kind
  personnel_period,    ///< 21: 75 years if finished before 2003, else 50
  authority,           ///< 22: list and article of the period are given; not verified: a warning
  numbers_in_heading,  ///< 23: headings of orders and protocols say "№ … – № …"
  parts_together,      ///< 24: volumes of one case follow one another, in order
  founder_history,     ///< 25: the preface has the history of who left the papers
  fonds_history,       ///< 26: and of the papers
  signers,             ///< 27: composer and keeper of the archive are named
  commission,          ///< 28: the commission's protocol stands after the total
};
inline constexpr std::array<std::string_view, 28> kInventoryChecks{"fonds_number",
                                                                   "list_number",
                                                                   "institution",
                                                                   "title_fonds",
                                                                   "title_institution",
                                                                   "title_days",
                                                                   "year_over",
                                                                   "numbers_follow",
                                                                   "numbers_step",
                                                                   "total",
                                                                   "range",
                                                                   "heading",
                                                                   "closed",
                                                                   "days_known",
                                                                   "days_ordered",
                                                                   "year_of_volume",
                                                                   "real_days",
                                                                   "extent",
                                                                   "most_sheets",
                                                                   "right_list",
                                                                   "personnel_period",
                                                                   "authority",
                                                                   "numbers_in_heading",
                                                                   "parts_together",
                                                                   "founder_history",
                                                                   "fonds_history",
                                                                   "signers",
                                                                   "commission"};
constexpr std::string_view name_of(InventoryCheck check) {
  return kInventoryChecks[static_cast<std::size_t>(check)];
}

struct InventoryFinding {
  enum class Weight { warning, error };
  Weight weight = Weight::warning;
  InventoryCheck check = InventoryCheck::fonds_number;
  std::string text;          ///< a sentence: what is wrong and what to do
  std::vector<int> numbers;  ///< of the rows it is about; empty: the whole
};

/// A row as it would be printed today.
struct InventoryRow {
  int number = 0;
  VolumeKey key;
  VolumeState state = VolumeState::closed;
  Carrier carrier = Carrier::paper;
  std::string heading;    ///< of its item
  std::string own_title;  ///< of the volume; may be empty
  std::optional<CalendarDate> first_day;
  std::optional<CalendarDate> last_day;
  int sheets = 0;
  std::uint64_t bytes = 0;  ///< of its files
  RetentionRule rule;
  int years = 0;  ///< as printed in the column of periods; 0: no number of years
};

/// The inventory and what is known today of all it says.
struct InspectedInventory {
  const CaseInventory& inventory;
  InventoryTitle first_page;  ///< number and name as the archive's settings say them today; no days
  bool is_source = false;     ///< an archive takes over what is permanent
  int last_before = 0;        ///< number of the last unit of the same list before it; 0: none
  int stated_total = 0;       ///< closing entry
  int stated_first = 0;
  int stated_last = 0;
  int most_sheets = 250;
  std::vector<InventoryRow> rows;
};

/// Which kind of inventory a volume kept by the rule goes into; nothing: into none (ten years and
/// less never leave the office, DOMAIN §2.3).
std::optional<InventoryKind> inventory_kind_of(const RetentionRule& rule);

/// Errors first, each in the order of the checks; rows with the same fault share a finding.
std::vector<InventoryFinding> findings_in(const InspectedInventory& inspected,
                                          const CalendarDate& day);

}  // namespace fonds

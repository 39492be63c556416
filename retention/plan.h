/// What is to be done with a volume on a day, by its verdict: the plan of the archivist's work.
///
/// Threads: pure.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "model/case_file.h"
#include "model/verdict.h"

namespace fonds {

enum class PlannedStep {
  none,
  close,      ///< its year is over and it is still open
  ask,        ///< its least term is over: is it still needed?
  inventory,  ///< to be put into an inventory (опись) and handed to the institution's archive
  decide,     ///< its term is over: the commission decides
  destroy,    ///< may be selected for destruction, by an act
  blocked,    ///< its term is over and something forbids to destroy it
};
inline constexpr std::array<std::string_view, 7> kPlannedSteps{
    "none", "close", "ask", "inventory", "decide", "destroy", "blocked"};
constexpr std::string_view name_of(PlannedStep step) {
  return kPlannedSteps[static_cast<std::size_t>(step)];
}
std::optional<PlannedStep> planned_step_from(std::string_view name);

/// The day on which the case of such an item is closed at the latest: 31 December of its year, 31
/// August of the school year that begins in it; nothing: an ongoing one, with its last document.
std::optional<CalendarDate> last_day_open(const NomenclatureItem& item, int year);

/// Only what is kept for ever or above 10 years, or by the law on employees' records, is put into
/// inventories, one to three years after its closing (DOMAIN §2.3); what is shorter never leaves
/// its office.
bool goes_into_inventories(const RetentionRule& rule);

/// A volume with what it is kept by.
struct VolumeInPlan {
  VolumeState state = VolumeState::open;
  int year = 0;  ///< of its key
  const NomenclatureItem& item;
  const RetentionRule& rule;
  const RetentionFacts& facts;
};

/// `verdict` is that of the rule on `today`. Of what is destroyed or was transferred: none.
PlannedStep step_for(const VolumeInPlan& volume, const Verdict& verdict, const CalendarDate& today);

}  // namespace fonds

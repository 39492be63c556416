/// ArchiveStockChecks: which acts of checks of presence and state there are, and by when the next
/// ones must be drawn up.
///
/// Paper and electronic documents are checked at least once in five years (DOMAIN §3, F11, and §4,
/// Rules 77); what was never checked, counted from the day the archive was begun. An act is on
/// record once a person says so; the record is an entry of the journal. Threads: one per Archive.
/// Faults: denied, usage (no act, a day to come), and those of the catalogue.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/archive.h"
#include "model/actor.h"
#include "model/calendar_date.h"

namespace fonds {

enum class StockCheck {
  presence,    ///< units of inventories
  electronic,  ///< every file, read and compared with its hash
};
inline constexpr std::array<std::string_view, 2> kStockChecks{"presence", "electronic"};
constexpr std::string_view name_of(StockCheck check) {
  return kStockChecks[static_cast<std::size_t>(check)];
}
std::optional<StockCheck> stock_check_from(std::string_view name);

struct StockCheckState {
  StockCheck check = StockCheck::presence;
  std::optional<CalendarDate> last;  ///< day of the last act
  std::string act;                   ///< and its number
  CalendarDate due_by;               ///< the last day for the next one
};

class ArchiveStockChecks {
 public:
  explicit ArchiveStockChecks(Archive& archive) : archive_(archive) {}

  StockCheckState record(const Actor& actor, StockCheck check, const std::string& act,
                         const CalendarDate& day);
  /// Of every kind, in order.
  std::vector<StockCheckState> list(const Actor& actor);

 private:
  StockCheckState state_of(StockCheck check);
  Archive& archive_;
};

}  // namespace fonds
